package dev.migrate.autogen.diff;

import static dev.migrate.schema.Definitions.expression;
import static dev.migrate.schema.Definitions.index;
import static dev.migrate.schema.Definitions.key;

import dev.migrate.ddl.ServerVersion;
import dev.migrate.schema.Index;
import dev.migrate.schema.IndexKey;
import dev.migrate.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Indexes of a random table: by several methods, with operator classes, collations, predicates and parameters. */
final class RandomIndexes {

    private final Draws draws;
    private final RandomTypes types;
    private final ServerVersion server;

    RandomIndexes(Draws draws, RandomTypes types, ServerVersion server) {
        this.draws = draws;
        this.types = types;
        this.server = server;
    }

    List<Index> of(Table table) {
        String name = table.name().toString();
        String suffix = table.name().name();
        List<Index> indexes = new ArrayList<>();
        if (RandomTables.isComparable(table, "a") && draws.chance(50)) {
            indexes.add(
                    varied(index(draws.one(List.of("ix_a_", "ia_")) + suffix).on(name, someKey(table, "a"))));
        }
        if (RandomTables.isComparable(table, "b") && draws.chance(40)) {
            indexes.add(index("ix_b_" + suffix).on(name, draws.chance(50) ? key("b").desc() : key("b"), key("id")));
        }
        if (RandomTables.isText(table, "Name") && draws.chance(60)) {
            indexes.add(index("ix_name_" + suffix).on(name, expression("lower(\"Name\")")));
        }
        if (table.column("c").isPresent() && draws.chance(60)) {
            otherwise(table).ifPresent(indexes::add);
        }
        if (types.hasNext() && RandomTables.isNumber(table, "a") && draws.chance(30)) {
            indexes.add(index("ix_next_" + suffix).on(name, expression("next(a::bigint)")));
        }
        if (types.isMood(table, "b") && draws.chance(50)) {
            indexes.add(index("ix_sad_" + suffix).on(name, "id").where("b = " + types.sad()));
        }
        table.column("c")
                .filter(c -> types.isDomain(c.type()) && draws.chance(50))
                .ifPresent(c -> indexes.add(index("ix_set_" + suffix)
                        .on(name, "id")
                        .where("c IS NOT NULL AND NULL::" + c.type() + " IS NULL")));
        return indexes;
    }

    private IndexKey someKey(Table table, String column) {
        IndexKey key = key(column);
        if (RandomTables.isText(table, column)) {
            key = draws.chance(30) ? key.operatorClass("text_pattern_ops") : key;
            key = draws.chance(20) ? key.collation("\"POSIX\"") : key;
        }
        key = draws.chance(20) ? key.desc() : key;
        return draws.chance(20) ? key.nullsFirst() : key;
    }

    private Index varied(Index start) {
        Index index = draws.chance(30) ? start.unique() : start;
        index = index.isUnique() && draws.chance(30) && server.isAtLeast(15) ? index.nullsNotDistinct() : index;
        index = draws.chance(20) ? index.include("id") : index;
        index = draws.chance(10) ? index.with("fillfactor", draws.one(List.of("70", "80"))) : index;
        return draws.chance(30) ? index.where("a IS NOT NULL") : index;
    }

    /** By another method than a B-tree. */
    private Optional<Index> otherwise(Table table) {
        Index index = index("ix_c_" + table.name().name()).on(table.name().toString(), "c");
        if (RandomTables.isOneOf(table, "c", "jsonb")) {
            return Optional.of(
                    draws.chance(50)
                            ? index.using("gin")
                            : keyed(index, "jsonb_path_ops").using("gin"));
        }
        if (RandomTables.isOneOf(table, "c", "integer[]", "text[]") || types.isMoods(table, "c")) {
            return Optional.of(draws.chance(30) ? index.using("gin").with("fastupdate", "off") : index.using("gin"));
        }
        if (RandomTables.isOneOf(table, "c", "tsvector")) {
            return Optional.of(
                    draws.chance(50)
                            ? index.using("gin")
                            : keyed(index, "tsvector_ops(siglen='" + draws.one(List.of("100", "200")) + "')")
                                    .using("gist"));
        }
        if (RandomTables.isOneOf(table, "c", "int4range", "daterange", "point")) {
            return Optional.of(index.using(draws.one(List.of("gist", "spgist"))));
        }
        if (RandomTables.isOneOf(table, "c", "smallint", "integer", "bigint", "date", "text")) {
            return Optional.of(
                    draws.chance(50) ? index.using("hash") : index.using("brin").with("pages_per_range", "32"));
        }
        return Optional.empty();
    }

    private static Index keyed(Index index, String operatorClass) {
        return index.keys(List.of(key("c").operatorClass(operatorClass)));
    }
}
