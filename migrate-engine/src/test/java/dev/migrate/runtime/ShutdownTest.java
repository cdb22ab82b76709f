package dev.migrate.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.Migrate;
import dev.migrate.testing.PostgresTest;
import dev.migrate.testing.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A process that migrates, and is told to end while a statement runs. */
@PostgresTest
class ShutdownTest {

    private static final String SLEEPING =
            "SELECT count(*) FROM pg_stat_activity WHERE wait_event = 'PgSleep' AND datname = current_database()";

    /** Upgrades the database whose URL is the only argument. */
    static final class Program {

        private Program() {}

        public static void main(String[] arguments) {
            PGSimpleDataSource dataSource = new PGSimpleDataSource();
            dataSource.setUrl(arguments[0]);
            Migrate.configure()
                    .dataSource(dataSource)
                    .history(TestHistory.of(CancelTest.Slow.class))
                    .build()
                    .upgrade("head");
        }
    }

    @ParameterizedTest
    @CsvSource({"INT, 130", "TERM, 143"})
    void theStatementIsCancelledTheRevisionRolledBackAndTheLockReleased(
            String signal, int exitCode, TestDatabase database) throws Exception {
        Process process = JavaProgram.start(Program.class, database.url());
        while (database.query(SLEEPING).equals("0")) {
            assertThat(process.isAlive()).isTrue();
            Thread.sleep(10);
        }

        new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                .start()
                .waitFor();

        assertThat(process.waitFor()).isEqualTo(exitCode);
        assertThat(database.query(SLEEPING)).isEqualTo("0");
        assertThat(database.query("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory'"
                        + " AND database = (SELECT oid FROM pg_database WHERE datname = current_database())"))
                .isEqualTo("0");
        assertThat(database.query("SELECT count(*) FROM pg_tables WHERE tablename = 't'"))
                .isEqualTo("0");
        assertThat(database.query("SELECT revision, outcome, statement FROM migrate_journal"))
                .isEqualTo("0001|failed|0");
    }
}
