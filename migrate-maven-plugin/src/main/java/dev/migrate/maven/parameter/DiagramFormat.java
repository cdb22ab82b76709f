package dev.migrate.maven.parameter;

/** What a diagram is written as. */
public enum DiagramFormat {
    MERMAID,
    DOT,
    SVG
}
