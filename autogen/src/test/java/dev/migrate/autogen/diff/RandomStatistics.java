package dev.migrate.autogen.diff;

import static dev.migrate.schema.Definitions.expression;
import static dev.migrate.schema.Definitions.key;
import static dev.migrate.schema.Definitions.statistics;

import dev.migrate.ddl.ServerVersion;
import dev.migrate.schema.Column;
import dev.migrate.schema.IndexKey;
import dev.migrate.schema.Statistics;
import dev.migrate.schema.Statistics.Kind;
import dev.migrate.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Extended statistics over the tables of a random schema. */
final class RandomStatistics {

    /** Of which the planner can count anything. */
    private static final Set<String> TYPES = Set.of("bigint", "integer", "smallint", "text", "uuid", "date");

    private final Draws draws;
    private final ServerVersion server;

    RandomStatistics(Draws draws, ServerVersion server) {
        this.draws = draws;
        this.server = server;
    }

    List<Statistics> over(List<Table> tables) {
        List<Statistics> all = new ArrayList<>();
        for (Table table : tables) {
            if (draws.chance(30)) {
                List<IndexKey> keys = keys(table);
                if (keys.size() > 1) {
                    all.add(drawn(statistics(table.name()
                                    .sibling("counted_" + table.name().name())
                                    .toString())
                            .on(table.name().toString(), keys.toArray(IndexKey[]::new))));
                }
            }
        }
        return all;
    }

    private List<IndexKey> keys(Table table) {
        List<IndexKey> keys = new ArrayList<>();
        for (Column column : table.columns()) {
            if (column.generated() == null
                    && TYPES.contains(column.type().sql())
                    && keys.size() < 4
                    && draws.chance(70)) {
                boolean isComputed = server.isAtLeast(14) && column.name().equals("id") && draws.chance(40);
                keys.add(isComputed ? expression("id IS NULL") : key(column.name()));
            }
        }
        return keys;
    }

    private Statistics drawn(Statistics plain) {
        Statistics drawn =
                plain.kinds(draws.one(List.of(Set.of(), Set.of(Kind.NDISTINCT), Set.of(Kind.DEPENDENCIES, Kind.MCV))));
        drawn = draws.chance(30) ? drawn.target(draws.one(List.of(0, 50, 500))) : drawn;
        return draws.chance(20) ? drawn.comment(draws.one(List.of("Counted", "Counted together"))) : drawn;
    }
}
