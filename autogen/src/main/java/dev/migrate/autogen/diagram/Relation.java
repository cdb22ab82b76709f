package dev.migrate.autogen.diagram;

import dev.migrate.schema.Column;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import dev.migrate.schema.Unique;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A foreign key as a line between two tables.
 *
 * @param from the table that has the key
 * @param columns the key's
 * @param to the table that it references
 * @param targetColumns what it references there; empty is that table's primary key
 * @param optional whether a row may reference none
 * @param single whether at most one row references the same
 */
record Relation(
        QualifiedName from,
        List<String> columns,
        QualifiedName to,
        List<String> targetColumns,
        boolean optional,
        boolean single) {

    /** All of a schema, sorted by table and columns. */
    static List<Relation> of(Schema schema) {
        return schema.tables().stream()
                .flatMap(table -> table.constraintsOf(ForeignKey.class).stream().map(key -> of(table, key)))
                .sorted(Comparator.comparing(Relation::from)
                        .thenComparing(Relation::columnList)
                        .thenComparing(Relation::to))
                .toList();
    }

    private static Relation of(Table table, ForeignKey key) {
        boolean optional = key.columns().stream()
                .anyMatch(column -> table.column(column).map(Column::nullable).orElse(true));
        return new Relation(
                table.name(), key.columns(), key.target(), key.targetColumns(), optional, isUnique(table, key));
    }

    /** The key's columns, as a label. */
    String columnList() {
        return String.join(", ", columns);
    }

    private static boolean isUnique(Table table, ForeignKey key) {
        Set<String> columns = Set.copyOf(key.columns());
        return uniqueKeys(table).anyMatch(unique -> columns.containsAll(unique) && !unique.isEmpty());
    }

    private static Stream<Collection<String>> uniqueKeys(Table table) {
        return Stream.of(
                        table.constraintsOf(PrimaryKey.class).stream().map(PrimaryKey::columns),
                        table.constraintsOf(Unique.class).stream().map(Unique::columns),
                        table.indexes().stream()
                                .filter(index -> index.isUnique() && index.where() == null)
                                .map(index -> Set.copyOf(index.columns())))
                .flatMap(keys -> keys);
    }
}
