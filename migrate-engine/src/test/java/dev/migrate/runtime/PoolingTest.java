package dev.migrate.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.Migrate;
import dev.migrate.MigrateException;
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
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;

/** Behind PgBouncer, mostly with pool_mode = transaction. */
@PostgresTest
class PoolingTest {

    @Test
    void theWholeRunIsOneTransactionWithALockOfItsOwn(TestDatabase database) throws Exception {
        TestHistory.Told told = new TestHistory.Told();
        try (PgBouncer proxy = new PgBouncer(database)) {
            Migrate migrate = TestHistory.configure(database, Agents.class)
                    .dataSource(proxy.dataSource())
                    .listener(told)
                    .build();

            migrate.upgrade("head");
            migrate.requireCurrent();
        }
        assertThat(told.text())
                .isEqualTo("This connection goes through a proxy that pools transactions: the whole run is one"
                        + " transaction");
    }

    static class Setting {
        @Revision(id = "0001")
        static class Sets implements OneWay {
            @Override
            public void upgrade(Operations op) {
                op.execute("SET work_mem = '77MB'; SET search_path = pg_catalog; SET lock_timeout = '1h';"
                        + " SET SESSION AUTHORIZATION postgres; SET ROLE postgres; SET row_security = on");
            }
        }

        @Revision(id = "0002", revises = "0001")
        static class Looks implements OneWay {
            @Override
            public void upgrade(Operations op) {
                op.execute("CREATE TABLE seen AS " + SETTINGS);
                op.execute("SET work_mem = '78MB'");
            }
        }
    }

    private static final String SETTINGS =
            "SELECT current_setting('work_mem') AS work_mem, current_setting('search_path') AS search_path,"
                    + " current_setting('lock_timeout') AS lock_timeout, current_setting('role') AS role,"
                    + " current_setting('row_security') AS row_security";

    @Test
    void noSessionLockAndNoSettingStaysInThePool(TestDatabase database) throws Exception {
        try (PgBouncer proxy = new PgBouncer(database);
                Connection application = proxy.dataSource().getConnection()) {
            TestHistory.configure(database, Setting.class)
                    .dataSource(proxy.dataSource())
                    .build()
                    .upgrade("head");

            assertThat(database.query("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory'"))
                    .isEqualTo("0");
            assertThat(database.query("SELECT * FROM seen")).isEqualTo("4MB|\"$user\", public|5s|none|off");
            // All that the pool has.
            assertThat(settings(application)).isEqualTo("4MB|\"$user\", public|0|none|on");
            application.setAutoCommit(false);
            assertThat(settings(application)).isEqualTo("4MB|\"$user\", public|0|none|on");
            try (Connection another = proxy.dataSource().getConnection()) {
                assertThat(settings(another)).isEqualTo("4MB|\"$user\", public|0|none|on");
            }
        }
    }

