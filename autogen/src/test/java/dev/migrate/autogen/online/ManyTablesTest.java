package dev.migrate.autogen.online;

import static dev.migrate.schema.Definitions.column;
import static dev.migrate.schema.Definitions.index;
import static dev.migrate.schema.Definitions.sequence;
import static dev.migrate.schema.Definitions.table;
import static dev.migrate.schema.Types.bigint;
import static dev.migrate.schema.Types.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.autogen.diff.DiffOptions;
import dev.migrate.autogen.diff.Difference;
import dev.migrate.autogen.diff.SchemaDiff;
import dev.migrate.operation.IndexOperation.DropIndex;
import dev.migrate.operation.ObjectOperation.Execute;
import dev.migrate.operation.Operation;
import dev.migrate.schema.Index;
import dev.migrate.schema.MappingFacts;
import dev.migrate.schema.NumberedTables;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Schemas of a size at which it counts how often all tables are looked at. */
class ManyTablesTest {

    /** With a search through all tables for each of them this takes an hour. */
    @Test
    void indexesOfThousandsOfTablesGo() {
        List<Index> indexes = IntStream.range(0, 3_000)
                .mapToObj(i -> index("ix" + i).on("t" + i, "name"))
                .toList();
        Difference difference = SchemaDiff.diff(tables(indexes, true), tables(indexes, false), DiffOptions.CATALOGS);

        Set<Operation> upgrade = OnlineRewrite.of(difference, OnlineOptions.ONLINE).upgrade().stream()
                .flatMap(paragraph -> paragraph.operations().stream())
                .collect(Collectors.toSet());

        assertThat(upgrade)
                .isEqualTo(indexes.stream()
                        .map(index -> new DropIndex(index.concurrently()))
                        .collect(Collectors.toSet()));
    }

    /** Without remembering what each sequence numbers this takes an hour. */
    @Test
    void keysOfAThousandTablesGetSequences() {
        List<Table> numbered = IntStream.range(0, 1_000)
                .mapToObj(i -> table("t" + i)
                        .columns(column("id", bigint()).notNull().identity())
                        .primaryKey("t" + i + "_pkey", "id"))
                .toList();
        Schema before = Schema.ofTables(numbered.toArray(Table[]::new));
        Schema after = Schema.ofTables(numbered.stream()
                        .map(table ->
                                table.withColumns(List.of(column("id", bigint()).notNull())))
                        .toArray(Table[]::new))
                .withSequences(numbered.stream()
                        .map(table -> sequence(table.name() + "_seq"))
                        .toList())
                .withMapping(new MappingFacts(
                        numbered.stream()
                                .map(table -> new NumberedTables(
                                        table.name().sibling(table.name() + "_seq"), List.of(table.name())))
                                .toList(),
                        List.of()));
        Difference difference = SchemaDiff.diff(before, after, DiffOptions.CATALOGS);

        OnlineRewrite rewrite = OnlineRewrite.of(difference, OnlineOptions.ONLINE);

        assertThat(rewrite.upgrade().stream()
                        .flatMap(paragraph -> paragraph.operations().stream())
                        .filter(Execute.class::isInstance))
                .hasSize(1_000);
    }

    private static Schema tables(List<Index> indexes, boolean haveThem) {
        return Schema.ofTables(indexes.stream()
                .map(index -> table(index.table().name())
                        .columns(column("name", text()))
                        .withIndexes(haveThem ? List.of(index) : List.of()))
                .toArray(Table[]::new));
    }
}
