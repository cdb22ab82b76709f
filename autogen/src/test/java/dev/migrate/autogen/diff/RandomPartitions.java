package dev.migrate.autogen.diff;

import static dev.migrate.schema.Definitions.column;
import static dev.migrate.schema.Definitions.exclude;
import static dev.migrate.schema.Definitions.expression;
import static dev.migrate.schema.Definitions.foreignKey;
import static dev.migrate.schema.Definitions.index;
import static dev.migrate.schema.Definitions.key;
import static dev.migrate.schema.Definitions.unique;
import static dev.migrate.schema.Types.bigint;
import static dev.migrate.schema.Types.date;
import static dev.migrate.schema.Types.integer;
import static dev.migrate.schema.Types.numeric;
import static dev.migrate.schema.Types.text;
import static dev.migrate.schema.Types.type;

import dev.migrate.ddl.ServerVersion;
import dev.migrate.schema.Domain;
import dev.migrate.schema.Identity;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Table;
import dev.migrate.schema.Unique;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Partitioned tables, whose partitions may have a check, an index and partitions of their own, and tables that inherit. */
final class RandomPartitions {

    private final Draws draws;
    private final RandomTypes types;
    private final ServerVersion server;

    RandomPartitions(Draws draws, RandomTypes types, ServerVersion server) {
        this.draws = draws;
        this.types = types;
        this.server = server;
    }

    /** @param tables those that may be referenced */
    List<Table> tables(List<Table> tables) {
        List<Table> all = new ArrayList<>();
        if (draws.chance(50)) {
            Table measures = measures(tables);
            all.add(measures);
            int years = 0;
            for (int year = 2024; year < 2026; year++) {
                if (draws.chance(60)) {
                    years++;
                    all.addAll(measuresOf(year));
                }
            }
            // PostgreSQL drops no partition while a key is there that references its parent.
            if (years == 2 && measures.primaryKey().isPresent() && draws.chance(60)) {
                all.add(named("days")
                        .columns(column("day", date()))
                        .foreignKey(foreignKey("fk_days", "day").references("measures", "day")));
            }
        }
        if (draws.chance(20)) {
            all.addAll(buckets());
        }
        if (draws.chance(30)) {
            all.addAll(places());
        }
        if (draws.chance(30)) {
            all.addAll(family());
        }
        return all;
    }

    private Table measures(List<Table> tables) {
        Table parent = named("measures")
                .columns(column("day", date()).notNull(), column("a", integer()), column("m", types.mood()))
                .partitionByRange("day");
        for (Domain domain : types.domains()) {
            parent = draws.chance(40)
                    ? parent.columns(
                            column(domain.name().name(), type(domain.name().toString())))
                    : parent;
        }
        if (server.isAtLeast(17) && draws.chance(30)) { // Before, a partitioned table has no identity.
            parent = parent.columns(column("nr", draws.one(List.of(integer(), bigint())))
                    .notNull()
                    .identity(draws.one(
                            List.of(Identity.byDefault(), Identity.always().increment(5)))));
        }
        parent = draws.chance(50) ? parent.primaryKey("measures_pkey", "day") : parent;
        if (draws.chance(20)) {
            Unique unique = unique("uq_measures", "a", "day");
            parent = parent.constraints(draws.chance(30) && server.isAtLeast(15) ? unique.nullsNotDistinct() : unique);
        }
        if (server.isAtLeast(17) && draws.chance(20)) { // Before, a partitioned table has no exclusion.
            parent = parent.constraints(exclude("ex_measures", "day", "=").with("a", draws.one(List.of("=", "<>"))));
        }
        parent = draws.chance(50) ? parent.check("ck_measures", draws.one(List.of("a > 0", "a > 1"))) : parent;
        parent = draws.chance(20) ? parent.check("ck_mood", "m <> " + types.sad()) : parent;
        parent = draws.chance(50)
                ? parent.withIndexes(List.of(index("ix_measures").on("measures", draws.one(List.of("a", "m")))))
                : parent;
        parent = draws.chance(20) ? parent.comment(draws.one(List.of("All", "Each"))) : parent;
        return !tables.isEmpty() && draws.chance(40) ? referencing(parent, draws.one(tables)) : parent;
    }

