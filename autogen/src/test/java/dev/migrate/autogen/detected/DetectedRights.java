package dev.migrate.autogen.detected;

import static dev.migrate.autogen.detected.Detected.detected;
import static dev.migrate.schema.Definitions.*;
import static dev.migrate.schema.Types.*;

import dev.migrate.schema.*;
import java.util.List;

/** Policies, rules and row level security, and what else of a mapping's SQL only a name is known of. */
final class DetectedRights {

    private static final AuxiliaryObject SECURITY = new AuxiliaryObject(
            "row level security on agents",
            "alter table agents enable row level security",
            "alter table agents disable row level security");

    static final List<Detected> CASES = List.of(
            detected("a policy comes, and row level security with it")
                    .before(agents(text()))
                    .after(agents(text(), SECURITY, policy("name is not null")))
                    .upgrade("""
                            op.execute("create policy seen on agents for select using (name is not null)");
                            op.execute("alter table agents enable row level security");
                    """)
                    .downgrade("""
                            op.execute("alter table agents disable row level security");
                            op.execute("drop policy seen on agents");
                    """),
            detected("a policy lets others through")
                    .before(agents(text(), SECURITY, policy("name is not null")))
                    .after(agents(text(), SECURITY, policy("id > 0")))
                    .upgrade("""
                            op.execute("DROP POLICY seen ON agents");
                            op.execute("create policy seen on agents for select using (id > 0)");
                    """)
                    .downgrade("""
                            op.execute("drop policy seen on agents");
                            op.execute("CREATE POLICY seen ON agents AS PERMISSIVE FOR SELECT TO PUBLIC USING ((name IS NOT NULL))");
                    """),
            detected("a column that a policy and a rule read gets another type")
                    .before(agents(varchar(50), policy("name is not null"), rule("name is null")))
                    .after(agents(text(), policy("name is not null"), rule("name is null")))
                    .upgrade("""
                            op.execute("DROP RULE kept ON agents");
                            op.execute("DROP POLICY seen ON agents");
                            op.alterColumn("agents", alter("name").type(text()));
                            op.execute("create policy seen on agents for select using (name is not null)");
                            op.execute("create rule kept as on delete to agents where old.name is null do instead nothing");
                    """)
                    .downgrade("""
                            op.execute("drop rule kept on agents");
                            op.execute("drop policy seen on agents");

                            // Fails where a value of agents.name does not fit: text becomes character varying(50).
                            op.alterColumn("agents", alter("name").type(varchar(50)));

                            op.execute("CREATE POLICY seen ON agents AS PERMISSIVE FOR SELECT TO PUBLIC USING ((name IS NOT NULL))");
                            op.execute(\"""
                                    CREATE RULE kept AS
                                        ON DELETE TO agents
                                       WHERE old.name IS NULL DO INSTEAD NOTHING
                                    \""");
                    """),
            detected("a column that a policy and a formula read gets another collation")
                    .before(loud(column("name", text()).collation("\"C\"")))
                    .after(loud(column("name", text())))
                    .upgrade("""
                            op.execute("DROP POLICY seen ON agents");
                            op.dropColumn("agents", "loud");
                            op.alterColumn("agents", alter("name").type(text()));
                            op.addColumn("agents", column("loud", text()).generatedStored("upper(name)"));
                            op.execute("create policy seen on agents for select using (name is not null)");
                    """)
                    .downgrade("""
                            op.execute("drop policy seen on agents");
                            op.dropColumn("agents", "loud");
                            op.alterColumn("agents", alter("name").typeWithCollation(text(), "\\"C\\""));
                            op.addColumn("agents", column("loud", text()).generatedStored("upper(name)"));
                            op.execute("CREATE POLICY seen ON agents AS PERMISSIVE FOR SELECT TO PUBLIC USING ((name IS NOT NULL))");
                    """),
            detected("a function and a trigger that come back are as they were, for whom and when")
                    .setUp("""
                            DO $$ BEGIN CREATE ROLE reader; EXCEPTION WHEN duplicate_object THEN NULL; END $$;
                            CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';
                            CREATE TYPE mood AS ENUM ('sad', 'ok');
                            CREATE FUNCTION wipe(mood) RETURNS int LANGUAGE sql SECURITY DEFINER AS 'SELECT 1';
                            COMMENT ON FUNCTION wipe(mood) IS 'Not for all';
                            REVOKE ALL ON FUNCTION wipe(mood) FROM PUBLIC;
                            GRANT EXECUTE ON FUNCTION wipe(mood) TO pg_monitor WITH GRANT OPTION;
                            ALTER FUNCTION wipe(mood) OWNER TO reader;
                            CREATE TABLE agents (id bigint, name varchar(50));
                            CREATE TRIGGER refused BEFORE UPDATE OF name ON agents FOR EACH ROW EXECUTE FUNCTION refuse();
                            COMMENT ON TRIGGER refused ON agents IS 'For later';
                            ALTER TABLE agents DISABLE TRIGGER refused""")
                    .after(agents(text()).withEnums(List.of(enumType("mood", "ok"))))
                    .upgrade("""
                            op.execute("DROP TRIGGER refused ON agents");

                            // Fails while a row holds 'sad' of mood: give such rows another value first, or map it.
                            // Rights and owner as in the database that was read: add here what others grant.
                            op.execute("DROP FUNCTION wipe(mood)");
                            op.replaceEnum(enumType("mood", "sad", "ok"), enumType("mood", "ok"), Map.of());
                            op.execute(\"""
                                    CREATE OR REPLACE FUNCTION public.wipe(mood)
                                     RETURNS integer
                                     LANGUAGE sql
                                     SECURITY DEFINER
                                    AS $function$SELECT 1$function$
                                    ;
                                    COMMENT ON FUNCTION wipe(mood) IS 'Not for all';
                                    REVOKE ALL ON FUNCTION wipe(mood) FROM PUBLIC;
                                    GRANT EXECUTE ON FUNCTION wipe(mood) TO pg_monitor WITH GRANT OPTION;
                                    ALTER FUNCTION wipe(mood) OWNER TO reader
                                    \""");

                            op.alterColumn("agents", alter("name").type(text()));
                            op.execute(\"""
                                    CREATE TRIGGER refused BEFORE UPDATE OF name ON agents FOR EACH ROW EXECUTE FUNCTION refuse();
                                    ALTER TABLE agents DISABLE TRIGGER refused;
                                    COMMENT ON TRIGGER refused ON agents IS 'For later'
                                    \""");
                    """)
                    .downgrade("""
                            op.execute("DROP TRIGGER refused ON agents");

                            // Fails where a value of agents.name does not fit: text becomes character varying(50).
                            op.alterColumn("agents", alter("name").type(varchar(50)));

                            op.addEnumValueBefore("mood", "sad", "ok");
                            op.execute(\"""
                                    CREATE TRIGGER refused BEFORE UPDATE OF name ON agents FOR EACH ROW EXECUTE FUNCTION refuse();
                                    ALTER TABLE agents DISABLE TRIGGER refused;
                                    COMMENT ON TRIGGER refused ON agents IS 'For later'
                                    \""");
                    """),
            detected("a rule changes")
                    .before(agents(text(), rule("name is null")))
                    .after(agents(text(), rule("name is null and id > 0")))
                    .upgrade("""
                            op.execute("DROP RULE kept ON agents");
                            op.execute("create rule kept as on delete to agents where old.name is null and old.id > 0 do instead nothing");
                    """)
                    .downgrade("""
                            op.execute("drop rule kept on agents");
                            op.execute(\"""
                                    CREATE RULE kept AS
                                        ON DELETE TO agents
                                       WHERE old.name IS NULL DO INSTEAD NOTHING
                                    \""");
                    """),
            detected("a table goes with its policy, its rule and its row level security")
                    .before(agents(text(), SECURITY, policy("name is not null"), rule("name is null")))
                    .after(Schema.EMPTY)
                    .upgrade("""
                            op.execute("DROP RULE kept ON agents");
                            op.execute("ALTER TABLE agents DISABLE ROW LEVEL SECURITY");
                            op.execute("DROP POLICY seen ON agents");

                            // The rows of agents are lost.
                            op.dropTable("agents");
                    """)
                    .downgrade("""
                            op.createTable(table("agents").columns(column("id", bigint()), column("name", text())));
                            op.execute("CREATE POLICY seen ON agents AS PERMISSIVE FOR SELECT TO PUBLIC USING ((name IS NOT NULL))");
                            op.execute("ALTER TABLE agents ENABLE ROW LEVEL SECURITY");
                            op.execute(\"""
                                    CREATE RULE kept AS
                                        ON DELETE TO agents
                                       WHERE old.name IS NULL DO INSTEAD NOTHING
                                    \""");
                    """),
            detected("an aggregate and statistics come")
                    .before(agents(text()))
                    .after(agents(
                            text(),
                            new AuxiliaryObject(
                                    "aggregate joined",
                                    "create aggregate joined(text) (sfunc = textcat, stype = text)",
                                    "drop aggregate joined(text)"),
                            new AuxiliaryObject(
                                    "statistics levels",
                                    "create statistics levels on id, name from agents",
                                    "drop statistics levels")))
                    .upgrade("""
                            op.execute("create aggregate joined(text) (sfunc = textcat, stype = text)");
                            op.execute("create statistics levels on id, name from agents");
                    """)
                    .downgrade("""
                            op.execute("drop statistics levels");
                            op.execute("drop aggregate joined(text)");
                    """));

    private DetectedRights() {}

    private static Schema agents(Type name, AuxiliaryObject... objects) {
        return Schema.ofTables(table("agents").columns(column("id", bigint()), column("name", name)))
                .withAuxiliaryObjects(List.of(objects));
    }

    private static Schema loud(Column name) {
        return Schema.ofTables(table("agents")
                        .columns(
                                column("id", bigint()),
                                name,
                                column("loud", text()).generatedStored("upper(name)")))
                .withAuxiliaryObjects(List.of(policy("name is not null")));
    }

    private static AuxiliaryObject policy(String using) {
        return new AuxiliaryObject(
                "policy seen on agents",
                "create policy seen on agents for select using (" + using + ")",
                "drop policy seen on agents");
    }

    private static AuxiliaryObject rule(String condition) {
        return new AuxiliaryObject(
                "rule kept on agents",
                "create rule kept as on delete to agents where "
                        + condition.replace("name", "old.name").replace("id", "old.id") + " do instead nothing",
                "drop rule kept on agents");
    }
}
