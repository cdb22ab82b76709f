package dev.migrate.autogen.online;

import dev.migrate.autogen.diff.comparison.EnumDiff;
import dev.migrate.autogen.diff.comparison.TypeFamily;
import dev.migrate.autogen.rows.RowMoves;
import dev.migrate.ddl.SqlIdentifiers;
import dev.migrate.ddl.SqlScript;
import dev.migrate.operation.ColumnOperation.ChangeColumn;
import dev.migrate.operation.DataOperation.Require;
import dev.migrate.operation.DefinitionOperation.CreateObject;
import dev.migrate.operation.DefinitionOperation.ReplaceObject;
import dev.migrate.operation.EnumOperation.ChangeEnum;
import dev.migrate.operation.EnumOperation.ChangeMeanings;
import dev.migrate.operation.EnumOperation.Use;
import dev.migrate.operation.ObjectOperation.CreateAuxiliaryObject;
import dev.migrate.operation.ObjectOperation.CreateExtension;
import dev.migrate.operation.Reversible;
import dev.migrate.schema.Check;
import dev.migrate.schema.Column;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Literals;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import dev.migrate.schema.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The queries for the rows that break what operations demand. They are asked before the migration's first statement; where
 * that can't be, since the values are only known later, there is none.
 */
final class RowRequirements {

    private final RowsBefore rows;
    private final List<Reversible> operations;
    private final Schema existing;
    private final Set<String> unknownTypes;

    /**
     * @param operations what the migration does
     * @param existing what there is before
     * @param moves the rows that it moves to other tables
     */
    RowRequirements(List<Reversible> operations, Schema existing, OnlineOptions options, RowMoves moves) {
        this.operations = operations;
        this.existing = existing;
        this.rows = new RowsBefore(operations, existing, options, moves);
        this.unknownTypes = rows.unknownTypes();
    }

    /** The table that has this name when some operation runs. */
    Optional<Table> table(QualifiedName now) {
        return rows.table(now);
    }

    /** Whether it is about a column that rows have no value for. */
    static boolean isAboutValue(Require require, String key) {
        return require.rule().equals(hasValue(key)) || require.rule().equals(newHasValue(key));
    }

    private static String hasValue(String key) {
        return key + " has a value";
    }

    private static String newHasValue(String key) {
        return key + ", which is new, has a value";
    }

    Optional<Require> notNull(QualifiedName table, Column column, String missing) {
        return query(table, List.of(column.name()), List.of(), missing)
                .map(sql -> new Require(hasValue(OnlineOptions.key(table, column.name())), sql));
    }

    /** A column that comes, and that no row has a value for. */
    Optional<Require> noRows(QualifiedName table, Column column) {
        return rows.unmoved(table)
                .map(before -> new Require(
                        newHasValue(OnlineOptions.key(table, column.name())),
                        "SELECT " + names(key(before)) + " FROM " + SqlIdentifiers.quote(before.name())));
    }

    /** @param where which rows it is about, as SQL; empty for all */
    Optional<Require> unique(
            QualifiedName table, String constraint, List<String> keys, boolean nullsCollide, String where) {
        Set<String> columns = referenced(table, Stream.concat(keys.stream(), Stream.of(where)));
        boolean isPlain = where.isEmpty() && columns.containsAll(keys);
        if (!isPlain && mentionsUnknown(String.join(" , ", keys) + " " + where)) {
            return Optional.empty();
        }
        String list = keys.stream().map(key -> key(columns, key)).collect(Collectors.joining(", "));
        String and = where.isEmpty() ? "" : "(" + where + ") AND ";
        return rows.source(table, columns).flatMap(source -> {
            String duplicates = nullsCollide
                    ? "EXISTS (SELECT FROM (SELECT " + list + " FROM " + source
                            + (where.isEmpty() ? "" : " WHERE " + where)
                            + " GROUP BY " + list + " HAVING count(*) > 1) AS twice (" + aliases(keys.size())
                            + ") WHERE (" + aliases(keys.size()) + ") IS NOT DISTINCT FROM (" + list + "))"
                    : (keys.size() == 1 ? list : "(" + list + ")") + " IN (SELECT " + list + " FROM " + source
                            + (where.isEmpty() ? "" : " WHERE " + where) + " GROUP BY " + list
                            + " HAVING count(*) > 1)";
            return query(table, columns, columns, and + duplicates)
                    .map(sql -> new Require(
                            "Rows of " + table + " have different values for " + String.join(", ", keys) + " ("
                                    + constraint + ")",
                            sql));
        });
    }

