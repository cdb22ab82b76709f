package dev.migrate.autogen.detected;

import static dev.migrate.autogen.detected.Detected.detected;
import static dev.migrate.autogen.detected.DetectedComposites.composite;
import static dev.migrate.schema.Definitions.*;
import static dev.migrate.schema.Types.*;

import dev.migrate.schema.*;
import java.util.ArrayList;
import java.util.List;

/** Enum types and domains that attributes of composite types have. */
final class DetectedCompositeParts {

    static final List<Detected> CASES = List.of(
            detected("an enum type loses a value while a composite type has an attribute of it")
                    .before(Schema.EMPTY
                            .withEnums(List.of(enumType("mood", "sad", "ok")))
                            .withAuxiliaryObjects(List.of(composite("pair", "x text, y mood"))))
                    .after(Schema.EMPTY
                            .withEnums(List.of(enumType("mood", "ok")))
                            .withAuxiliaryObjects(List.of(composite("pair", "x integer, y mood"))))
                    .upgrade("""
                                    // Fails while a row holds 'sad' of mood: give such rows another value first, or map it.
                                    op.execute("DROP TYPE pair");
                                    op.replaceEnum(enumType("mood", "sad", "ok"), enumType("mood", "ok"), Map.of());
                                    op.execute("CREATE TYPE pair AS (x text, y mood)");

                                    op.execute("ALTER TYPE pair ALTER ATTRIBUTE x TYPE integer");
                            """)
                    .downgrade("""
                                    op.execute("ALTER TYPE pair ALTER ATTRIBUTE x TYPE text");
                                    op.addEnumValueBefore("mood", "sad", "ok");
                            """),
            detected("an enum type gets a value while a composite type has an attribute of it")
                    .before(Schema.EMPTY
                            .withEnums(List.of(enumType("mood", "sad", "ok")))
                            .withAuxiliaryObjects(List.of(composite("pair", "x text, y mood[]"))))
                    .after(Schema.EMPTY
                            .withEnums(List.of(enumType("mood", "sad", "ok", "happy")))
                            .withAuxiliaryObjects(List.of(composite("pair", "x text, y mood[]"))))
                    .upgrade("""
                                    op.addEnumValue("mood", "happy");
                            """)
                    .downgrade("""
                                    // Fails while a row holds 'happy' of mood: give such rows another value first, or map it.
                                    op.execute("DROP TYPE pair");
                                    op.replaceEnum(enumType("mood", "sad", "ok", "happy"), enumType("mood", "sad", "ok"), Map.of());
                                    op.execute("CREATE TYPE pair AS (x text, y mood[])");
                            """),
            detected("a domain gets another type while a composite type and routines use it, and nothing else")
                    .before(Schema.EMPTY
                            .withDomains(List.of(domain("code", text())))
                            .withAuxiliaryObjects(List.of(composite("pair", "x integer, code code"), told("code"))))
                    .after(Schema.EMPTY
                            .withDomains(List.of(domain("code", varchar(20))))
                            .withAuxiliaryObjects(List.of(composite("pair", "x integer, code code"), told("code"))))
                    .upgrade("""
                            op.execute("DROP FUNCTION told(code)");
                            op.execute("DROP TYPE pair");
                            op.dropDomain("code");
                            op.createDomain(domain("code", varchar(20)));
                            op.execute("CREATE TYPE pair AS (x integer, code code)");
                            op.execute("CREATE FUNCTION told(code) RETURNS text LANGUAGE sql AS 'SELECT $1::text'");
                    """)
                    .downgrade("""
                            op.execute("DROP FUNCTION told(code)");
                            op.execute("DROP TYPE pair");
                            op.dropDomain("code");
                            op.createDomain(domain("code", text()));
                            op.execute("CREATE TYPE pair AS (x integer, code code)");
                            op.execute(\"""
                                    CREATE OR REPLACE FUNCTION public.told(code)
                                     RETURNS text
                                     LANGUAGE sql
                                    AS $function$SELECT $1::text$function$
                                    \""");
                    """),
            detected("a domain gets another type while columns are of composite types with attributes of it")
                    .before(shown(coded(text())))
                    .after(shown(coded(varchar(20))))
                    .upgrade("""
                            op.execute("DROP VIEW pairs");
                            op.execute("DROP FUNCTION told(pair)");
                            op.alterColumns("agents", alter("more").type(text()), alter("pairs").type(text()), alter("pair").type(text()));
                            op.execute("DROP TYPE triple");
                            op.execute("DROP TYPE pair");
                            op.dropDomain("code");
                            op.createDomain(domain("code", varchar(20)));
                            op.execute("CREATE TYPE pair AS (x integer, code code)");
                            op.execute("CREATE TYPE triple AS (pair pair, z integer)");
                            op.execute("CREATE FUNCTION told(pair) RETURNS text LANGUAGE sql AS 'SELECT $1::text'");

                            // Fails where a value of agents.pair does not fit: text becomes pair.
                            op.alterColumn("agents", alter("pair").type(type("pair"), "pair::pair"));

                            // Fails where a value of agents.pairs does not fit: text becomes pair[].
                            // Fails where a value of agents.more does not fit: text becomes triple.
                            op.alterColumns(
                                    "agents",
                                    alter("pairs").type(type("pair[]"), "pairs::pair[]"),
                                    alter("more").type(type("triple"), "more::triple"));

                            op.execute("CREATE VIEW pairs AS SELECT pair FROM agents");
                    """)
                    .downgrade("""
                            op.execute("DROP VIEW pairs");
                            op.alterColumns("agents", alter("more").type(text()), alter("pairs").type(text()), alter("pair").type(text()));
                            op.execute("DROP FUNCTION told(pair)");
                            op.execute("DROP TYPE triple");
                            op.execute("DROP TYPE pair");
                            op.dropDomain("code");
                            op.createDomain(domain("code", text()));
                            op.execute("CREATE TYPE pair AS (x integer, code code)");
                            op.execute("CREATE TYPE triple AS (pair pair, z integer)");

                            // Fails where a value of agents.pair does not fit: text becomes pair.
                            op.alterColumn("agents", alter("pair").type(type("pair"), "pair::pair"));

                            // Fails where a value of agents.pairs does not fit: text becomes pair[].
                            // Fails where a value of agents.more does not fit: text becomes triple.
                            op.alterColumns(
                                    "agents",
                                    alter("pairs").type(type("pair[]"), "pairs::pair[]"),
                                    alter("more").type(type("triple"), "more::triple"));

                            op.execute(\"""
                                    CREATE OR REPLACE FUNCTION public.told(pair)
                                     RETURNS text
                                     LANGUAGE sql
                                    AS $function$SELECT $1::text$function$
                                    \""");
                            op.execute(\"""
                                    CREATE VIEW pairs AS
                                     SELECT pair
                                       FROM agents;
                                    \""");
                    """),
            detected("a domain becomes NOT NULL while a column is of a composite type with an attribute of it")
                    .before(paired(domain("code", text())))
                    .after(paired(domain("code", text()).notNull()))
                    .upgrade("""
                            op.alterColumn("agents", alter("pair").type(text()));
                            op.execute("DROP TYPE pair");
                            op.dropDomain("code");
                            op.createDomain(domain("code", text()).notNull());
                            op.execute("CREATE TYPE pair AS (x integer, code code)");

                            // Fails where a value of agents.pair does not fit: text becomes pair.
                            op.alterColumn("agents", alter("pair").type(type("pair"), "pair::pair"));
                    """)
                    .downgrade("""
                            op.alterColumn("agents", alter("pair").type(text()));
                            op.execute("DROP TYPE pair");
                            op.dropDomain("code");
                            op.createDomain(domain("code", text()));
                            op.execute("CREATE TYPE pair AS (x integer, code code)");

                            // Fails where a value of agents.pair does not fit: text becomes pair.
                            op.alterColumn("agents", alter("pair").type(type("pair"), "pair::pair"));
                    """),
            detected("an enum type loses a value while a column is of a composite type with an attribute of it")
                    .before(felt("sad", "ok", "new"))
                    .after(felt("sad", "ok"))
                    .upgrade("""
                            op.execute("DROP VIEW feelings");
                            op.alterColumn("agents", alter("felt").type(text()));

                            // Fails while a row holds 'new' of mood: give such rows another value first, or map it.
                            op.execute("DROP TYPE feeling");
                            op.replaceEnum(
                                    enumType("mood", "sad", "ok", "new"),
                                    enumType("mood", "sad", "ok"),
                                    Map.of(),
                                    use("agents", "mood"));
                            op.execute("CREATE TYPE feeling AS (since date, mood mood)");

                            // Fails where a value of agents.felt does not fit: text becomes feeling.
                            op.alterColumn("agents", alter("felt").type(type("feeling"), "felt::feeling"));

                            op.execute("CREATE VIEW feelings AS SELECT felt FROM agents");
                    """)
                    .downgrade("""
                            op.execute("DROP VIEW feelings");
                            op.alterColumn("agents", alter("felt").type(text()));
                            op.addEnumValue("mood", "new");

                            // Fails where a value of agents.felt does not fit: text becomes feeling.
                            op.alterColumn("agents", alter("felt").type(type("feeling"), "felt::feeling"));

                            op.execute(\"""
                                    CREATE VIEW feelings AS
                                     SELECT felt
                                       FROM agents;
                                    \""");
                    """),
            detected("an enum type gets a value while a column is of a composite type with an attribute of it")
                    .before(felt("sad", "ok"))
                    .after(felt("sad", "ok", "new"))
                    .upgrade("""
                            op.addEnumValue("mood", "new");
                    """)
                    .downgrade("""
                            // Fails while a row holds 'new' of mood: give such rows another value first, or map it.
                            op.execute("DROP VIEW feelings");
                            op.alterColumn("agents", alter("felt").type(text()));
                            op.execute("DROP TYPE feeling");
                            op.replaceEnum(
                                    enumType("mood", "sad", "ok", "new"),
                                    enumType("mood", "sad", "ok"),
                                    Map.of(),
                                    use("agents", "mood"));
                            op.execute("CREATE TYPE feeling AS (since date, mood mood)");
                            op.alterColumn("agents", alter("felt").type(type("feeling"), "felt::feeling"));
                            op.execute(\"""
                                    CREATE VIEW feelings AS
                                     SELECT felt
                                       FROM agents;
                                    \""");
                    """),
            detected("a table goes with the composite type of its column, and the domain of that gets another type")
                    .before(coded(text()))
                    .after(Schema.EMPTY.withDomains(List.of(domain("code", varchar(20)))))
                    .upgrade("""
                            op.execute("DROP FUNCTION told(pair)");
                            op.alterColumns("agents", alter("more").type(text()), alter("pairs").type(text()), alter("pair").type(text()));
                            op.execute("DROP TYPE triple");
                            op.execute("DROP TYPE pair");
                            op.dropDomain("code");
                            op.createDomain(domain("code", varchar(20)));
                            op.execute("CREATE TYPE pair AS (x integer, code code)");
                            op.execute("CREATE TYPE triple AS (pair pair, z integer)");
                            op.execute(\"""
                                    CREATE OR REPLACE FUNCTION public.told(pair)
                                     RETURNS text
                                     LANGUAGE sql
                                    AS $function$SELECT $1::text$function$
                                    \""");

                            // The rows of agents are lost.
                            op.dropTable("agents");
                    """)
                    .downgrade("""
                            op.createTable(table("agents")
                                    .columns(
                                            column("id", bigint()).notNull(),
                                            column("pair", text()).notNull(),
                                            column("pairs", text()),
                                            column("more", text())));
                            op.createIndex(index("ix_agents_pair").on("agents", "pair"));
                            op.execute("DROP FUNCTION told(pair)");
                            op.execute("DROP TYPE triple");
                            op.execute("DROP TYPE pair");
                            op.dropDomain("code");
                            op.createDomain(domain("code", text()));
                            op.execute("CREATE TYPE pair AS (x integer, code code)");
                            op.execute("CREATE TYPE triple AS (pair pair, z integer)");

                            // Fails where a value of agents.pair does not fit: text becomes pair.
                            op.alterColumn("agents", alter("pair").type(type("pair"), "pair::pair"));

                            // Fails where a value of agents.pairs does not fit: text becomes pair[].
                            // Fails where a value of agents.more does not fit: text becomes triple.
                            op.alterColumns(
                                    "agents",
                                    alter("pairs").type(type("pair[]"), "pairs::pair[]"),
                                    alter("more").type(type("triple"), "more::triple"));

                            op.execute(\"""
                                    CREATE OR REPLACE FUNCTION public.told(pair)
                                     RETURNS text
                                     LANGUAGE sql
                                    AS $function$SELECT $1::text$function$
                                    \""");
                    """));

