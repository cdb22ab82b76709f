package dev.migrate.autogen.online;

import dev.migrate.autogen.rows.RowMoves;
import dev.migrate.ddl.SqlIdentifiers;
import dev.migrate.operation.ColumnOperation.AddColumn;
import dev.migrate.operation.ColumnOperation.ChangeColumn;
import dev.migrate.operation.ColumnOperation.RenameColumn;
import dev.migrate.operation.EnumOperation.ChangeEnum;
import dev.migrate.operation.EnumOperation.ChangeMeanings;
import dev.migrate.operation.EnumOperation.CreateEnum;
import dev.migrate.operation.EnumOperation.RenameConstant;
import dev.migrate.operation.EnumOperation.RenameEnumValue;
import dev.migrate.operation.ObjectOperation.CreateDomain;
import dev.migrate.operation.Reversible;
import dev.migrate.operation.TableOperation.CreateTable;
import dev.migrate.operation.TableOperation.TableRenaming;
import dev.migrate.schema.Column;
import dev.migrate.schema.Constant;
import dev.migrate.schema.Expression;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import dev.migrate.schema.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The rows of tables as queries see them before a migration, with the names and the values that they have when an
 * operation of it runs.
 */
final class RowsBefore {

    /** Types that no migration makes, so that a value can be cast to them before. */
    private static final Set<String> BUILT_IN = Set.of(
            "smallint",
            "integer",
            "bigint",
            "numeric",
            "real",
            "double precision",
            "character",
            "character varying",
            "text",
            "date",
            "boolean",
            "uuid");

    private final List<Reversible> operations;
    private final Schema existing;
    private final OnlineOptions options;
    private final RowMoves moves;
    private final Map<QualifiedName, QualifiedName> formerNames = new HashMap<>();

    /**
     * @param existing what there is before the operations
     * @param moves the rows that come into tables, or leave them, meanwhile
     */
    RowsBefore(List<Reversible> operations, Schema existing, OnlineOptions options, RowMoves moves) {
        this.operations = List.copyOf(operations);
        this.existing = existing;
        this.options = options;
        this.moves = moves;
        for (Reversible operation : operations) {
            if (operation instanceof TableRenaming rename) {
                QualifiedName former = formerNames.getOrDefault(rename.table(), rename.table());
                formerNames.put(rename.renamed(), former);
            }
        }
    }

    /** The table that has this name when some operation runs; empty if none was there. */
    Optional<Table> table(QualifiedName now) {
        return existing.table(formerNames.getOrDefault(now, now));
    }

    /** The same, if its rows stay in it. */
    Optional<Table> unmoved(QualifiedName now) {
        return table(now).filter(table -> !moves.concern(now) && !moves.concern(table.name()));
    }

    /** Whether a table that comes has no row at any time. */
    boolean isEmpty(QualifiedName now) {
        return !moves.concern(now)
                && operations.stream()
                        .anyMatch(operation -> operation instanceof CreateTable create
                                && create.table().name().equals(now));
    }

    /**
     * Names a table's rows, as the FROM clause does.
     *
     * @param now the table's name
     * @param columns those that are asked for, by their names then
     * @return empty if a column's values aren't known before
     */
    Optional<String> source(QualifiedName now, Collection<String> columns) {
        if (unmoved(now).isEmpty()) {
            return Optional.empty();
        }
        Table table = table(now).orElseThrow();
        Set<String> all = new LinkedHashSet<>(keys(table));
        all.addAll(columns);
        List<String> values = new ArrayList<>();
        boolean asIs = table.name().equals(now);
        for (String column : all) {
            Optional<String> value = columns.contains(column)
                    ? value(table, now, column)
                    : Optional.of(SqlIdentifiers.quote(formerName(now, column)));
            if (value.isEmpty()) {
                return Optional.empty();
            }
            String name = SqlIdentifiers.quote(column);
            asIs &= value.get().equals(name);
            values.add(value.get().equals(name) ? name : value.get() + " AS " + name);
        }
        if (all.size() == columns.size() && keys(table).isEmpty()) {
            values.add(0, "ctid");
        }
        String from = SqlIdentifiers.quote(table.name());
        return Optional.of(
                asIs
                        ? from
                        : "(SELECT " + String.join(", ", values) + " FROM " + from + ") AS "
                                + SqlIdentifiers.quote(now.name()));
    }

    /** As {@link #source}, without a name of its own. */
    Optional<String> values(QualifiedName now, List<String> columns) {
        return unmoved(now).flatMap(table -> {
            List<String> values = new ArrayList<>();
            for (String column : columns) {
                value(table, now, column).ifPresent(value -> values.add(value + " AS " + SqlIdentifiers.quote(column)));
            }
            String from = SqlIdentifiers.quote(table.name());
            boolean asIs = columns.stream().allMatch(column -> value(table, now, column)
                    .filter(SqlIdentifiers.quote(column)::equals)
                    .isPresent());
            return values.size() < columns.size()
                    ? Optional.empty()
                    : Optional.of(asIs ? from : "(SELECT " + String.join(", ", values) + " FROM " + from + ")");
        });
    }

