package dev.migrate.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.testing.PostgresTest;
import dev.migrate.testing.TestDatabase;
import java.io.BufferedReader;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Kills a run at random moments, several times, until it is complete: what work over JDBC has returned is what is written,
 * and each order is made once. A few in every build; {@code -Dmigrate.crash.runs=100} tries more, and
 * {@code -Dmigrate.crash.seed=7} others.
 */
@PostgresTest
class WorkCrashTest {

    private static final int MOST_MILLISECONDS = 12;

    static LongStream seeds() {
        long first = Long.getLong("migrate.crash.seed", 1);
        return LongStream.range(first, first + Integer.getInteger("migrate.crash.runs", 3));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatWorkReturnedIsWhatIsWritten(long seed, TestDatabase database) throws Exception {
        SplittableRandom random = new SplittableRandom(seed);
        int kills = 1 + random.nextInt(3);
        for (int i = 0; i < kills; i++) {
            Process victim = JavaProgram.start(WorkCrashing.class, database.url());
            BufferedReader output = victim.inputReader();
            int lines = random.nextInt(WorkCrashing.PRINTED);
            for (int line = 0; line < lines && output.readLine() != null; line++) {
                // So many it has printed.
            }
            Thread.sleep(random.nextInt(MOST_MILLISECONDS));
            if (random.nextBoolean()) {
                victim.toHandle().destroyForcibly();
            } else {
                database.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                        + " WHERE datname = current_database() AND pid <> pg_backend_pid()");
            }
            output.lines().forEach(line -> {});
            victim.waitFor();
            requireNothingWrong(database);
        }

        TestHistory.configure(database, WorkCrashing.class).build().upgrade("head");

        requireNothingWrong(database);
        assertThat(database.query("SELECT step, count(*) FROM orders GROUP BY step ORDER BY step"))
                .isEqualTo("1|1\n2|1\n3|1\n4|1\n5|1");
        assertThat(database.query("SELECT count(*) FROM pg_index WHERE NOT indisvalid"))
                .isEqualTo("0");
    }

    private static void requireNothingWrong(TestDatabase database) {
        if (database.query("SELECT to_regclass('lines') IS NOT NULL").equals("t")) {
            assertThat(database.query(WorkCrashing.WRONG)).isEmpty();
        }
    }
}
