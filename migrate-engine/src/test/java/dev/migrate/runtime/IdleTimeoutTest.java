package dev.migrate.runtime;

import static dev.migrate.operation.DataChanges.backfill;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.Operations;
import dev.migrate.Revision;
import dev.migrate.testing.PostgresTest;
import dev.migrate.testing.Psql;
import dev.migrate.testing.TestDatabase;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A server that ends sessions which do nothing in a transaction. */
@PostgresTest
class IdleTimeoutTest {

    private static final Duration LONGER = Duration.ofMillis(900);

    static class Slow {
        @Revision(id = "0001")
        static class Thinks implements OneWay {
            @Override
            public void upgrade(Operations op) {
                op.execute("CREATE TABLE t (id int PRIMARY KEY, a int); INSERT INTO t VALUES (1), (2)");
                op.withConnection(connection -> LockSupport.parkNanos(LONGER.toNanos()));
                op.execute("INSERT INTO t VALUES (3)");
            }
        }

        @Revision(id = "0002", revises = "0001")
        static class Pauses implements OneWay {
            @Override
            public void upgrade(Operations op) {
                op.apply(backfill("t").setSql("a", "id * 10").batchSize(2).pause(LONGER));
            }
        }
    }

    @Test
    void aMigrationThatThinksAndABackfillThatPausesOutlastIt(TestDatabase database) throws Exception {
        database.execute("DO $$ BEGIN EXECUTE format("
                + "'ALTER DATABASE %I SET idle_in_transaction_session_timeout = 300', current_database()); END $$");
        try (Connection other = database.connect();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("SELECT 1");

            TestHistory.configure(database, Slow.class).build().upgrade("head");

            assertThatThrownBy(() -> statement.execute("SELECT 1"))
                    .hasMessage("FATAL: terminating connection due to idle-in-transaction timeout");
        }
        assertThat(database.query("SELECT * FROM t ORDER BY id")).isEqualTo("1|10\n2|20\n3|30");
        assertThat(database.query("SELECT revision, outcome FROM migrate_journal ORDER BY id"))
                .isEqualTo("""
                        0001|done
                        0002|started
                        0002|reached
                        0002|done""");
    }

    static class Working {
        @Revision(id = "0001")
        static class Works implements OneWay {
            @Override
            public void upgrade(Operations op) {
                op.execute("SELECT pg_sleep(1.5)");
            }
        }
    }

    @Test
    void aStatementMayTakeLongerThanTheDriverWaitsForTheApplications(TestDatabase database) throws Exception {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(database.url());
        dataSource.setSocketTimeout(1);
        try (Connection connection = dataSource.getConnection()) {
            TestHistory.configure(database, Working.class)
                    .dataSource(new OneConnection(connection))
                    .build()
                    .upgrade("head");

            assertThat(connection.getNetworkTimeout()).isEqualTo(1_000);
        }
        assertThat(database.query("SELECT revision FROM migrate_version")).isEqualTo("0001");
    }

    static class Scripted {
        @Revision(id = "0001")
        static class Fills implements OneWay {
            @Override
            public void upgrade(Operations op) {
                op.execute("CREATE TABLE t (id int PRIMARY KEY, a int); INSERT INTO t SELECT generate_series(1, 6)");
                op.apply(backfill("t").setSql("a", "id").batchSize(1).pause(Duration.ofMillis(200)));
                op.execute("CREATE TABLE seen AS SELECT current_setting('statement_timeout')");
                op.execute("SELECT pg_sleep(0.6)");
                op.execute("SELECT pg_sleep(0.6)");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"statement_timeout", "transaction_timeout"})
    void whatTakesLongInPartsOutlastsATimeoutInAScriptToo(String setting, TestDatabase database) {
        boolean known = database.query("SELECT count(*) FROM pg_settings WHERE name = '" + setting + "'")
                .equals("1");
        database.execute("DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET " + (known ? "" : "app.") + setting
                + " = 1000', current_database()); END $$");
        StringBuilder script = new StringBuilder();
        TestHistory.configure(database, Scripted.class).build().upgradeSql(":head", script);

        assertThat(Psql.run(database, script)).endsWith("exit 0");

        assertThat(database.query("SELECT count(a) FROM t")).isEqualTo("6");
        assertThat(database.query("TABLE seen")).isEqualTo(setting.equals("statement_timeout") ? "1s" : "0");
    }

    @Test
    void aTransactionMayTakeLongerThanOthersMay(TestDatabase database) {
        // Older servers know no such timeout: there, it is a setting of an application's own.
        boolean known = database.query("SELECT count(*) FROM pg_settings WHERE name = 'transaction_timeout'")
                .equals("1");
        String setting = known ? "transaction_timeout" : "app.transaction_timeout";
        database.execute("DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET " + setting
                + " = 300', current_database()); END $$");

        TestHistory.configure(database, Slow.class).build().upgrade("head");

        assertThat(database.query("SELECT * FROM t ORDER BY id")).isEqualTo("1|10\n2|20\n3|30");
        assertThat(database.query("SHOW " + setting)).isEqualTo(known ? "300ms" : "300");
    }
}
