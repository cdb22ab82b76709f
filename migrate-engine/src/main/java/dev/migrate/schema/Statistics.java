package dev.migrate.schema;

import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Extended statistics: what ANALYZE counts of several columns together, or of expressions (PostgreSQL manual, CREATE
 * STATISTICS).
 *
 * @param name the name, which may be in another schema than the table's
 * @param table a table or a materialized view
 * @param kinds what is counted; empty is everything, as PostgreSQL does it when nothing is said
 * @param keys columns by name, then expressions in their order; PostgreSQL doesn't keep the order of columns
 * @param target how much is counted; null is as much as of the columns themselves
 * @param comment null is none
 * @param onlyIfMissing how to create it, not part of what it is
 */
public record Statistics(
        QualifiedName name,
        QualifiedName table,
        Set<Kind> kinds,
        List<IndexKey> keys,
        @Nullable Integer target,
        @Nullable String comment,
        boolean onlyIfMissing) {

    /** What is counted. */
    public enum Kind {
        NDISTINCT,
        DEPENDENCIES,
        MCV
    }

    /**
     * @throws IllegalArgumentException if these are neither two keys nor one expression, if a key has options of an index,
     *     or if kinds are given for one expression
     */
    public Statistics {
        kinds = kinds.size() == Kind.values().length ? Set.of() : Set.copyOf(kinds);
        keys = Stream.concat(
                        keys.stream()
                                .filter(key -> key.column().isPresent())
                                .sorted(Comparator.comparing(IndexKey::text)),
                        keys.stream().filter(key -> key.expression().isPresent()))
                .toList();
        for (IndexKey key : keys) {
            if (!key.equals(new IndexKey(key.target(), null, null, false, false))) {
                throw new IllegalArgumentException("The statistics " + name + " on " + table + " give " + key.text()
                        + " a collation, an operator class or an order; expected a column or an expression");
            }
        }
        boolean isOfOneExpression = keys.size() == 1 && keys.get(0).expression().isPresent();
        if (keys.size() < 2 && !isOfOneExpression) {
            throw new IllegalArgumentException("The statistics " + name + " on " + table + " are of "
                    + keys.stream().map(IndexKey::text).toList() + "; expected two columns or an expression");
        }
        if (isOfOneExpression && !kinds.isEmpty()) {
            throw new IllegalArgumentException(
                    "The statistics " + name + " on " + table + " are of one expression, and " + new TreeSet<>(kinds)
                            + "; expected no kind, since there is nothing to compare it with");
        }
    }

    /** The start of {@code statistics("orders_place").on("orders", "country", "city")}. */
    public static final class Named {
        private final QualifiedName name;

        Named(QualifiedName name) {
            this.name = name;
        }

        /** Statistics of these columns together; the table's name as {@link QualifiedName#parse} reads it. */
        public Statistics on(String table, String... columns) {
            return on(table, Arrays.stream(columns).map(IndexKey::column).toArray(IndexKey[]::new));
        }

        /** Statistics of columns and expressions, without an index's options; expressions need PostgreSQL 14. */
        public Statistics on(String table, IndexKey... keys) {
            return new Statistics(name, QualifiedName.parse(table), Set.of(), List.of(keys), null, null, false);
        }
    }

    /** {@code ndistinct}: counts the distinct combinations, for GROUP BY. */
    public Statistics ndistinct() {
        return kind(Kind.NDISTINCT);
    }

    /** {@code dependencies}: how far one column says what another one is, for conditions with equality. */
    public Statistics dependencies() {
        return kind(Kind.DEPENDENCIES);
    }

    /** {@code mcv}: the most common combinations, for any condition. */
    public Statistics mcv() {
        return kind(Kind.MCV);
    }

    private Statistics kind(Kind kind) {
        Set<Kind> more = EnumSet.of(kind);
        more.addAll(kinds);
        return kinds(more);
    }

    /** The same of other kinds; empty for all. */
    public Statistics kinds(Set<Kind> newKinds) {
        return new Statistics(name, table, newKinds, keys, target, comment, onlyIfMissing);
    }

    /** The same of other columns and expressions. */
    public Statistics keys(List<IndexKey> newKeys) {
        return new Statistics(name, table, kinds, newKeys, target, comment, onlyIfMissing);
    }

    /** {@code SET STATISTICS}: up to 10,000, 0 for none; null for as much as is counted of the columns. */
    public Statistics target(@Nullable Integer newTarget) {
        return new Statistics(name, table, kinds, keys, newTarget, comment, onlyIfMissing);
    }

    /** Its {@code COMMENT}; null for none. */
    public Statistics comment(@Nullable String text) {
        return new Statistics(name, table, kinds, keys, target, text, onlyIfMissing);
    }

    /** Creates it only if no statistics have this name, whatever they count. */
    public Statistics ifNotExists() {
        return new Statistics(name, table, kinds, keys, target, comment, true);
    }

    /** The same under another name. */
    public Statistics named(QualifiedName newName) {
        return new Statistics(newName, table, kinds, keys, target, comment, onlyIfMissing);
    }

    /** The same of another table. */
    public Statistics on(QualifiedName newTable) {
        return new Statistics(name, newTable, kinds, keys, target, comment, onlyIfMissing);
    }
}