    private static String key(Set<String> columns, String key) {
        return columns.contains(key) ? SqlIdentifiers.quote(key) : "(" + key + ")";
    }

    private static String aliases(int number) {
        return Stream.iterate(1, i -> i <= number, i -> i + 1)
                .map(i -> "key_" + i)
                .collect(Collectors.joining(", "));
    }

    Optional<Require> foreignKey(QualifiedName table, ForeignKey key) {
        if (key.hasPeriod()) {
            return Optional.empty();
        }
        String present = key.columns().stream()
                .map(column -> SqlIdentifiers.quote(column) + " IS NOT NULL")
                .collect(Collectors.joining(" AND "));
        Optional<Table> target = rows.table(key.target());
        if (target.isEmpty()) {
            return rows.isEmpty(key.target())
                    ? query(table, key.columns(), key.columns(), present)
                            .map(sql -> new Require(
                                    table + "." + String.join(", ", key.columns()) + " refers to no row of "
                                            + key.target() + ", which is new and has none (" + key.name() + ")",
                                    sql))
                    : Optional.empty();
        }
        List<String> targets = key.targetColumns().isEmpty()
                ? target.get().primaryKey().map(PrimaryKey::columns).orElse(List.of())
                : key.targetColumns();
        if (targets.size() != key.columns().size()) {
            return Optional.empty();
        }
        String alias = table.name().equals("target") ? "referred" : "target";
        List<String> equal = new ArrayList<>();
        for (int i = 0; i < targets.size(); i++) {
            equal.add(alias + "." + SqlIdentifiers.quote(targets.get(i)) + " = " + rows.qualifier(table) + "."
                    + SqlIdentifiers.quote(key.columns().get(i)));
        }
        return rows.values(key.target(), targets)
                .flatMap(source -> query(
                        table,
                        key.columns(),
                        key.columns(),
                        present + " AND NOT EXISTS (SELECT FROM " + source + " AS " + alias + " WHERE "
                                + String.join(" AND ", equal) + ")"))
                .map(sql -> new Require(
                        table + "." + String.join(", ", key.columns()) + " refers to rows of " + key.target() + " ("
                                + key.name() + ")",
                        sql));
    }

    Optional<Require> check(QualifiedName table, Check check) {
        String expression = check.expression().sql();
        Set<String> columns = referenced(table, Stream.of(check.expression().normal()));
        return mentionsUnknown(expression)
                ? Optional.empty()
                : query(table, columns, columns, "NOT (" + expression + ")")
                        .map(sql -> new Require(table + ": " + check.expression() + " (" + check.name() + ")", sql));
    }

    /** A value fits the type that its column gets, where that would fail or cut it. */
    Optional<Require> type(ChangeColumn change) {
        Type from = change.from().type();
        Type to = change.to().type();
        String name = rows.formerName(change.table(), change.from().name());
        boolean isUsual = change.using() == null
                || change.using().equals(SqlIdentifiers.quote(change.from().name()) + "::" + to)
                || change.using().equals(SqlIdentifiers.quote(change.from().name()) + "::text::" + to);
        return isUsual && !from.equals(to) && change.to().generated() == null && !hasOtherMeanings(change)
                ? unchanged(change.table(), name, from::equals).flatMap(table -> new UnfitValues(existing, operations)
                        .of(SqlIdentifiers.quote(name), from, to)
                        .map(unfit -> new Require(
                                change.table() + "." + change.to().name() + " fits " + to, select(table, name, unfit))))
                : Optional.empty();
    }

