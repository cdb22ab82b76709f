package dev.migrate.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.Migrate;
import dev.migrate.RunListener;
import dev.migrate.revision.Plan;
import dev.migrate.testing.PostgresServer;
import dev.migrate.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Eight instances start the same upgrade, which builds indexes concurrently. Once in every build;
 * {@code -Dmigrate.concurrency.runs=50} does it more often.
 */
class ConcurrencyTest {

    private static final int INSTANCES = 8;

    static IntStream runs() {
        return IntStream.rangeClosed(1, Integer.getInteger("migrate.concurrency.runs", 1));
    }

    @ParameterizedTest
    @MethodSource("runs")
    void ofEightThreadsOneAppliesAndTheOthersFindNothingToDo(int run) throws Exception {
        try (TestDatabase database = PostgresServer.get().newDatabase()) {
            AtomicInteger started = new AtomicInteger();
            ExecutorService threads = Executors.newFixedThreadPool(INSTANCES);
            CountDownLatch go = new CountDownLatch(1);
            List<Future<?>> upgrades = new ArrayList<>();
            for (int i = 0; i < INSTANCES; i++) {
                Migrate migrate = TestHistory.configure(database, Crashing.class)
                        .listener(new RunListener() {
                            @Override
                            public void runStarted(Plan plan) {
                                started.incrementAndGet();
                            }
                        })
                        .build();
                upgrades.add(threads.submit(() -> {
                    go.await();
                    migrate.upgrade("head");
                    migrate.requireCurrent();
                    return null;
                }));
            }
            go.countDown();
            for (Future<?> upgrade : upgrades) {
                upgrade.get(5, TimeUnit.MINUTES);
            }
            threads.shutdown();

            assertThat(started).hasValue(1);
            requireAppliedOnce(database);
        }
    }

    @ParameterizedTest
    @MethodSource("runs")
    void ofEightProcessesOneAppliesAndTheOthersFindNothingToDo(int run) throws Exception {
        try (TestDatabase database = PostgresServer.get().newDatabase()) {
            List<Process> processes = new ArrayList<>();
            for (int i = 0; i < INSTANCES; i++) {
                processes.add(JavaProgram.start(Crashing.class, database.url()));
            }
            List<Long> statements = new ArrayList<>();
            for (Process process : processes) {
                statements.add(process.inputReader().lines().count());
                assertThat(process.waitFor()).isZero();
            }

            assertThat(statements.stream().filter(count -> count > 0)).hasSize(1);
            requireAppliedOnce(database);
        }
    }

    private static void requireAppliedOnce(TestDatabase database) {
        assertThat(database.query(
                        "SELECT revision FROM migrate_journal WHERE outcome IN ('done', 'failed') ORDER BY id"))
                .isEqualTo(
                        IntStream.rangeClosed(1, 30).mapToObj("%02d"::formatted).collect(Collectors.joining("\n")));
        assertThat(database.query("SELECT count(*) FROM pg_index WHERE NOT indisvalid"))
                .isEqualTo("0");
        assertThat(database.query("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory'"
                        + " AND database = (SELECT oid FROM pg_database WHERE datname = current_database())"))
                .isEqualTo("0");
    }
}
