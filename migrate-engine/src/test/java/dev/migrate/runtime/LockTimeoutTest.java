package dev.migrate.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.migrate.Migrate;
import dev.migrate.Operations;
import dev.migrate.Revision;
import dev.migrate.RunListener;
import dev.migrate.revision.Step;
import dev.migrate.testing.PostgresTest;
import dev.migrate.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** Statements of migrations that wait for others' locks on tables. */
@PostgresTest
class LockTimeoutTest {

    @Test
    void aStatementThatMeetsALockIsTriedAgainAndTellsWhoBlocks(TestDatabase database) throws Exception {
        Migrate before = TestHistory.configure(database, LockTest.History.class).build();
        before.upgrade("0002");
        TestHistory.Told told = new TestHistory.Told();
        try (Connection blocker = database.connect();
                Statement statement = blocker.createStatement()) {
            blocker.setAutoCommit(false);
            statement.execute("SET application_name = 'report'");
            statement.execute("SELECT 'with a password = swordfish', count(*) FROM t");
            Migrate migrate = TestHistory.configure(database, LockTest.History.class)
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

    static class Columns {
        @Revision(id = "0001")
        static class Table implements OneWay {
            @Override
            public void upgrade(Operations op) {
                op.execute("CREATE TABLE t (a int)");
            }
        }

        @Revision(id = "0002", revises = "0001")
        static class One implements OneWay {
            @Override
            public void upgrade(Operations op) {
                op.execute("ALTER TABLE t ADD COLUMN b int");
            }
        }

        @Revision(id = "0003", revises = "0002")
        static class Two implements OneWay {
            @Override
            public void upgrade(Operations op) {
                op.execute("ALTER TABLE t ADD COLUMN c int");
            }
        }
    }

    /** Blocks each revision but the first one until it has met the lock once. */
    static final class BlocksOnce implements RunListener {

        private final Connection blocker;

        BlocksOnce(Connection blocker) throws SQLException {
            this.blocker = blocker;
            blocker.setAutoCommit(false);
        }

        @Override
        public void revisionFinished(Step step, Duration duration) {
            lock();
        }

        void lock() {
            try (Statement statement = blocker.createStatement()) {
                statement.execute("LOCK TABLE t IN ACCESS SHARE MODE");
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void notice(String text) {
            if (text.contains("met a lock")) {
                rollback(blocker);
            }
        }
    }

    @Test
    void retriesCountForEachRevisionByItself(TestDatabase database) throws Exception {
        TestHistory.Told told = new TestHistory.Told();
        try (Connection blocker = database.connect()) {
            Migrate migrate = TestHistory.configure(database, Columns.class)
                    .lockTimeout(Duration.ofMillis(100))
                    .retries(1)
                    .listener(told)
                    .listener(new BlocksOnce(blocker))
                    .build();

            migrate.upgrade("head");
            migrate.requireCurrent();
        }
        assertThat(told.text()
                        .lines()
                        .filter(line -> line.contains("met a lock"))
                        .map(line -> line.replaceAll(" met .* lock timeout", "").replaceAll("in \\d+ ms", "in N ms")))
                .containsExactly(
                        "The upgrade of 0002. Attempt 2 of 2 follows in N ms.",
                        "The upgrade of 0003. Attempt 2 of 2 follows in N ms.");
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
        Migrate migrate = TestHistory.configure(database, LockTest.History.class)
                .lockTimeout(Duration.ofMillis(300))
                .retries(1)
                .build();
        migrate.upgrade("0002");
        try (Connection blocker = database.connect();
                Statement statement = blocker.createStatement()) {
            blocker.setAutoCommit(false);
            statement.execute("LOCK TABLE t IN ACCESS SHARE MODE");

            Throwable failure = catchThrowable(() -> migrate.upgrade("head"));

            assertThat(failure).isInstanceOf(RevisionFailedException.class);
            assertThat(failure.getMessage()
                            .replaceAll("pid \\d+", "pid N")
                            .replaceAll("since [-0-9: +]+: ", "since T: ")
                            .replaceAll("java:\\d+", "java:N"))
                    .isEqualTo("""
                            The upgrade of revision 0003 failed at statement 1:
                              ALTER TABLE t ADD COLUMN c int
                              ERROR: canceling statement due to lock timeout
                            It waited for:
                              pid N, application PostgreSQL JDBC Driver, user postgres, client 127.0.0.1, idle in \
                            transaction, in its transaction since T: LOCK TABLE t IN ACCESS SHARE MODE
                            Migration: dev.migrate.runtime.LockTest$History$Column (LockTest.java:N)
                            It was rolled back and left nothing behind; the database is at 0002.
                            Correct the cause and run mvn migrate:upgrade again.
                            How long statements wait for a lock is said with -Dmigrate.lockTimeout=30s, of those that work \
                            CONCURRENTLY with -Dmigrate.lockWait=30m, and how often it is tried with -Dmigrate.retries.""");
        }
    }

    @Test
    void aConcurrentBuildThatNeverGetsItsTurnIsGivenUpAfterItsRetries(TestDatabase database) throws Exception {
        TestHistory.Told told = new TestHistory.Told();
        Migrate migrate = TestHistory.configure(database, LockTest.History.class)
                .lockTimeout(Duration.ofMillis(200))
                .lockWait(Duration.ofMillis(300))
                .retries(1)
                .listener(told)
                .build();
        migrate.upgrade("0001");
        try (Connection blocker = database.connect();
                Statement statement = blocker.createStatement()) {
            blocker.setAutoCommit(false);
            statement.execute("LOCK TABLE t IN ROW EXCLUSIVE MODE");

            assertThatThrownBy(() -> migrate.upgrade("head"))
                    .hasMessageContaining("ERROR: canceling statement due to lock timeout");
        }
        assertThat(told.text().lines().filter(line -> line.contains("met a lock")))
                .hasSize(1);

        migrate.upgrade("head");
        migrate.requireCurrent();
    }

    @Test
    void whatWorksConcurrentlyMayWaitAsLongInAScriptAsInARun(TestDatabase database) {
        StringBuilder script = new StringBuilder();

        TestHistory.configure(database, ResumeTest.Concurrent.class)
                .lockTimeout(Duration.ofSeconds(5))
                .lockWait(Duration.ofMinutes(10))
                .build()
                .upgradeSql("head", script);

        assertThat(script).containsPattern("""
                        COMMIT;

                        SET lock_timeout = 600000;

                        CREATE UNIQUE INDEX CONCURRENTLY [^;]*;

                        SET migrate\\.failed = :'ERROR';

                        SET lock_timeout = 5000;

                        BEGIN;
                        """);
    }

    static class Rewritten {
        @Revision(id = "0001")
        static class Table implements OneWay {
            @Override
            public void upgrade(Operations op) {
                op.execute("VACUUM FULL /* which there is not CONCURRENTLY */ t");
            }
        }
    }

    @Test
    void whatACommentCallsConcurrentMayNotWaitLonger(TestDatabase database) {
        StringBuilder script = new StringBuilder();

        TestHistory.configure(database, Rewritten.class).build().upgradeSql("head", script);

        assertThat(script).contains("""
                        COMMIT;

                        VACUUM FULL /* which there is not CONCURRENTLY */ t;

                        SET migrate.failed = :'ERROR';

                        BEGIN;
                        """);
    }

    /** A pool may hand out connections that are in a transaction, and one that keeps its first snapshot at that. */
    @Test
    void aConcurrentBuildDoesNotWaitForTheConnectionThatLooksWhomItWaitsFor(TestDatabase database) throws Exception {
        PGSimpleDataSource dataSource = (PGSimpleDataSource) database.dataSource();
        dataSource.setOptions("-c default_transaction_isolation=serializable");
        TestHistory.Told told = new TestHistory.Told();
        Migrate migrate = TestHistory.configure(database, LockTest.History.class)
                .dataSource(new InTransaction(dataSource))
                .lockTimeout(Duration.ofMillis(200))
                .listener(told)
                .build();
        migrate.upgrade("0001");
        ExecutorService thread = Executors.newSingleThreadExecutor();
        Future<?> build;
        try (Connection writer = database.connect();
                Statement statement = writer.createStatement()) {
            writer.setAutoCommit(false);
            statement.execute("INSERT INTO t VALUES (1, 1)");
            build = thread.submit(() -> migrate.upgrade("0002"));
            while (!told.text().contains("waits for:")) {
                Thread.sleep(10);
            }
            writer.rollback();
        }

        build.get(1, TimeUnit.MINUTES);
        thread.shutdown();
        assertThat(told.text()).doesNotContain("met a lock");
        LockTest.awaitNone(
                database,
                "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
                        + " AND query LIKE 'SELECT pid, application_name, usename%'");
    }

    /** As a pool that was configured so. */
    private static final class InTransaction extends PGSimpleDataSource {

        private static final long serialVersionUID = 1L;

        private final transient DataSource server;

        InTransaction(DataSource server) {
            this.server = server;
        }

        @Override
        public Connection getConnection() throws SQLException {
            Connection connection = server.getConnection();
            connection.setAutoCommit(false);
            return connection;
        }
    }

    /** DDL that waits for a lock makes everybody wait behind it; and it is that wait that lock_timeout bounds. */
    @Test
    void whoQueuesBehindAMigrationThatWaitsGetsOnBeforeTheMigrationDoes(TestDatabase database) throws Exception {
        Migrate migrate = TestHistory.configure(database, LockTest.History.class)
                .lockTimeout(Duration.ofSeconds(1))
                .retries(100)
                .build();
        migrate.upgrade("0002");
        ExecutorService threads = Executors.newFixedThreadPool(2);
        Future<?> migration;
        try (Connection report = database.connect();
                Statement statement = report.createStatement()) {
            report.setAutoCommit(false);
            statement.execute("SELECT count(*) FROM t");
            migration = threads.submit(() -> migrate.upgrade("head"));

            queueBehindTheMigration(database, threads).get();

            assertThat(migration).isNotDone();
            assertThat(database.query("SELECT state FROM pg_stat_activity WHERE query = 'SELECT count(*) FROM t'"
                            + " AND state = 'idle in transaction'"))
                    .isEqualTo("idle in transaction");
            report.rollback();
        }
        migration.get();
        threads.shutdown();
        migrate.requireCurrent();
    }

    /** A query that was seen waiting for the migration. One that comes between two attempts doesn't wait. */
    private static Future<?> queueBehindTheMigration(TestDatabase database, ExecutorService threads) throws Exception {
        while (true) {
            Future<?> query = threads.submit(() -> database.query("SELECT sum(a) FROM t"));
            while (!query.isDone()) {
                if (database.query("SELECT count(*) FROM pg_stat_activity AS waiting"
                                + " JOIN pg_stat_activity AS migration"
                                + " ON migration.pid = ANY (pg_blocking_pids(waiting.pid))"
                                + " WHERE waiting.query = 'SELECT sum(a) FROM t'"
                                + " AND migration.application_name = 'migrate 0003'")
                        .equals("1")) {
                    return query;
                }
            }
        }
    }
}
