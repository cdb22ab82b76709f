package dev.migrate.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.migrate.Migrate;
import dev.migrate.Operations;
import dev.migrate.Revision;
import dev.migrate.testing.PostgresTest;
import dev.migrate.testing.TestDatabase;
import java.sql.Statement;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

@PostgresTest
class CancelTest {

    static class Slow {
        @Revision(id = "0001")
        static class Sleeps implements OneWay {
            @Override
            public void upgrade(Operations op) {
                op.execute("CREATE TABLE t (a int)");
                op.execute("SELECT pg_sleep(600)");
            }
        }
    }

    static class SlowJdbc {
        @Revision(id = "0001")
        static class Sleeps implements OneWay {
            @Override
            public void upgrade(Operations op) {
                op.withConnection(connection -> {
                    try (Statement statement = connection.createStatement()) {
                        statement.execute("SELECT pg_sleep(600)");
                    }
                });
            }
        }
    }

    @Test
    void aRunThatIsCancelledRollsBackAndReleasesTheLock(TestDatabase database) throws Exception {
        cancels(database, Slow.class);
        assertThat(database.query("SELECT count(*) FROM pg_tables WHERE tablename = 't'"))
                .isEqualTo("0");
    }

    @Test
    void jdbcWorkOfAMigrationIsCancelledToo(TestDatabase database) throws Exception {
        cancels(database, SlowJdbc.class);
    }

    private static void cancels(TestDatabase database, Class<?> holder) throws Exception {
        Migrate migrate = TestHistory.configure(database, holder).build();
        ExecutorService thread = Executors.newSingleThreadExecutor();
        Future<Throwable> run = thread.submit(() -> catchThrowable(() -> migrate.upgrade("head")));
        awaitSleep(database);

        migrate.cancel();

        assertThat(database.query("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory'"))
                .isEqualTo("0");
        assertThat(run.get())
                .isInstanceOf(CancelledException.class)
                .hasMessage(
                        "Cancelled during the upgrade of revision 0001. It was rolled back and left nothing behind; the"
                                + " database is at base. To go on, run mvn migrate:upgrade again.");
        assertThat(database.query("SELECT revision, outcome, statement FROM migrate_journal"))
                .isEqualTo("0001|failed|0");
        thread.shutdown();
    }

    @Test
    void whoWaitsForAnotherInstanceCanBeCancelled(TestDatabase database) throws Exception {
        Migrate first = TestHistory.configure(database, Slow.class).build();
        TestHistory.Told told = new TestHistory.Told();
        Migrate second =
                TestHistory.configure(database, Slow.class).listener(told).build();
        ExecutorService threads = Executors.newFixedThreadPool(2);
        Future<Throwable> holding = threads.submit(() -> catchThrowable(() -> first.upgrade("head")));
        awaitSleep(database);
        Future<Throwable> waiting = threads.submit(() -> catchThrowable(() -> second.upgrade("head")));
        while (told.text().isEmpty()) {
            Thread.sleep(10);
        }

        second.cancel();

        assertThat(waiting.get())
                .isInstanceOf(CancelledException.class)
                .hasMessage("Cancelled. What was committed is complete. To go on, run the command again.");
        assertThat(holding).isNotDone();
        first.cancel();
        holding.get();
        threads.shutdown();
    }

    private static void awaitSleep(TestDatabase database) throws Exception {
        while (database.query("SELECT count(*) FROM pg_stat_activity WHERE wait_event = 'PgSleep' AND datname ="
                        + " current_database()")
                .equals("0")) {
            Thread.sleep(10);
        }
    }
}
