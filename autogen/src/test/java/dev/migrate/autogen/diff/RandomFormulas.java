package dev.migrate.autogen.diff;

import static dev.migrate.schema.Definitions.check;
import static dev.migrate.schema.Definitions.column;
import static dev.migrate.schema.Definitions.index;
import static dev.migrate.schema.Types.bigint;
import static dev.migrate.schema.Types.bool;
import static dev.migrate.schema.Types.numeric;

import dev.migrate.ddl.ServerVersion;
import dev.migrate.schema.Column;
import dev.migrate.schema.Generated;
import dev.migrate.schema.Index;
import dev.migrate.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Generated columns of a random table, which may be plain ones elsewhere, and what is over them. */
final class RandomFormulas {

    private final Draws draws;
    private final RandomTypes types;
    private final ServerVersion server;

    RandomFormulas(Draws draws, RandomTypes types, ServerVersion server) {
        this.draws = draws;
        this.types = types;
        this.server = server;
    }

    /** Over numbers, over the enum, and over a domain. */
    Table addedTo(Table start) {
        Table table = start;
        if (types.hasNext() && draws.chance(30) && RandomTables.isNumber(table, "a")) {
            table = table.columns(column("following", bigint()).generatedStored("next(a::bigint)"));
        }
        if (draws.chance(25)) {
            table = table.columns(twice(table));
        }
        if (draws.chance(30) && types.isMood(table, "b")) {
            table = table.columns(column("is_sad", bool())
                    .generatedStored(draws.one(List.of("b = " + types.sad(), "b IS NOT NULL"))));
        }
        if (draws.chance(30)
                && table.column("c").filter(c -> types.isDomain(c.type())).isPresent()) {
            table = table.columns(column("is_set", bool()).generatedStored("c IS NOT NULL"));
        }
        return table;
    }

    /** Stored, virtual or plain. */
    private Column twice(Table table) {
        Column twice = column("twice", draws.one(List.of(numeric(), bigint())));
        twice = draws.chance(20) ? twice.comment("Twice") : twice;
        twice = draws.chance(20) ? twice.notNull() : twice;
        if (draws.chance(30) || !RandomTables.isNumber(table, "a")) {
            return draws.chance(50) ? twice.defaultValue(0) : twice;
        }
        String formula = draws.one(List.of("a * 2", "a + a + 1"));
        return server.isAtLeast(18) && draws.chance(30)
                ? twice.generatedVirtual(formula)
                : twice.generatedStored(formula);
    }

    Table withChecks(Table table) {
        return table.column("twice").isPresent() && draws.chance(30)
                ? table.constraints(
                        check("ck_twice_" + table.name().name(), "twice <> " + draws.one(List.of("3", "5"))))
                : table;
    }

    List<Index> indexes(Table table) {
        List<Index> indexes = new ArrayList<>();
        for (String column : List.of("following", "twice", "is_sad", "is_set")) {
            Optional<Column> found = table.column(column).filter(c -> !isVirtual(c.generated()));
            if (found.isPresent() && draws.chance(20)) {
                Index index = index("ix_" + column + "_" + table.name().name())
                        .on(table.name().toString(), column);
                index = draws.chance(30) ? index.unique().include("id") : index;
                indexes.add(draws.chance(30) ? index.where(column + " IS NOT NULL") : index);
            }
        }
        return indexes;
    }

    private static boolean isVirtual(@Nullable Generated generated) {
        return generated != null && generated.kind() == Generated.Kind.VIRTUAL;
    }
}
