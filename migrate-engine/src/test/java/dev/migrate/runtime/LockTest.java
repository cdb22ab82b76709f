package dev.migrate.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.Migrate;
import dev.migrate.MigrateException;
import dev.migrate.Migration;
import dev.migrate.Operations;
import dev.migrate.Revision;
import dev.migrate.revision.Plan;
import dev.migrate.revision.Step;
import dev.migrate.testing.PostgresTest;
import dev.migrate.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

@PostgresTest
class LockTest {

    static class History {
        @Revision(id = "0001")
        static class Table implements Migration {
            @Override
            public void upgrade(Operations op) {
                op.execute("CREATE TABLE t (a int, b int)");
            }

            @Override
            public void downgrade(Operations op) {
                op.dropTable("t");
            }
        }

        @Revision(id = "0002", revises = "0001")
        static class Indexes implements Migration {
            @Override
            public void upgrade(Operations op) {
                op.execute("CREATE INDEX CONCURRENTLY ix_a ON t (a); CREATE INDEX CONCURRENTLY ix_b ON t (b)");
            }

            @Override
            public void downgrade(Operations op) {
                op.execute("DROP INDEX CONCURRENTLY ix_a; DROP INDEX CONCURRENTLY ix_b");
            }
        }

        @Revision(id = "0003", revises = "0002")
        static class Column implements Migration {
            @Override
            public void upgrade(Operations op) {
                op.execute("ALTER TABLE t ADD COLUMN c int");
            }

            @Override
            public void downgrade(Operations op) {
                op.dropColumn("t", "c");
            }
        }
    }

