package dev.migrate.autogen.diff;

import static dev.migrate.schema.Definitions.sequence;
import static dev.migrate.schema.Types.integer;
import static dev.migrate.schema.Types.smallint;

import dev.migrate.ddl.ServerVersion;
import dev.migrate.schema.AuxiliaryObject;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Sequence;
import dev.migrate.schema.Statistics;
import dev.migrate.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Schemas by chance, from a small stock of names and definitions: two of them share enough to have something to change,
 * and differ enough to have something to add and drop. The same seed gives the same schema.
 */
public final class RandomSchemas {

    private final Draws draws;
    private final ServerVersion server;

    private RandomSchemas(Draws draws, ServerVersion server) {
        this.draws = draws;
        this.server = server;
    }

    /** The schema of this seed, as an author would write it. */
    public static Schema schema(long seed, ServerVersion server) {
        return new RandomSchemas(new Draws(seed), server).schema();
    }

    /** The schema of this seed as it might be somewhat later. */
    static Schema later(long seed, ServerVersion server) {
        return new RandomSchemas(new Draws(seed, seed, 2), server).schema();
    }

    private Schema schema() {
        RandomTypes types = new RandomTypes(draws);
        List<Table> tables = new RandomTables(draws, types, server).tables();
        List<Sequence> sequences = sequences(tables, types);
        List<Table> all = new ArrayList<>(tables);
        all.addAll(new RandomPartitions(draws, types, server).tables(tables));
        all.addAll(new RandomRooms(draws, types, server).tables());
        List<AuxiliaryObject> objects = new RandomObjects(draws, types, server).over(all);
        List<Statistics> statistics = new RandomStatistics(draws, server).over(all);
        boolean hasAudit = draws.chance(20)
                || types.isInAudit()
                || Stream.concat(
                                all.stream().map(Table::name),
                                sequences.stream().map(Sequence::name))
                        .anyMatch(name -> "audit".equals(name.schema()))
                || objects.stream().anyMatch(object -> object.create().contains("audit."));
        return Schema.EMPTY
                .withSchemas(hasAudit ? List.of("audit") : List.of())
                .withEnums(List.of(types.enums()))
                .withDomains(types.domains())
                .withAuxiliaryObjects(objects)
                .withStatistics(statistics)
                .withSequences(sequences)
                .withTables(all);
    }

    private List<Sequence> sequences(List<Table> tables, RandomTypes types) {
        List<Sequence> sequences = new ArrayList<>();
        if (types.hasNumbers()) {
            Sequence numbers =
                    sequence("numbers").increment(draws.one(List.of(1L, 50L))).start(draws.one(List.of(1L, 1000L)));
            numbers = draws.chance(30) ? numbers.max(5000).cache(draws.one(List.of(1L, 20L))) : numbers;
            numbers = draws.chance(20) ? numbers.cycle() : numbers;
            numbers = draws.chance(20) ? numbers.min(-5) : numbers;
            numbers = draws.chance(20) ? numbers.type(draws.one(List.of(integer(), smallint()))) : numbers;
            sequences.add(draws.chance(30) ? numbers.comment("Numbers") : numbers);
        }
        for (Table table : tables) {
            if (table.column("serial").isPresent()) {
                sequences.add(sequence(RandomTables.sequenceName(table.name()))
                        .type(integer())
                        .ownedBy(table.name().toString(), "serial"));
            }
        }
        if (draws.chance(30)) {
            Sequence tickets =
                    sequence("tickets").min(-1000).max(-1).increment(-1).start(draws.one(List.of(-1L, -7L)));
            List<Table> here = tables.stream()
                    .filter(table -> table.name().schema() == null)
                    // Of two sequences that a column has, pg_get_serial_sequence says one.
                    .filter(table -> table.column("id")
                            .filter(column -> column.generator() == null)
                            .isPresent())
                    .toList();
            sequences.add(
                    here.isEmpty() || draws.chance(40)
                            ? tickets
                            : tickets.ownedBy(draws.one(here).name().toString(), "id"));
        }
        return sequences;
    }
}
