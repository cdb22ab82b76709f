package dev.migrate.schema;

/**
 * A generated column's formula (PostgreSQL manual, 5.4 Generated Columns).
 *
 * @param expression computed from other columns of the row
 * @param kind when it is computed
 */
public record Generated(Expression expression, Kind kind) {

    /** When the value is computed. */
    public enum Kind {
        /** On write, and stored. */
        STORED,
        /** On read; PostgreSQL 18 and later. */
        VIRTUAL
    }
}
