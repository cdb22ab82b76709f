package dev.migrate.autogen.detected;

import static dev.migrate.autogen.detected.Detected.detected;
import static dev.migrate.schema.Definitions.*;
import static dev.migrate.schema.Types.*;

import dev.migrate.schema.*;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Functions, views, triggers and types that a mapping declares by their SQL. */
final class DetectedObjects {

    private static final Table AGENTS = table("agents").columns(column("id", bigint()), column("name", text()));

    private static final Table READINGS = table("readings")
            .columns(column("day", date()).notNull())
            .withPartitioning(new Partitioning(Partitioning.Strategy.RANGE, List.of(IndexKey.column("day"))));

    private static final AuxiliaryObject PARTITION = new AuxiliaryObject(
            "partition readings_rest",
            "create table readings_rest partition of readings default",
            "drop table if exists readings_rest");

    private static final AuxiliaryObject TOUCH = new AuxiliaryObject(
            "function touch()",
            "create or replace function touch() returns trigger language plpgsql as 'BEGIN RETURN NEW; END'",
            "drop function touch()");

    static final List<Detected> CASES = List.of(
            detected("an extension comes")
                    .after(Schema.EMPTY.withExtensions(List.of("btree_gist")))
                    .upgrade("""
                                    op.createExtension("btree_gist");
                            """)
                    .downgrade("""
                                    op.dropExtension("btree_gist");
                            """),
            detected("a partition comes")
                    .before(Schema.ofTables(READINGS))
                    .after(Schema.ofTables(READINGS).withAuxiliaryObjects(List.of(PARTITION)))
                    .upgrade("""
                                    op.execute("create table readings_rest partition of readings default");
                            """)
                    .downgrade("""
                                    op.execute("drop table if exists readings_rest");
                            """),
            object("a function comes", null, function("SELECT a + 1"))
                    .upgrade("""
                                    op.execute("create function next(a int) returns int language sql as 'SELECT a + 1'");
                            """)
                    .downgrade("""
                                    op.execute("drop function next(int)");
                            """),
            object("a function's body changes", function("SELECT a + 1"), function("SELECT a + 2"))
                    .upgrade("""
                                    op.execute("CREATE OR REPLACE function next(a int) returns int language sql as 'SELECT a + 2'");
                            """)
                    .downgrade("""
                                    op.execute(\"""
                                            CREATE OR REPLACE FUNCTION public.next(a integer)
                                             RETURNS integer
                                             LANGUAGE sql
                                            AS $function$SELECT a + 1$function$
                                            \""");
                            """),
            detected("what changes behind a comment")
                    .before(Schema.ofTables(AGENTS)
                            .withAuxiliaryObjects(List.of(
                                    commented(function("SELECT a + 1")), commented(view("SELECT id FROM agents")))))
                    .after(Schema.ofTables(AGENTS)
                            .withAuxiliaryObjects(List.of(
                                    commented(function("SELECT a + 2")), commented(view("SELECT name FROM agents")))))
                    .upgrade("""
                                    op.execute("DROP VIEW shown");
                                    op.execute("CREATE OR REPLACE function next(a int) returns int language sql as 'SELECT a + 2'");
                                    op.execute(\"""
                                            -- To create it
                                            /* once */ create view shown as SELECT name FROM agents
                                            \""");
                            """)
                    .downgrade("""
                                    op.execute("drop view shown");
                                    op.execute(\"""
                                            CREATE OR REPLACE FUNCTION public.next(a integer)
                                             RETURNS integer
                                             LANGUAGE sql
                                            AS $function$SELECT a + 1$function$
                                            \""");
                                    op.execute(\"""
                                            CREATE VIEW shown AS
                                             SELECT id
                                               FROM agents;
                                            \""");
                            """),
            object(
                            "a function's result changes",
                            function("SELECT a + 1"),
                            new AuxiliaryObject(
                                    "function next(a int)",
                                    "create function next(a int) returns bigint language sql as 'SELECT a + 1'",
                                    "drop function next(int)"))
                    .upgrade("""
                                    op.execute("DROP FUNCTION next(integer)");
                                    op.execute("create function next(a int) returns bigint language sql as 'SELECT a + 1'");
                            """)
                    .downgrade("""
                                    op.execute("drop function next(int)");
                                    op.execute(\"""
                                            CREATE OR REPLACE FUNCTION public.next(a integer)
                                             RETURNS integer
                                             LANGUAGE sql
                                            AS $function$SELECT a + 1$function$
                                            \""");
                            """),
            object("a view comes", null, view("SELECT id FROM agents"))
                    .upgrade("""
                                    op.execute("create view shown as SELECT id FROM agents");
                            """)
                    .downgrade("""
                                    op.execute("drop view shown");
                            """),
            detected("a view takes the name of a table that goes")
                    .before(AGENTS, table("shown").columns(column("id", bigint())))
                    .after(Schema.ofTables(AGENTS).withAuxiliaryObjects(List.of(view("SELECT id FROM agents"))))
                    .upgrade("""
                                    // The rows of shown are lost.
                                    op.dropTable("shown");

                                    op.execute("create view shown as SELECT id FROM agents");
                            """)
                    .downgrade("""
                                    op.execute("drop view shown");
                                    op.createTable(table("shown").columns(column("id", bigint())));
                            """),
            object("a view's query changes", view("SELECT id FROM agents"), view("SELECT id, name FROM agents"))
                    .upgrade("""
                                    op.execute("DROP VIEW shown");
                                    op.execute("create view shown as SELECT id, name FROM agents");
                            """)
                    .downgrade("""
                                    op.execute("drop view shown");
                                    op.execute(\"""
                                            CREATE VIEW shown AS
                                             SELECT id
                                               FROM agents;
                                            \""");
                            """),
            object(
                            "a materialized view's query changes",
                            materialized("SELECT id FROM agents"),
                            materialized("SELECT max(id) AS id FROM agents"))
                    .upgrade("""
                                    op.execute("DROP MATERIALIZED VIEW shown");
                                    op.execute("create materialized view shown as SELECT max(id) AS id FROM agents");
                            """)
                    .downgrade("""
                                    op.execute("drop materialized view shown");
                                    op.execute(\"""
                                            CREATE MATERIALIZED VIEW shown AS
                                             SELECT id
                                               FROM agents;
                                            \""");
                            """),
            detected("a view that has got all that a view can have is created anew")
                    .setUp("""
                            DO $$ BEGIN CREATE ROLE reader; EXCEPTION WHEN duplicate_object THEN NULL; END $$;
                            CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';
                            CREATE VIEW shown WITH (security_barrier = true) AS SELECT 1::bigint AS id;
                            COMMENT ON VIEW shown IS 'It''s shown';
                            COMMENT ON COLUMN shown.id IS 'Its id';
                            CREATE TRIGGER refused INSTEAD OF INSERT ON shown FOR EACH ROW EXECUTE FUNCTION refuse();
                            CREATE RULE kept AS ON DELETE TO shown DO INSTEAD NOTHING;
                            GRANT SELECT, UPDATE ON shown TO PUBLIC;
                            GRANT INSERT (id) ON shown TO pg_monitor WITH GRANT OPTION;
                            ALTER VIEW shown OWNER TO reader""")
                    .before(AGENTS)
                    .after(Schema.ofTables(AGENTS).withAuxiliaryObjects(List.of(view("SELECT id FROM agents"))))
                    .upgrade("""
                            op.execute("DROP TRIGGER refused ON shown");
                            op.execute("DROP RULE kept ON shown");
                            op.execute("DROP VIEW shown");

                            // Rights and owner as in the database that was read: add here what others grant.
                            op.execute(\"""
                                    create view shown as SELECT id FROM agents;
                                    ALTER VIEW shown SET (security_barrier=true);
                                    COMMENT ON VIEW shown IS 'It''s shown';
                                    COMMENT ON COLUMN shown.id IS 'Its id';
                                    GRANT SELECT, UPDATE ON shown TO PUBLIC;
                                    GRANT INSERT (id) ON shown TO pg_monitor WITH GRANT OPTION;
                                    ALTER VIEW shown OWNER TO reader;
                                    \""");

                            op.execute(\"""
                                    CREATE RULE kept AS
                                        ON DELETE TO shown DO INSTEAD NOTHING
                                    \""");
                            op.execute("CREATE TRIGGER refused INSTEAD OF INSERT ON shown FOR EACH ROW EXECUTE FUNCTION refuse()");
                    """)
                    .downgrade("""
                            op.execute("DROP TRIGGER refused ON shown");
                            op.execute("DROP RULE kept ON shown");
                            op.execute("drop view shown");

                            // Rights and owner as in the database that was read: add here what others grant.
                            op.execute(\"""
                                    CREATE VIEW shown WITH (security_barrier=true) AS
                                     SELECT (1)::bigint AS id;
                                    COMMENT ON VIEW shown IS 'It''s shown';
                                    COMMENT ON COLUMN shown.id IS 'Its id';
                                    GRANT SELECT, UPDATE ON shown TO PUBLIC;
                                    GRANT INSERT (id) ON shown TO pg_monitor WITH GRANT OPTION;
                                    ALTER VIEW shown OWNER TO reader;
                                    \""");

                            op.execute(\"""
                                    CREATE RULE kept AS
                                        ON DELETE TO shown DO INSTEAD NOTHING
                                    \""");
                            op.execute("CREATE TRIGGER refused INSTEAD OF INSERT ON shown FOR EACH ROW EXECUTE FUNCTION refuse()");
                    """),
            detected("a view that isn't declared is in the way")
                    .setUp("CREATE TABLE other (a integer); CREATE VIEW shown AS SELECT a FROM other")
                    .before(AGENTS)
                    .after(Schema.ofTables(AGENTS, table("other").columns(column("a", bigint()))))
                    .upgrade("""
                            op.execute("DROP VIEW shown");
                            op.alterColumn("other", alter("a").type(bigint()));
                            op.execute(\"""
                                    CREATE VIEW shown AS
                                     SELECT a
                                       FROM other;
                                    \""");
                    """)
                    .downgrade("""
                            op.execute("DROP VIEW shown");

                            // Fails where a value of other.a does not fit: bigint becomes integer.
                            op.alterColumn("other", alter("a").type(integer()));

                            op.execute(\"""
                                    CREATE VIEW shown AS
                                     SELECT a
                                       FROM other;
                                    \""");
                    """),
            detected("what a materialized view with an index shows changes its type")
                    .setUp("CREATE TABLE other (a integer);"
                            + " CREATE MATERIALIZED VIEW shown AS SELECT a FROM other;"
                            + " CREATE UNIQUE INDEX shown_a ON shown (a)")
                    .before(AGENTS)
                    .after(Schema.ofTables(AGENTS, table("other").columns(column("a", bigint())))
                            .withAuxiliaryObjects(List.of(materialized("SELECT a FROM other"))))
                    .upgrade("""
                                    op.execute("DROP MATERIALIZED VIEW shown");
                                    op.alterColumn("other", alter("a").type(bigint()));
                                    op.execute(\"""
                                            create materialized view shown as SELECT a FROM other;
                                            CREATE UNIQUE INDEX shown_a ON shown USING btree (a);
                                            \""");
                            """)
                    .downgrade("""
                                    op.execute("drop materialized view shown");

                                    // Fails where a value of other.a does not fit: bigint becomes integer.
                                    op.alterColumn("other", alter("a").type(integer()));

                                    op.execute(\"""
                                            CREATE MATERIALIZED VIEW shown AS
                                             SELECT a
                                               FROM other;
                                            CREATE UNIQUE INDEX shown_a ON shown USING btree (a);
                                            \""");
                            """),
            detected("a trigger comes with its function")
                    .before(AGENTS)
                    .after(Schema.ofTables(AGENTS).withAuxiliaryObjects(List.of(TOUCH, trigger("before update"))))
                    .upgrade("""
                                    op.execute("create or replace function touch() returns trigger language plpgsql as 'BEGIN RETURN NEW; END'");
                                    op.execute("create trigger touched before update on agents for each row execute function touch()");
                            """)
                    .downgrade("""
                                    op.execute("drop trigger touched on agents");
                                    op.execute("drop function touch()");
                            """),
            detected("a trigger's event changes")
                    .before(Schema.ofTables(AGENTS).withAuxiliaryObjects(List.of(TOUCH, trigger("before update"))))
                    .after(Schema.ofTables(AGENTS)
                            .withAuxiliaryObjects(List.of(TOUCH, trigger("before insert or update"))))
                    .upgrade("""
                                    op.execute("DROP TRIGGER touched ON agents");
                                    op.execute("create trigger touched before insert or update on agents for each row execute function touch()");
                            """)
                    .downgrade("""
                                    op.execute("drop trigger touched on agents");
                                    op.execute("CREATE TRIGGER touched BEFORE UPDATE ON agents FOR EACH ROW EXECUTE FUNCTION touch()");
                            """),
            detected("a table goes with its trigger")
                    .before(Schema.ofTables(AGENTS).withAuxiliaryObjects(List.of(TOUCH, trigger("before update"))))
                    .after(Schema.EMPTY.withAuxiliaryObjects(List.of(TOUCH)))
                    .upgrade("""
                                    op.execute("DROP TRIGGER touched ON agents");

                                    // The rows of agents are lost.
                                    op.dropTable("agents");
                            """)
                    .downgrade("""
                                    op.createTable(table("agents").columns(column("id", bigint()), column("name", text())));
                                    op.execute("CREATE TRIGGER touched BEFORE UPDATE ON agents FOR EACH ROW EXECUTE FUNCTION touch()");
                            """),
            detected("what a declared view shows changes its type")
                    .before(Schema.ofTables(AGENTS).withAuxiliaryObjects(List.of(view("SELECT id FROM agents"))))
                    .after(Schema.ofTables(table("agents").columns(column("id", integer()), column("name", text())))
                            .withAuxiliaryObjects(List.of(view("SELECT id FROM agents"))))
                    .upgrade("""
                                    op.execute("DROP VIEW shown");

                                    // Fails where a value of agents.id does not fit: bigint becomes integer.
                                    op.alterColumn("agents", alter("id").type(integer()));

                                    op.execute("create view shown as SELECT id FROM agents");
                            """)
                    .downgrade("""
                                    op.execute("drop view shown");
                                    op.alterColumn("agents", alter("id").type(bigint()));
                                    op.execute(\"""
                                            CREATE VIEW shown AS
                                             SELECT id
                                               FROM agents;
                                            \""");
                            """));

