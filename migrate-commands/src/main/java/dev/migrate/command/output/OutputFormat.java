package dev.migrate.command.output;

/** How data is printed. */
public enum OutputFormat {
    /** For people. */
    TEXT,
    /** For programs: one document, and nothing else on standard output. */
    JSON
}
