package dev.migrate.schema;

import org.jspecify.annotations.Nullable;

/**
 * A column that accepts NULL, and without whose value Hibernate can't read what a row holds. A {@code @Column} on a
 * primitive property makes it so, a subclass in the table of its superclass, and the zone that {@code @TimeZoneStorage}
 * stores beside a moment; no catalog tells of it.
 *
 * @param entity whose rows need the value
 * @param moment the column of the moment whose zone this one holds: without the zone Hibernate reads it as null; null if
 *     the property is a primitive, and the row can't be read at all
 */
public record NeededValue(
        QualifiedName table,
        String column,
        String entity,
        @Nullable String moment) {}
