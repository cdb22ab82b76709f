package dev.migrate.autogen.detected;

import static dev.migrate.autogen.detected.Detected.detected;
import static dev.migrate.schema.Definitions.*;
import static dev.migrate.schema.Types.*;

import dev.migrate.schema.*;
import java.util.List;

/** Enum types that get or lose values, or another schema, under what depends on them. */
final class DetectedEnumReplacements {

    private static final EnumType THREE_MOODS = enumType("mood", "sad", "ok", "new");
    private static final EnumType TWO_MOODS = enumType("mood", "sad", "ok");

    static final List<Detected> CASES = List.of(
            detected("an enum type loses a value while a domain is over it")
                    .before(overDomain(THREE_MOODS))
                    .after(overDomain(TWO_MOODS))
                    .upgrade("""
                            // Fails where a value of agents.mood does not fit: feeling becomes mood.
                            op.alterColumn("agents", alter("mood").type(type("mood"), "mood::text::mood"));

                            op.dropDomain("feeling");

                            // Fails while a row holds 'new' of mood: give such rows another value first, or map it.
                            op.replaceEnum(
                                    enumType("mood", "sad", "ok", "new"),
                                    enumType("mood", "sad", "ok"),
                                    Map.of(),
                                    use("agents", "mood"));

                            op.createDomain(domain("feeling", type("mood")).defaultValue("ok"));

                            // Fails where a value of agents.mood does not fit: mood becomes feeling.
                            op.alterColumn("agents", alter("mood").type(type("feeling"), "mood::text::feeling"));
                    """)
                    .downgrade("""
                            // Fails where a value of agents.mood does not fit: feeling becomes mood.
                            op.alterColumn("agents", alter("mood").type(type("mood"), "mood::text::mood"));

                            op.dropDomain("feeling");
                            op.addEnumValue("mood", "new");
                            op.createDomain(domain("feeling", type("mood")).defaultValue("ok"));

                            // Fails where a value of agents.mood does not fit: mood becomes feeling.
                            op.alterColumn("agents", alter("mood").type(type("feeling"), "mood::text::feeling"));
                    """),
            detected("an enum type gets a value, and the domain over it goes")
                    .before(overDomain(TWO_MOODS))
                    .after(Schema.ofTables(table("agents").columns(column("mood", type("mood"))))
                            .withEnums(List.of(THREE_MOODS)))
                    .upgrade("""
                            // Fails where a value of agents.mood does not fit: feeling becomes mood.
                            op.alterColumn("agents", alter("mood").type(type("mood"), "mood::text::mood"));

                            op.dropDomain("feeling");
                            op.addEnumValue("mood", "new");
                            op.alterColumn("agents", alter("mood").nullable());
                    """)
                    .downgrade("""
                            op.alterColumn("agents", alter("mood").notNull());

                            // Fails while a row holds 'new' of mood: give such rows another value first, or map it.
                            op.replaceEnum(
                                    enumType("mood", "sad", "ok", "new"),
                                    enumType("mood", "sad", "ok"),
                                    Map.of(),
                                    use("agents", "mood"));

                            op.createDomain(domain("feeling", type("mood")).defaultValue("ok"));

                            // Fails where a value of agents.mood does not fit: mood becomes feeling.
                            op.alterColumn("agents", alter("mood").type(type("feeling"), "mood::text::feeling"));
                    """),
            detected("an enum type loses a value while a foreign key compares it")
                    .before(Schema.ofTables(comparing()).withEnums(List.of(THREE_MOODS)))
                    .after(Schema.ofTables(comparing()).withEnums(List.of(TWO_MOODS)))
                    .upgrade("""
                            op.dropConstraint("moods", "fk_moods_after");

                            // Fails while a row holds 'new' of mood: give such rows another value first, or map it.
                            op.replaceEnum(
                                    enumType("mood", "sad", "ok", "new"),
                                    enumType("mood", "sad", "ok"),
                                    Map.of(),
                                    use("moods", "mood"),
                                    use("moods", "after"));

                            op.addForeignKey("moods", foreignKey("fk_moods_after", "after").references("moods", "mood"));
                    """)
                    .downgrade("""
                            op.dropConstraint("moods", "fk_moods_after");
                            op.addEnumValue("mood", "new");
                            op.addForeignKey("moods", foreignKey("fk_moods_after", "after").references("moods", "mood"));
                    """),
            detected("an enum type gets a value while a foreign key compares it")
                    .before(Schema.ofTables(comparing()).withEnums(List.of(TWO_MOODS)))
                    .after(Schema.ofTables(comparing()).withEnums(List.of(THREE_MOODS)))
                    .upgrade("""
                            op.addEnumValue("mood", "new");
                    """)
                    .downgrade("""
                            // Fails while a row holds 'new' of mood: give such rows another value first, or map it.
                            op.dropConstraint("moods", "fk_moods_after");
                            op.replaceEnum(
                                    enumType("mood", "sad", "ok", "new"),
                                    enumType("mood", "sad", "ok"),
                                    Map.of(),
                                    use("moods", "mood"),
                                    use("moods", "after"));
                            op.addForeignKey("moods", foreignKey("fk_moods_after", "after").references("moods", "mood"));
                    """),
            detected("an enum type loses a value that a function takes, a view shows and a trigger waits for")
                    .before(shown(THREE_MOODS))
                    .after(shown(TWO_MOODS))
                    .upgrade("""
                            op.execute("DROP VIEW how_many");
                            op.execute("DROP VIEW moods");
                            op.execute("DROP TRIGGER saddened ON agents");

                            // Fails while a row holds 'new' of mood: give such rows another value first, or map it.
                            op.execute("DROP FUNCTION cheer(mood)");
                            op.replaceEnum(
                                    enumType("mood", "sad", "ok", "new"),
                                    enumType("mood", "sad", "ok"),
                                    Map.of(),
                                    use("agents", "mood"));
                            op.execute(\"""
                                    CREATE OR REPLACE FUNCTION public.cheer(mood)
                                     RETURNS text
                                     LANGUAGE sql
                                    AS $function$SELECT $1::text$function$
                                    \""");

                            op.execute("CREATE TRIGGER saddened BEFORE UPDATE ON agents FOR EACH ROW WHEN (NEW.mood = 'sad'::mood) "
                                    + "EXECUTE FUNCTION touch()");
                            op.execute("CREATE VIEW moods AS SELECT mood FROM agents");
                            op.execute("CREATE VIEW how_many AS SELECT count(*) AS n FROM moods");
                    """)
                    .downgrade("""
                            op.execute("DROP VIEW how_many");
                            op.execute("DROP VIEW moods");
                            op.execute("DROP TRIGGER saddened ON agents");
                            op.addEnumValue("mood", "new");
                            op.execute("CREATE TRIGGER saddened BEFORE UPDATE ON agents FOR EACH ROW WHEN (new.mood = 'sad'::mood) "
                                    + "EXECUTE FUNCTION touch()");
                            op.execute(\"""
                                    CREATE VIEW moods AS
                                     SELECT mood
                                       FROM agents;
                                    \""");
                            op.execute(\"""
                                    CREATE VIEW how_many AS
                                     SELECT count(*) AS n
                                       FROM moods;
                                    \""");
                    """),
            detected("an enum type gets a value that a function takes, a view shows and a trigger waits for")
                    .before(shown(TWO_MOODS))
                    .after(shown(THREE_MOODS))
                    .upgrade("""
                            op.addEnumValue("mood", "new");
                    """)
                    .downgrade("""
                            // Fails while a row holds 'new' of mood: give such rows another value first, or map it.
                            op.execute("DROP FUNCTION cheer(mood)");
                            op.execute("DROP VIEW how_many");
                            op.execute("DROP VIEW moods");
                            op.execute("DROP TRIGGER saddened ON agents");
                            op.replaceEnum(
                                    enumType("mood", "sad", "ok", "new"),
                                    enumType("mood", "sad", "ok"),
                                    Map.of(),
                                    use("agents", "mood"));
                            op.execute("CREATE TRIGGER saddened BEFORE UPDATE ON agents FOR EACH ROW WHEN (new.mood = 'sad'::mood) "
                                    + "EXECUTE FUNCTION touch()");
                            op.execute(\"""
                                    CREATE VIEW moods AS
                                     SELECT mood
                                       FROM agents;
                                    \""");
                            op.execute(\"""
                                    CREATE VIEW how_many AS
                                     SELECT count(*) AS n
                                       FROM moods;
                                    \""");
                            op.execute(\"""
                                    CREATE OR REPLACE FUNCTION public.cheer(mood)
                                     RETURNS text
                                     LANGUAGE sql
                                    AS $function$SELECT $1::text$function$
                                    \""");
                    """),
            detected("an enum type loses a value while a formula reads a column of it")
                    .before(Schema.ofTables(withFormula()).withEnums(List.of(THREE_MOODS)))
                    .after(Schema.ofTables(withFormula()).withEnums(List.of(TWO_MOODS)))
                    .upgrade("""
                            op.dropColumn("agents", "moody");

                            // Fails while a row holds 'new' of mood: give such rows another value first, or map it.
                            op.replaceEnum(
                                    enumType("mood", "sad", "ok", "new"),
                                    enumType("mood", "sad", "ok"),
                                    Map.of(),
                                    use("agents", "mood"));

                            op.addColumn("agents", column("moody", bool()).generatedStored("mood IS NOT NULL"));
                    """)
                    .downgrade("""
                            op.dropColumn("agents", "moody");
                            op.addEnumValue("mood", "new");
                            op.addColumn("agents", column("moody", bool()).generatedStored("mood IS NOT NULL"));
                    """),
            detected("an enum type moves to another schema")
                    .before(Schema.ofTables(table("agents")
                                    .columns(column("mood", type("mood")).defaultSql("'ok'::mood"))
                                    .check("ck_agents", "mood <> 'sad'::mood"))
                            .withEnums(List.of(TWO_MOODS)))
                    .after(Schema.ofTables(table("agents")
                                    .columns(column("mood", type("people.mood")).defaultSql("'ok'::people.mood"))
                                    .check("ck_agents", "mood <> 'sad'::people.mood"))
                            .withSchemas(List.of("people"))
                            .withEnums(List.of(enumType("people.mood", "sad", "ok"))))
                    .upgrade("""
                            op.createSchema("people");
                            op.dropConstraint("agents", "ck_agents");
                            op.createEnum(enumType("people.mood", "sad", "ok"));

                            // Fails where a value of agents.mood does not fit: mood becomes people.mood.
                            op.alterColumn("agents", alter("mood")
                                    .dropDefault()
                                    .type(type("people.mood"), "mood::text::people.mood")
                                    .defaultValue("ok"));

                            op.addCheck("agents", check("ck_agents", "mood <> 'sad'::people.mood"));
                            op.dropEnum("mood");
                    """)
                    .downgrade("""
                            op.createEnum(enumType("mood", "sad", "ok"));
                            op.dropConstraint("agents", "ck_agents");

                            // Fails where a value of agents.mood does not fit: people.mood becomes mood.
                            op.alterColumn("agents", alter("mood").dropDefault().type(type("mood"), "mood::text::mood").defaultValue("ok"));

                            op.dropEnum("people.mood");
                            op.addCheck("agents", check("ck_agents", "mood <> 'sad'::mood"));
                            op.dropSchema("people");
                    """),
            detected("an enum type gets a value while a table goes that checks values of a domain over it")
                    .before(Schema.ofTables(table("letters")
                                    .columns(column("mood", type("feeling")))
                                    .check("ck_letters", "mood IS NOT NULL OR 'sad'::mood::feeling IS NULL"))
                            .withEnums(List.of(TWO_MOODS))
                            .withDomains(List.of(domain("feeling", type("mood")))))
                    .after(Schema.EMPTY
                            .withEnums(List.of(THREE_MOODS))
                            .withDomains(List.of(domain("feeling", type("mood")))))
                    .upgrade("""
                            op.dropConstraint("letters", "ck_letters");

                            // Fails where a value of letters.mood does not fit: feeling becomes mood.
                            op.alterColumn("letters", alter("mood").type(type("mood"), "mood::text::mood"));

                            op.dropDomain("feeling");
                            op.addEnumValue("mood", "new");
                            op.createDomain(domain("feeling", type("mood")));

                            // The rows of letters are lost.
                            op.dropTable("letters");
                    """)
                    .downgrade("""
                            op.createTable(table("letters").columns(column("mood", type("mood"))));
                            op.dropDomain("feeling");

                            // Fails while a row holds 'new' of mood: give such rows another value first, or map it.
                            op.replaceEnum(
                                    enumType("mood", "sad", "ok", "new"),
                                    enumType("mood", "sad", "ok"),
                                    Map.of(),
                                    use("letters", "mood"));

                            op.createDomain(domain("feeling", type("mood")));

                            // Fails where a value of letters.mood does not fit: mood becomes feeling.
                            op.alterColumn("letters", alter("mood").type(type("feeling"), "mood::text::feeling"));

                            op.addCheck("letters", check("ck_letters", "(mood IS NOT NULL) OR (('sad'::mood)::feeling IS NULL)"));
                    """));

