package dev.migrate.operation;

/**
 * One SQL statement, without the semicolon behind it.
 *
 * @param sql the text
 * @param transactional whether PostgreSQL allows it inside a transaction block; {@code CREATE INDEX CONCURRENTLY},
 *     {@code VACUUM} and their like it doesn't
 */
public record Statement(String sql, boolean transactional) {

    public static Statement of(String sql) {
        return new Statement(sql, true);
    }

    /** A statement that has to be alone. */
    public static Statement outsideTransaction(String sql) {
        return new Statement(sql, false);
    }
}
