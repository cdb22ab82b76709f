package dev.migrate.schema;

/** Which rows a check or a foreign key is known to hold for (PostgreSQL manual, CREATE TABLE). */
public enum Validity {
    /** All of them. */
    VALID,
    /** Those written since it was added: {@code NOT VALID}. */
    NOT_VALID,
    /** None: {@code NOT ENFORCED}, a rule that is only written down; PostgreSQL 18 and later. */
    NOT_ENFORCED;

    /** Of rows that exist, checked or not. */
    static Validity of(boolean valid) {
        return valid ? VALID : NOT_VALID;
    }
}
