package dev.migrate.autogen.diff;

import static dev.migrate.schema.Definitions.column;
import static dev.migrate.schema.Definitions.exclude;
import static dev.migrate.schema.Definitions.foreignKey;
import static dev.migrate.schema.Definitions.index;
import static dev.migrate.schema.Definitions.key;
import static dev.migrate.schema.Definitions.primaryKey;
import static dev.migrate.schema.Definitions.unique;
import static dev.migrate.schema.Types.bigint;
import static dev.migrate.schema.Types.integer;
import static dev.migrate.schema.Types.smallint;
import static dev.migrate.schema.Types.text;
import static dev.migrate.schema.Types.type;
import static dev.migrate.schema.Types.varchar;

import dev.migrate.ddl.ServerVersion;
import dev.migrate.schema.Column;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.ForeignKey.Action;
import dev.migrate.schema.Index;
import dev.migrate.schema.IndexKey;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Table;
import dev.migrate.schema.Unique;
import java.util.ArrayList;
import java.util.List;

/** Tables with keys of several columns, some of them periods, and others that refer to all of them or to some. */
final class RandomRooms {

    private static final List<Action> ACTIONS =
            List.of(Action.NO_ACTION, Action.CASCADE, Action.RESTRICT, Action.SET_DEFAULT, Action.SET_NULL);

    private final Draws draws;
    private final RandomTypes types;
    private final ServerVersion server;

    RandomRooms(Draws draws, RandomTypes types, ServerVersion server) {
        this.draws = draws;
        this.types = types;
        this.server = server;
    }

    List<Table> tables() {
        List<Table> all = new ArrayList<>();
        if (draws.chance(40)) {
            List<Column> columns = columns();
            Table rooms = rooms(columns);
            all.add(rooms);
            if (draws.chance(70)) {
                all.add(stays(columns, rooms));
            }
        }
        if (draws.chance(20)) {
            Table heap =
                    Table.of(QualifiedName.parse("heap")).columns(column("a", draws.one(List.of(text(), integer()))));
            all.add((draws.chance(50) ? heap.primaryKey("heap_pkey", "a") : heap).unlogged());
        }
        return all;
    }

    private List<Column> columns() {
        return List.of(
                column("floor", draws.one(List.of(integer(), smallint(), bigint())))
                        .notNull(),
                draws.one(List.of(
                                column("number", text()),
                                column("number", text()).collation("\"C\""),
                                column("number", varchar(20)),
                                column("number", types.mood())))
                        .notNull(),
                column("during", type(draws.one(List.of("daterange", "int4range"))))
                        .notNull(),
                column("note", text()));
    }

    private Table rooms(List<Column> columns) {
        Table rooms = Table.of(QualifiedName.parse("rooms")).columns(columns.toArray(Column[]::new));
        if (draws.chance(80)) {
            PrimaryKey key = draws.one(List.of(
                    primaryKey("rooms_pkey", "floor", "number"),
                    primaryKey("rooms_pkey", "number", "floor"),
                    primaryKey("rooms_pkey", "floor", "number", "during"),
                    primaryKey("rooms_pk", "floor")));
            key = key.columns().size() == 3 && server.isAtLeast(18) ? key.withoutOverlaps() : key;
            key = draws.chance(20) ? key.include("note") : key;
            key = draws.chance(15) ? draws.one(List.of(key.deferrable(), key.initiallyDeferred())) : key;
            rooms = rooms.constraints(key);
        }
        if (draws.chance(40)) {
            Unique unique = unique("uq_rooms", "number", draws.one(List.of("floor", "during")));
            boolean overlaps = unique.columns().contains("during") && server.isAtLeast(18) && draws.chance(70);
            unique = draws.chance(15) ? unique.deferrable() : unique;
            rooms = rooms.constraints(overlaps ? unique.withoutOverlaps() : unique);
        }
        if (draws.chance(40)) {
            IndexKey number = key("number");
            rooms = rooms.constraints(draws.one(List.of(
                    exclude("ex_rooms", types.isMood(rooms, "number") ? number : number.collation("\"POSIX\""), "=")
                            .with("during", "&&"),
                    exclude("ex_rooms", "number", "=").with("during", "&&").deferrable(),
                    exclude("ex_rooms", "during", "&&").using("spgist"),
                    exclude("ex_rooms", "number", "=").using("hash"),
                    exclude("ex_rooms", "floor", "=").using("btree").where("note IS NULL"))));
        }
        if (draws.chance(25)) {
            Index index = index("ux_rooms")
                    .on("rooms", draws.one(List.of("number", "note")), "floor")
                    .unique();
            rooms = rooms.withIndexes(List.of(draws.chance(30) ? index.include("during") : index));
        }
        return rooms;
    }

    /** With a key for each of the targets that there are. */
    private Table stays(List<Column> columns, Table rooms) {
        Table stays = Table.of(QualifiedName.parse("stays"))
                .columns(column("id", bigint()).notNull())
                .columns(columns.stream()
                        .map(column -> draws.chance(50) ? column.nullable(true) : column)
                        .toArray(Column[]::new))
                .primaryKey("stays_pkey", "id");
        if (rooms.primaryKey().isPresent() && draws.chance(70)) {
            PrimaryKey key = rooms.primaryKey().get();
            if (key.deferral().equals(primaryKey("x", "y").deferral())) {
                stays = stays.foreignKey(reference("fk_stays", key.columns(), key.isWithoutOverlaps()));
            }
        }
        for (Unique unique : rooms.constraintsOf(Unique.class)) {
            if (unique.deferral().equals(unique("x", "y").deferral()) && draws.chance(60)) {
                stays = stays.foreignKey(reference("fk_uq", unique.columns(), unique.isWithoutOverlaps()));
            }
        }
        for (Index index : rooms.indexes()) {
            if (draws.chance(60)) {
                stays = stays.foreignKey(reference("fk_ux", index.columns(), false));
            }
        }
        return stays;
    }

    private ForeignKey reference(String name, List<String> columns, boolean hasPeriod) {
        ForeignKey reference = foreignKey(
                        name, columns.get(0), columns.stream().skip(1).toArray(String[]::new))
                .references("rooms", columns.toArray(String[]::new));
        if (hasPeriod) {
            return reference.period();
        }
        reference = reference.onDelete(draws.one(ACTIONS)).onUpdate(draws.one(ACTIONS));
        return draws.chance(20) ? reference.deferrable() : reference;
    }
}
