package dev.migrate.schema;

/**
 * A column that accepts NULL while the property that it holds is a primitive: Hibernate can't read such a row. A
 * {@code @Column} on the property makes it so, and a subclass in the table of its superclass; no catalog tells of it.
 *
 * @param entity whose rows need the value
 */
public record NeededValue(QualifiedName table, String column, String entity) {}
