package dev.migrate.operation;

import dev.migrate.schema.EnumType;
import dev.migrate.schema.Expression;
import dev.migrate.schema.Identifiers;
import dev.migrate.schema.QualifiedName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Operations on enumerated types, and on what rows hold of an enum's constants. */
public sealed interface EnumOperation extends Operation {

    /** {@code CREATE TYPE … AS ENUM}. */
    record CreateEnum(EnumType type) implements EnumOperation, Reversible {
        @Override
        public DropEnum inverse() {
            return new DropEnum(type);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.createEnum(this);
        }
    }

    /** {@code DROP TYPE}. */
    record DropEnum(EnumType type) implements EnumOperation, Reversible {
        @Override
        public CreateEnum inverse() {
            return new CreateEnum(type);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.dropEnum(this);
        }
    }

    /**
     * {@code ALTER TYPE … ADD VALUE}. PostgreSQL cannot take a value away again; {@link ChangeEnum} replaces the type.
     * A value added inside a transaction cannot be used before it commits.
     *
     * @param before the value it goes before; null if {@code after} or neither is given
     * @param after the value it goes behind; null for the end
     */
    record AddEnumValue(
            QualifiedName type,
            String value,
            @Nullable String before,
            @Nullable String after,
            boolean ifNotExists) implements EnumOperation {
        public AddEnumValue {
            if (before != null && after != null) {
                throw new IllegalArgumentException("The value '" + value + "' of " + type + " goes before '" + before
                        + "' or after '" + after + "', not both");
            }
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.addEnumValue(this);
        }
    }

    /** {@code ALTER TYPE … RENAME VALUE}. */
    record RenameEnumValue(QualifiedName type, String value, String newValue) implements EnumOperation, Reversible {
        @Override
        public RenameEnumValue inverse() {
            return new RenameEnumValue(type, newValue, value);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.renameEnumValue(this);
        }
    }

    /**
     * Says which constants the ordinals of a column stand for, and renumbers the rows where they stand for others by now.
     * The history is what knows that order: docs/decisions/0019. A column whose order nobody has recorded yet has no
     * {@code from}, and its rows stay as they are.
     *
     * @param from what 0, 1, … have meant; empty if nobody knows, which changes no row
     * @param to what they mean from now on; empty if that is forgotten, which changes no row
     * @param renamed constants that are called differently in {@code to}
     * @param array whether the column holds arrays of ordinals
     * @param unique whether a key or unique index contains the column: two rows can't change places at once then
     */
    record ChangeOrdinals(
            QualifiedName table,
            String column,
            List<String> from,
            List<String> to,
            SortedMap<String, String> renamed,
            boolean array,
            boolean unique)
            implements EnumOperation, Reversible {

        public ChangeOrdinals {
            Identifiers.check(column);
            from = List.copyOf(from);
            to = List.copyOf(to);
            renamed = Collections.unmodifiableSortedMap(new TreeMap<>(renamed));
            for (Map.Entry<String, String> rename : renamed.entrySet()) {
                if (!from.contains(rename.getKey()) || !to.contains(rename.getValue())) {
                    throw new IllegalArgumentException("The constant " + rename.getKey() + " of " + table + "." + column
                            + " is renamed to " + rename.getValue() + "; expected a constant of " + from
                            + " and one of " + to);
                }
            }
        }

        /** A column of which nothing is said yet. */
        public static ChangeOrdinals of(QualifiedName table, String column) {
            return new ChangeOrdinals(table, column, List.of(), List.of(), new TreeMap<>(), false, false);
        }

        /** What 0, 1, … have meant. */
        public ChangeOrdinals from(String... constants) {
            return new ChangeOrdinals(table, column, List.of(constants), to, new TreeMap<>(), array, unique);
        }

        /** What 0, 1, … mean from now on. */
        public ChangeOrdinals to(String... constants) {
            return new ChangeOrdinals(table, column, from, List.of(constants), new TreeMap<>(), array, unique);
        }

        /** A constant that is the same under another name. */
        public ChangeOrdinals renamed(String constant, String newName) {
            SortedMap<String, String> more = new TreeMap<>(renamed);
            more.put(constant, newName);
            return new ChangeOrdinals(table, column, from, to, more, array, unique);
        }

        /** The column holds arrays of ordinals. */
        public ChangeOrdinals ofArray() {
            return new ChangeOrdinals(table, column, from, to, renamed, true, unique);
        }

        /** A key or a unique index contains the column. */
        public ChangeOrdinals inUniqueKey() {
            return new ChangeOrdinals(table, column, from, to, renamed, array, true);
        }

        /** The ordinals that change, and into which. */
        public SortedMap<Integer, Integer> moved() {
            SortedMap<Integer, Integer> moved = new TreeMap<>();
            for (int old = 0; old < from.size(); old++) {
                int now = newOrdinal(old);
                if (now >= 0 && now != old && !to.isEmpty()) {
                    moved.put(old, now);
                }
            }
            return moved;
        }

        /** The ordinals of constants that are gone: no row may have one. */
        public List<Integer> removed() {
            List<Integer> removed = new ArrayList<>();
            for (int old = 0; old < from.size(); old++) {
                if (newOrdinal(old) < 0 && !to.isEmpty()) {
                    removed.add(old);
                }
            }
            return removed;
        }

        private int newOrdinal(int old) {
            String constant = from.get(old);
            return to.indexOf(renamed.getOrDefault(constant, constant));
        }

        @Override
        public ChangeOrdinals inverse() {
            SortedMap<String, String> back = new TreeMap<>();
            renamed.forEach((constant, newName) -> back.put(newName, constant));
            return new ChangeOrdinals(table, column, to, from, back, array, unique);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.changeOrdinals(this);
        }
    }

