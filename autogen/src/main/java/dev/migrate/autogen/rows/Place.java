package dev.migrate.autogen.rows;

import dev.migrate.ddl.SqlIdentifiers;
import dev.migrate.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A table with columns of an entity's rows.
 *
 * @param key by which the row is the same in all tables of the entity, in the same order
 * @param isOptional whether a row without values has none here
 */
record Place(QualifiedName table, List<String> key, Set<String> columns, boolean isOptional) {

    Place {
        key = List.copyOf(key);
        columns = new TreeSet<>(columns);
    }

    String sql() {
        return SqlIdentifiers.quote(table);
    }

    /** A column as an expression, with its table: as the name of an unqualified one, since no alias is given. */
    String column(String name) {
        return sql() + "." + SqlIdentifiers.quote(name);
    }

    /** {@code car.id = vehicle.id}. */
    String joins(Place other) {
        List<String> equal = new ArrayList<>();
        for (int i = 0; i < key.size(); i++) {
            equal.add(column(key.get(i)) + " = " + other.column(other.key().get(i)));
        }
        return String.join(" AND ", equal);
    }
}
