package dev.migrate.schema;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A table with everything that comes and goes with it.
 *
 * @param name the table's name
 * @param columns in table order; names are unique
 * @param constraints at most one primary key among them
 * @param indexes those that no constraint owns
 * @param comment null is none
 * @param isUnlogged whether it skips the write-ahead log, and is empty after a crash
 * @param storageParameters by name, such as fillfactor
 * @param tablespace null is the database's default
 * @param inherits parent tables (PostgreSQL manual, 5.11 Inheritance)
 * @param partitioning how it spreads its rows over partitions; null if it doesn't
 * @param partitionOf the table it is a partition of; null if it is none
 * @param onlyIfMissing how to create it, not part of what it is
 */
public record Table(
        QualifiedName name,
        List<Column> columns,
        List<Constraint> constraints,
        List<Index> indexes,
        @Nullable String comment,
        boolean isUnlogged,
        SortedMap<String, String> storageParameters,
        @Nullable String tablespace,
        List<QualifiedName> inherits,
        @Nullable Partitioning partitioning,
        @Nullable PartitionOf partitionOf,
        boolean onlyIfMissing) {

    public Table {
        columns = List.copyOf(columns);
        constraints = List.copyOf(constraints);
        indexes = List.copyOf(indexes);
        storageParameters = SortedMaps.copy(storageParameters);
        inherits = List.copyOf(inherits);
    }

    /** A table of that name with nothing in it yet. */
    public static Table of(QualifiedName name) {
        return new Table(
                name,
                List.of(),
                List.of(),
                List.of(),
                null,
                false,
                new TreeMap<>(),
                null,
                List.of(),
                null,
                null,
                false);
    }

    // What it has

    /** The column of this name, if there is one. */
    public Optional<Column> column(String columnName) {
        for (Column column : columns) {
            if (column.name().equals(columnName)) {
                return Optional.of(column);
            }
        }
        return Optional.empty();
    }

    /** Its primary key, if it has one. */
    public Optional<PrimaryKey> primaryKey() {
        for (Constraint constraint : constraints) {
            if (constraint instanceof PrimaryKey key) {
                return Optional.of(key);
            }
        }
        return Optional.empty();
    }

    /** The constraints of one kind, in order. */
    public <C extends Constraint> List<C> constraintsOf(Class<C> kind) {
        return constraints.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    // What an author adds

    /** Appends columns. */
    public Table columns(Column... more) {
        return withColumns(Lists.append(columns, Arrays.asList(more)));
    }

    /** A primary key of these columns under this name. */
    public Table primaryKey(String constraintName, String column, String... more) {
        return constraints(Definitions.primaryKey(constraintName, column, more));
    }

    /** A unique constraint on these columns under this name. */
    public Table unique(String constraintName, String column, String... more) {
        return constraints(Definitions.unique(constraintName, column, more));
    }

    /** A check constraint under this name. */
    public Table check(String constraintName, String sql) {
        return constraints(Definitions.check(constraintName, sql));
    }

    /** Appends a foreign key. */
    public Table foreignKey(ForeignKey foreignKey) {
        return constraints(foreignKey);
    }

    /** Appends constraints of any kind. */
    public Table constraints(Constraint... more) {
        return withConstraints(Lists.append(constraints, Arrays.asList(more)));
    }

    /** Its {@code COMMENT}; null for none. */
    public Table comment(@Nullable String text) {
        return changed(copy -> copy.comment = text);
    }

    /** Skips the write-ahead log: faster, and empty after a crash. */
    public Table unlogged() {
        return unlogged(true);
    }

    /** {@code UNLOGGED}: not written ahead, and so empty after a crash and on replicas. */
    public Table unlogged(boolean whether) {
        return changed(copy -> copy.isUnlogged = whether);
    }

    /** Sets a storage parameter: {@code with("fillfactor", "70")}. */
    public Table with(String parameter, String value) {
        SortedMap<String, String> more = new TreeMap<>(storageParameters);
        more.put(parameter, value);
        return changed(copy -> copy.storageParameters = more);
    }

    /** {@code TABLESPACE}. */
    public Table tablespace(@Nullable String space) {
        return changed(copy -> copy.tablespace = space);
    }

    /** Adds a parent table. */
    public Table inherits(String parent) {
        return withInherits(Lists.append(inherits, List.of(QualifiedName.parse(parent))));
    }

    /** {@code PARTITION BY RANGE}. */
    public Table partitionByRange(String... columnNames) {
        return partitionBy(Partitioning.Strategy.RANGE, columnNames);
    }

    /** Partitioned by expressions, or by columns with an operator class or collation. */
    public Table partitionByRange(IndexKey... keys) {
        return withPartitioning(new Partitioning(Partitioning.Strategy.RANGE, List.of(keys)));
    }

    /** {@code PARTITION BY LIST}. */
    public Table partitionByList(String columnName) {
        return partitionBy(Partitioning.Strategy.LIST, columnName);
    }

    /** Partitioned by an expression, or by a column with an operator class or collation. */
    public Table partitionByList(IndexKey key) {
        return withPartitioning(new Partitioning(Partitioning.Strategy.LIST, List.of(key)));
    }

    /** Partitioned by expressions, or by columns with an operator class or collation. */
    public Table partitionByHash(IndexKey... keys) {
        return withPartitioning(new Partitioning(Partitioning.Strategy.HASH, List.of(keys)));
    }

    /** {@code PARTITION BY HASH}. */
    public Table partitionByHash(String... columnNames) {
        return partitionBy(Partitioning.Strategy.HASH, columnNames);
    }

    private Table partitionBy(Partitioning.Strategy strategy, String... columnNames) {
        return withPartitioning(new Partitioning(
                strategy, Arrays.stream(columnNames).map(IndexKey::column).toList()));
    }

    /**
     * Makes this a partition of {@code parent}.
     *
     * @param bound as SQL: {@code FOR VALUES FROM ('2026-01-01') TO ('2026-02-01')}, {@code DEFAULT}
     */
    public Table partitionOf(String parent, String bound) {
        return withPartitionOf(new PartitionOf(QualifiedName.parse(parent), bound));
    }

    /** Creates it only if no relation has this name, whatever that one looks like. */
    public Table ifNotExists() {
        return changed(copy -> copy.onlyIfMissing = true);
    }

    // Replacing a part

    /** The same table under another name. */
    public Table named(QualifiedName newName) {
        List<Index> moved = indexes.stream().map(i -> i.on(newName)).toList();
        return changed(copy -> {
            copy.name = newName;
            copy.indexes = moved;
        });
    }

    /** The same table with other columns. */
    public Table withColumns(List<Column> newColumns) {
        return changed(copy -> copy.columns = newColumns);
    }

    /** The same table with other constraints. */
    public Table withConstraints(List<Constraint> newConstraints) {
        return changed(copy -> copy.constraints = newConstraints);
    }

    /** The same table with other indexes. */
    public Table withIndexes(List<Index> newIndexes) {
        return changed(copy -> copy.indexes = newIndexes);
    }

    /** The same table inheriting from others. */
    public Table withInherits(List<QualifiedName> parents) {
        return changed(copy -> copy.inherits = parents);
    }

    /** The same table, partitioned otherwise. */
    public Table withPartitioning(@Nullable Partitioning newPartitioning) {
        return changed(copy -> copy.partitioning = newPartitioning);
    }

    /** The same table as another partition, or as none. */
    public Table withPartitionOf(@Nullable PartitionOf newPartitionOf) {
        return changed(copy -> copy.partitionOf = newPartitionOf);
    }

    // Written out like all that a comparison meets by the thousand: docs/decisions/0015.
    @Override
    public boolean equals(Object other) {
        return this == other
                || (other instanceof Table that
                        && name.equals(that.name)
                        && columns.equals(that.columns)
                        && constraints.equals(that.constraints)
                        && indexes.equals(that.indexes)
                        && Objects.equals(comment, that.comment)
                        && isUnlogged == that.isUnlogged
                        && storageParameters.equals(that.storageParameters)
                        && Objects.equals(tablespace, that.tablespace)
                        && inherits.equals(that.inherits)
                        && Objects.equals(partitioning, that.partitioning)
                        && Objects.equals(partitionOf, that.partitionOf)
                        && onlyIfMissing == that.onlyIfMissing);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    private Table changed(Consumer<Copy> change) {
        Copy copy = new Copy(this);
        change.accept(copy);
        return copy.finished();
    }

    /** The components on their way into another value, which differs in some of them. */
    private static final class Copy {
        private QualifiedName name;
        private List<Column> columns;
        private List<Constraint> constraints;
        private List<Index> indexes;
        private @Nullable String comment;
        private boolean isUnlogged;
        private SortedMap<String, String> storageParameters;
        private @Nullable String tablespace;
        private List<QualifiedName> inherits;
        private @Nullable Partitioning partitioning;
        private @Nullable PartitionOf partitionOf;
        private boolean onlyIfMissing;

        Copy(Table of) {
            name = of.name;
            columns = of.columns;
            constraints = of.constraints;
            indexes = of.indexes;
            comment = of.comment;
            isUnlogged = of.isUnlogged;
            storageParameters = of.storageParameters;
            tablespace = of.tablespace;
            inherits = of.inherits;
            partitioning = of.partitioning;
            partitionOf = of.partitionOf;
            onlyIfMissing = of.onlyIfMissing;
        }

        Table finished() {
            return new Table(
                    name,
                    columns,
                    constraints,
                    indexes,
                    comment,
                    isUnlogged,
                    storageParameters,
                    tablespace,
                    inherits,
                    partitioning,
                    partitionOf,
                    onlyIfMissing);
        }
    }
}