    /** The rows get other values before the type changes: what they have now says nothing. */
    private boolean hasOtherMeanings(ChangeColumn change) {
        return operations.stream()
                .anyMatch(operation -> operation instanceof ChangeMeanings meanings
                        && meanings.table().equals(change.table())
                        && meanings.column().equals(change.to().name())
                        && !meanings.moved().isEmpty());
    }

    /** No row has a constant that goes away. */
    Optional<Require> ordinals(ChangeMeanings change) {
        return unchanged(change.table(), rows.formerName(change.table(), change.column()), type -> true)
                .flatMap(table -> RemovedConstants.of(change, operations, existing));
    }

    /** No row has a label that goes away. */
    List<Require> labels(ChangeEnum change) {
        List<String> gone = change.from().values().stream()
                .filter(label -> !change.to().values().contains(label))
                .filter(label -> !change.mapping().containsKey(label))
                .toList();
        List<Require> all = change.uses().stream()
                .filter(use -> !gone.isEmpty())
                .flatMap(use -> labels(use, change.from().name(), gone).stream())
                .toList();
        return all.size() < change.uses().size() ? List.of() : all;
    }

    private Optional<Require> labels(Use use, QualifiedName enumType, List<String> gone) {
        String list = gone.stream().map(Literals::string).collect(Collectors.joining(", "));
        String name = rows.formerName(use.table(), use.column());
        String column = SqlIdentifiers.quote(name);
        return unchanged(
                        use.table(),
                        name,
                        type -> EnumDiff.isOf(type, enumType) && TypeFamily.isArray(type) == use.array())
                .map(table -> new Require(
                        use.table() + "." + use.column() + " is none of " + list,
                        select(
                                table,
                                name,
                                use.array()
                                        ? column + "::text[] && ARRAY[" + list + "]"
                                        : column + "::text IN (" + list + ")")));
    }

    /**
     * The table by the name that it has before, if its rows stay where they are, and the column is there and of such a
     * type: an earlier operation may give it another one.
     */
    private Optional<Table> unchanged(QualifiedName now, String column, Predicate<Type> hasType) {
        return rows.unmoved(now)
                .filter(table ->
                        table.column(column).map(Column::type).filter(hasType).isPresent());
    }

    private static String select(Table table, String column, String where) {
        return select(SqlIdentifiers.quote(table.name()), with(key(table), List.of(column)), where);
    }

    private static List<String> key(Table table) {
        return table.primaryKey().map(PrimaryKey::columns).orElse(List.of());
    }

    private boolean mentionsUnknown(String sql) {
        List<String> tokens = SqlScript.tokens(sql);
        boolean calls = tokens.contains("(");
        return tokens.stream().anyMatch(unknownTypes::contains)
                || operations.stream()
                        .anyMatch(operation ->
                                operation instanceof CreateExtension || (calls && bringsRoutines(operation)));
    }

    private static boolean bringsRoutines(Reversible operation) {
        return operation instanceof CreateAuxiliaryObject
                || operation instanceof CreateObject
                || operation instanceof ReplaceObject;
    }

    /** The columns that SQL about a table names. */
    private Set<String> referenced(QualifiedName table, Stream<String> sql) {
        Set<String> tokens =
                sql.flatMap(part -> SqlScript.tokens(part).stream()).collect(Collectors.toSet());
        return rows.columns(table).stream()
                .filter(column -> tokens.contains(SqlIdentifiers.quote(column)) || tokens.contains(column))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private Optional<String> query(
            QualifiedName table, Collection<String> columns, Collection<String> shown, String where) {
        return rows.table(table)
                .flatMap(before -> rows.source(table, columns))
                .map(source -> select(source, with(rows.keys(table), shown), where));
    }

    private static List<String> with(List<String> keys, Collection<String> shown) {
        Set<String> all = new LinkedHashSet<>(keys);
        all.addAll(shown);
        return List.copyOf(all);
    }

    private static String select(String source, List<String> columns, String where) {
        return "SELECT " + names(columns) + " FROM " + source + " WHERE " + where;
    }

    /** Without a key, where the row is. */
    private static String names(List<String> columns) {
        return columns.isEmpty()
                ? "ctid"
                : columns.stream().map(SqlIdentifiers::quote).collect(Collectors.joining(", "));
    }
}