    /**
     * A constant of an enum whose name rows hold, in a column of strings, is called differently: {@code UPDATE}.
     *
     * @param array whether the column holds arrays of names
     */
    record RenameConstant(QualifiedName table, String column, String constant, String newName, boolean array)
            implements EnumOperation, Reversible {

        public RenameConstant {
            Identifiers.check(column);
        }

        @Override
        public RenameConstant inverse() {
            return new RenameConstant(table, column, newName, constant, array);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.renameConstant(this);
        }
    }

    /**
     * A column that holds values of an enum type, and so has to follow when the type is replaced.
     *
     * @param array whether it holds an array of them
     * @param defaultExpression the column's default, taken off before and put back after; null is none
     */
    record Use(
            QualifiedName table,
            String column,
            boolean array,
            @Nullable Expression defaultExpression) {

        public Use {
            Identifiers.check(column);
        }

        /** A column of the type; the table's name as {@link QualifiedName#parse} reads it. */
        public static Use use(String table, String column) {
            return new Use(QualifiedName.parse(table), column, false, null);
        }

        /** The column holds an array of values. */
        public Use ofArray() {
            return new Use(table, column, true, defaultExpression);
        }

        /** The column has this default, which the new type has to have too. */
        public Use defaultSql(String sql) {
            return new Use(table, column, array, Expression.of(sql));
        }
    }

    /**
     * From one list of values to another. Values that are only added become {@code ADD VALUE}, which is instant but
     * commits on its own; when values go away or change their order, the type is replaced within the transaction and
     * every column that uses it is converted (the tables are rewritten under ACCESS EXCLUSIVE).
     *
     * @param mapping old value to new value, for rows whose value goes away
     * @param mappingBack the same for the way back
     * @param uses the columns of this type
     * @param rebuilt what mentions the type in its own text and would go on meaning the old one (an index with such a
     *     predicate, a check, a view), as the operations that create it: reverted before a replacement, in reverse
     *     order, and applied again after it
     */
    record ChangeEnum(
            EnumType from,
            EnumType to,
            SortedMap<String, String> mapping,
            SortedMap<String, String> mappingBack,
            List<Use> uses,
            List<Reversible> rebuilt)
            implements EnumOperation, Reversible {

        public ChangeEnum {
            mapping = Collections.unmodifiableSortedMap(new TreeMap<>(mapping));
            mappingBack = Collections.unmodifiableSortedMap(new TreeMap<>(mappingBack));
            uses = List.copyOf(uses);
            rebuilt = List.copyOf(rebuilt);
            if (!from.name().equals(to.name())) {
                throw new IllegalArgumentException(
                        "A change keeps the type's name, but " + from.name() + " would become " + to.name());
            }
            check(mapping, from, to);
            check(mappingBack, to, from);
        }

        /** A change whose way back maps no value, and that nothing but columns depends on. */
        public ChangeEnum(EnumType from, EnumType to, SortedMap<String, String> mapping, List<Use> uses) {
            this(from, to, mapping, new TreeMap<>(), uses, List.of());
        }

        private static void check(SortedMap<String, String> mapping, EnumType from, EnumType to) {
            for (Map.Entry<String, String> entry : mapping.entrySet()) {
                if (!to.values().contains(entry.getValue())) {
                    throw new IllegalArgumentException("'" + entry.getKey() + "' of " + from.name() + " is mapped to '"
                            + entry.getValue() + "', which is not among the new values " + to.values());
                }
                if (to.values().contains(entry.getKey())) {
                    throw new IllegalArgumentException("'" + entry.getKey() + "' of " + from.name()
                            + " stays among the values " + to.values() + ", so it cannot be mapped to '"
                            + entry.getValue() + "'; update the rows in an operation of its own");
                }
            }
        }

        /** The same change with other columns of this type. */
        public ChangeEnum uses(List<Use> newUses) {
            return new ChangeEnum(from, to, mapping, mappingBack, newUses, rebuilt);
        }

        /** The same change, rebuilding these around a replacement. */
        public ChangeEnum rebuilding(List<Reversible> dependents) {
            return new ChangeEnum(from, to, mapping, mappingBack, uses, dependents);
        }

        /** Whether the old values stay, in their order, so that {@code ADD VALUE} is enough. */
        public boolean onlyAdds() {
            return to.values().stream().filter(from.values()::contains).toList().equals(from.values());
        }

        @Override
        public ChangeEnum inverse() {
            return new ChangeEnum(to, from, mappingBack, mapping, uses, rebuilt);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.changeEnum(this);
        }
    }
}
