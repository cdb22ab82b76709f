package dev.migrate.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.Migrate;
import dev.migrate.MigrateException;
import dev.migrate.Migration;
import dev.migrate.Operations;
import dev.migrate.Revision;
import dev.migrate.RunListener;
import dev.migrate.revision.Step;
import dev.migrate.runtime.live.AdvisoryLock;
import dev.migrate.testing.PostgresTest;
import dev.migrate.testing.TestDatabase;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Instances that migrate the same database: one of them at a time. */
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

    /** What happens in another thread, or in the server, takes a moment. */
    static void awaitNone(TestDatabase database, String count) throws InterruptedException {
        for (int tries = 0; tries < 1000 && !database.query(count).equals("0"); tries++) {
            Thread.sleep(10);
        }
        assertThat(database.query(count)).isEqualTo("0");
    }

    @Test
    void aLockThatCannotBeReleasedEndsWithItsSession(TestDatabase database) throws Exception {
        try (Connection connection = database.connect()) {
            Connection unlucky = (Connection) Proxy.newProxyInstance(
                    getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                        if (method.getName().equals("createStatement") && isReleasing()) {
                            throw new SQLException("ERROR: canceling statement due to user request", "57014");
                        }
                        try {
                            return method.invoke(connection, arguments);
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    });

            TestHistory.configure(database, History.class)
                    .dataSource(new OneConnection(unlucky))
                    .build()
                    .upgrade("head");

            assertThat(connection.isClosed()).isTrue();
        }
        awaitNone(database, "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory'");
    }

    private static boolean isReleasing() {
        return StackWalker.getInstance()
                .walk(frames -> frames.anyMatch(frame -> frame.getClassName().equals(AdvisoryLock.class.getName())
                        && frame.getMethodName().equals("release")));
    }
}
