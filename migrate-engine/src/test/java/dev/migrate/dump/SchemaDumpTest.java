package dev.migrate.dump;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.testing.PostgresTest;
import dev.migrate.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
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
}
