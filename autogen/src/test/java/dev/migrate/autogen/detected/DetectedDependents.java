package dev.migrate.autogen.detected;

import static dev.migrate.autogen.detected.Detected.detected;
import static dev.migrate.schema.Definitions.*;
import static dev.migrate.schema.Types.*;

import dev.migrate.schema.*;
import java.util.List;

/** What nobody declares, and what stands in the way of a change without being about the table itself. */
final class DetectedDependents {

    static final List<Detected> CASES = List.of(
            detected("a function comes that reads a column which gets another type")
                    .since(14)
                    .before(table("agents").columns(column("code", integer())))
                    .after(Schema.ofTables(table("agents").columns(column("code", text())))
                            .withAuxiliaryObjects(List.of(new AuxiliaryObject(
                                    "function last_code()",
                                    "create function last_code() returns text language sql return (select max(code::text) from agents)",
                                    "drop function last_code()"))))
                    .upgrade("""
                                    op.alterColumn("agents", alter("code").type(text()));
                                    op.execute("create function last_code() returns text language sql return (select max(code::text) from agents)");
                            """)
                    .downgrade("""
                                    op.execute("drop function last_code()");

                                    // Fails where a value of agents.code does not fit: text becomes integer.
                                    op.alterColumn("agents", alter("code").type(integer(), "code::integer"));
                            """),
            detected("a column of children, another schema's views and a routine gets another type")
                    .since(14)
                    .setUp("""
                            CREATE SCHEMA reports;
                            CREATE TABLE agents (id bigint, name varchar(50));
                            CREATE TABLE robots () INHERITS (agents);
                            CREATE TABLE small_robots () INHERITS (robots);
                            CREATE VIEW robot_names AS SELECT name FROM small_robots;
                            CREATE VIEW reports.names AS SELECT name FROM agents;
                            CREATE VIEW reports.loud_names AS SELECT upper(name) AS loud FROM reports.names;
                            CREATE VIEW reports.ids AS SELECT id FROM agents;
                            CREATE FUNCTION longest() RETURNS int LANGUAGE sql
                                RETURN (SELECT max(length(name)) FROM reports.names);
                            CREATE FUNCTION shortest() RETURNS int LANGUAGE sql
                                AS 'SELECT min(length(name)) FROM agents';""")
                    .after(agents(text()))
                    .upgrade("""
                            op.execute("DROP VIEW robot_names");
                            op.execute("DROP VIEW reports.loud_names");
                            op.execute("DROP FUNCTION longest()");
                            op.execute("DROP VIEW reports.names");
                            op.alterColumn("agents", alter("name").type(text()));
                            op.execute(\"""
                                    CREATE VIEW reports.names AS
                                     SELECT name
                                       FROM agents;
                                    \""");
                            op.execute(\"""
                                    CREATE OR REPLACE FUNCTION public.longest()
                                     RETURNS integer
                                     LANGUAGE sql
                                    RETURN (SELECT max(length((names.name)::text)) AS max FROM reports.names)
                                    \""");
                            op.execute(\"""
                                    CREATE VIEW reports.loud_names AS
                                     SELECT upper((name)::text) AS loud
                                       FROM reports.names;
                                    \""");
                            op.execute(\"""
                                    CREATE VIEW robot_names AS
                                     SELECT name
                                       FROM small_robots;
                                    \""");
                    """)
                    .downgrade("""
                            op.execute("DROP VIEW robot_names");
                            op.execute("DROP VIEW reports.loud_names");
                            op.execute("DROP FUNCTION longest()");
                            op.execute("DROP VIEW reports.names");

                            // Fails where a value of agents.name does not fit: text becomes character varying(50).
                            op.alterColumn("agents", alter("name").type(varchar(50)));

                            op.execute(\"""
                                    CREATE VIEW reports.names AS
                                     SELECT name
                                       FROM agents;
                                    \""");
                            op.execute(\"""
                                    CREATE OR REPLACE FUNCTION public.longest()
                                     RETURNS integer
                                     LANGUAGE sql
                                    RETURN (SELECT max(length((names.name)::text)) AS max FROM reports.names)
                                    \""");
                            op.execute(\"""
                                    CREATE VIEW reports.loud_names AS
                                     SELECT upper((name)::text) AS loud
                                       FROM reports.names;
                                    \""");
                            op.execute(\"""
                                    CREATE VIEW robot_names AS
                                     SELECT name
                                       FROM small_robots;
                                    \""");
                    """),
            detected("a view that comes back keeps its defaults, and gets no rights that it didn't have")
                    .setUp("""
                            DO $$ BEGIN CREATE ROLE reader; EXCEPTION WHEN duplicate_object THEN NULL; END $$;
                            CREATE TABLE agents (id bigint, name varchar(50));
                            CREATE TABLE robots () INHERITS (agents);
                            CREATE TABLE small_robots () INHERITS (robots);
                            CREATE VIEW named AS SELECT id, name FROM agents;
                            ALTER VIEW named ALTER COLUMN name SET DEFAULT 'x';
                            CREATE MATERIALIZED VIEW counted AS SELECT name, count(*) AS n FROM agents GROUP BY name;
                            CREATE INDEX ix_counted_n ON counted (n);
                            COMMENT ON INDEX ix_counted_n IS 'For the list';
                            ALTER MATERIALIZED VIEW counted CLUSTER ON ix_counted_n;
                            CREATE STATISTICS counted_n (ndistinct) ON name, n FROM counted;
                            ALTER STATISTICS counted_n SET STATISTICS 70;
                            COMMENT ON STATISTICS counted_n IS 'Few names';
                            CREATE STATISTICS counted_names ON n, name FROM counted;
                            ALTER MATERIALIZED VIEW counted ALTER COLUMN n SET STATISTICS 300;
                            GRANT SELECT ON named, counted TO pg_monitor;
                            ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT ON TABLES TO reader;""")
                    .after(agents(text()))
                    .upgrade("""
                            op.execute("DROP VIEW named");
                            op.dropStatistics("counted_n");
                            op.dropStatistics("counted_names");
                            op.execute("DROP MATERIALIZED VIEW counted");
                            op.alterColumn("agents", alter("name").type(text()));

                            // Rights and owner as in the database that was read: add here what others grant.
                            op.execute(\"""
                                    CREATE MATERIALIZED VIEW counted AS
                                     SELECT name,
                                        count(*) AS n
                                       FROM agents
                                      GROUP BY name;
                                    CREATE INDEX ix_counted_n ON counted USING btree (n);
                                    COMMENT ON INDEX ix_counted_n IS 'For the list';
                                    ALTER MATERIALIZED VIEW counted CLUSTER ON ix_counted_n;
                                    ALTER MATERIALIZED VIEW counted ALTER COLUMN n SET STATISTICS 300;
                                    REVOKE ALL ON counted FROM reader;
                                    GRANT SELECT ON counted TO pg_monitor;
                                    \""");

                            op.createStatistics(statistics("counted_n")
                                    .on("counted", "n", "name")
                                    .ndistinct()
                                    .target(70)
                                    .comment("Few names"));
                            op.createStatistics(statistics("counted_names").on("counted", "n", "name"));

                            // Rights and owner as in the database that was read: add here what others grant.
                            op.execute(\"""
                                    CREATE VIEW named AS
                                     SELECT id,
                                        name
                                       FROM agents;
                                    ALTER VIEW named ALTER COLUMN name SET DEFAULT 'x'::character varying;
                                    REVOKE ALL ON named FROM reader;
                                    GRANT SELECT ON named TO pg_monitor;
                                    \""");
                    """)
                    .downgrade("""
                            op.execute("DROP VIEW named");
                            op.dropStatistics("counted_names");
                            op.dropStatistics("counted_n");
                            op.execute("DROP MATERIALIZED VIEW counted");

                            // Fails where a value of agents.name does not fit: text becomes character varying(50).
                            op.alterColumn("agents", alter("name").type(varchar(50)));

                            // Rights and owner as in the database that was read: add here what others grant.
                            op.execute(\"""
                                    CREATE MATERIALIZED VIEW counted AS
                                     SELECT name,
                                        count(*) AS n
                                       FROM agents
                                      GROUP BY name;
                                    CREATE INDEX ix_counted_n ON counted USING btree (n);
                                    COMMENT ON INDEX ix_counted_n IS 'For the list';
                                    ALTER MATERIALIZED VIEW counted CLUSTER ON ix_counted_n;
                                    ALTER MATERIALIZED VIEW counted ALTER COLUMN n SET STATISTICS 300;
                                    REVOKE ALL ON counted FROM reader;
                                    GRANT SELECT ON counted TO pg_monitor;
                                    \""");

                            op.createStatistics(statistics("counted_names").on("counted", "n", "name"));
                            op.createStatistics(statistics("counted_n")
                                    .on("counted", "n", "name")
                                    .ndistinct()
                                    .target(70)
                                    .comment("Few names"));

                            // Rights and owner as in the database that was read: add here what others grant.
                            op.execute(\"""
                                    CREATE VIEW named AS
                                     SELECT id,
                                        name
                                       FROM agents;
                                    ALTER VIEW named ALTER COLUMN name SET DEFAULT 'x'::character varying;
                                    REVOKE ALL ON named FROM reader;
                                    GRANT SELECT ON named TO pg_monitor;
                                    \""");
                    """),
            detected("a trigger that comes back fires in each partition as it did")
                    .setUp("""
                            CREATE TABLE agents (id bigint, name varchar(50)) PARTITION BY RANGE (id);
                            CREATE TABLE robots PARTITION OF agents FOR VALUES FROM (1) TO (9) PARTITION BY RANGE (id);
                            CREATE TABLE small_robots PARTITION OF robots DEFAULT;
                            CREATE TABLE people PARTITION OF agents DEFAULT;
                            CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';
                            CREATE TRIGGER refused AFTER UPDATE OF name ON agents FOR EACH ROW EXECUTE FUNCTION refuse();
                            ALTER TABLE agents DISABLE TRIGGER refused;
                            ALTER TABLE robots ENABLE ALWAYS TRIGGER refused;
                            ALTER TABLE small_robots ENABLE TRIGGER refused""")
                    .after(Schema.ofTables(table("agents")
                            .columns(column("id", bigint()), column("name", text()))
                            .partitionByRange("id")))
                    .upgrade("""
                            op.execute("DROP TRIGGER refused ON agents");
                            op.alterColumn("agents", alter("name").type(text()));
                            op.execute(\"""
                                    CREATE TRIGGER refused AFTER UPDATE OF name ON agents FOR EACH ROW EXECUTE FUNCTION refuse();
                                    ALTER TABLE agents DISABLE TRIGGER refused;
                                    ALTER TABLE robots ENABLE ALWAYS TRIGGER refused;
                                    ALTER TABLE small_robots ENABLE TRIGGER refused
                                    \""");
                    """)
                    .downgrade("""
                            op.execute("DROP TRIGGER refused ON agents");

                            // Fails where a value of agents.name does not fit: text becomes character varying(50).
                            op.alterColumn("agents", alter("name").type(varchar(50)));

                            op.execute(\"""
                                    CREATE TRIGGER refused AFTER UPDATE OF name ON agents FOR EACH ROW EXECUTE FUNCTION refuse();
                                    ALTER TABLE agents DISABLE TRIGGER refused;
                                    ALTER TABLE robots ENABLE ALWAYS TRIGGER refused;
                                    ALTER TABLE small_robots ENABLE TRIGGER refused
                                    \""");
                    """));

    private DetectedDependents() {}

    private static Schema agents(Type name) {
        return Schema.ofTables(
                table("agents").columns(column("id", bigint()), column("name", name)),
                table("robots").inherits("agents"),
                table("small_robots").inherits("robots"));
    }
}
