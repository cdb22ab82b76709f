package dev.migrate.dump;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.testing.PostgresTest;
import dev.migrate.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

@PostgresTest
class SchemaDumpTest {

    @Test
    void whatBelongsToAnExtensionIsLeftOut(TestDatabase database) throws SQLException {
        database.execute("""
                CREATE EXTENSION tablefunc;
                CREATE SCHEMA topology;
                COMMENT ON SCHEMA topology IS 'Of an extension';
                CREATE TABLE topology.places (id int PRIMARY KEY CHECK (id > 0));
                CREATE INDEX ix_places ON topology.places (id);
                CREATE POLICY seen ON topology.places USING (true);
                CREATE DOMAIN topology.code AS text CHECK (VALUE <> '');
                ALTER EXTENSION tablefunc ADD SCHEMA topology;
                ALTER EXTENSION tablefunc ADD TABLE topology.places;
                ALTER EXTENSION tablefunc ADD DOMAIN topology.code;
                CREATE TABLE topology.own (crossed tablefunc_crosstab_2, code topology.code);
                CREATE TYPE pair AS (x int, code topology.code);
                """);

        try (Connection connection = database.connect()) {
            assertThat(SchemaDump.of(connection, "public")).isEqualTo("""
                    public.pair
                      composite type
                      column code topology.code
                      column x integer
                    tablefunc
                      extension in public
                    topology.own
                      table
                      column code topology.code
                      column crossed public.tablefunc_crosstab_2
                    """);
        }
    }

    @Test
    void theOrderInWhichParametersOfAnIndexWereSetIsNoDifference(TestDatabase database) throws SQLException {
        database.execute("""
                CREATE TABLE t (a int, CONSTRAINT k UNIQUE (a) WITH (deduplicate_items = off, fillfactor = 70));
                CREATE INDEX i ON t (a) WITH (fillfactor = 80, deduplicate_items = off) WHERE a > 0;
                CREATE INDEX j ON t (a) WITH (deduplicate_items = off);
                ALTER INDEX j SET (fillfactor = 80)""");
        String expected = """
                public.t
                  table
                  column a integer
                  constraint k UNIQUE (a)
                  index CREATE INDEX i ON public.t USING btree (a) WITH (deduplicate_items=off, fillfactor='80') WHERE (a > 0)
                  index CREATE INDEX j ON public.t USING btree (a) WITH (deduplicate_items=off, fillfactor='80')
                  index CREATE UNIQUE INDEX k ON public.t USING btree (a) WITH (deduplicate_items=off, fillfactor='70')
                """;

        try (Connection connection = database.connect()) {
            assertThat(SchemaDump.of(connection, "public")).isEqualTo(expected);
            database.execute("ALTER INDEX k RESET (deduplicate_items); ALTER INDEX k SET (deduplicate_items = off)");
            assertThat(SchemaDump.of(connection, "public")).isEqualTo(expected);
        }
    }

    @Test
    void whatIsPrintedDependsOnNoSetting(TestDatabase database) throws SQLException {
        database.execute("""
                CREATE TABLE t (
                    slashes text DEFAULT 'a\\b',
                    bytes bytea DEFAULT '\\xdeadbeef',
                    exact double precision DEFAULT '0.12345678901234567',
                    lag interval DEFAULT '-1 day -02:03:04')""");

        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    SET search_path = public, pg_temp; SET standard_conforming_strings = off; SET extra_float_digits = 0;
                    SET intervalstyle = sql_standard; SET bytea_output = escape; SET quote_all_identifiers = on""");

            assertThat(SchemaDump.of(connection, "public")).isEqualTo("""
                    public.t
                      table
                      column bytes bytea default '\\xdeadbeef'::bytea
                      column exact double precision default '0.12345678901234566'::double precision
                      column lag interval default '-1 days -02:03:04'::interval
                      column slashes text default 'a\\b'::text
                    """);
            try (ResultSet row = statement.executeQuery("""
                    SELECT concat_ws('|', current_setting('quote_all_identifiers'),
                        current_setting('standard_conforming_strings'), current_setting('extra_float_digits'),
                        current_setting('intervalstyle'), current_setting('bytea_output'),
                        current_setting('search_path'))""")) {
                row.next();
                assertThat(row.getString(1)).isEqualTo("on|off|0|sql_standard|escape|public, pg_temp");
            }
        }
    }

    @Test
    void anIdentityOfAPartitionedTableHasOneSequence(TestDatabase database) throws SQLException {
        database.execute("""
                CREATE TABLE events (id bigint GENERATED ALWAYS AS IDENTITY, region int) PARTITION BY LIST (region);
                CREATE TABLE events_1 PARTITION OF events FOR VALUES IN (1)""");

        try (Connection connection = database.connect()) {
            assertThat(SchemaDump.of(connection, "public")).isEqualTo("""
                    public.events
                      partitioned table LIST (region)
                      column id bigint not null identity always public.events_id_seq
                      column region integer
                    public.events_1
                      table partition FOR VALUES IN (1)
                      inherits 1 public.events
                      column id bigint not null identity always inherited
                      column region integer inherited
                    public.events_id_seq
                      sequence bigint start 1 increment 1 min 1 max 9223372036854775807 cache 1 identity of public.events.id
                    """);
        }
    }

    @Test
    void anIdentityHasItsOwnSequenceBesideOneThatItsColumnOwns(TestDatabase database) throws SQLException {
        database.execute("""
                CREATE SEQUENCE numbers;
                CREATE TABLE events (id bigint);
                ALTER SEQUENCE numbers OWNED BY events.id;
                ALTER TABLE events ALTER id SET NOT NULL, ALTER id ADD GENERATED ALWAYS AS IDENTITY""");

        try (Connection connection = database.connect()) {
            assertThat(SchemaDump.of(connection, "public")).startsWith("""
                    public.events
                      table
                      column id bigint not null identity always public.events_id_seq
                    """);
        }
    }
}