    private DetectedCompositeParts() {}

    private static Schema coded(Type type) {
        return Schema.ofTables(table("agents")
                        .columns(
                                column("id", bigint()).notNull(),
                                column("pair", type("pair")).notNull(),
                                column("pairs", type("pair").array()),
                                column("more", type("triple")).defaultSql("NULL::triple"))
                        .withIndexes(List.of(index("ix_agents_pair").on("agents", "pair"))))
                .withDomains(List.of(domain("code", type)))
                .withAuxiliaryObjects(List.of(
                        composite("pair", "x integer, code code"),
                        composite("triple", "pair pair, z integer"),
                        told("pair")));
    }

    private static Schema paired(Domain code) {
        return Schema.ofTables(table("agents").columns(column("pair", type("pair"))))
                .withDomains(List.of(code))
                .withAuxiliaryObjects(List.of(composite("pair", "x integer, code code")));
    }

    private static Schema shown(Schema schema) {
        List<AuxiliaryObject> objects = new ArrayList<>(schema.auxiliaryObjects());
        objects.add(
                new AuxiliaryObject("view pairs", "CREATE VIEW pairs AS SELECT pair FROM agents", "DROP VIEW pairs"));
        return schema.withAuxiliaryObjects(objects);
    }

    private static Schema felt(String... moods) {
        return Schema.ofTables(table("agents").columns(column("felt", type("feeling")), column("mood", type("mood"))))
                .withEnums(List.of(enumType("mood", moods)))
                .withAuxiliaryObjects(List.of(
                        composite("feeling", "since date, mood mood"),
                        new AuxiliaryObject(
                                "view feelings",
                                "CREATE VIEW feelings AS SELECT felt FROM agents",
                                "DROP VIEW feelings")));
    }

    private static AuxiliaryObject told(String type) {
        return new AuxiliaryObject(
                "function told(" + type + ")",
                "CREATE FUNCTION told(" + type + ") RETURNS text LANGUAGE sql AS 'SELECT $1::text'",
                "DROP FUNCTION told(" + type + ")");
    }
}
