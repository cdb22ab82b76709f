package dev.migrate.autogen.diff;

import dev.migrate.schema.Column;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Predicate;

/** What a schema consists of, by names that hold in any schema, so that some of it can be left out. */
final class SchemaParts {

    private SchemaParts() {}

    static List<String> of(Schema schema) {
        List<String> parts = new ArrayList<>();
        without(schema, part -> {
            parts.add(part);
            return false;
        });
        return parts;
    }

    static Schema without(Schema schema, Predicate<String> isLeftOut) {
        return new Schema(
                        kept(schema.schemas(), name -> isLeftOut.test("schema " + name)),
                        kept(schema.tables(), table -> isLeftOut.test("table " + table.name())).stream()
                                .map(table -> without(table, isLeftOut))
                                .toList(),
                        kept(schema.sequences(), sequence -> isLeftOut.test("sequence " + sequence.name())),
                        kept(schema.enums(), type -> isLeftOut.test("enum " + type.name())),
                        kept(schema.domains(), domain -> isLeftOut.test("domain " + domain.name())),
                        schema.extensions(),
                        kept(schema.auxiliaryObjects(), object -> isLeftOut.test("object " + object.identity())),
                        schema.mapping())
                .withStatistics(
                        kept(schema.statistics(), statistics -> isLeftOut.test("statistics " + statistics.name())));
    }

    private static Table without(Table table, Predicate<String> isLeftOut) {
        Predicate<String> ofTable = part -> isLeftOut.test("table " + table.name() + ", " + part);
        return new Table(
                table.name(),
                kept(table.columns(), column -> ofTable.test("column " + column.name())).stream()
                        .map(column -> without(column, ofTable))
                        .toList(),
                kept(table.constraints(), constraint -> ofTable.test(name(constraint))),
                kept(table.indexes(), index -> ofTable.test("index " + index.name())),
                table.comment() != null && ofTable.test("comment") ? null : table.comment(),
                table.isUnlogged() && !ofTable.test("unlogged"),
                !table.storageParameters().isEmpty() && ofTable.test("storage parameters")
                        ? new TreeMap<>()
                        : table.storageParameters(),
                table.tablespace(),
                table.inherits(),
                table.partitioning(),
                table.partitionOf(),
                table.onlyIfMissing());
    }

    private static String name(Constraint constraint) {
        return "constraint " + constraint.name();
    }

    private static Column without(Column column, Predicate<String> isLeftOut) {
        String name = "column " + column.name() + ", ";
        Column rest = column;
        rest = rest.comment() != null && isLeftOut.test(name + "comment") ? rest.comment(null) : rest;
        rest = !rest.nullable() && isLeftOut.test(name + "not null") ? rest.nullable(true) : rest;
        boolean isPlain = rest.equals(Column.of(rest.name(), rest.type()).nullable(rest.nullable()));
        return !isPlain && isLeftOut.test(name + "properties")
                ? Column.of(rest.name(), rest.type()).nullable(rest.nullable())
                : rest;
    }

    private static <T> List<T> kept(List<T> parts, Predicate<T> isLeftOut) {
        return parts.stream().filter(isLeftOut.negate()).toList();
    }
}