    @RepeatedTest(3)
    void ofEightInstancesOneAppliesAndTheOthersFindNothingToDo(TestDatabase database) throws Exception {
        int instances = 8;
        AtomicInteger runs = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(instances);
        CountDownLatch go = new CountDownLatch(1);
        List<Future<?>> upgrades = new ArrayList<>();
        for (int i = 0; i < instances; i++) {
            Migrate migrate = TestHistory.configure(database, History.class)
                    .listener(new RunListener() {
                        @Override
                        public void runStarted(Plan plan) {
                            runs.incrementAndGet();
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
            upgrade.get(60, TimeUnit.SECONDS);
        }
        threads.shutdown();

        assertThat(runs).hasValue(1);
        assertThat(database.query("SELECT revision FROM migrate_journal WHERE outcome = 'done' ORDER BY id"))
                .isEqualTo("0001\n0002\n0003");
        assertThat(database.query("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory'"))
                .isEqualTo("0");
    }

    /** Holds the lock until told to go on. */
    private static final class Holder implements RunListener {
        private final CountDownLatch holding = new CountDownLatch(1);
        private final CountDownLatch goOn = new CountDownLatch(1);

        @Override
        public void revisionStarted(Step step) {
            holding.countDown();
            try {
                goOn.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Test
    void whoWaitsIsToldWhoHoldsTheLockAndGivesUpAfterLockWait(TestDatabase database) throws Exception {
        Holder holder = new Holder();
        ExecutorService thread = Executors.newSingleThreadExecutor();
        Future<?> first = thread.submit(() -> TestHistory.configure(database, History.class)
                .listener(holder)
                .build()
                .upgrade("head"));
        holder.holding.await();
        TestHistory.Told told = new TestHistory.Told();
        Migrate second = TestHistory.configure(database, History.class)
                .listener(told)
                .lockWait(Duration.ofMillis(300))
                .build();

        String session = "pid \\d+, application migrate, user postgres, client 127\\.0\\.0\\.1, since \\d{4}-\\S+Z";
        assertThatThrownBy(() -> second.upgrade("head"))
                .isInstanceOf(MigrateException.class)
                .hasMessageMatching("Another instance is migrating this database: " + session
                        + "\\. Waited 0 s \\(lockWait\\)\\. Run the command again when it is done; if it hangs, end it"
                        + " with SELECT pg_terminate_backend\\(\\d+\\)\\.");
        assertThat(told.text()).matches("Another instance is migrating, waiting for it: " + session);

        holder.goOn.countDown();
        first.get();
        thread.shutdown();
        second.requireCurrent();
    }

    @Test
    void aHolderWhoseSessionIsKilledFreesTheLockAndTheNextOneContinues(TestDatabase database) throws Exception {
        Holder holder = new Holder();
        ExecutorService thread = Executors.newSingleThreadExecutor();
        Future<?> first = thread.submit(() -> assertThatThrownBy(() -> TestHistory.configure(database, History.class)
                        .listener(holder)
                        .build()
                        .upgrade("head"))
                .isInstanceOf(RevisionFailedException.class)
                .hasMessageContaining(
                        "The connection was lost, and PostgreSQL rolls back what wasn't committed.\nSee where"
                                + " the database is with mvn migrate:current, then run mvn migrate:upgrade again: it"
                                + " continues."));
        holder.holding.await();

        database.execute("SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory'");
        Migrate second = TestHistory.configure(database, History.class).build();
        second.upgrade("head");
        second.requireCurrent();

        holder.goOn.countDown();
        first.get();
        thread.shutdown();
    }

    @Test
    void aStatementThatMeetsALockIsTriedAgainAndTellsWhoBlocks(TestDatabase database) throws Exception {
        Migrate before = TestHistory.configure(database, History.class).build();
        before.upgrade("0002");
        TestHistory.Told told = new TestHistory.Told();
        try (Connection blocker = database.connect();
                Statement statement = blocker.createStatement()) {
            blocker.setAutoCommit(false);
            statement.execute("SET application_name = 'report'");
            statement.execute("SELECT 'with a password = swordfish', count(*) FROM t");
            Migrate migrate = TestHistory.configure(database, History.class)
                    .lockTimeout(Duration.ofMillis(400))
                    .retries(3)
                    .listener(told)
                    .listener(new RunListener() {
                        @Override
                        public void notice(String text) {
                            if (told.text()
                                            .lines()
                                            .filter(line -> line.startsWith("The upgrade"))
                                            .count()
                                    == 2) {
                                rollback(blocker);
                            }
                        }
                    })
                    .build();

            migrate.upgrade("head");
            migrate.requireCurrent();
        }

        assertThat(told.text()
                        .replaceAll("pid \\d+", "pid N")
                        .replaceAll("in \\d+ ms", "in N ms")
                        .replaceAll("since [-0-9: +]+: ", "since T: "))
                .isEqualTo("""
                        The upgrade of 0003 met a lock and was rolled back: ERROR: canceling statement due to lock \
                        timeout. Attempt 2 of 4 follows in N ms.
                        It waited for:
                        pid N, application report, user postgres, client 127.0.0.1, idle in transaction, in its \
                        transaction since T: SELECT 'with a password = ***', count(*) FROM t
                        The upgrade of 0003 met a lock and was rolled back: ERROR: canceling statement due to lock \
                        timeout. Attempt 3 of 4 follows in N ms.
                        It waited for:
                        pid N, application report, user postgres, client 127.0.0.1, idle in transaction, in its \
                        transaction since T: SELECT 'with a password = ***', count(*) FROM t""");
    }

    private static void rollback(Connection connection) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void whenAllRetriesMeetTheLockTheFailureNamesTheBlocker(TestDatabase database) throws Exception {
        Migrate migrate = TestHistory.configure(database, History.class)
                .lockTimeout(Duration.ofMillis(300))
                .retries(1)
                .build();
        migrate.upgrade("0002");
        try (Connection blocker = database.connect();
                Statement statement = blocker.createStatement()) {
            blocker.setAutoCommit(false);
            statement.execute("LOCK TABLE t IN ACCESS SHARE MODE");

            assertThatThrownBy(() -> migrate.upgrade("head"))
                    .isInstanceOf(RevisionFailedException.class)
                    .hasMessageContaining("ERROR: canceling statement due to lock timeout\nIt waited for:\n  pid ")
                    .hasMessageContaining("idle in transaction")
                    .hasMessageContaining(": LOCK TABLE t IN ACCESS SHARE MODE\n");
        }
    }
}