    private static String settings(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT concat_ws('|', s.work_mem, s.search_path, s.lock_timeout,"
                        + " s.role, s.row_security) FROM (" + SETTINGS + ") AS s")) {
            row.next();
            return row.getString(1);
        }
    }

    @Test
    void aStatementThatCannotBeInATransactionIsRefusedWithTheWayOut(TestDatabase database) throws Exception {
        try (PgBouncer proxy = new PgBouncer(database)) {
            Migrate migrate = TestHistory.configure(database, ResumeTest.Concurrent.class)
                    .dataSource(proxy.dataSource())
                    .build();

            assertThatThrownBy(() -> migrate.upgrade("head"))
                    .isInstanceOf(MigrateException.class)
                    .hasMessageContaining("""
                              This connection goes through a proxy that pools transactions (PgBouncer with pool_mode = \
                            transaction, or the like). A statement of revision 0002 can't run in a transaction, and \
                            outside one neither the lock nor lock_timeout can be relied on:
                              CREATE UNIQUE INDEX CONCURRENTLY ix_email ON users (email)
                              Connect to the server itself, or through a pool with pool_mode = session, and run the \
                            command again.
                            """)
                    .hasMessageContaining("The whole run was rolled back; the database is at base.");
            assertThat(migrate.current()).isEmpty();
        }
    }

    @Test
    void onSmallTablesNoStatementHasToBeOutsideATransaction(TestDatabase database) throws Exception {
        database.execute(
                "CREATE TABLE agents (id int PRIMARY KEY, name text); INSERT INTO agents VALUES (1, 'a'), (2, 'b')");
        try (PgBouncer proxy = new PgBouncer(database)) {
            TestHistory.configure(database, OnlineFromTest.Agents.class)
                    .dataSource(proxy.dataSource())
                    .onlineFrom(RunSettings.DEFAULT_ONLINE_FROM)
                    .build()
                    .upgrade("head");

            assertThat(database.query("SELECT indisvalid FROM pg_index WHERE indexrelid = 'ux_agents_name'::regclass"))
                    .isEqualTo("t");
            assertThat(database.query("SELECT id, age FROM agents ORDER BY id")).isEqualTo("1|1\n2|2");
        }
    }

    @Test
    void aBackfillInBatchesIsRefusedToo(TestDatabase database) throws Exception {
        try (PgBouncer proxy = new PgBouncer(database)) {
            Migrate migrate = TestHistory.configure(database, BackfillTest.Users.class)
                    .dataSource(proxy.dataSource())
                    .build();

            assertThatThrownBy(() -> migrate.upgrade("head")).hasMessageContaining("""
                              This connection goes through a proxy that pools transactions (PgBouncer with pool_mode = \
                            transaction, or the like). A statement of revision 0002 can't run in a transaction, and outside one neither the lock nor \
                            lock_timeout can be relied on:
                              Backfill of users
                              Connect to the server itself, or through a pool with pool_mode = session, and run the \
                            command again.
                            """);
        }
        assertThat(database.query("SELECT count(*) FROM pg_tables WHERE tablename = 'users'"))
                .isEqualTo("0");
    }

    @Test
    void aProxyThatPoolsStatementsIsToldByItsOwnWords(TestDatabase database) throws Exception {
        try (PgBouncer proxy = new PgBouncer(database, "statement")) {
            Migrate migrate = TestHistory.configure(database, Agents.class)
                    .dataSource(proxy.dataSource())
                    .build();

            assertThatThrownBy(() -> migrate.upgrade("head"))
                    .isInstanceOf(MigrateException.class)
                    .hasMessage("Migrating failed: FATAL: transaction blocks not allowed in statement pooling mode");
        }
    }

    @Test
    void aProxyThatPoolsSessionsIsLikeNone(TestDatabase database) throws Exception {
        TestHistory.Told told = new TestHistory.Told();
        try (PgBouncer proxy = new PgBouncer(database, "session")) {
            Migrate migrate = TestHistory.configure(database, ResumeTest.Concurrent.class)
                    .dataSource(proxy.dataSource(""))
                    .listener(told)
                    .build();
            migrate.upgrade("0001");
            database.execute("DELETE FROM users WHERE id = 2");

            migrate.upgrade("head");
            migrate.requireCurrent();
        }
        assertThat(told.text()).isEmpty();
        assertThat(database.query("SELECT outcome FROM migrate_journal WHERE revision = '0002' ORDER BY id"))
                .isEqualTo("started\nreached\ndone");
    }

    /** By itself the driver gives its COMMIT a name, which the next session may know already, or not yet. */
    @Test
    void theDriverPreparesNothingAndIsGivenBackAsItCame(TestDatabase database) throws Exception {
        try (PgBouncer proxy = new PgBouncer(database);
                Connection connection = proxy.dataSource("").getConnection()) {
            for (int i = 0; i < 8; i++) {
                Migrate migrate = TestHistory.configure(database, Agents.class)
                        .dataSource(proxy.dataSource(""))
                        .build();
                migrate.upgrade("head");
                migrate.downgrade("base");
            }
            TestHistory.configure(database, Agents.class)
                    .dataSource(new OneConnection(connection))
                    .build()
                    .upgrade("head");

            assertThat(connection.unwrap(PGConnection.class).getPrepareThreshold())
                    .isEqualTo(5);
        }
    }

    @Test
    void aPoolWithoutASpareConnectionShowsTheProxyWhenItsSessionChanges(TestDatabase database) throws Exception {
        try (PgBouncer proxy = new PgBouncer(database);
                Connection only = proxy.dataSource().getConnection();
                Connection other = proxy.dataSource().getConnection();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            Migrate migrate = TestHistory.configure(database, Agents.class)
                    .dataSource(new OneConnection(only))
                    .listener(new RunListener() {
                        @Override
                        public void revisionFinished(Step step, Duration duration) {
                            try {
                                // Takes the session that has just become free.
                                statement.execute("SELECT 1");
                            } catch (SQLException e) {
                                throw new IllegalStateException(e);
                            }
                        }
                    })
                    .build();

            assertThatThrownBy(() -> migrate.upgrade("head"))
                    .hasMessageMatching(
                            "(?s).*The server session changed during the run, from pid (\\d+) to pid \\d+: this"
                                    + " connection goes through a proxy that pools transactions\\. Connect to the server itself, or"
                                    + " through a pool with pool_mode = session, and run the command again\\. If it then waits for"
                                    + " pid \\1, the lock has stayed in the proxy's pool: free it with SELECT"
                                    + " pg_terminate_backend\\(\\1\\)\\..*");
        }
        assertThat(database.query("SELECT revision FROM migrate_version")).isEqualTo("0001");
    }

    @Test
    void anotherAttemptTakesTheLockAgain(TestDatabase database) throws Exception {
        List<String> locks = new ArrayList<>();
        try (PgBouncer proxy = new PgBouncer(database);
                Connection blocker = database.connect()) {
            database.execute("CREATE TABLE t (a int)");
            LockTimeoutTest.BlocksOnce once = new LockTimeoutTest.BlocksOnce(blocker);
            once.lock();
            TestHistory.configure(database, Altering.class)
                    .dataSource(proxy.dataSource())
                    .lockTimeout(Duration.ofMillis(100))
                    .listener(new RunListener() {
                        @Override
                        public void notice(String text) {
                            once.notice(text);
                        }

                        @Override
                        public void statementStarted(Step step, String sql) {
                            locks.add(database.query("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory'"));
                        }
                    })
                    .build()
                    .upgrade("head");
        }
        // The lock, and the time since when it is held.
        assertThat(locks).containsExactly("2", "2");
    }

    static class Altering {
        @Revision(id = "0001")
        static class Alters implements OneWay {
            @Override
            public void upgrade(Operations op) {
                op.execute("ALTER TABLE t ADD COLUMN b int");
            }
        }
    }

    @RepeatedTest(5)
    void ofSeveralInstancesOneAppliesAndTheOthersFindNothingToDo(TestDatabase database) throws Exception {
        try (PgBouncer proxy = new PgBouncer(database)) {
            ExecutorService threads = Executors.newFixedThreadPool(4);
            List<Future<?>> upgrades = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                upgrades.add(threads.submit(() -> TestHistory.configure(database, Agents.class)
                        .dataSource(proxy.dataSource())
                        .build()
                        .upgrade("head")));
            }
            for (Future<?> upgrade : upgrades) {
                upgrade.get(60, TimeUnit.SECONDS);
            }
            threads.shutdown();
        }
        assertThat(database.query("SELECT revision FROM migrate_journal ORDER BY id"))
                .isEqualTo("0001\n0002\n0003");
    }
}
