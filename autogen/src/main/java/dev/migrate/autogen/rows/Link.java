package dev.migrate.autogen.rows;

import dev.migrate.schema.Column;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A link table that may hold what a column says in another version of the same schema: {@code cart_lines (cart_id,
 * lines_id)} and {@code line.cart_id}.
 *
 * @param table the link table
 * @param owner its foreign key to the table that the column refers to
 * @param row its foreign key to the table that has the column
 * @param rowKey what {@code row} refers to there
 * @param referring the table that has the column
 * @param reference the foreign key of the column
 */
record Link(Table table, ForeignKey owner, ForeignKey row, List<String> rowKey, Table referring, ForeignKey reference) {

    /**
     * The link tables of one schema that may be columns of the other.
     *
     * @param linked has the link table, and not the column
     * @param direct has the column, and not the link table
     */
    static List<Link> between(Schema linked, Schema direct) {
        List<Link> all = new ArrayList<>();
        for (Table table : linked.tables()) {
            List<ForeignKey> keys = table.constraintsOf(ForeignKey.class);
            if (direct.table(table.name()).isPresent() || keys.size() != 2) {
                continue;
            }
            add(table, keys.get(0), keys.get(1), linked, direct, all);
            add(table, keys.get(1), keys.get(0), linked, direct, all);
        }
        return all;
    }

    private static void add(
            Table table, ForeignKey owner, ForeignKey row, Schema linked, Schema direct, List<Link> all) {
        List<String> rowKey = targetColumns(row, linked);
        if (rowKey.isEmpty() || owner.columns().stream().anyMatch(row.columns()::contains)) {
            return;
        }
        direct.table(row.target()).stream()
                .filter(referring -> linked.table(referring.name()).isPresent())
                .flatMap(referring -> referring.constraintsOf(ForeignKey.class).stream()
                        .filter(reference -> reference.target().equals(owner.target())
                                && targetColumns(reference, direct).equals(targetColumns(owner, linked))
                                && isMissing(reference.columns(), linked, referring.name()))
                        .map(reference -> new Link(table, owner, row, rowKey, referring, reference)))
                .forEach(all::add);
    }

    private static boolean isMissing(List<String> columns, Schema schema, QualifiedName table) {
        return schema.table(table).stream().noneMatch(found -> columns.stream()
                .anyMatch(column -> found.column(column).isPresent()));
    }

    private static List<String> targetColumns(ForeignKey key, Schema schema) {
        return key.targetColumns().isEmpty()
                ? schema.table(key.target())
                        .flatMap(Table::primaryKey)
                        .map(PrimaryKey::columns)
                        .orElse(List.of())
                : key.targetColumns();
    }

    /** Whether the link table has one row at most for each row of the other table, as the column has. */
    boolean isToOne() {
        return isUnique(table, row.columns());
    }

    /** Whether both call the reference by the same name. */
    boolean isNamedAlike() {
        return owner.columns().equals(reference.columns());
    }

    /** Columns of the link table that are no part of the link, such as a position in a list. */
    List<String> further() {
        return table.columns().stream()
                .map(Column::name)
                .filter(column ->
                        !owner.columns().contains(column) && !row.columns().contains(column))
                .toList();
    }

    /**
     * Whether what else the link table says is beside the column, too.
     *
     * @param linked the schema that has the link table
     */
    boolean isWhole(Schema linked) {
        return further().stream()
                .allMatch(column ->
                        referring.column(column).isPresent() && isMissing(List.of(column), linked, referring.name()));
    }

    static boolean isUnique(Table table, List<String> columns) {
        Set<String> all = Set.copyOf(columns);
        Stream<List<String>> constraints =
                table.constraints().stream().flatMap(constraint -> constraint.keyColumns().stream());
        Stream<List<String>> indexes = table.indexes().stream()
                .filter(index -> index.isUnique() && index.where() == null)
                .map(index -> index.columns());
        return Stream.concat(constraints, indexes).anyMatch(unique -> new HashSet<>(unique).equals(all));
    }

    boolean isRequired() {
        return reference.columns().stream()
                .map(column -> referring.column(column).orElse(null))
                .filter(Objects::nonNull)
                .noneMatch(Column::nullable);
    }

    /** {@code line.cart_id}. */
    String columnText() {
        return referring.name() + "." + String.join(", ", reference.columns());
    }
}
