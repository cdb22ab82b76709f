package dev.migrate.maven;

/** How data is printed. */
enum OutputFormat {
    /** For people. */
    TEXT,
    /** For programs: one document, and nothing else on standard output. */
    JSON
}
