package dev.migrate.maven;

/** What a diagram is written as. */
enum DiagramFormat {
    MERMAID,
    DOT,
    SVG
}
