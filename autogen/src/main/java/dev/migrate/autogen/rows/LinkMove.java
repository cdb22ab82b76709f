package dev.migrate.autogen.rows;

import dev.migrate.ddl.SqlIdentifiers;
import dev.migrate.operation.DataOperation.Require;
import dev.migrate.operation.ObjectOperation.Execute;
import dev.migrate.operation.Operation;
import dev.migrate.schema.Column;
import dev.migrate.schema.QualifiedName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Brings links from a link table to a column, or from a column to a link table.
 *
 * @param toColumn whether the column comes
 */
record LinkMove(Link link, boolean toColumn) implements Move {

    private String table() {
        return SqlIdentifiers.quote(link.table().name());
    }

    private String referring() {
        return SqlIdentifiers.quote(link.referring().name());
    }

    @Override
    public List<Require> requirements() {
        List<Require> all = new ArrayList<>();
        if (toColumn && !link.isToOne()) {
            all.add(new Require(
                    "each row of " + link.referring().name() + " is in one row of "
                            + link.table().name() + " at most",
                    repeated(table(), link.row().columns())));
        }
        if (toColumn && link.isRequired()) {
            all.add(new Require(
                    "each row of " + link.referring().name() + " is in a row of "
                            + link.table().name(),
                    "SELECT " + SqlIdentifiers.quoteAll(link.rowKey()) + " FROM " + referring()
                            + " WHERE NOT EXISTS (SELECT FROM " + table() + " WHERE " + join() + ")"));
        }
        List<String> owner =
                toColumn ? link.owner().columns() : link.reference().columns();
        boolean isUniqueBefore = toColumn
                ? Link.isUnique(link.table(), link.owner().columns())
                : Link.isUnique(link.referring(), link.reference().columns());
        boolean isUniqueAfter = toColumn
                ? Link.isUnique(link.referring(), link.reference().columns())
                : Link.isUnique(link.table(), link.owner().columns());
        if (isUniqueAfter && !isUniqueBefore) {
            QualifiedName source =
                    toColumn ? link.table().name() : link.referring().name();
            all.add(new Require(
                    "no two rows of " + source + " have the same " + String.join(", ", owner),
                    repeated(SqlIdentifiers.quote(source), owner)));
        }
        return all;
    }

    private static String repeated(String table, List<String> columns) {
        String names = SqlIdentifiers.quoteAll(columns);
        return "SELECT " + names + " FROM " + table + " WHERE " + present(columns) + " GROUP BY " + names
                + " HAVING count(*) > 1";
    }

    private static String present(List<String> columns) {
        return columns.stream()
                .map(column -> SqlIdentifiers.quote(column) + " IS NOT NULL")
                .collect(Collectors.joining(" AND "));
    }

    /** {@code cart_lines.lines_id = line.id}. */
    private String join() {
        List<String> equal = new ArrayList<>();
        for (int i = 0; i < link.rowKey().size(); i++) {
            equal.add(linkColumn(link.row().columns().get(i)) + " = " + referring() + "."
                    + SqlIdentifiers.quote(link.rowKey().get(i)));
        }
        return String.join(" AND ", equal);
    }

    private String linkColumn(String column) {
        return table() + "." + SqlIdentifiers.quote(column);
    }

    @Override
    public List<Operation> operations() {
        return toColumn && link.isRequired() && link.further().isEmpty()
                ? List.of()
                : List.of(new Execute(toColumn ? update() : insert()));
    }

    String statement() {
        return toColumn ? update() : insert();
    }

    /** The columns beside the link table, by the link table's. */
    private Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < link.owner().columns().size(); i++) {
            values.put(link.owner().columns().get(i), link.reference().columns().get(i));
        }
        link.further().forEach(column -> values.put(column, column));
        return values;
    }

    private String update() {
        return "UPDATE " + referring() + " SET "
                + values().entrySet().stream()
                        .map(value -> SqlIdentifiers.quote(value.getValue()) + " = " + linkColumn(value.getKey()))
                        .collect(Collectors.joining(", "))
                + " FROM " + table() + " WHERE " + join();
    }

    private String insert() {
        Map<String, String> values = new LinkedHashMap<>(values());
        for (int i = 0; i < link.rowKey().size(); i++) {
            values.put(link.row().columns().get(i), link.rowKey().get(i));
        }
        return "INSERT INTO " + table() + " (" + SqlIdentifiers.quoteAll(List.copyOf(values.keySet())) + ") SELECT "
                + SqlIdentifiers.quoteAll(List.copyOf(values.values())) + " FROM " + referring() + " WHERE "
                + present(link.reference().columns());
    }

    @Override
    public Map<Cell, String> fills() {
        Map<Cell, String> fills = new LinkedHashMap<>();
        if (toColumn && link.isRequired()) {
            values().forEach((source, target) -> {
                if (!link.further().contains(source)) {
                    fills.put(
                            new Cell(link.referring().name(), target),
                            "(SELECT " + linkColumn(source) + " FROM " + table() + " WHERE " + join() + ")");
                }
            });
        }
        return fills;
    }

    @Override
    public Set<Cell> kept() {
        Set<Cell> kept = new LinkedHashSet<>();
        if (toColumn) {
            link.table().columns().stream()
                    .map(Column::name)
                    .forEach(column -> kept.add(new Cell(link.table().name(), column)));
        } else {
            values().values()
                    .forEach(column -> kept.add(new Cell(link.referring().name(), column)));
        }
        return kept;
    }

    @Override
    public Set<QualifiedName> tables() {
        return Set.of(link.table().name(), link.referring().name());
    }

    @Override
    public Set<QualifiedName> sources() {
        return Set.of(toColumn ? link.table().name() : link.referring().name());
    }

    @Override
    public List<String> comment() {
        String name = link.table().name().toString();
        return List.of(
                toColumn
                        ? "Moves the rows of " + name + " to " + link.columnText() + "."
                        : "Moves the values of " + link.columnText() + " to rows of " + name + ".",
                "If one has nothing to do with the other, generate again with -Dmigrate.leaveRows=" + name + ".");
    }

    /** What an author may want, where nobody knows whether one has to do with the other. */
    List<String> hint(String code) {
        String name = link.table().name().toString();
        return List.of(
                toColumn
                        ? "If " + link.columnText() + " is what the rows of " + name + " have said, move them first:"
                        : "If the rows of " + name + " are what " + link.columnText() + " has said, move it first:",
                code);
    }

    @Override
    public String refusal(String doubt) {
        String name = link.table().name().toString();
        return "The rows of " + name + (toColumn ? " have to go to " : " have to come from ") + link.columnText()
                + ", and can't be moved: " + doubt + ". Run again with -Dmigrate.leaveRows=" + name
                + ", and move them in the migration by statements of your own.";
    }
}