    private static Table referencing(Table table, Table target) {
        return table.columns(column("ref", target.column("id").orElseThrow().type()))
                .foreignKey(foreignKey("fk_measures", "ref")
                        .references(target.name().toString(), "id"));
    }

    private List<Table> measuresOf(int year) {
        String name = "measures_" + year;
        Table partition = named(name)
                .partitionOf("measures", "FOR VALUES FROM ('" + year + "-01-01') TO ('" + (year + 1) + "-01-01')");
        partition = draws.chance(30) ? partition.check("ck_" + name, draws.one(List.of("a < 9", "a < 8"))) : partition;
        partition = draws.chance(30)
                // One like the parent's would be taken for the parent's own.
                ? partition.withIndexes(List.of(index("ix_" + name).on(name, "day", draws.one(List.of("a", "m")))))
                : partition;
        partition = draws.chance(20)
                ? partition.constraints(unique("uq_" + name, "day", "m").include("a"))
                : partition;
        partition = draws.chance(20) ? partition.comment("Of " + year) : partition;
        return year == 2024
                ? List.of(partition)
                : List.of(
                        partition.partitionByRange("day"),
                        named(name + "_1")
                                .partitionOf(name, "FOR VALUES FROM ('" + year + "-01-01') TO ('" + year + "-07-01')"),
                        named(name + "_rest").partitionOf(name, "DEFAULT"));
    }

    /** Partitions by hash, in another schema. */
    private List<Table> buckets() {
        List<Table> all = new ArrayList<>(List.of(named("buckets")
                .columns(column("kind", text()), column("a", draws.one(List.of(integer(), text()))))
                .partitionByHash("kind")));
        IntStream.range(0, 2)
                .mapToObj(remainder -> named("audit.buckets_" + remainder)
                        .partitionOf("buckets", "FOR VALUES WITH (modulus 2, remainder " + remainder + ")"))
                .forEach(all::add);
        return all;
    }

    /** Partitions by lists and ranges of what keys with options or expressions say. */
    private List<Table> places() {
        Table places = named("places")
                .columns(
                        column("country", text()).notNull(),
                        column("city", text()),
                        column("size", draws.one(List.of(integer(), numeric(10, 2)))))
                .partitionByList(key("country").collation("\"C\""));
        places = draws.chance(40)
                ? places.withIndexes(List.of(index("ix_places").on("places", draws.one(List.of("city", "size")))))
                : places;
        List<Table> all = new ArrayList<>(List.of(places));
        if (draws.chance(60)) {
            all.add(named("places_at").partitionOf("places", "FOR VALUES IN ('at', 'de')"));
        }
        if (draws.chance(60)) {
            all.add(named("places_rest")
                    .partitionOf("places", "DEFAULT")
                    .partitionByRange(expression("lower(city)").operatorClass("text_pattern_ops"), key("country")));
            all.add(named("places_rest_a")
                    .partitionOf("places_rest", "FOR VALUES FROM ('a', MINVALUE) TO ('n', MAXVALUE)"));
        }
        return all;
    }

    private List<Table> family() {
        Table parent =
                named("posts").columns(column("a", draws.one(List.of(integer(), text()))), column("m", types.mood()));
        parent = draws.chance(50) ? parent.columns(column("b", text())) : parent;
        parent = draws.chance(50) ? parent.check("ck_posts", "m <> " + types.sad()) : parent;
        Table child = named("notes").inherits("posts");
        child = draws.chance(50) ? child.columns(column("c", types.mood())) : child;
        child = draws.chance(30)
                ? child.check("ck_notes", draws.one(List.of("m IS NOT NULL", "a IS NOT NULL")))
                : child;
        child = draws.chance(30) ? child.withIndexes(List.of(index("ix_notes").on("notes", "a", "m"))) : child;
        if (draws.chance(40)) {
            return List.of(parent);
        }
        Table tagged = named("tagged").columns(column("tag", draws.one(List.of(text(), types.mood()))));
        Table drafts = named("drafts").inherits("notes").inherits("tagged");
        drafts =
                draws.chance(30) ? drafts.withIndexes(List.of(index("ix_drafts").on("drafts", "a"))) : drafts;
        return draws.chance(40) ? List.of(parent, child, tagged, drafts) : List.of(parent, child);
    }

    private static Table named(String name) {
        return Table.of(QualifiedName.parse(name));
    }
}
