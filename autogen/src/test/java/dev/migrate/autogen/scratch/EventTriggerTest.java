package dev.migrate.autogen.scratch;

import static dev.migrate.schema.Definitions.column;
import static dev.migrate.schema.Definitions.table;
import static dev.migrate.schema.Types.integer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.MigrateException;
import dev.migrate.schema.Schema;
import dev.migrate.testing.PostgresTest;
import dev.migrate.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** A database that watches what is created in it. */
@PostgresTest
class EventTriggerTest {

    private static final Schema DECLARED = Schema.ofTables(
            table("users").columns(column("id", integer()).notNull()).primaryKey("pk_users", "id"));

    @Test
    void whatItsTriggersRefuseIsNotBlamedOnTheMapping(TestDatabase database) throws SQLException {
        watch(database, "NOT EXISTS (SELECT FROM pg_index WHERE indrelid = command.objid AND indisprimary)");

        assertThatThrownBy(() -> canonical(database))
                .isInstanceOf(MigrateException.class)
                .hasMessage("""
                        PostgreSQL refuses table users as it is declared: pg_temp.users needs a primary key. \
                        Where: PL/pgSQL function watch() line 7 at RAISE. \
                        This is the database's event trigger "Watch". What the entities declare is created in pg_temp \
                        here, in an order of its own, to be compared, and taken back: let the trigger pass over objects \
                        whose schema_name is pg_temp, or compare with the migrations alone, without a URL. Declared:
                        CREATE TABLE users ()
                        To compare without this table: -Dmigrate.excludeTables=users""");

        watch(database, "command.schema_name <> 'pg_temp'");
        assertThat(canonical(database).tables()).hasSize(1);
    }

    private static void watch(TestDatabase database, String refused) {
        database.execute("""
                CREATE OR REPLACE FUNCTION watch() RETURNS event_trigger LANGUAGE plpgsql AS $$
                DECLARE
                    command record;
                BEGIN
                    FOR command IN SELECT * FROM pg_event_trigger_ddl_commands() WHERE command_tag = 'CREATE TABLE' LOOP
                        IF %s THEN
                            RAISE '%% needs a primary key', command.object_identity;
                        END IF;
                    END LOOP;
                END
                $$;
                DROP EVENT TRIGGER IF EXISTS "Watch";
                CREATE EVENT TRIGGER "Watch" ON ddl_command_end EXECUTE FUNCTION watch()""".formatted(refused));
    }

    @Test
    void howLongItsTransactionsMayTakeConcernsNoComparison(TestDatabase database) throws SQLException {
        if (database.query("SELECT count(*) FROM pg_settings WHERE name = 'transaction_timeout'")
                .equals("1")) {
            database.execute("DO $$ BEGIN EXECUTE format("
                    + "'ALTER DATABASE %I SET transaction_timeout = 300', current_database()); END $$");
        }
        // Whatever is created takes longer than that.
        watch(database, "pg_sleep(0.4)::text <> ''");

        assertThat(canonical(database).tables()).hasSize(1);
    }

    private static Schema canonical(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect()) {
            return new Canonicalizer(connection).canonicalize(DECLARED);
        }
    }
}
