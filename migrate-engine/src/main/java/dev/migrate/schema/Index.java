package dev.migrate.schema;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An index that no constraint owns.
 *
 * @param name the index's name; it lives in its table's schema
 * @param table what it is on
 * @param method access method; btree is PostgreSQL's default
 * @param isUnique whether it forbids equal keys
 * @param nullsCollide whether two NULLs collide in a unique index; PostgreSQL 15 and later
 * @param keys what is indexed, in order
 * @param include columns it carries without their being keys
 * @param where which rows it covers; null is all
 * @param with storage parameters by name
 * @param tablespace null is the database's default
 * @param valid false for what a failed concurrent build leaves behind
 * @param isConcurrent how to build it, not part of what it is: the catalog and the entities never say so
 * @param onlyIfMissing how to create it, not part of what it is
 */
public record Index(
        String name,
        QualifiedName table,
        String method,
        boolean isUnique,
        boolean nullsCollide,
        List<IndexKey> keys,
        List<String> include,
        @Nullable Expression where,
        SortedMap<String, String> with,
        @Nullable String tablespace,
        boolean valid,
        boolean isConcurrent,
        boolean onlyIfMissing) {

    public static final String BTREE = "btree";

    public Index {
        Identifiers.check(name);
        keys = List.copyOf(keys);
        include = Names.checked(include);
        with = SortedMaps.copy(with);
        if (keys.isEmpty()) {
            throw new IllegalArgumentException(
                    "The index '" + name + "' on " + table + " has no key; expected at least one column or expression");
        }
    }

    /** The start of {@code index("ix_agents_name").on("agents", "name")}. */
    public static final class Named {
        private final String name;

        Named(String name) {
            this.name = Identifiers.check(name);
        }

        /** An index on these columns; the table's name as {@link QualifiedName#parse} reads it. */
        public Index on(String table, String... columns) {
            return on(table, Arrays.stream(columns).map(IndexKey::column).toArray(IndexKey[]::new));
        }

        /** An index with ordered keys, operator classes or expressions. */
        public Index on(String table, IndexKey... keys) {
            return Index.of(name, QualifiedName.parse(table), List.of(keys));
        }
    }

    /** A plain btree index. */
    public static Index of(String name, QualifiedName table, List<IndexKey> keys) {
        return new Index(
                name, table, BTREE, false, false, keys, List.of(), null, new TreeMap<>(), null, true, false, false);
    }

    /** The index's name with its table's schema. */
    public QualifiedName qualifiedName() {
        return table.sibling(name);
    }

    /** @param accessMethod btree, hash, gin, gist, spgist, brin, or an extension's */
    public Index using(String accessMethod) {
        return changed(copy -> copy.method = accessMethod);
    }

    /** {@code UNIQUE}. */
    public Index unique() {
        return unique(true);
    }

    /** {@code UNIQUE}, or not. */
    public Index unique(boolean whether) {
        return changed(copy -> copy.isUnique = whether);
    }

    /** Lets two NULLs collide; PostgreSQL 15 and later. */
    public Index nullsNotDistinct() {
        return changed(copy -> copy.nullsCollide = true);
    }

    /** Its columns in order, as a key's: an expression counts as a column that is called like its SQL. */
    public List<String> columns() {
        return keys.stream().map(IndexKey::text).toList();
    }

    /** The same index with other keys. */
    public Index keys(List<IndexKey> newKeys) {
        return changed(copy -> copy.keys = newKeys);
    }

    /** {@code INCLUDE}: columns that it carries for reading only. */
    public Index include(String... columns) {
        return changed(copy -> copy.include = List.of(columns));
    }

    /** Covers only the rows for which {@code sql} is true. */
    public Index where(String sql) {
        return where(Expression.of(sql));
    }

    /** {@code WHERE}: only rows for which this SQL is true are in it. */
    public Index where(@Nullable Expression predicate) {
        return changed(copy -> copy.where = predicate);
    }

    /** Sets a storage parameter: {@code with("fillfactor", "70")}. */
    public Index with(String parameter, String value) {
        SortedMap<String, String> more = new TreeMap<>(with);
        more.put(parameter, value);
        return changed(copy -> copy.with = more);
    }

    /** {@code TABLESPACE}. */
    public Index tablespace(@Nullable String space) {
        return changed(copy -> copy.tablespace = space);
    }

    /** Builds it without blocking writes: slower, and outside a transaction. */
    public Index concurrently() {
        return changed(copy -> copy.isConcurrent = true);
    }

    /** Creates it only if no relation has this name, whatever that one looks like. */
    public Index ifNotExists() {
        return changed(copy -> copy.onlyIfMissing = true);
    }

    /** What it is, without how it is to be built: concurrently, or only if it is missing. */
    public Index definition() {
        return !isConcurrent && !onlyIfMissing
                ? this
                : changed(copy -> {
                    copy.isConcurrent = false;
                    copy.onlyIfMissing = false;
                });
    }

    /** The same index under another name. */
    public Index named(String newName) {
        return changed(copy -> copy.name = newName);
    }

    /** The same index on another table. */
    public Index on(QualifiedName newTable) {
        return changed(copy -> copy.table = newTable);
    }

    // Written out like all that a comparison meets by the thousand: docs/decisions/0015.
    @Override
    public boolean equals(Object other) {
        return this == other
                || (other instanceof Index that
                        && name.equals(that.name)
                        && table.equals(that.table)
                        && method.equals(that.method)
                        && isUnique == that.isUnique
                        && nullsCollide == that.nullsCollide
                        && keys.equals(that.keys)
                        && include.equals(that.include)
                        && Objects.equals(where, that.where)
                        && with.equals(that.with)
                        && Objects.equals(tablespace, that.tablespace)
                        && valid == that.valid
                        && isConcurrent == that.isConcurrent
                        && onlyIfMissing == that.onlyIfMissing);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    private Index changed(Consumer<Copy> change) {
        Copy copy = new Copy(this);
        change.accept(copy);
        return copy.finished();
    }

    /** The components on their way into another value, which differs in some of them. */
    private static final class Copy {
        private String name;
        private QualifiedName table;
        private String method;
        private boolean isUnique;
        private boolean nullsCollide;
        private List<IndexKey> keys;
        private List<String> include;
        private @Nullable Expression where;
        private SortedMap<String, String> with;
        private @Nullable String tablespace;
        private boolean valid;
        private boolean isConcurrent;
        private boolean onlyIfMissing;

        Copy(Index of) {
            name = of.name;
            table = of.table;
            method = of.method;
            isUnique = of.isUnique;
            nullsCollide = of.nullsCollide;
            keys = of.keys;
            include = of.include;
            where = of.where;
            with = of.with;
            tablespace = of.tablespace;
            valid = of.valid;
            isConcurrent = of.isConcurrent;
            onlyIfMissing = of.onlyIfMissing;
        }

        Index finished() {
            return new Index(
                    name,
                    table,
                    method,
                    isUnique,
                    nullsCollide,
                    keys,
                    include,
                    where,
                    with,
                    tablespace,
                    valid,
                    isConcurrent,
                    onlyIfMissing);
        }
    }
}