    /** All columns that the table has before or gets. */
    Set<String> columns(QualifiedName now) {
        Set<String> all = new LinkedHashSet<>();
        table(now).ifPresent(table -> {
            table.columns().forEach(column -> all.add(column.name()));
            for (Reversible operation : operations) {
                if (operation instanceof AddColumn add && isOf(table, add.table())) {
                    all.add(add.column().name());
                } else if (operation instanceof RenameColumn rename && isOf(table, rename.table())) {
                    all.add(rename.newName());
                }
            }
        });
        return all;
    }

    /** What a column was called before. */
    String formerName(QualifiedName now, String column) {
        return table(now)
                .flatMap(table -> renames(table)
                        .filter(rename -> rename.newName().equals(column))
                        .map(RenameColumn::column)
                        .findFirst())
                .orElse(column);
    }

    /** How a source's columns are qualified. */
    String qualifier(QualifiedName now) {
        return SqlIdentifiers.quote(now.name());
    }

    /** What tells a row from others: its primary key by the names that it has then. */
    List<String> keys(QualifiedName now) {
        return keys(table(now).orElseThrow());
    }

    private List<String> keys(Table table) {
        return table.primaryKey().map(PrimaryKey::columns).orElse(List.of()).stream()
                .map(column -> renames(table)
                        .filter(rename -> rename.column().equals(column))
                        .map(RenameColumn::newName)
                        .findFirst()
                        .orElse(column))
                .toList();
    }

    private Stream<RenameColumn> renames(Table table) {
        return operations.stream()
                .filter(RenameColumn.class::isInstance)
                .map(RenameColumn.class::cast)
                .filter(rename -> isOf(table, rename.table()));
    }

    private boolean isOf(Table table, QualifiedName now) {
        return formerNames.getOrDefault(now, now).equals(table.name());
    }

    private Optional<String> value(Table table, QualifiedName now, String column) {
        String former = column;
        Optional<ChangeColumn> change = Optional.empty();
        for (Reversible operation : operations) {
            if (operation instanceof AddColumn add
                    && isOf(table, add.table())
                    && add.column().name().equals(column)) {
                return added(add.column());
            }
            if (operation instanceof RenameColumn rename
                    && isOf(table, rename.table())
                    && rename.newName().equals(column)) {
                former = rename.column();
            }
            if (operation instanceof ChangeColumn each
                    && isOf(table, each.table())
                    && (each.to().name().equals(column) || each.to().name().equals(former))) {
                change = Optional.of(each);
            }
        }
        String name = SqlIdentifiers.quote(former);
        if (table.column(former).isEmpty() || isRewritten(table, now, Stream.of(column, former))) {
            return Optional.empty();
        }
        if (change.isEmpty() || isSameType(change.get())) {
            return Optional.of(name);
        }
        Type type = change.get().to().type();
        if (!BUILT_IN.contains(type.base()) || change.get().to().generated() != null) {
            return Optional.empty();
        }
        String using = change.get().using();
        return Optional.of("CAST(" + (using == null ? name : using) + " AS " + type + ")");
    }

    /** Whether rows get other values in it meanwhile. */
    private boolean isRewritten(Table table, QualifiedName now, Stream<String> names) {
        return names.anyMatch(name -> options.fill(now, name).isPresent()
                || operations.stream().anyMatch(operation -> rewrites(operation, table, name)));
    }

    private boolean rewrites(Reversible operation, Table table, String name) {
        if (operation instanceof RenameConstant rename) {
            return isOf(table, rename.table()) && rename.column().equals(name);
        }
        if (operation instanceof ChangeMeanings change) {
            return isOf(table, change.table()) && change.column().equals(name);
        }
        return operation instanceof ChangeEnum change
                && !change.mapping().isEmpty()
                && change.uses().stream()
                        .anyMatch(
                                use -> isOf(table, use.table()) && use.column().equals(name));
    }

    private static boolean isSameType(ChangeColumn change) {
        return change.from().type().equals(change.to().type())
                && change.using() == null
                && Objects.equals(change.from().collation(), change.to().collation())
                && change.to().generated() == null;
    }

    /** The same value in each row. */
    private static Optional<String> added(Column column) {
        Expression value = column.defaultExpression();
        return value == null || !BUILT_IN.contains(column.type().base())
                ? Optional.empty()
                : Constant.of(value).map(constant -> "CAST(" + value.sql() + " AS " + column.type() + ")");
    }

    /** Types that aren't there yet as an expression is to be read. */
    Set<String> unknownTypes() {
        return operations.stream()
                .flatMap(operation -> name(operation).stream())
                .map(QualifiedName::name)
                .map(SqlIdentifiers::quote)
                .collect(Collectors.toSet());
    }

    private static Optional<QualifiedName> name(Reversible operation) {
        if (operation instanceof CreateEnum create) {
            return Optional.of(create.type().name());
        }
        if (operation instanceof ChangeEnum change) {
            return Optional.of(change.to().name());
        }
        if (operation instanceof RenameEnumValue rename) {
            return Optional.of(rename.type());
        }
        if (operation instanceof CreateDomain create) {
            return Optional.of(create.domain().name());
        }
        return Optional.empty();
    }
}
