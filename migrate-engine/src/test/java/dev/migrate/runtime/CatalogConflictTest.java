package dev.migrate.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.Migrate;
import dev.migrate.MigrateBuilder;
import dev.migrate.Migration;
import dev.migrate.Operations;
import dev.migrate.Revision;
import dev.migrate.testing.PostgresTest;
import dev.migrate.testing.TestDatabase;
import java.sql.Connection;
import java.sql.Statement;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tenants of one database that are migrated at once: their locks differ, and they write the same rows of the catalog. */
@PostgresTest
class CatalogConflictTest {

    static class History {
        /** Does what the run is told to do. */
        @Revision(id = "0001")
        static class Told implements Migration {
            @Override
            public void upgrade(Operations op) {
                op.x("sql").ifPresent(op::execute);
            }

            @Override
            public void downgrade(Operations op) {}
        }
    }

    private final TestHistory.Told told = new TestHistory.Told();

    private MigrateBuilder configure(TestDatabase database) {
        return TestHistory.configure(database, History.class).listener(told);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CREATE EXTENSION IF NOT EXISTS citext"
                        + " | ERROR: duplicate key value violates unique constraint \"pg_extension_name_index\"",
                "CREATE SCHEMA IF NOT EXISTS shared"
                        + " | ERROR: duplicate key value violates unique constraint \"pg_namespace_nspname_index\"",
                "CREATE OR REPLACE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 2'"
                        + " | ERROR: tuple concurrently updated"
            })
    void whatAnotherSessionDidMeanwhileIsTriedAgain(String sql, String error, TestDatabase database) throws Exception {
        database.execute("CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1'");

        upgradeWhileAnotherSessionRuns(sql, configure(database).x("sql", sql), database);

        assertThat(database.query("SELECT revision FROM migrate_version")).isEqualTo("0001");
        assertThat(told.text())
                .startsWith("The upgrade of 0001 met another session's change and was rolled back: " + error)
                .contains(". Attempt 2 of 11 follows in ");
    }

    @Test
    void aValueOfTheUsersThatIsThereTwiceIsNot(TestDatabase database) {
        database.execute("CREATE TABLE pg_users (id int CONSTRAINT pg_users_pkey PRIMARY KEY)");
        Migrate migrate = configure(database)
                .x("sql", "INSERT INTO pg_users VALUES (1), (1)")
                .build();

        assertThatThrownBy(() -> migrate.upgrade("head")).isInstanceOf(RevisionFailedException.class);

        assertThat(told.text()).isEmpty();
    }

    @Test
    void theSchemaOfTwoVersionTablesMayComeMeanwhile(TestDatabase database) throws Exception {
        upgradeWhileAnotherSessionRuns("CREATE SCHEMA ops", configure(database).versionSchema("ops"), database);

        assertThat(database.query("SELECT revision FROM ops.migrate_version")).isEqualTo("0001");
    }

    /** The other session commits as soon as the run waits for it. */
    private static void upgradeWhileAnotherSessionRuns(String sql, MigrateBuilder run, TestDatabase database)
            throws Exception {
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try (Connection other = database.connect();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute(sql);
            Future<?> upgrade = thread.submit(() -> run.build().upgrade("head"));
            while (database.query("SELECT count(*) FROM pg_locks WHERE NOT granted")
                    .equals("0")) {
                Thread.onSpinWait();
            }
            other.commit();
            upgrade.get();
        } finally {
            thread.shutdown();
        }
    }
}
