package dev.migrate.autogen.diff.dependency;

import dev.migrate.autogen.diff.comparison.OfferedCode;
import dev.migrate.ddl.SqlIdentifiers;
import dev.migrate.operation.ConstraintOperation.AddConstraint;
import dev.migrate.operation.ConstraintOperation.DropConstraint;
import dev.migrate.operation.Operation;
import dev.migrate.operation.TableOperation.CreateTable;
import dev.migrate.schema.Column;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a foreign key means for values that its columns have already: a table that the same migration creates has no row
 * that they could refer to, and in another table or by another column than before they refer to other rows, which nobody
 * notices where both have the same numbers.
 */
final class NewReference {

    private final Schema before;
    private final Schema after;
    private final List<Operation> operations;

    /** @param operations how the one schema becomes the other */
    NewReference(Schema before, Schema after, List<Operation> operations) {
        this.before = before;
        this.after = after;
        this.operations = operations;
    }

    /**
     * A sentence; empty if the columns come with the key, or nothing changes for their values.
     *
     * @param required whether such values are looked for before
     */
    Optional<String> sentence(AddConstraint add, ForeignKey key, boolean required) {
        if (!hasValues(add.table(), key)) {
            return Optional.empty();
        }
        return created(key.target())
                .map(target -> toNewTable(add.table(), key, target, required))
                .or(() -> toAnotherTable(add.table(), key));
    }

    /** Whether it fails for each value, since the migration creates the table that they would refer to. */
    boolean isToNewTable(AddConstraint add, ForeignKey key) {
        return hasValues(add.table(), key) && created(key.target()).isPresent();
    }

    private boolean hasValues(QualifiedName name, ForeignKey key) {
        return before.table(name)
                .filter(table -> key.columns().stream()
                        .allMatch(column -> table.column(column).isPresent()))
                .isPresent();
    }

    private Optional<Table> created(QualifiedName table) {
        return operations.stream()
                .filter(CreateTable.class::isInstance)
                .map(create -> ((CreateTable) create).table())
                .filter(created -> created.name().equals(table))
                .findFirst();
    }

    private static String toNewTable(QualifiedName table, ForeignKey key, Table target, boolean required) {
        String columns = quoted(key.columns());
        List<String> others = target.columns().stream()
                .filter(column -> !column.nullable() && column.isUnfilled())
                .map(Column::name)
                .filter(column -> !key.targetColumns().contains(column))
                .toList();
        String insert = "INSERT INTO " + SqlIdentifiers.quote(key.target()) + " ("
                + quoted(Stream.concat(key.targetColumns().stream(), others.stream())
                        .toList())
                + ") SELECT DISTINCT " + columns + ", <SQL>".repeat(others.size()) + " FROM "
                + SqlIdentifiers.quote(table) + " WHERE "
                + (key.columns().size() == 1 ? columns : "(" + columns + ")") + " IS NOT NULL ON CONFLICT DO NOTHING";
        if (required) {
            return key.target() + " is new and has no rows that values of " + table + "."
                    + String.join(", ", key.columns())
                    + " could refer to. To add them, replace op.require by this, and write it here: "
                    + OfferedCode.execute(insert) + ";";
        }
        return "Fails while a row of " + table + " has a value for " + String.join(", ", key.columns()) + ", since "
                + key.target() + " is new and has no rows: give it some first, as by " + OfferedCode.execute(insert)
                + ";";
    }

    private static String quoted(List<String> columns) {
        return columns.stream().map(SqlIdentifiers::quote).collect(Collectors.joining(", "));
    }

    private Optional<String> toAnotherTable(QualifiedName table, ForeignKey key) {
        return operations.stream()
                .filter(operation ->
                        operation instanceof DropConstraint drop && drop.table().equals(table))
                .map(drop -> ((DropConstraint) drop).constraint())
                .filter(dropped -> dropped instanceof ForeignKey old
                        && Set.copyOf(old.columns()).equals(Set.copyOf(key.columns()))
                        && !haveTheSameRows(old, key))
                .findFirst()
                .map(old -> "A value of " + table + "." + String.join(", ", key.columns()) + " refers to "
                        + referred(key) + " from now on, and no longer to " + referred((ForeignKey) old)
                        + ": give rows other values first, unless both have the same ones.");
    }

    private static String referred(ForeignKey key) {
        return key.target() + " (" + String.join(", ", key.targetColumns()) + ")";
    }

    /** As the tables of a class and its superclass have, of which one refers to the other by its key. */
    private boolean haveTheSameRows(ForeignKey one, ForeignKey other) {
        return List.of(before, after).stream()
                .anyMatch(schema ->
                        leads(one, other, schema, new HashSet<>()) || leads(other, one, schema, new HashSet<>()));
    }

    private static boolean leads(ForeignKey from, ForeignKey to, Schema schema, Set<QualifiedName> passed) {
        return (from.target().equals(to.target())
                        && Set.copyOf(from.targetColumns()).equals(Set.copyOf(to.targetColumns())))
                || (passed.add(from.target())
                        && schema.table(from.target()).map(Table::constraints).orElse(List.of()).stream()
                                .anyMatch(constraint -> constraint instanceof ForeignKey next
                                        && Set.copyOf(next.columns()).equals(Set.copyOf(from.targetColumns()))
                                        && leads(next, to, schema, passed)));
    }
}
