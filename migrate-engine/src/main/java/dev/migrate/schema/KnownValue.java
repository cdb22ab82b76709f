package dev.migrate.schema;

/**
 * What rows get in a column of their entity that they don't have yet, since Hibernate would have written it: the first
 * version, that a row isn't deleted, a random key.
 *
 * @param sql the value
 */
public record KnownValue(QualifiedName table, String column, String sql) {}
