package dev.migrate.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.Migrate;
import dev.migrate.Migration;
import dev.migrate.Operations;
import dev.migrate.Revision;
import dev.migrate.runtime.live.AdvisoryLock;
import dev.migrate.schema.QualifiedName;
import dev.migrate.testing.PostgresTest;
import dev.migrate.testing.Psql;
import dev.migrate.testing.TestDatabase;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Scripts and runs exclude each other. */
@PostgresTest
class ScriptLockTest {

    static class Counting {
        @Revision(id = "0001")
        static class Count implements Migration {
            @Override
            public void upgrade(Operations op) {
                op.outsideTransaction(() -> op.execute("UPDATE counters SET n = n + 1"));
            }

            @Override
            public void downgrade(Operations op) {}
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "history", "a \"b\".c"})
    void aScriptDoesNothingWhileSomebodyElseMigrates(String schema, TestDatabase database) throws Exception {
        database.execute("CREATE TABLE counters (n int); INSERT INTO counters VALUES (0)");
        StringBuilder script = new StringBuilder();
        if (schema.isEmpty()) {
            TestHistory.configure(database, Counting.class).build().upgradeSql("head", script);
        } else {
            TestHistory.configure(database, Counting.class)
                    .versionSchema(schema)
                    .build()
                    .upgradeSql("head", script);
        }

        try (Connection other = database.connect()) {
            QualifiedName table = QualifiedName.of(schema.isEmpty() ? "public" : schema, "migrate_version");
            assertThat(new AdvisoryLock(table).tryAcquire(other, AdvisoryLock.Scope.SESSION))
                    .isTrue();
            assertThat(Psql.run(database, script))
                    .contains(
                            "ERROR:  Another instance is migrating this database: pid ", "application PostgreSQL JDBC")
                    .endsWith("exit 3");
        }

        assertThat(database.query("SELECT n FROM counters")).isEqualTo("0");
    }

    @Test
    void aRunWaitsForAScriptInsteadOfCompletingWhatItDoes(TestDatabase database) throws Exception {
        database.execute("CREATE TABLE counters (n int); INSERT INTO counters VALUES (0)");
        Migrate migrate = TestHistory.configure(database, Counting.class)
                .lockWait(Duration.ZERO)
                .build();
        StringBuilder script = new StringBuilder();
        migrate.upgradeSql("head", script);
        script.append("\\pset tuples_only\nSELECT count(*) FROM pg_locks WHERE locktype = 'advisory';\n");
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try (Connection other = database.connect();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("UPDATE counters SET n = n");
            Future<String> psql = thread.submit(() -> Psql.run(database, script));
            while (database.query("SELECT count(*) FROM pg_locks WHERE NOT granted")
                    .equals("0")) {
                assertThat(psql.isDone()).isFalse();
            }

            assertThatThrownBy(() -> migrate.upgrade("head"))
                    .hasMessageStartingWith("Another instance is migrating this database: pid ")
                    .hasMessageContaining(", application psql, user postgres, ");

            other.commit();
            assertThat(psql.get()).isEqualTo("     0\n\nexit 0");
        } finally {
            thread.shutdownNow();
        }
        migrate.upgrade("head");
        assertThat(database.query("SELECT n FROM counters")).isEqualTo("1");
    }
}
