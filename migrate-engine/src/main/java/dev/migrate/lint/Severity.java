package dev.migrate.lint;

/** How bad a hazard is on a table that is big and in use. */
public enum Severity {
    /** Worth a look. */
    INFO,
    /** A running application may fail, or many rows are locked. */
    WARNING,
    /** Others wait for as long as the table is big, data is lost, or the statement fails. */
    ERROR
}
