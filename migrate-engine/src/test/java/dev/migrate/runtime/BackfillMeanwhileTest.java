package dev.migrate.runtime;

import static dev.migrate.operation.DataChanges.backfill;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.Migrate;
import dev.migrate.Migration;
import dev.migrate.Operations;
import dev.migrate.Revision;
import dev.migrate.testing.PostgresTest;
import dev.migrate.testing.Psql;
import dev.migrate.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What becomes of rows that somebody else holds when their batch comes. */
@PostgresTest
class BackfillMeanwhileTest {

    private static final String PARTS = """
            CREATE TABLE parts (code text PRIMARY KEY, name text DEFAULT 'old', label text);
            INSERT INTO parts SELECT 'P' || lpad(n::text, 3, '0') FROM generate_series(1, 50) AS n""";

    static class Parts {
        @Revision(id = "0001")
        static class Fill implements Migration {
            @Override
            public void upgrade(Operations op) {
                op.apply(backfill("parts")
                        .setSql("label", "name || '!'")
                        .where("label IS NULL")
                        .batchSize(10));
            }

            @Override
            public void downgrade(Operations op) {}
        }
    }

    @Test
    void aRowWhoseKeyGrowsMeanwhileTakesNoOtherRowsAlong(TestDatabase byRun, TestDatabase byScript) throws Exception {
        Migrate run = TestHistory.configure(byRun, Parts.class).build();
        StringBuilder script = new StringBuilder();
        TestHistory.configure(byScript, Parts.class).build().upgradeSql("head", script);

        filledWhile(byRun, "UPDATE parts SET code = 'P099' WHERE code = 'P005'", () -> {
            run.upgrade("head");
            return "";
        });
        filledWhile(byScript, "UPDATE parts SET code = 'P099' WHERE code = 'P005'", () -> Psql.run(byScript, script));

        for (TestDatabase database : new TestDatabase[] {byRun, byScript}) {
            assertThat(database.query("SELECT count(*), count(label) FROM parts"))
                    .isEqualTo("50|50");
        }
    }

    @Test
    void whatSomebodyElseWritesMeanwhileIsWhatIsReadAndIsLeftAlone(TestDatabase byRun, TestDatabase byScript)
            throws Exception {
        Migrate run = TestHistory.configure(byRun, Parts.class).build();
        StringBuilder script = new StringBuilder();
        TestHistory.configure(byScript, Parts.class).build().upgradeSql("head", script);
        String changes = "UPDATE parts SET name = 'new' WHERE code = 'P005';"
                + " UPDATE parts SET label = 'own' WHERE code = 'P006'; DELETE FROM parts WHERE code = 'P007'";

        filledWhile(byRun, changes, () -> {
            run.upgrade("head");
            return "";
        });
        filledWhile(byScript, changes, () -> Psql.run(byScript, script));

        for (TestDatabase database : new TestDatabase[] {byRun, byScript}) {
            assertThat(database.query(
                            "SELECT code, label FROM parts WHERE code BETWEEN 'P005' AND 'P008' ORDER BY code"))
                    .isEqualTo("P005|new!\nP006|own\nP008|old!");
        }
    }

    /** The foreign key locks the row that is referred to FOR KEY SHARE, until the insert is committed. */
    @Test
    void whoeverInsertsARowThatRefersToOneOfThemIsInNobodysWay(TestDatabase byRun, TestDatabase byScript)
            throws Exception {
        Migrate run = TestHistory.configure(byRun, Parts.class)
                .lockTimeout(Duration.ofMillis(100))
                .retries(0)
                .build();
        StringBuilder script = new StringBuilder();
        run.upgradeSql(":head", script);
        String output;

        try (Connection running = inserting(byRun);
                Connection scripting = inserting(byScript)) {
            run.upgrade("head");
            output = Psql.run(byScript, script);
            running.commit();
            scripting.commit();
        }

        assertThat(output).isEqualTo("exit 0");
        for (TestDatabase database : new TestDatabase[] {byRun, byScript}) {
            assertThat(database.query("SELECT count(label) FROM parts")).isEqualTo("50");
        }
    }

    private static Connection inserting(TestDatabase database) throws SQLException {
        database.execute(PARTS + "; CREATE TABLE uses (part text REFERENCES parts)");
        Connection other = database.connect();
        other.setAutoCommit(false);
        try (Statement statement = other.createStatement()) {
            statement.execute("INSERT INTO uses VALUES ('P005')");
        }
        return other;
    }

    /** Runs something that meets a transaction's locks, which commits as soon as somebody waits for it. */
    private static void filledWhile(TestDatabase database, String sql, Callable<String> filling) throws Exception {
        database.execute(PARTS);
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try (Connection other = database.connect();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute(sql);
            Future<String> filled = thread.submit(filling);
            while (database.query("SELECT count(*) FROM pg_locks WHERE NOT granted")
                    .equals("0")) {
                assertThat(filled.isDone()).isFalse();
            }
            other.commit();
            assertThat(filled.get()).isIn("", "exit 0");
        } finally {
            thread.shutdownNow();
        }
    }
}
