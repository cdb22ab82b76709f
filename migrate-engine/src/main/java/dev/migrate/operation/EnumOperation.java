package dev.migrate.operation;

import dev.migrate.schema.EnumType;
import dev.migrate.schema.Expression;
import dev.migrate.schema.Identifiers;
import dev.migrate.schema.MeaningColumn.Kind;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.StoredValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Operations on enumerated types, and on what the values in rows stand for. */
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
     * Says what the values of a column stand for, and gives the rows the new values where these have changed: ordinals of an
     * enum's constants, or discriminators of entities. The history is what knows them: docs/decisions/0019. A column of which
     * nobody has recorded that yet has no {@code from}, and its rows stay as they are.
     *
     * @param from what its values have meant; empty if nobody knows, which changes no row
     * @param to what they mean from now on; empty if that is forgotten, which changes no row
     * @param renamed constants or entities that are called differently in {@code to}
     * @param array whether the column holds arrays of ordinals
     * @param unique whether a key or unique index contains the column: two rows can't change places at once then
     */
    record ChangeMeanings(
            QualifiedName table,
            String column,
            Kind kind,
            List<StoredValue> from,
            List<StoredValue> to,
            SortedMap<String, String> renamed,
            boolean array,
            boolean unique)
            implements EnumOperation, Reversible {

        public ChangeMeanings {
            Identifiers.check(column);
            from = List.copyOf(from);
            to = List.copyOf(to);
            renamed = Collections.unmodifiableSortedMap(new TreeMap<>(renamed));
            for (Map.Entry<String, String> rename : renamed.entrySet()) {
                if (find(from, rename.getKey()).isEmpty()
                        || find(to, rename.getValue()).isEmpty()) {
                    throw new IllegalArgumentException("The constant " + rename.getKey() + " of " + table + "." + column
                            + " is renamed to " + rename.getValue() + "; expected a constant of " + meanings(from)
                            + " and one of " + meanings(to));
                }
            }
        }

        /** A column of enum constants of which nothing is said yet. */
        public static ChangeMeanings ordinals(QualifiedName table, String column) {
            return of(table, column, Kind.ORDINALS);
        }

        /** A discriminator column of which nothing is said yet. */
        public static ChangeMeanings discriminators(QualifiedName table, String column) {
            return of(table, column, Kind.DISCRIMINATORS);
        }

        private static ChangeMeanings of(QualifiedName table, String column, Kind kind) {
            return new ChangeMeanings(table, column, kind, List.of(), List.of(), new TreeMap<>(), false, false);
        }

        /** What 0, 1, … have meant; or entities, each as {@code Truck}, or {@code Truck=T} if its value isn't its name. */
        public ChangeMeanings from(String... meanings) {
            return new ChangeMeanings(table, column, kind, read(meanings), to, new TreeMap<>(), array, unique);
        }

        /** What 0, 1, … mean from now on; or entities, as {@link #from} takes them. */
        public ChangeMeanings to(String... meanings) {
            return new ChangeMeanings(table, column, kind, from, read(meanings), new TreeMap<>(), array, unique);
        }

        /** A constant or entity that is the same under another name. */
        public ChangeMeanings renamed(String meaning, String newName) {
            SortedMap<String, String> more = new TreeMap<>(renamed);
            more.put(meaning, newName);
            return new ChangeMeanings(table, column, kind, from, to, more, array, unique);
        }

        /** The column holds arrays of ordinals. */
        public ChangeMeanings ofArray() {
            return new ChangeMeanings(table, column, kind, from, to, renamed, true, unique);
        }

        /** A key or a unique index contains the column. */
        public ChangeMeanings inUniqueKey() {
            return new ChangeMeanings(table, column, kind, from, to, renamed, array, true);
        }

        private List<StoredValue> read(String... meanings) {
            List<StoredValue> values = new ArrayList<>();
            for (String meaning : meanings) {
                int equals = kind == Kind.ORDINALS ? -1 : meaning.indexOf('=');
                if (equals >= 0) {
                    values.add(new StoredValue(meaning.substring(equals + 1), meaning.substring(0, equals)));
                } else {
                    values.add(
                            new StoredValue(kind == Kind.ORDINALS ? String.valueOf(values.size()) : meaning, meaning));
                }
            }
            return values;
        }

        /** The values as {@link #from} and {@link #to} take them. */
        public List<String> written(List<StoredValue> values) {
            return values.stream()
                    .map(one -> kind == Kind.ORDINALS || one.value().equals(one.meaning())
                            ? one.meaning()
                            : one.meaning() + "=" + one.value())
                    .toList();
        }

        /** The values that change, and into which. */
        public Map<String, String> moved() {
            Map<String, String> moved = new LinkedHashMap<>();
            for (StoredValue old : to.isEmpty() ? List.<StoredValue>of() : from) {
                now(old).filter(now -> !now.value().equals(old.value()))
                        .ifPresent(now -> moved.put(old.value(), now.value()));
            }
            return moved;
        }

        /** What no value stands for any more: no row may have one of these. */
        public List<StoredValue> removed() {
            return to.isEmpty()
                    ? List.of()
                    : from.stream().filter(old -> now(old).isEmpty()).toList();
        }

        /** Whether all values are what they were, under names that may be others. */
        public boolean isOnlyRecorded() {
            return from.isEmpty()
                    || (kind == Kind.DISCRIMINATORS
                            && moved().isEmpty()
                            && removed().isEmpty()
                            && inverse().removed().isEmpty());
        }

        /** An entity of another name that has the value of one that is gone reads its rows. */
        private Optional<StoredValue> now(StoredValue old) {
            Optional<StoredValue> same = find(to, renamed.getOrDefault(old.meaning(), old.meaning()));
            return same.isPresent() || kind == Kind.ORDINALS
                    ? same
                    : to.stream()
                            .filter(one -> one.value().equals(old.value())
                                    && find(from, one.meaning()).isEmpty())
                            .findFirst();
        }

        private static Optional<StoredValue> find(List<StoredValue> values, String meaning) {
            return values.stream().filter(one -> one.meaning().equals(meaning)).findFirst();
        }

        private static List<String> meanings(List<StoredValue> values) {
            return values.stream().map(StoredValue::meaning).toList();
        }

        @Override
        public ChangeMeanings inverse() {
            SortedMap<String, String> back = new TreeMap<>();
            renamed.forEach((meaning, newName) -> back.put(newName, meaning));
            return new ChangeMeanings(table, column, kind, to, from, back, array, unique);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.changeMeanings(this);
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
