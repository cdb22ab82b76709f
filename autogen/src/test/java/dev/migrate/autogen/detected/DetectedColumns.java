package dev.migrate.autogen.detected;

import static dev.migrate.autogen.detected.Detected.detected;
import static dev.migrate.schema.Definitions.*;
import static dev.migrate.schema.Types.*;

import dev.migrate.schema.*;
import java.util.List;

/** Columns, and everything about them. */
final class DetectedColumns {

    /** A type that has a modifier, as pgvector and PostGIS bring them. */
    private static final String VECTOR = """
            CREATE TYPE vector;
            CREATE FUNCTION vector_in(cstring, oid, int) RETURNS vector LANGUAGE internal STRICT IMMUTABLE AS 'varcharin';
            CREATE FUNCTION vector_out(vector) RETURNS cstring LANGUAGE internal STRICT IMMUTABLE AS 'varcharout';
            CREATE TYPE vector (INPUT = vector_in, OUTPUT = vector_out, LIKE = pg_catalog.text,
                TYPMOD_IN = varchartypmodin, TYPMOD_OUT = varchartypmodout)
            """;

    static final List<Detected> CASES = List.of(
            detected("a column is added")
                    .before(agents())
                    .after(agents(column("name", text())))
                    .upgrade("""
                                    op.addColumn("agents", column("name", text()));
                            """)
                    .downgrade("""
                                    // The values of agents.name are lost.
                                    op.dropColumn("agents", "name");
                            """),
            detected("a column is dropped")
                    .before(agents(column("name", text())))
                    .after(agents())
                    .upgrade("""
                                    // The values of agents.name are lost.
                                    op.dropColumn("agents", "name");
                            """)
                    .downgrade("""
                                    op.addColumn("agents", column("name", text()));
                            """),
            detected("columns are added before their indexes and keys, and dropped after them")
                    .before(agents())
                    .after(agents(column("name", text()), column("boss_id", bigint()))
                            .unique("agents_name_key", "name")
                            .foreignKey(
                                    foreignKey("agents_boss_id_fkey", "boss_id").references("agents", "id"))
                            .withIndexes(List.of(index("ix_boss").on("agents", "boss_id"))))
                    .upgrade("""
                                    op.addColumn("agents", column("name", text()));
                                    op.addColumn("agents", column("boss_id", bigint()));
                                    op.addUnique("agents", unique("agents_name_key", "name"));
                                    op.createIndex(index("ix_boss").on("agents", "boss_id"));
                                    op.addForeignKey("agents", foreignKey("agents_boss_id_fkey", "boss_id").references("agents", "id"));
                            """)
                    .downgrade("""
                                    op.dropConstraint("agents", "agents_boss_id_fkey");
                                    op.dropIndex("ix_boss");
                                    op.dropConstraint("agents", "agents_name_key");

                                    // The values of agents.boss_id are lost.
                                    op.dropColumn("agents", "boss_id");

                                    // The values of agents.name are lost.
                                    op.dropColumn("agents", "name");
                            """),
            typed("a length grows", varchar(50), varchar(100)).upgrade("""
                                    op.alterColumn("agents", alter("c").type(varchar(100)));
                            """).downgrade("""
                                    // Fails, or cuts, where a value of agents.c does not fit: character varying(100) becomes character
                                    // varying(50).
                                    op.alterColumn("agents", alter("c").type(varchar(50)));
                            """),
            typed("a length shrinks", varchar(100), varchar(50)).upgrade("""
                                    // Fails, or cuts, where a value of agents.c does not fit: character varying(100) becomes character
                                    // varying(50).
                                    op.alterColumn("agents", alter("c").type(varchar(50)));
                            """).downgrade("""
                                    op.alterColumn("agents", alter("c").type(varchar(100)));
                            """),
            typed("a length goes", varchar(100), text()).upgrade("""
                                    op.alterColumn("agents", alter("c").type(text()));
                            """).downgrade("""
                                    // Fails, or cuts, where a value of agents.c does not fit: text becomes character varying(100).
                                    op.alterColumn("agents", alter("c").type(varchar(100)));
                            """),
            typed("a precision and scale change", numeric(10, 2), numeric(12, 4))
                    .upgrade("""
                                    op.alterColumn("agents", alter("c").type(numeric(12, 4)));
                            """)
                    .downgrade("""
                                    // Fails, or cuts, where a value of agents.c does not fit: numeric(12,4) becomes numeric(10,2).
                                    op.alterColumn("agents", alter("c").type(numeric(10, 2)));
                            """),
            typed("a precision of fractional seconds changes", timestamptz(3), timestamptz(6))
                    .upgrade("""
                                    op.alterColumn("agents", alter("c").type(timestamptz(6)));
                            """)
                    .downgrade("""
                                    // Fails, or cuts, where a value of agents.c does not fit: timestamp(6) with time zone becomes
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
                                    // Fails, or cuts, where a value of agents.c does not fit: bigint becomes integer.
                                    op.alterColumn("agents", alter("c").type(integer()));
                            """),
            typed("an array comes", text(), text().array()).upgrade("""
                                    // Makes an array of one element of each value of agents.c: text becomes text[]. For lists: type(...,
                                    // "string_to_array(c, ',')").
                                    op.alterColumn("agents", alter("c").type(text().array(), "CASE WHEN c IS NOT NULL THEN ARRAY[c] END"));
                            """).downgrade("""
                                    // Writes each value of agents.c of more than one element, or none, as an array is written: text[]
                                    // becomes text.
                                    op.alterColumn("agents", alter("c")
                                            .type(
                                                    text(),
                                                    "CASE WHEN array_ndims(c) = 1 AND cardinality(c) = 1 THEN c[array_lower(c, 1)]::text "
                                                            + "ELSE c::text END"));
                            """),
            typed("an array's element changes", integer().array(), bigint().array())
                    .upgrade("""
                                    op.alterColumn("agents", alter("c").type(bigint().array()));
                            """)
                    .downgrade("""
                                    // Fails, or cuts, where a value of agents.c does not fit: bigint[] becomes integer[].
                                    op.alterColumn("agents", alter("c").type(integer().array()));
                            """),
            typed("text becomes a number", text(), integer()).upgrade("""
                                    // Fails, or cuts, where a value of agents.c does not fit: text becomes integer.
                                    op.alterColumn("agents", alter("c").type(integer(), "c::integer"));
                            """).downgrade("""
                                    op.alterColumn("agents", alter("c").type(text()));
                            """),
            typed("text becomes a uuid", varchar(36), uuid()).upgrade("""
                                    // Fails, or cuts, where a value of agents.c does not fit: character varying(36) becomes uuid.
                                    op.alterColumn("agents", alter("c").type(uuid(), "c::uuid"));
                            """).downgrade("""
                                    op.alterColumn("agents", alter("c").type(varchar(36)));
                            """),
            typed("text becomes jsonb", text(), jsonb()).upgrade("""
                                    // Fails, or cuts, where a value of agents.c does not fit: text becomes jsonb.
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
                                    // Fails, or cuts, where a value of agents.c does not fit: vector(3) becomes vector(4).
                                    op.alterColumn("agents", alter("c").type(type("vector(4)")));
                            """)
                    .downgrade("""
                                    // Fails, or cuts, where a value of agents.c does not fit: vector(4) becomes vector(3).
                                    op.alterColumn("agents", alter("c").type(type("vector(3)")));
                            """),
            typed("another type of an extension goes", type("hstore"), jsonb())
                    .setUp("CREATE EXTENSION hstore")
                    .upgrade("""
                                    // Fails, or cuts, where a value of agents.c does not fit: hstore becomes jsonb.
                                    op.alterColumn("agents", alter("c").type(jsonb(), "c::text::jsonb"));
                            """)
                    .downgrade("""
                                    // Fails, or cuts, where a value of agents.c does not fit: jsonb becomes hstore.
                                    op.alterColumn("agents", alter("c").type(type("hstore"), "c::text::hstore"));
                            """),
            detected("a column gets a domain")
                    .before(Schema.ofTables(agents(column("email", text())))
                            .withDomains(List.of(domain("email", text()).check("email_at", "VALUE LIKE '%@%'"))))
                    .after(Schema.ofTables(agents(column("email", type("email"))))
                            .withDomains(List.of(domain("email", text()).check("email_at", "VALUE LIKE '%@%'"))))
                    .upgrade("""
                                    // Fails, or cuts, where a value of agents.email does not fit: text becomes email.
                                    op.alterColumn("agents", alter("email").type(type("email"), "email::email"));
                            """)
                    .downgrade("""
                                    op.alterColumn("agents", alter("email").type(text()));
                            """),
            detected("a column becomes NOT NULL")
                    .before(agents(column("name", text())))
                    .after(agents(column("name", text()).notNull()))
                    .upgrade("""
                                    op.alterColumn("agents", alter("name").notNull());
                            """)
                    .downgrade("""
                                    op.alterColumn("agents", alter("name").nullable());
                            """),
            detected("a column becomes nullable")
                    .before(agents(column("name", text()).notNull()))
                    .after(agents(column("name", text())))
                    .upgrade("""
                                    op.alterColumn("agents", alter("name").nullable());
                            """)
                    .downgrade("""
                                    op.alterColumn("agents", alter("name").notNull());
                            """),
            defaults(
                            "a default comes",
                            column("n", integer()),
                            column("n", integer()).defaultValue(5))
                    .upgrade("""
                                    op.alterColumn("agents", alter("n").defaultValue(5));
                            """)
                    .downgrade("""
                                    op.alterColumn("agents", alter("n").dropDefault());
                            """),
            defaults(
                            "a default changes",
                            column("n", integer()).defaultValue(5),
                            column("n", integer()).defaultValue(6))
                    .upgrade("""
                                    op.alterColumn("agents", alter("n").defaultValue(6));
                            """)
                    .downgrade("""
                                    op.alterColumn("agents", alter("n").defaultValue(5));
                            """),
            defaults("a default goes", column("n", text()).defaultValue("it's"), column("n", text()))
                    .upgrade("""
                                    op.alterColumn("agents", alter("n").dropDefault());
                            """)
                    .downgrade("""
                                    op.alterColumn("agents", alter("n").defaultValue("it's"));
                            """),
            defaults(
                            "a default becomes a function",
                            column("n", timestamptz()),
                            column("n", timestamptz()).defaultSql("now()"))
                    .upgrade("""
                                    op.alterColumn("agents", alter("n").defaultSql("now()"));
                            """)
                    .downgrade("""
                                    op.alterColumn("agents", alter("n").dropDefault());
                            """),
            defaults(
                            "a default's function changes",
                            column("n", timestamptz()).defaultSql("now()"),
                            column("n", timestamptz()).defaultSql("clock_timestamp()"))
                    .upgrade("""
                                    op.alterColumn("agents", alter("n").defaultSql("clock_timestamp()"));
                            """)
                    .downgrade("""
                                    op.alterColumn("agents", alter("n").defaultSql("now()"));
                            """),
            defaults(
                            "a default becomes NULL text",
                            column("n", text()).defaultValue("NULL"),
                            column("n", text()).defaultValue(""))
                    .upgrade("""
                                    op.alterColumn("agents", alter("n").defaultValue(""));
                            """)
                    .downgrade("""
                                    op.alterColumn("agents", alter("n").defaultValue("NULL"));
                            """),
            detected("a column becomes an identity")
                    .before(table("agents").columns(column("id", bigint()).notNull()))
                    .after(table("agents").columns(column("id", bigint()).identity()))
                    .upgrade("""
                                    op.alterColumn("agents", alter("id").addIdentity(byDefault()));
                            """)
                    .downgrade("""
                                    op.alterColumn("agents", alter("id").dropIdentity());
                            """),
            detected("an identity goes")
                    .before(table("agents").columns(column("id", bigint()).identityAlways()))
                    .after(table("agents").columns(column("id", bigint()).notNull()))
                    .upgrade("""
                                    op.alterColumn("agents", alter("id").dropIdentity());
                            """)
                    .downgrade("""
                                    op.alterColumn("agents", alter("id").addIdentity(always()));
                            """),
            detected("an identity counts otherwise")
                    .before(table("agents").columns(column("id", bigint()).identity()))
                    .after(table("agents")
                            .columns(column("id", bigint())
                                    .identity(Identity.byDefault()
                                            .start(1000)
                                            .increment(50)
                                            .cache(10))))
                    .upgrade("""
                                    op.alterColumn("agents", alter("id").setIdentity(byDefault().start(1000).increment(50).cache(10)));
                            """)
                    .downgrade("""
                                    op.alterColumn("agents", alter("id").setIdentity(byDefault()));
                            """),
            detected("an identity refuses values")
                    .before(table("agents").columns(column("id", bigint()).identity()))
                    .after(table("agents").columns(column("id", bigint()).identityAlways()))
                    .upgrade("""
                                    op.alterColumn("agents", alter("id").setIdentity(always()));
                            """)
                    .downgrade("""
                                    op.alterColumn("agents", alter("id").setIdentity(byDefault()));
                            """),
            detected("an identity becomes wider")
                    .before(table("agents").columns(column("id", integer()).identity()))
                    .after(table("agents").columns(column("id", bigint()).identity()))
                    .upgrade("""
                                    op.alterColumn("agents", alter("id").type(bigint()));
                            """)
                    .downgrade("""
                                    // Fails, or cuts, where a value of agents.id does not fit: bigint becomes integer.
                                    op.alterColumn("agents", alter("id").type(integer()));
                            """),
            detected("a generated column comes")
                    .before(agents(column("a", integer())))
                    .after(agents(
                            column("a", integer()), column("twice", integer()).generatedStored("a * 2")))
                    .upgrade("""
                                    op.addColumn("agents", column("twice", integer()).generatedStored("a * 2"));
                            """)
                    .downgrade("""
                                    op.dropColumn("agents", "twice");
                            """),
            detected("a generated column's expression changes")
                    .since(17)
                    .before(agents(
                            column("a", integer()), column("twice", integer()).generatedStored("a * 2")))
                    .after(agents(
                            column("a", integer()), column("twice", integer()).generatedStored("a + a")))
                    .upgrade("""
                                    op.alterColumn("agents", alter("twice").generatedAs("a + a"));
                            """)
                    .downgrade("""
                                    op.alterColumn("agents", alter("twice").generatedAs("a * 2"));
                            """),
            detected("a generated column becomes a plain one")
                    .before(agents(
                            column("a", integer()), column("twice", integer()).generatedStored("a * 2")))
                    .after(agents(column("a", integer()), column("twice", integer())))
                    .upgrade("""
                                    op.alterColumn("agents", alter("twice").dropExpression());
                            """)
                    .downgrade("""
                                    // The values of agents.twice are lost.
                                    op.dropColumn("agents", "twice");

                                    op.addColumn("agents", column("twice", integer()).generatedStored("a * 2"));
                            """),
            detected("an indexed generated column becomes a plain one of another type, and so does what it is made of")
                    .before(agents(
                                    column("a", integer()),
                                    column("twice", integer()).generatedStored("a * 2"))
                            .withIndexes(List.of(index("ix_twice").on("agents", "twice"))))
                    .after(agents(
                                    column("a", bigint()),
                                    column("twice", bigint()).defaultValue(0))
                            .withIndexes(List.of(index("ix_twice").on("agents", "twice"))))
                    .upgrade("""
                                    op.dropIndex("ix_twice");
                                    op.alterColumn("agents", alter("twice").dropExpression());
                                    op.alterColumn("agents", alter("a").type(bigint()));
                                    op.alterColumn("agents", alter("twice").type(bigint()).defaultValue(0));
                                    op.createIndex(index("ix_twice").on("agents", "twice"));
                            """)
                    .downgrade("""
                                    op.dropIndex("ix_twice");

                                    // The values of agents.twice are lost.
                                    op.dropColumn("agents", "twice");

                                    // Fails, or cuts, where a value of agents.a does not fit: bigint becomes integer.
                                    op.alterColumn("agents", alter("a").type(integer()));

                                    op.addColumn("agents", column("twice", integer()).generatedStored("a * 2"));
                                    op.createIndex(index("ix_twice").on("agents", "twice"));
                            """),
            detected("a virtual generated column becomes a plain one")
                    .since(18)
                    .before(agents(
                            column("a", integer()), column("twice", integer()).generatedVirtual("a * 2")))
                    .after(agents(column("a", integer()), column("twice", integer())))
                    .upgrade("""
                                    op.dropColumn("agents", "twice");
                                    op.addColumn("agents", column("twice", integer()));
                            """)
                    .downgrade("""
                                    // The values of agents.twice are lost.
                                    op.dropColumn("agents", "twice");

                                    op.addColumn("agents", column("twice", integer()).generatedVirtual("a * 2"));
                            """),
            detected("what a generated column is computed from changes its type")
                    .before(agents(
                            column("a", integer()), column("twice", integer()).generatedStored("a * 2")))
                    .after(agents(
                            column("a", bigint()), column("twice", integer()).generatedStored("a * 2")))
                    .upgrade("""
                                    op.dropColumn("agents", "twice");
                                    op.alterColumn("agents", alter("a").type(bigint()));
                                    op.addColumn("agents", column("twice", integer()).generatedStored("a * 2"));
                            """)
                    .downgrade("""
                                    op.dropColumn("agents", "twice");

                                    // Fails, or cuts, where a value of agents.a does not fit: bigint becomes integer.
                                    op.alterColumn("agents", alter("a").type(integer()));

                                    op.addColumn("agents", column("twice", integer()).generatedStored("a * 2"));
                            """),
            detected("a collation comes")
                    .before(agents(column("name", text())))
                    .after(agents(column("name", text()).collation("\"C\"")))
                    .upgrade("""
                                    op.alterColumn("agents", alter("name").typeWithCollation(text(), "\\"C\\""));
                            """)
                    .downgrade("""
                                    op.alterColumn("agents", alter("name").type(text()));
                            """),
            detected("a column gets a comment with quotes in it")
                    .before(agents(column("name", text())))
                    .after(agents(column("name", text()).comment("The agent's \"name\"")))
                    .upgrade("""
                                    op.alterColumn("agents", alter("name").comment("The agent's \\"name\\""));
                            """)
                    .downgrade("""
                                    op.alterColumn("agents", alter("name").comment(null));
                            """),
            detected("a column's comment goes")
                    .before(agents(column("name", text()).comment("Name")))
                    .after(agents(column("name", text())))
                    .upgrade("""
                                    op.alterColumn("agents", alter("name").comment(null));
                            """)
                    .downgrade("""
                                    op.alterColumn("agents", alter("name").comment("Name"));
                            """),
            detected("a generated and an identity column change places")
                    .before(table("agents")
                            .columns(column("id", bigint()).identity(), column("a", integer()), column("b", integer())))
                    .after(table("agents")
                            .columns(
                                    column("id", bigint()).notNull(),
                                    column("a", integer()),
                                    column("b", integer()).identity()))
                    .upgrade("""
                                    op.alterColumn("agents", alter("id").dropIdentity());
                                    op.alterColumn("agents", alter("b").notNull().addIdentity(byDefault()));
                            """)
                    .downgrade("""
                                    op.alterColumn("agents", alter("b").dropIdentity().nullable());
                                    op.alterColumn("agents", alter("id").addIdentity(byDefault()));
                            """));

    private DetectedColumns() {}

    private static Table agents(Column... more) {
        return table("agents")
                .columns(column("id", bigint()).notNull())
                .columns(more)
                .primaryKey("agents_pkey", "id");
    }

    private static Detected typed(String name, Type from, Type to) {
        return detected(name).before(agents(column("c", from))).after(agents(column("c", to)));
    }

    private static Detected defaults(String name, Column from, Column to) {
        return detected(name).before(agents(from)).after(agents(to));
    }
}
