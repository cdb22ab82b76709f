package dev.migrate.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.Migrate;
import dev.migrate.Migration;
import dev.migrate.Operations;
import dev.migrate.Revision;
import dev.migrate.RunListener;
import dev.migrate.revision.Step;
import dev.migrate.testing.PostgresTest;
import dev.migrate.testing.Psql;
import dev.migrate.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What lasts as long as the session that created it. */
@PostgresTest
class TemporaryTest {

    private static final String TEMPORARY = "SELECT count(*) FROM pg_class WHERE relnamespace = pg_my_temp_schema()";

    static class Imports {
        @Revision(id = "0001")
        static class First implements OneWay {
            @Override
            public void upgrade(Operations op) {
                op.execute("CREATE TABLE seen (a int); -- the old ones\nCREATE TEMP TABLE import AS SELECT 1 AS a");
                op.execute("INSERT INTO seen SELECT a FROM import");
            }
        }

        @Revision(id = "0002", revises = "0001")
        static class Second implements OneWay {
            @Override
            public void upgrade(Operations op) {
                op.execute("SELECT 2 AS b INTO TEMPORARY import");
                op.execute("INSERT INTO seen SELECT b FROM import");
            }
        }
    }

    @Test
    void atTheEndOfItsRevisionItIsGone(TestDatabase byRun, TestDatabase byScript) throws SQLException {
        StringBuilder script = new StringBuilder();
        TestHistory.configure(byScript, Imports.class).build().upgradeSql("head", script);

        try (Connection connection = byRun.connect()) {
            migrate(byRun, connection).upgrade("head");
            assertThat(temporary(connection)).isEqualTo(0);
        }
        assertThat(Psql.run(byScript, script)).isEqualTo("exit 0");

        assertThat(byRun.query("SELECT a FROM seen ORDER BY 1")).isEqualTo("1\n2");
        assertThat(byScript.query("SELECT a FROM seen ORDER BY 1")).isEqualTo("1\n2");
        assertThat(script).containsOnlyOnce("""
                        INSERT INTO seen SELECT b FROM import;

                        DO $migrate$
                        DECLARE
                            before jsonb""");
    }

    /** Without the word. */
    abstract static class InTheSchema implements Migration {
        @Override
        public void upgrade(Operations op) {
            op.execute("CREATE TABLE pg_temp.import (a int)");
        }

        @Override
        public void downgrade(Operations op) {}
    }

    static class InTheSchemaTwice {
        @Revision(id = "0001")
        static class First extends InTheSchema {}

        @Revision(id = "0002", revises = "0001")
        static class Second extends InTheSchema {}
    }

    @Test
    void byItsSchemaItIsTemporaryToo(TestDatabase database) {
        Migrate migrate =
                TestHistory.configure(database, InTheSchemaTwice.class).build();

        migrate.upgrade("head");

        assertThat(migrate.current()).containsExactly("0002");
    }

    @Test
    void inAConnectionThatIsUsedAgainItIsGoneEachTime(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect()) {
            migrate(database, connection).upgrade("0001");
            migrate(database, connection).upgrade("0002");

            assertThat(temporary(connection)).isEqualTo(0);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TEMP TABLE t (a int)",
                "/* a view */ create or replace\n temporary view v AS SELECT 1",
                "CREATE LOCAL TEMPORARY TABLE t (a int)",
                "SELECT 1 AS a INTO TEMP t"
            })
    void itIsKnownByItsText(String sql) {
        assertThat(SessionSettings.createsTemporary(sql)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INSERT INTO temperatures VALUES (1)",
                "INSERT INTO temp VALUES (1)",
                "CREATE TABLE temp (a int)",
                "SELECT 1 AS a INTO temperatures"
            })
    void whatIsOnlyCalledSoIsNot(String sql) {
        assertThat(SessionSettings.createsTemporary(sql)).isFalse();
    }

    static class Indexing {
        @Revision(id = "0001")
        static class Only implements OneWay {
            @Override
            public void upgrade(Operations op) {
                op.execute("CREATE TABLE seen (a int); CREATE TEMP TABLE import AS SELECT 1 AS a");
                op.execute("CREATE INDEX CONCURRENTLY ON seen (a)");
                op.execute("INSERT INTO seen SELECT a FROM import");
            }
        }
    }

    /** Locks a table before the last statement, and frees it when that has met the lock. */
    private record Blocking(Connection connection, AtomicBoolean met) implements RunListener {
        @Override
        public void statementStarted(Step step, String sql) {
            if (sql.startsWith("INSERT") && met.compareAndSet(false, true)) {
                execute("LOCK TABLE seen IN SHARE MODE");
            }
        }

        @Override
        public void notice(String text) {
            if (text.contains("met a lock")) {
                execute("ROLLBACK");
            }
        }

        private void execute(String sql) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(sql);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Test
    void aRevisionThatIsTriedAgainStillHasWhatItsCommittedStatementsCreated(TestDatabase database) throws SQLException {
        try (Connection blocker = database.connect();
                Statement statement = blocker.createStatement()) {
            statement.execute("BEGIN");
            TestHistory.configure(database, Indexing.class)
                    .listener(new Blocking(blocker, new AtomicBoolean()))
                    .lockTimeout(Duration.ofMillis(100))
                    .build()
                    .upgrade("head");
        }
        assertThat(database.query("SELECT a FROM seen")).isEqualTo("1");
    }

    @Test
    void theApplicationKeepsItsOwn(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TEMP TABLE basket (id int)");

            migrate(database, connection).upgrade("0001");

            statement.execute("SELECT FROM basket");
        }
    }

    private static Migrate migrate(TestDatabase database, Connection connection) {
        return TestHistory.configure(database, Imports.class)
                .dataSource(new OneConnection(connection))
                .build();
    }

    private static int temporary(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(TEMPORARY)) {
            row.next();
            return row.getInt(1);
        }
    }
}
