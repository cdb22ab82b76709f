package dev.migrate.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.Migrate;
import dev.migrate.testing.PostgresServer;
import dev.migrate.testing.TestDatabase;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Stops a run at a random moment, and shows that it leaves what its journal says, and that the next run completes it:
 * nothing is lost, nothing is done twice. A few moments in every build; {@code -Dmigrate.crash.runs=100} tries more,
 * {@code -Dmigrate.crash.seed=7} others. A moment is named by its seed, which gives it again alone with runs=1.
 */
class CrashTest {

    private static final int MOST_MILLISECONDS = 15;

    private static PostgresServer server;
    private static CommittedStates states;

    static LongStream seeds() {
        long first = Long.getLong("migrate.crash.seed", 1);
        return LongStream.range(first, first + Integer.getInteger("migrate.crash.runs", 4));
    }

    /** What happens to a run, other than its end. */
    private interface Blow {
        void strike(Process victim, TestDatabase database) throws Exception;
    }

    @BeforeAll
    static void recordAnUndisturbedRun() {
        // One of its own: other tests have no use for a server that is stopped under them.
        server = PostgresServer.another();
        try (TestDatabase database = server.newDatabase()) {
            states = new CommittedStates(database);
            TestHistory.configure(database, Crashing.class)
                    .listener(states)
                    .build()
                    .upgrade("head");
            states.requireFinal(database);
        }
    }

    @AfterAll
    static void stopTheServer() throws IOException {
        server.stop();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatAKilledProcessBeganTheNextRunCompletes(long seed) throws Exception {
        // SIGKILL: no shutdown hook, no closed socket.
        survives(seed, (victim, database) -> victim.toHandle().destroyForcibly());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatALostConnectionInterruptedTheNextRunCompletes(long seed) throws Exception {
        survives(
                seed,
                (victim, database) -> database.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                        + " WHERE datname = current_database() AND pid <> pg_backend_pid()"));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatAServerWasDoingWhenItWasStoppedAtOnceTheNextRunCompletes(long seed) throws Exception {
        survives(seed, (victim, database) -> server.crashAndRestart());
    }

    private static void survives(long seed, Blow blow) throws Exception {
        // Those of java.util.Random are alike for seeds that follow one another.
        SplittableRandom random = new SplittableRandom(seed);
        int statement = random.nextInt(states.statements() + 1);
        int milliseconds = random.nextInt(MOST_MILLISECONDS);
        try (TestDatabase database = server.newDatabase()) {
            Process victim = JavaProgram.start(Crashing.class, database.url());
            BufferedReader output = victim.inputReader();
            for (int i = 0; i < statement; i++) {
                assertThat(output.readLine()).isNotNull();
            }
            Thread.sleep(milliseconds);

            blow.strike(victim, database);
            // Whoever is hit by another blow than SIGKILL fails by itself, and may not block at its output.
            output.lines().forEach(line -> {});
            victim.waitFor();
            awaitNobodyElse(database);

            states.requireOneOf(database);
            completes(database);
        }
    }

    /** PostgreSQL may go on with a statement after its client has died. */
    private static void awaitNobodyElse(TestDatabase database) throws InterruptedException {
        while (!database.query("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
                        + " AND pid <> pg_backend_pid() AND backend_type = 'client backend'")
                .equals("0")) {
            Thread.sleep(10);
        }
    }

    private static void completes(TestDatabase database) {
        Migrate migrate = TestHistory.configure(database, Crashing.class).build();

        migrate.upgrade("head");

        migrate.requireCurrent();
        states.requireFinal(database);
        assertThat(database.query("SELECT revision FROM migrate_journal WHERE outcome = 'done' ORDER BY id"))
                .isEqualTo(
                        IntStream.rangeClosed(1, 30).mapToObj("%02d"::formatted).collect(Collectors.joining("\n")));
        assertThat(database.query("SELECT count(*) FROM migrate_journal WHERE outcome = 'failed'"))
                .isEqualTo("0");
        assertThat(database.query("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory'"))
                .isEqualTo("0");
    }
}
