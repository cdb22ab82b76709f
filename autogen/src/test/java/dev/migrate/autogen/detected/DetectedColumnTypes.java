package dev.migrate.autogen.detected;

import static dev.migrate.autogen.detected.Detected.detected;
import static dev.migrate.autogen.detected.DetectedColumns.agents;
import static dev.migrate.schema.Definitions.*;
import static dev.migrate.schema.Types.*;

import dev.migrate.schema.*;
import java.util.List;

/** Columns that get another type. */
final class DetectedColumnTypes {

    /** A type that has a modifier, as pgvector and PostGIS bring them. */
    private static final String VECTOR = """
            CREATE TYPE vector;
            CREATE FUNCTION vector_in(cstring, oid, int) RETURNS vector LANGUAGE internal STRICT IMMUTABLE AS 'varcharin';
            CREATE FUNCTION vector_out(vector) RETURNS cstring LANGUAGE internal STRICT IMMUTABLE AS 'varcharout';
            CREATE TYPE vector (INPUT = vector_in, OUTPUT = vector_out, LIKE = pg_catalog.text,
                TYPMOD_IN = varchartypmodin, TYPMOD_OUT = varchartypmodout)
            """;

    static final List<Detected> CASES = List.of(
            typed("a length grows", varchar(50), varchar(100)).upgrade("""
                                    op.alterColumn("agents", alter("c").type(varchar(100)));
                            """).downgrade("""
                                    // Fails where a value of agents.c does not fit: character varying(100) becomes character varying(50).
                                    op.alterColumn("agents", alter("c").type(varchar(50)));
                            """),
            typed("a length shrinks", varchar(100), varchar(50)).upgrade("""
                                    // Fails where a value of agents.c does not fit: character varying(100) becomes character varying(50).
                                    op.alterColumn("agents", alter("c").type(varchar(50)));
                            """).downgrade("""
                                    op.alterColumn("agents", alter("c").type(varchar(100)));
                            """),
            typed("a length goes", varchar(100), text()).upgrade("""
                                    op.alterColumn("agents", alter("c").type(text()));
                            """).downgrade("""
                                    // Fails where a value of agents.c does not fit: text becomes character varying(100).
                                    op.alterColumn("agents", alter("c").type(varchar(100)));
                            """),
            typed("a precision and scale change", numeric(10, 2), numeric(12, 4))
                    .upgrade("""
                                    op.alterColumn("agents", alter("c").type(numeric(12, 4)));
                            """)
                    .downgrade("""
                                    // Rounds each value of agents.c to 2 digits behind the point, and fails where it does not fit:
                                    // numeric(12,4) becomes numeric(10,2).
                                    op.alterColumn("agents", alter("c").type(numeric(10, 2)));
                            """),
            typed("a precision of fractional seconds changes", timestamptz(3), timestamptz(6))
                    .upgrade("""
                                    op.alterColumn("agents", alter("c").type(timestamptz(6)));
                            """)
                    .downgrade("""
                                    // Rounds each value of agents.c to 3 digits of a second: timestamp(6) with time zone becomes
                                    // timestamp(3) with time zone.
                                    op.alterColumn("agents", alter("c").type(timestamptz(3)));
                            """),
            typed("a time zone comes", timestamp(), timestamptz()).upgrade("""
                                    // Reads each value of agents.c in the session's time zone: timestamp without time zone becomes
                                    // timestamp with time zone. For another zone: type(..., "c AT TIME ZONE 'UTC'").
                                    op.alterColumn("agents", alter("c").type(timestamptz()));
                            """).downgrade("""
                                    // Reads each value of agents.c in the session's time zone: timestamp with time zone becomes timestamp
                                    // without time zone. For another zone: type(..., "c AT TIME ZONE 'UTC'").
                                    op.alterColumn("agents", alter("c").type(timestamp()));
                            """),
            typed("an integer becomes wider", integer(), bigint()).upgrade("""
                                    op.alterColumn("agents", alter("c").type(bigint()));
                            """).downgrade("""
                                    // Fails where a value of agents.c does not fit: bigint becomes integer.
                                    op.alterColumn("agents", alter("c").type(integer()));
                            """),
            typed("an array comes", text(), text().array()).upgrade("""
                                    // Splits each value of agents.c at its commas: text becomes text[]. For one element each: type(...,
                                    // "ARRAY[c]").
                                    op.alterColumn("agents", alter("c").type(text().array(), "string_to_array(c, ',')"));
                            """).downgrade("""
                                    // Joins the elements of each value of agents.c by commas, without those that are null: text[] becomes
                                    // text.
                                    op.alterColumn("agents", alter("c")
                                            .type(text(), "CASE WHEN array_ndims(c) > 1 THEN c::text ELSE array_to_string(c, ',') END"));
                            """),
            typed("an array's element changes", integer().array(), bigint().array())
                    .upgrade("""
                                    op.alterColumn("agents", alter("c").type(bigint().array()));
                            """)
                    .downgrade("""
                                    // Fails where a value of agents.c does not fit: bigint[] becomes integer[].
                                    op.alterColumn("agents", alter("c").type(integer().array()));
                            """),
            typed("text becomes a number", text(), integer()).upgrade("""
                                    // Fails where a value of agents.c does not fit: text becomes integer.
                                    op.alterColumn("agents", alter("c").type(integer(), "c::integer"));
                            """).downgrade("""
                                    op.alterColumn("agents", alter("c").type(text()));
                            """),
            typed("text becomes a uuid", varchar(36), uuid()).upgrade("""
                                    // Fails where a value of agents.c does not fit: character varying(36) becomes uuid.
                                    op.alterColumn("agents", alter("c").type(uuid(), "c::uuid"));
                            """).downgrade("""
                                    op.alterColumn("agents", alter("c").type(varchar(36)));
                            """),
            typed("text becomes jsonb", text(), jsonb()).upgrade("""
                                    // Fails where a value of agents.c does not fit: text becomes jsonb.
                                    op.alterColumn("agents", alter("c").type(jsonb(), "c::jsonb"));
                            """).downgrade("""
                                    op.alterColumn("agents", alter("c").type(text()));
                            """),
            typed("an extension's type comes", text(), type("citext"))
                    .setUp("CREATE EXTENSION citext")
                    .upgrade("""
                                    op.alterColumn("agents", alter("c").type(type("citext")));
                            """)
                    .downgrade("""
                                    op.alterColumn("agents", alter("c").type(text()));
                            """),
            typed("an extension's type gets another modifier", type("vector(3)"), type("vector( 4 )"))
                    .setUp(VECTOR)
                    .upgrade("""
                                    // Fails where a value of agents.c does not fit: vector(3) becomes vector(4).
                                    op.alterColumn("agents", alter("c").type(type("vector(4)")));
                            """)
                    .downgrade("""
                                    // Fails where a value of agents.c does not fit: vector(4) becomes vector(3).
                                    op.alterColumn("agents", alter("c").type(type("vector(3)")));
                            """),
            typed("another type of an extension goes", type("hstore"), jsonb())
                    .setUp("CREATE EXTENSION hstore")
                    .upgrade("""
                                    // Fails where a value of agents.c does not fit: hstore becomes jsonb.
                                    op.alterColumn("agents", alter("c").type(jsonb(), "c::text::jsonb"));
                            """)
                    .downgrade("""
                                    // Fails where a value of agents.c does not fit: jsonb becomes hstore.
                                    op.alterColumn("agents", alter("c").type(type("hstore"), "c::text::hstore"));
                            """),
            detected("several columns of one table get other types: it is rewritten once")
                    .before(agents(
                            column("age", integer()).defaultValue(1),
                            column("stage", text()),
                            column("score", integer()).notNull()))
                    .after(agents(
                            column("age", bigint()).defaultValue(1),
                            column("stage", integer()),
                            column("score", numeric(12, 2)).notNull()))
                    .upgrade("""
                                    // Fails where a value of agents.stage does not fit: text becomes integer.
                                    op.alterColumns(
                                            "agents",
                                            alter("age").type(bigint()),
                                            alter("stage").type(integer(), "stage::integer"),
                                            alter("score").type(numeric(12, 2)));
                            """)
                    .downgrade("""
                                    // Rounds each value of agents.score to a whole number, and fails where it does not fit: numeric(12,2)
                                    // becomes integer.
                                    // Fails where a value of agents.age does not fit: bigint becomes integer.
                                    op.alterColumns(
                                            "agents",
                                            alter("score").type(integer()),
                                            alter("stage").type(text()),
                                            alter("age").type(integer()));
                            """),
            detected("a column gets a domain")
                    .before(Schema.ofTables(agents(column("email", text())))
                            .withDomains(List.of(domain("email", text()).check("email_at", "VALUE LIKE '%@%'"))))
                    .after(Schema.ofTables(agents(column("email", type("email"))))
                            .withDomains(List.of(domain("email", text()).check("email_at", "VALUE LIKE '%@%'"))))
                    .upgrade("""
                                    // Fails where a value of agents.email does not fit: text becomes email.
                                    op.alterColumn("agents", alter("email").type(type("email"), "email::email"));
                            """)
                    .downgrade("""
                                    op.alterColumn("agents", alter("email").type(text()));
                            """));

    private DetectedColumnTypes() {}

    private static Detected typed(String name, Type from, Type to) {
        return detected(name).before(agents(column("c", from))).after(agents(column("c", to)));
    }
}
