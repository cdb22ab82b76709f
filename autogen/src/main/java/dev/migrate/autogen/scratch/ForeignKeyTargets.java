package dev.migrate.autogen.scratch;

import dev.migrate.schema.Constraint;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Table;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The columns that a foreign key means when it names only a table: the table's primary key. */
final class ForeignKeyTargets {

    private final Map<QualifiedName, List<String>> primaryKeys = new HashMap<>();

    /** @param others where a key may point to beside {@code tables}; the latter win */
    ForeignKeyTargets(List<Table> tables, List<Table> others) {
        others.forEach(this::add);
        tables.forEach(this::add);
    }

    private void add(Table table) {
        for (Constraint constraint : table.constraints()) {
            if (constraint instanceof PrimaryKey key) {
                primaryKeys.put(table.name(), key.columns());
            }
        }
    }

    Table resolved(Table table) {
        for (Constraint constraint : table.constraints()) {
            if (namesTableOnly(constraint)) {
                return table.withConstraints(
                        table.constraints().stream().map(this::resolved).toList());
            }
        }
        return table;
    }

    private static boolean namesTableOnly(Constraint constraint) {
        return constraint instanceof ForeignKey key && key.targetColumns().isEmpty();
    }

    private Constraint resolved(Constraint constraint) {
        return namesTableOnly(constraint) ? resolved((ForeignKey) constraint) : constraint;
    }

    private Constraint resolved(ForeignKey key) {
        List<String> columns = primaryKeys.getOrDefault(key.target(), List.of());
        if (columns.size() != key.columns().size()) {
            return key;
        }
        return key.columns(key.columns(), columns, key.onDeleteColumns());
    }
}
