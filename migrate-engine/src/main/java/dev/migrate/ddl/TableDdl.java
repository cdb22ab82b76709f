package dev.migrate.ddl;

import dev.migrate.operation.ObjectOperation.Commented;
import dev.migrate.operation.Statement;
import dev.migrate.operation.TableOperation.AttachPartition;
import dev.migrate.operation.TableOperation.SetRowSecurity;
import dev.migrate.schema.Check;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Index;
import dev.migrate.schema.PartitionOf;
import dev.migrate.schema.Partitioning;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Table;
import dev.migrate.schema.Unique;
import dev.migrate.schema.Validity;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whole tables as SQL (PostgreSQL manual, CREATE TABLE). */
final class TableDdl {

    private final ServerVersion version;
    private final ColumnDdl columns;
    private final ConstraintDdl constraints;
    private final IndexDdl indexes;

    TableDdl(ServerVersion version, ColumnDdl columns, ConstraintDdl constraints, IndexDdl indexes) {
        this.version = version;
        this.columns = columns;
        this.constraints = constraints;
        this.indexes = indexes;
    }

    /** The table, then what {@code CREATE TABLE} cannot say: constraints that are not valid, indexes, comments. */
    List<Statement> create(Table table) {
        if (table.partitioning() != null) {
            requirePartitioned(table);
        }
        List<Statement> statements = new ArrayList<>();
        statements.add(Statement.of(createTable(table)));
        table.constraints().stream()
                .filter(constraint -> isAdded(table, constraint))
                .map(constraint -> constraints.add(table.name(), constraint))
                .forEach(statements::add);
        for (Index index : table.indexes()) {
            statements.add(indexes.create(table.onlyIfMissing() ? index.ifNotExists() : index));
        }
        if (table.comment() != null) {
            statements.add(CommentDdl.comment(new Commented.OnTable(table.name()), table.comment()));
        }
        table.columns().forEach(column -> statements.addAll(columns.afterwards(table.name(), column)));
        return statements;
    }

    private void requirePartitioned(Table table) {
        table.columns().stream()
                .filter(column -> column.generator() != null)
                .findFirst()
                .ifPresent(column -> ServerFeature.PARTITIONED_IDENTITY.require(
                        version,
                        "column " + table.name() + "." + column.name(),
                        "Take the values from a sequence, as the column's default."));
        table.constraints().forEach(constraint -> ConstraintDdl.requirePartitioned(version, table.name(), constraint));
    }

    /**
     * {@code CREATE TABLE} takes every constraint for valid, since no row can break it yet, and silently leaves out a
     * unique constraint that repeats an earlier key.
     */
    private static boolean isAdded(Table table, Constraint constraint) {
        return (constraint instanceof Unique unique && !table.onlyIfMissing() && isRepeated(table, unique))
                || (constraint instanceof Check check && check.validity() == Validity.NOT_VALID)
                || (constraint instanceof ForeignKey key && key.validity() == Validity.NOT_VALID);
    }

    private static boolean isRepeated(Table table, Unique unique) {
        Unique unnamed = unique.named(null);
        boolean repeatsPrimaryKey = table.primaryKey()
                .map(key ->
                        new Unique(null, key.columns(), key.include(), false, key.isWithoutOverlaps(), key.deferral()))
                .filter(unnamed::equals)
                .isPresent();
        return repeatsPrimaryKey
                || table.constraintsOf(Unique.class).stream()
                        .takeWhile(earlier -> !earlier.equals(unique))
                        .anyMatch(earlier -> earlier.named(null).equals(unnamed));
    }

    private String createTable(Table table) {
        PartitionOf partition = table.partitionOf();
        List<String> body = body(table);
        return "CREATE " + Clause.when(table.isUnlogged(), "UNLOGGED ") + "TABLE "
                + Clause.ifNotExists(table.onlyIfMissing()) + SqlIdentifiers.quote(table.name())
                + (partition == null ? "" : " PARTITION OF " + SqlIdentifiers.quote(partition.parent()))
                + body(body, partition != null)
                + (partition == null ? "" : "\n" + WrittenSql.part(partition.bound()))
                + Clause.when(!table.inherits().isEmpty(), "\nINHERITS (" + names(table.inherits()) + ")")
                + (table.partitioning() == null ? "" : "\n" + partitionBy(table.partitioning()))
                + Clause.when(
                        !table.storageParameters().isEmpty(), "\nWITH " + Clause.parameters(table.storageParameters()))
                + (table.tablespace() == null ? "" : "\nTABLESPACE " + SqlIdentifiers.quote(table.tablespace()));
    }

    private List<String> body(Table table) {
        Stream<String> columnLines = table.columns().stream()
                .map(column -> table.partitionOf() == null
                        ? columns.definition(table.name(), column)
                        : SqlIdentifiers.quote(column.name()) + columns.options(table.name(), column));
        Stream<String> constraintLines = table.constraints().stream()
                .filter(constraint -> !isAdded(table, constraint))
                .map(constraints::definition);
        return Stream.concat(columnLines, constraintLines).toList();
    }

    /** A table may have no column, but not without its parentheses; a partition may do without both. */
    private static String body(List<String> lines, boolean partition) {
        if (lines.isEmpty()) {
            return partition ? "" : " ()";
        }
        return " (\n    " + String.join(",\n    ", lines) + "\n)";
    }

    private static String partitionBy(Partitioning partitioning) {
        return "PARTITION BY " + partitioning.strategy() + " (" + IndexDdl.keys(partitioning.keys()) + ")";
    }

    private static String names(List<QualifiedName> names) {
        return names.stream().map(SqlIdentifiers::quote).collect(Collectors.joining(", "));
    }

    static Statement drop(QualifiedName table) {
        return Statement.of("DROP TABLE " + SqlIdentifiers.quote(table));
    }

    static Statement rename(QualifiedName table, String newName) {
        return ConstraintDdl.alter(table, "RENAME TO " + SqlIdentifiers.quote(newName));
    }

    static Statement rowSecurity(SetRowSecurity operation) {
        return ConstraintDdl.alter(
                operation.table(), operation.security().name().replace('_', ' ') + " ROW LEVEL SECURITY");
    }

    static Statement attach(AttachPartition attach) {
        return ConstraintDdl.alter(
                attach.table(), "ATTACH PARTITION " + SqlIdentifiers.quote(attach.partition()) + " " + attach.bound());
    }

    Statement detach(QualifiedName table, QualifiedName partition, boolean concurrently) {
        if (concurrently) {
            ServerFeature.DETACH_CONCURRENTLY.require(
                    version, "partition " + partition + " of " + table, "Detach it without concurrently.");
        }
        String detach = "ALTER TABLE " + SqlIdentifiers.quote(table) + " DETACH PARTITION "
                + SqlIdentifiers.quote(partition) + Clause.when(concurrently, " CONCURRENTLY");
        return new Statement(detach, !concurrently);
    }
}
