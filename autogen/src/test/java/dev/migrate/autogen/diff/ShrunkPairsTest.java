package dev.migrate.autogen.diff;

import static dev.migrate.autogen.diff.SchemaCode.schema;
import static dev.migrate.schema.Definitions.column;
import static dev.migrate.schema.Definitions.domain;
import static dev.migrate.schema.Definitions.enumType;
import static dev.migrate.schema.Definitions.primaryKey;
import static dev.migrate.schema.Definitions.sequence;
import static dev.migrate.schema.Definitions.table;
import static dev.migrate.schema.Definitions.unique;
import static dev.migrate.schema.Types.bigint;
import static dev.migrate.schema.Types.character;
import static dev.migrate.schema.Types.integer;
import static dev.migrate.schema.Types.text;
import static dev.migrate.schema.Types.type;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.autogen.diff.DeclaredRoundTrip.Failure;
import dev.migrate.schema.AuxiliaryObject;
import dev.migrate.schema.Schema;
import dev.migrate.testing.PostgresServer;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What random pairs have found, as small as it gets: what is mended, and what is known and isn't. */
class ShrunkPairsTest {

    /**
     * A pair that failed.
     *
     * @param kind how it still fails, as {@link Failure} has it; empty if it is mended
     */
    record Shrunk(String what, String kind, boolean isOnline, SchemaPair pair) {
        @Override
        public String toString() {
            return what;
        }
    }

    static List<Shrunk> pairs() {
        return List.of(
                mended(
                        "a sequence that a default keeps calling stays",
                        schema(op -> {
                            op.createSequence(sequence("numbers"));
                            op.createTable(table("select")
                                    .columns(column("c", bigint()).defaultSql("nextval('numbers')")));
                        }),
                        schema(op -> op.createTable(table("select").columns(column("c", text()))))),
                mended(
                        "a unique constraint that repeats the primary key is there",
                        schema(op -> {}),
                        schema(op -> op.createTable(table("rooms")
                                .columns(column("number", integer()).notNull())
                                .constraints(primaryKey("rooms_pkey", "number"))
                                .constraints(unique("uq_rooms", "number"))))),
                mended(
                        "a column whose type changes twice has the first one when its rows are looked at",
                        schema(
                                op -> {
                                    op.createSchema("audit");
                                    op.createEnum(enumType("audit.mood", "sad", "ok"));
                                    op.createTable(table("orders").columns(column("user", type("pair[]"))));
                                },
                                new AuxiliaryObject(
                                        "type pair", "CREATE TYPE pair AS (x text, y audit.mood)", "DROP type pair")),
                        schema(
                                op -> {
                                    op.createEnum(enumType("mood", "new", "sad", "ok"));
                                    op.createTable(table("orders").columns(column("user", character(8))));
                                },
                                new AuxiliaryObject(
                                        "type pair", "CREATE TYPE pair AS (x text, y mood)", "DROP type pair"))),
                mended(
                        "a label that goes is looked for where its type is there",
                        schema(op -> {
                            op.createEnum(enumType("mood", "sad", "ok"));
                            op.createTable(table("orders").columns(column("b", type("mood[]"))));
                        }),
                        schema(op -> {
                            op.createEnum(enumType("mood", "new", "sad", "ok"));
                            op.createTable(table("orders").columns(column("b", bigint())));
                        })),
                mended(
                        "a declared view over one that is new is not the one that is there",
                        schema(
                                op -> {
                                    op.createSchema("audit");
                                    op.createTable(table("users").columns(column("id", bigint())));
                                },
                                view("all_shown", "SELECT id FROM audit.shown"),
                                view("audit.shown", "SELECT id FROM users GROUP BY id")),
                        schema(
                                op -> {
                                    op.createSchema("audit");
                                    op.createTable(table("users").columns(column("id", bigint())));
                                },
                                view("all_shown", "SELECT id FROM shown"),
                                view("shown", "SELECT id FROM users GROUP BY id"))),
                mended(
                        "a materialized view that is declared with its index has it once when it comes back",
                        schema(
                                op -> op.createTable(table("rooms")
                                        .columns(column("number", text()).collation("\"C\""))),
                                indexedView()),
                        schema(op -> op.createTable(table("rooms").columns(column("number", text()))), indexedView())),
                mended(
                        "an enum type goes that a domain was over, which is over another one now",
                        schema(op -> {
                            op.createSchema("audit");
                            op.createEnum(enumType("audit.mood", "sad", "ok"));
                            op.createDomain(domain("feeling", type("audit.mood")));
                        }),
                        schema(op -> {
                            op.createEnum(enumType("mood", "happy", "sad"));
                            op.createDomain(domain("feeling", type("mood")));
                        })));
    }

    private static AuxiliaryObject indexedView() {
        return new AuxiliaryObject(
                "materialized view kept_rooms",
                "CREATE MATERIALIZED VIEW kept_rooms AS SELECT number::text AS kept FROM rooms;"
                        + " CREATE INDEX ix_kept_rooms ON kept_rooms (kept)",
                "DROP MATERIALIZED VIEW kept_rooms");
    }

    private static AuxiliaryObject view(String name, String query) {
        return new AuxiliaryObject("view " + name, "CREATE VIEW " + name + " AS " + query, "DROP VIEW " + name);
    }

    private static Shrunk mended(String what, Schema from, Schema to) {
        return new Shrunk(what, "", false, new SchemaPair(0, 0, false, from, to));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void isAsItIsKnown(Shrunk shrunk) throws SQLException {
        try (DeclaredRoundTrip roundTrip = new DeclaredRoundTrip(PostgresServer.get(), shrunk.isOnline())) {
            Optional<Failure> failure = roundTrip.runAsItIs(shrunk.pair());
            assertThat(failure.map(Failure::kind).orElse(""))
                    .as(failure.map(Failure::message).orElse("It is right now: write it as mended."))
                    .isEqualTo(shrunk.kind());
        }
    }
}
