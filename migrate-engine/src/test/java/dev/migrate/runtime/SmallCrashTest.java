package dev.migrate.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.RunListener;
import dev.migrate.dump.SchemaDump;
import dev.migrate.revision.Step;
import dev.migrate.testing.PostgresTest;
import dev.migrate.testing.TestDatabase;
import java.io.BufferedReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Stops a run on a small table at a random moment: each revision is there as a whole or not at all, whatever it is written
 * to commit on the way, and the next run completes the rest. A few moments in every build; {@code -Dmigrate.crash.runs=100}
 * tries more, {@code -Dmigrate.crash.seed=7} others.
 */
@PostgresTest
class SmallCrashTest {

    private static final int MOST_MILLISECONDS = 12;

    /** Four statements of each of the four revisions, and the batches of their backfills. */
    private static final int PRINTED = 36;

    static LongStream seeds() {
        long first = Long.getLong("migrate.crash.seed", 1);
        return LongStream.range(first, first + Integer.getInteger("migrate.crash.runs", 3));
    }

    private static void prepare(TestDatabase database) {
        database.execute("""
            CREATE TABLE agents (id int PRIMARY KEY);
            INSERT INTO agents SELECT generate_series(1, 150);
            CREATE INDEX ux_0 ON agents (id);
            CREATE TYPE mood AS ENUM ('m0')\
            """);
        TestHistory.configure(database, SmallCrashing.class).build().stamp("base");
    }

    private static String contents(TestDatabase database) {
        try (Connection connection = database.connect()) {
            return SchemaDump.of(connection)
                    + database.query("SELECT md5(string_agg(agents::text, ' ' ORDER BY id)) FROM agents");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String version(TestDatabase database) {
        return database.query("SELECT revision FROM migrate_version");
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void eachRevisionIsThereAsAWholeOrNotAtAll(long seed, TestDatabase undisturbed, TestDatabase database)
            throws Exception {
        Map<String, String> states = states(undisturbed);
        prepare(database);
        SplittableRandom random = new SplittableRandom(seed);
        Process victim = JavaProgram.start(SmallCrashing.class, database.url());
        BufferedReader output = victim.inputReader();
        int lines = random.nextInt(PRINTED);
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
        while (!database.query("SELECT pid FROM pg_stat_activity WHERE datname = current_database()"
                        + " AND pid <> pg_backend_pid() AND backend_type = 'client backend'")
                .isEmpty()) {
            Thread.sleep(10);
        }

        assertThat(contents(database)).isEqualTo(states.get(version(database)));
        assertThat(database.query("SELECT * FROM migrate_journal WHERE outcome IN ('started', 'reached')"))
                .isEmpty();
        TestHistory.configure(database, SmallCrashing.class)
                .onlineFrom(RunSettings.DEFAULT_ONLINE_FROM)
                .build()
                .upgrade("head");
        assertThat(contents(database)).isEqualTo(states.get("0004"));
    }

    /** What there is after each revision of a run that nobody disturbs. */
    private static Map<String, String> states(TestDatabase database) {
        prepare(database);
        Map<String, String> states = new LinkedHashMap<>();
        states.put("", contents(database));
        TestHistory.configure(database, SmallCrashing.class)
                .onlineFrom(RunSettings.DEFAULT_ONLINE_FROM)
                .listener(new RunListener() {
                    @Override
                    public void revisionFinished(Step step, Duration duration) {
                        states.put(step.revision().id(), contents(database));
                    }
                })
                .build()
                .upgrade("head");
        assertThat(states).containsOnlyKeys("", "0001", "0002", "0003", "0004");
        return states;
    }
}