    private DetectedEnumReplacements() {}

    private static Schema overDomain(EnumType mood) {
        return Schema.ofTables(
                        table("agents").columns(column("mood", type("feeling")).notNull()))
                .withEnums(List.of(mood))
                .withDomains(List.of(domain("feeling", type("mood")).defaultSql("'ok'::mood")));
    }

    private static Table comparing() {
        return table("moods")
                .columns(column("mood", type("mood")).notNull(), column("after", type("mood")))
                .primaryKey("moods_pkey", "mood")
                .foreignKey(foreignKey("fk_moods_after", "after").references("moods", "mood"));
    }

    private static Schema shown(EnumType mood) {
        return Schema.ofTables(table("agents").columns(column("id", bigint()), column("mood", type("mood"))))
                .withEnums(List.of(mood))
                .withAuxiliaryObjects(List.of(
                        new AuxiliaryObject(
                                "function cheer(mood)",
                                "CREATE FUNCTION cheer(mood) RETURNS text LANGUAGE sql AS 'SELECT $1::text'",
                                "DROP FUNCTION cheer(mood)"),
                        new AuxiliaryObject(
                                "function touch()",
                                "CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'",
                                "DROP FUNCTION touch()"),
                        new AuxiliaryObject(
                                "trigger saddened on agents",
                                "CREATE TRIGGER saddened BEFORE UPDATE ON agents FOR EACH ROW"
                                        + " WHEN (NEW.mood = 'sad'::mood) EXECUTE FUNCTION touch()",
                                "DROP TRIGGER saddened ON agents"),
                        new AuxiliaryObject(
                                "view moods", "CREATE VIEW moods AS SELECT mood FROM agents", "DROP VIEW moods"),
                        new AuxiliaryObject(
                                "view how_many",
                                "CREATE VIEW how_many AS SELECT count(*) AS n FROM moods",
                                "DROP VIEW how_many")));
    }

    private static Table withFormula() {
        return table("agents")
                .columns(column("mood", type("mood")), column("moody", bool()).generatedStored("mood IS NOT NULL"));
    }
}
