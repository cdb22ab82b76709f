package dev.migrate.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.migrate.Migrate;
import dev.migrate.testing.PostgresServer;
import dev.migrate.testing.TestDatabase;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each commit waits for a standby that is gone. */
class StandbysTest {

    private final PostgresServer server = PostgresServer.another();
    private final TestDatabase database = server.newDatabase();
    private final TestHistory.Told told = new TestHistory.Told();
    private final ExecutorService thread = Executors.newSingleThreadExecutor();

    @BeforeEach
    void upgrade() {
        TestHistory.configure(database, Agents.class).build().upgrade("0001");
    }

    @AfterEach
    void stop() throws IOException {
        thread.shutdown();
        server.stop();
    }

    @Test
    void aRunSaysWhatItWaitsForAndCanBeCancelled() throws Exception {
        database.execute("ALTER SYSTEM SET synchronous_standby_names = 'gone'");
        // The servers of the tests are started with off.
        database.execute("ALTER DATABASE " + database.name() + " SET synchronous_commit = on");
        reload("gone");
        Migrate migrate = TestHistory.configure(database, Agents.class)
                .lockTimeout(Duration.ofMillis(200))
                .listener(told)
                .build();
        Future<Throwable> run = thread.submit(() -> catchThrowable(() -> migrate.upgrade("head")));
        while (told.text().isEmpty() && !run.isDone()) {
            Thread.sleep(10);
        }

        migrate.cancel();

        assertThat(run.get())
                .isInstanceOf(CancelledException.class)
                .hasMessage("Cancelled. What was committed is complete. To go on, run the command again.");
        assertThat(told.text()).isEqualTo("""
                        Recording 0002 waits for:
                        synchronous standbys, which have to confirm what is committed here: synchronous_standby_names = \
                        'gone'. pg_stat_replication shows those that are connected
                        canceling wait for synchronous replication due to user request""");
        assertThat(database.query("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory'"))
                .isEqualTo("0");
        assertThat(migrate.current()).containsExactly("0002");
    }

    private void reload(String expected) throws InterruptedException {
        database.query("SELECT pg_reload_conf()");
        while (!database.query("SHOW synchronous_standby_names").equals(expected)) {
            Thread.sleep(10);
        }
    }
}
