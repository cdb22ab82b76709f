package dev.migrate.schema;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A column that accepts NULL, and without whose value Hibernate can't read what a row holds. A {@code @Column} on a
 * primitive property makes it so, a subclass in the table of its superclass, and the zone that {@code @TimeZoneStorage}
 * stores beside a moment; no catalog tells of it.
 *
 * @param entity whose rows need the value
 * @param moment the column of the moment whose zone this one holds: without the zone Hibernate reads it as null; null if
 *     the property is a primitive, and the row can't be read at all
 * @param marker what tells its rows from others of its table; null if all of them are its own
 */
public record NeededValue(
        QualifiedName table,
        String column,
        String entity,
        @Nullable String moment,
        @Nullable Marker marker) {

    /**
     * A discriminator (Jakarta Persistence, 2.13.1 Single Table per Class Hierarchy Strategy).
     *
     * @param values of the entity and its subclasses
     * @param others of the rest of the hierarchy
     */
    public record Marker(String column, Set<String> values, Set<String> others) {

        public Marker {
            values = Collections.unmodifiableSet(new TreeSet<>(values));
            others = Collections.unmodifiableSet(new TreeSet<>(others));
        }
    }

    /** The same of a table that has another name. */
    NeededValue of(QualifiedName otherTable) {
        return new NeededValue(otherTable, column, entity, moment, marker);
    }
}
