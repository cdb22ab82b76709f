package dev.migrate.schema;

/** When a constraint is checked (PostgreSQL manual, SET CONSTRAINTS). */
public enum Deferral {
    /** After each statement, always. */
    NOT_DEFERRABLE,
    /** After each statement, unless the transaction defers it. */
    INITIALLY_IMMEDIATE,
    /** At commit, unless the transaction says otherwise. */
    INITIALLY_DEFERRED
}
