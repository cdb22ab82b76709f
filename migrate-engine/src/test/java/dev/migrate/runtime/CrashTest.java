package dev.migrate.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.Migrate;
import dev.migrate.testing.PostgresServer;
import dev.migrate.testing.TestDatabase;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Kills a run at some moment, and shows that the next one completes it: nothing is lost, nothing is done twice. A few
 * moments in every build; {@code -Dmigrate.crash.runs=100} tries more, {@code -Dmigrate.crash.seed=7} others.
 */
class CrashTest {

    private static final String STATE = """
            SELECT count(*), sum(n), sum(b), count(*) FILTER (WHERE mood = 'happy'), (SELECT string_agg(enumlabel, ',' ORDER BY enumsortorder) FROM pg_enum)
            FROM t""";
    private static final String INDEXES = """
            SELECT relname, indisvalid FROM pg_index JOIN pg_class ON pg_class.oid = indexrelid
            WHERE indrelid = 't'::regclass ORDER BY 1""";

    /** A moment, as a part of how long an undisturbed run takes. */
    static Stream<Double> moments() {
        Random random = new Random(Long.getLong("migrate.crash.seed", 42));
        return IntStream.range(0, Integer.getInteger("migrate.crash.runs", 3)).mapToObj(any -> random.nextDouble());
    }

    private static long undisturbed;

    @BeforeAll
    static void measureAnUndisturbedRun() throws Exception {
        try (TestDatabase database = PostgresServer.get().newDatabase()) {
            Process process = start(database);
            long begin = System.nanoTime();
            process.waitFor();
            undisturbed = (System.nanoTime() - begin) / 1_000_000;
        }
    }

    @ParameterizedTest
    @MethodSource("moments")
    void whatAKilledProcessBeganTheNextRunCompletes(double moment) throws Exception {
        try (TestDatabase database = PostgresServer.get().newDatabase()) {
            Process victim = start(database);
            Thread.sleep((long) (moment * undisturbed));
            // SIGKILL: no shutdown hook, no closed socket.
            victim.destroyForcibly().waitFor();

            completes(database);
        }
    }

    @ParameterizedTest
    @MethodSource("moments")
    void whatALostConnectionInterruptedTheNextRunCompletes(double moment) throws Exception {
        try (TestDatabase database = PostgresServer.get().newDatabase()) {
            Process victim = start(database);
            Thread.sleep((long) (moment * undisturbed));
            database.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                    + " WHERE datname = current_database() AND pid <> pg_backend_pid()");
            victim.waitFor();

            completes(database);
        }
    }

    private static Process start(TestDatabase database) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Crashing.class.getName(),
                        database.url())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        BufferedReader output = process.inputReader();
        assertThat(output.readLine()).isEqualTo("ready");
        return process;
    }

    private static void completes(TestDatabase database) {
        Migrate migrate = TestHistory.configure(database, Crashing.class).build();

        migrate.upgrade("head");

        migrate.requireCurrent();
        assertThat(database.query(STATE)).isEqualTo("20003|20003|1980000|20002|sad,ok,happy");
        assertThat(database.query(INDEXES)).isEqualTo("ix_a|t\nt_id_b_idx|t\nt_pkey|t");
        assertThat(database.query("SELECT revision FROM migrate_journal WHERE outcome = 'done' ORDER BY id"))
                .isEqualTo("0001\n0002\n0003\n0004");
        assertThat(database.query("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory'"))
                .isEqualTo("0");
    }
}