    private static AuxiliaryObject function(String body) {
        return new AuxiliaryObject(
                "function next(a int)",
                "create function next(a int) returns int language sql as '" + body + "'",
                "drop function next(int)");
    }

    private static AuxiliaryObject commented(AuxiliaryObject object) {
        return new AuxiliaryObject(object.identity(), "-- To create it\n/* once */ " + object.create(), object.drop());
    }

    private static AuxiliaryObject view(String query) {
        return new AuxiliaryObject("view shown", "create view shown as " + query, "drop view shown");
    }

    private static AuxiliaryObject materialized(String query) {
        return new AuxiliaryObject(
                "materialized view shown",
                "create materialized view shown as " + query,
                "drop materialized view shown");
    }

    private static AuxiliaryObject trigger(String event) {
        return new AuxiliaryObject(
                "trigger touched on agents",
                "create trigger touched " + event + " on agents for each row execute function touch()",
                "drop trigger touched on agents");
    }

    private static Detected object(String name, @Nullable AuxiliaryObject from, AuxiliaryObject to) {
        Schema agents = Schema.ofTables(AGENTS);
        return detected(name)
                .before(from == null ? agents : agents.withAuxiliaryObjects(List.of(from)))
                .after(agents.withAuxiliaryObjects(List.of(to)));
    }

    private DetectedObjects() {}
}
