package dev.migrate.runtime;

import static dev.migrate.operation.DataChanges.backfill;
import static dev.migrate.operation.DataChanges.update;
import static dev.migrate.schema.Definitions.column;
import static dev.migrate.schema.Definitions.index;
import static dev.migrate.schema.Types.integer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.migrate.Migrate;
import dev.migrate.MigrateBuilder;
import dev.migrate.MigrateException;
import dev.migrate.Operations;
import dev.migrate.Revision;
import dev.migrate.RunListener;
import dev.migrate.TransactionMode;
import dev.migrate.dump.SchemaDump;
import dev.migrate.operation.DropOption;
import dev.migrate.revision.Step;
import dev.migrate.testing.PostgresTest;
import dev.migrate.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is written to commit on the way runs in one transaction where the tables are small. */
@PostgresTest
class OnlineFromTest {

    private static final String AGENTS = """
            CREATE TABLE agents (id int PRIMARY KEY, name text);
            INSERT INTO agents SELECT n, 'agent ' || n FROM generate_series(1, 100) AS n""";

    private static final String DETAIL =
            "SELECT revision, outcome, statement, detail ->> 'transaction'" + " FROM migrate_journal ORDER BY id";

    static class Agents {
        @Revision(id = "0001", message = "names are unique")
        static class Names implements OneWay {
            @Override
            public void upgrade(Operations op) {
                op.addColumn("agents", column("age", integer()));
                op.apply(backfill("agents").setSql("age", "id").batchSize(10));
                op.createIndex(
                        index("ux_agents_name").on("agents", "name").unique().concurrently());
                op.createIndex(index("ix_agents_age").on("agents", "age").concurrently());
                op.outsideTransaction(
                        () -> op.apply(update("agents").set("age", 1).where("id = 1")));
            }
        }
    }

    private static MigrateBuilder configure(TestDatabase database, Class<?> holder) {
        return TestHistory.configure(database, holder).onlineFrom(RunSettings.DEFAULT_ONLINE_FROM);
    }

    private static String dump(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect()) {
            return SchemaDump.of(connection);
        }
    }

    /** Creates the version table, so that two dumps differ by what a revision does. */
    private static void prepare(TestDatabase database) {
        TestHistory.configure(database, Agents.class).build().stamp("base");
    }

    @Test
    void onASmallTableARevisionThatFailsLeavesNothing(TestDatabase database) throws Exception {
        database.execute(AGENTS);
        database.execute("INSERT INTO agents VALUES (101, 'agent 7')");
        prepare(database);
        String before = dump(database);

        assertThatThrownBy(() -> configure(database, Agents.class).build().upgrade("head"))
                .hasMessage("""
                        The upgrade of revision 0001 (names are unique) failed at statement 3:
                          CREATE UNIQUE INDEX ux_agents_name ON agents (name)
                          ERROR: could not create unique index "ux_agents_name"
                            Detail: Key (name)=(agent 7) is duplicated.
                        Migration: dev.migrate.runtime.OnlineFromTest$Agents$Names (OnlineFromTest.java:50)
                        It was rolled back and left nothing behind; the database is at base.
                        Correct the cause and run mvn migrate:upgrade again.""");

        assertThat(dump(database)).isEqualTo(before);
        assertThat(database.query("SELECT outcome, statement FROM migrate_journal ORDER BY id"))
                .isEqualTo("done|0\nfailed|0");
        assertThat(configure(database, Agents.class).build().status().interrupted())
                .isEmpty();
    }

    @Test
    void onALargeTableItStopsHalfWay(TestDatabase database) {
        database.execute(AGENTS);
        database.execute("INSERT INTO agents VALUES (101, 'agent 7'); ANALYZE agents");
        TestHistory.Told told = new TestHistory.Told();
        Migrate migrate =
                configure(database, Agents.class).onlineFrom(101).listener(told).build();

        assertThatThrownBy(() -> migrate.upgrade("head")).hasMessage("""
                        The upgrade of revision 0001 (names are unique) failed at statement 3:
                          CREATE UNIQUE INDEX CONCURRENTLY ux_agents_name ON agents (name)
                          ERROR: could not create unique index "ux_agents_name"
                            Detail: Key (name)=(agent 7) is duplicated.
                        Migration: dev.migrate.runtime.OnlineFromTest$Agents$Names (OnlineFromTest.java:50)
                        Of its statements the first 2 are committed, because one of those that followed can't run in a \
                        transaction; the rest was rolled back. The database is at base.
                        Correct the cause: the rows, or the migration after statement 2. Then complete it: mvn \
                        migrate:upgrade -Dmigrate.revision=0001
                        Or undo by hand what is committed, and record where the database is then: mvn migrate:stamp \
                        -Dmigrate.revision=0001@-1""");
        assertThat(database.query("SELECT count(*) FROM agents WHERE age = id")).isEqualTo("101");

        // Deleted rows make the table small: what is committed stays, and the rest runs as the first part did.
        database.execute("DELETE FROM agents WHERE id > 10");
        database.execute("VACUUM ANALYZE agents");
        List<String> statements = new ArrayList<>();
        configure(database, Agents.class)
                .listener(told)
                .listener(statements(statements))
                .build()
                .upgrade("head");

        assertThat(statements)
                .containsExactly(
                        "CREATE UNIQUE INDEX CONCURRENTLY ux_agents_name ON agents (name)",
                        "CREATE INDEX CONCURRENTLY ix_agents_age ON agents (age)",
                        "UPDATE agents SET age = 1\nWHERE id = 1");
        assertThat(told.text().replaceAll("in \\d+ s", "in N s"))
                .contains("Resuming upgrade of 0001 behind statement 2, the last one that is committed")
                .doesNotContain("is one transaction");
    }

    private static RunListener statements(List<String> heard) {
        return new RunListener() {
            @Override
            public void statementStarted(Step step, String sql) {
                heard.add(sql);
            }
        };
    }

    @Test
    void theLogAndTheJournalSaySo(TestDatabase database) {
        database.execute(AGENTS);
        TestHistory.Told told = new TestHistory.Told();
        List<String> statements = new ArrayList<>();
        configure(database, Agents.class)
                .listener(told)
                .listener(statements(statements))
                .build()
                .upgrade("head");

        assertThat(told.text().replaceAll("in \\d+ s", "in N s")).isEqualTo("""
                The upgrade of 0001 is one transaction: its tables have fewer than 100000 rows each (onlineFrom)
                Backfill of agents: 100 rows in N s""");
        assertThat(database.query(DETAIL))
                .isEqualTo("0001|done|5|its tables have fewer than 100000 rows each (onlineFrom)");
        assertThat(statements)
                .filteredOn(sql -> !sql.startsWith("WITH"))
                .containsExactly(
                        "ALTER TABLE agents ADD COLUMN age integer",
                        "CREATE UNIQUE INDEX ux_agents_name ON agents (name)",
                        "CREATE INDEX ix_agents_age ON agents (age)",
                        "UPDATE agents SET age = 1\nWHERE id = 1");
        assertThat(database.query("SELECT sum(age), count(DISTINCT xmin::text) FROM agents"))
                .isEqualTo("5050|1");
    }

    @Test
    void itIsNoOtherMigrationThanTheOneThatRunsOnline(TestDatabase database) {
        database.execute(AGENTS);
        configure(database, Agents.class).build().upgrade("head");

        assertThat(TestHistory.configure(database, Agents.class)
                        .build()
                        .status()
                        .changed())
                .isEmpty();
    }

    @Test
    void aTableThatNobodyHasAnalyzedCountsByItsPages(TestDatabase database) {
        database.execute(AGENTS);

        assertThat(runsInOneTransaction(database, 200)).isFalse();
        database.execute("ANALYZE agents");
        assertThat(runsInOneTransaction(database, 100)).isFalse();
        assertThat(runsInOneTransaction(database, 101)).isTrue();
    }

    /** Whether a revision does so that fails at its end, and leaves nothing. */
    private static boolean runsInOneTransaction(TestDatabase database, long onlineFrom) {
        TestHistory.Told told = new TestHistory.Told();
        Migrate migrate = TestHistory.configure(database, Refused.class)
                .onlineFrom(onlineFrom)
                .listener(told)
                .build();
        assertThatThrownBy(() -> migrate.upgrade("head")).isInstanceOf(RevisionFailedException.class);
        return told.text().contains("is one transaction");
    }

    static class Refused {
        @Revision(id = "0001")
        static class First implements OneWay {
            @Override
            public void upgrade(Operations op) {
                op.createIndex(
                        index("ix_agents_nothing").on("agents", "nothing").concurrently());
            }
        }
    }

    @Test
    void aPartitionedTableIsAsLargeAsItsPartitions(TestDatabase database) {
        database.execute("""
                CREATE TABLE agents (id int, name text) PARTITION BY RANGE (id);
                CREATE TABLE agents_1 PARTITION OF agents FOR VALUES FROM (0) TO (100) PARTITION BY RANGE (id);
                CREATE TABLE agents_1_1 PARTITION OF agents_1 FOR VALUES FROM (0) TO (60);
                CREATE TABLE agents_1_2 PARTITION OF agents_1 FOR VALUES FROM (60) TO (100);
                INSERT INTO agents SELECT n FROM generate_series(0, 99) AS n;
                ANALYZE""");

        assertThat(runsInOneTransaction(database, 100)).isFalse();
        assertThat(runsInOneTransaction(database, 101)).isTrue();
    }

    @Test
    void anInvalidIndexIsLeftToTheOnlineForm(TestDatabase database) {
        database.execute(AGENTS);
        database.execute("INSERT INTO agents VALUES (101, 'agent 7')");
        assertThatThrownBy(() -> database.execute("CREATE UNIQUE INDEX CONCURRENTLY ux_agents_name ON agents (name)"))
                .isInstanceOf(IllegalStateException.class);
        database.execute("DELETE FROM agents WHERE id = 101");
        TestHistory.Told told = new TestHistory.Told();

        configure(database, Agents.class).listener(told).build().upgrade("head");

        assertThat(told.text()).doesNotContain("is one transaction");
        assertThat(database.query("SELECT indisvalid FROM pg_index WHERE indexrelid = 'ux_agents_name'::regclass"))
                .isEqualTo("t");
    }

    static class Raw {
        @Revision(id = "0001")
        static class First implements OneWay {
            @Override
            public void upgrade(Operations op) {
                op.execute("UPDATE agents SET name = upper(name)");
                op.createIndex(
                        index("ix_agents_nothing").on("agents", "nothing").concurrently());
            }
        }
    }

    @Test
    void whatItsTablesAreUnknownRunsOnline(TestDatabase database) {
        database.execute(AGENTS);

        assertThatThrownBy(() -> configure(database, Raw.class).build().upgrade("head"))
                .hasMessageContaining("Of its statements the first 1 are committed");
    }

    static class Postponed {
        @Revision(id = "0001")
        static class First implements OneWay {
            @Override
            public void upgrade(Operations op) {
                op.apply(update("agents").set("boss", 2));
                op.createIndex(index("ix_agents_boss").on("agents", "boss").concurrently());
                op.apply(backfill("agents").set("boss", 3).batchSize(10));
                op.addColumn("agents", column("age", integer()));
            }
        }
    }

    @Test
    void whatACommitWouldHaveCheckedIsCheckedThere(TestDatabase database) {
        database.execute(AGENTS);
        database.execute("ALTER TABLE agents ADD boss int REFERENCES agents DEFERRABLE INITIALLY DEFERRED");
        configure(database, Postponed.class).build().upgrade("head");

        assertThat(database.query("SELECT DISTINCT boss FROM agents")).isEqualTo("3");
        assertThat(database.query("SELECT detail ->> 'transaction' IS NOT NULL FROM migrate_journal"))
                .isEqualTo("t");
    }

    static class Mood {
        @Revision(id = "0001")
        static class Adds implements OneWay {
            @Override
            public void upgrade(Operations op) {
                op.addEnumValue("mood", "glad");
            }
        }

        @Revision(id = "0002", revises = "0001")
        static class Uses implements OneWay {
            @Override
            public void upgrade(Operations op) {
                op.addEnumValue("mood", "sad");
                op.apply(update("agents").setSql("mood", "'glad'"));
                op.apply(update("agents").setSql("mood", "'sad'").where("id = 1"));
            }
        }
    }

    private static final String UNSAFE = """
            The upgrade of 0002 can't be one transaction now, and was rolled back: ERROR: unsafe use of new value "%s" of \
            enum type mood
              Hint: New enum values must be committed before they can be used.
              Position: %d. It runs again as it is written, and commits on the way.""";

    @Test
    void aValueThatIsUsedInItsTransactionIsCommittedBefore(TestDatabase database) {
        database.execute(AGENTS);
        database.execute("CREATE TYPE mood AS ENUM ('so'); ALTER TABLE agents ADD mood mood");
        TestHistory.Told told = new TestHistory.Told();

        configure(database, Mood.class).retries(0).listener(told).build().upgrade("head");

        assertThat(database.query("SELECT mood, count(*) FROM agents GROUP BY mood ORDER BY mood"))
                .isEqualTo("glad|99\nsad|1");
        assertThat(told.text()).isEqualTo("""
                The upgrade of 0001 is one transaction: its tables are new
                The upgrade of 0002 is one transaction: its tables have fewer than 100000 rows each (onlineFrom)
                """ + UNSAFE.formatted("sad", 26));
        assertThat(database.query("SELECT revision, detail ->> 'transaction' IS NOT NULL FROM migrate_journal"
                        + " WHERE outcome = 'done' ORDER BY id"))
                .isEqualTo("0001|t\n0002|f");
    }

    @Test
    void soItIsWhereTheWholeRunIsOneTransaction(TestDatabase database) {
        database.execute(AGENTS);
        database.execute("CREATE TYPE mood AS ENUM ('so'); ALTER TABLE agents ADD mood mood");

        configure(database, Mood.class)
                .transaction(TransactionMode.RUN)
                .retries(0)
                .build()
                .upgrade("head");

        assertThat(database.query("SELECT mood, count(*) FROM agents GROUP BY mood ORDER BY mood"))
                .isEqualTo("glad|99\nsad|1");
        assertThat(database.query("SELECT revision, detail ->> 'transaction' IS NOT NULL FROM migrate_journal"
                        + " WHERE outcome = 'done' ORDER BY id"))
                .isEqualTo("0001|f\n0002|f");
    }

    @Test
    void whoMeetsALockRunsOnline(TestDatabase database) throws Exception {
        database.execute(AGENTS);
        try (Connection writer = database.connect();
                Statement write = writer.createStatement()) {
            writer.setAutoCommit(false);
            List<String> notices = new ArrayList<>();
            RunListener listener = new RunListener() {
                @Override
                public void notice(String text) {
                    notices.add(text.lines().findFirst().orElseThrow());
                    if (text.contains("can't be one transaction")) {
                        commit(writer);
                    }
                }
            };
            write.execute("UPDATE agents SET name = 'writes' WHERE id = 5");

            configure(database, Locked.class)
                    .lockTimeout(Duration.ofMillis(50))
                    .retries(0)
                    .listener(listener)
                    .build()
                    .upgrade("head");

            assertThat(notices)
                    .containsExactly(
                            "The upgrade of 0001 is one transaction: its tables have fewer than 100000 rows each (onlineFrom)",
                            "The upgrade of 0001 can't be one transaction now, and was rolled back: ERROR: canceling statement due"
                                    + " to lock timeout. It runs again as it is written, and commits on the way.");
        }
        assertThat(database.query("SELECT outcome FROM migrate_journal ORDER BY id"))
                .isEqualTo("started\nreached\ndone");
    }

    static class Locked {
        @Revision(id = "0001")
        static class First implements OneWay {
            @Override
            public void upgrade(Operations op) {
                op.createIndex(index("ix_agents_name").on("agents", "name").concurrently());
            }
        }
    }

    private static void commit(Connection connection) {
        try {
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static class Without {
        @Revision(id = "0001")
        static class First implements OneWay {
            @Override
            public void upgrade(Operations op) {
                op.dropIndexConcurrently("ix_logs_day", DropOption.IF_EXISTS);
                op.dropIndex(index("ix_logs_id").on("logs_1", "id").concurrently());
                op.createIndex(index("ix_logs_id")
                        .on("logs_1", "id", "day")
                        .concurrently()
                        .ifNotExists());
                op.detachPartitionConcurrently("logs", "logs_1");
            }
        }
    }

    @Test
    void nothingIsConcurrentThere(TestDatabase database) {
        assumeThat(Integer.parseInt(database.query("SHOW server_version_num"))).isGreaterThanOrEqualTo(140_000);
        database.execute("""
                CREATE TABLE logs (id int, day int) PARTITION BY RANGE (id);
                CREATE TABLE logs_1 PARTITION OF logs DEFAULT;
                CREATE INDEX ix_logs_id ON logs_1 (id)""");
        List<String> statements = new ArrayList<>();

        configure(database, Without.class)
                .listener(statements(statements))
                .build()
                .upgrade("head");

        assertThat(statements)
                .containsExactly(
                        "DROP INDEX IF EXISTS ix_logs_day",
                        "DROP INDEX ix_logs_id",
                        "CREATE INDEX IF NOT EXISTS ix_logs_id ON logs_1 (id, day)",
                        "ALTER TABLE logs DETACH PARTITION logs_1");
    }

    @Test
    void aScriptKeepsTheOnlineForms(TestDatabase database) {
        StringBuilder script = new StringBuilder();

        configure(database, Agents.class).build().upgradeSql("head", script);

        assertThat(script).contains("CREATE UNIQUE INDEX CONCURRENTLY ux_agents_name ON agents (name);");
    }

    @Test
    void aNegativeNumberIsRefused(TestDatabase database) {
        assertThatThrownBy(
                        () -> configure(database, Agents.class).onlineFrom(-1).build())
                .isInstanceOf(MigrateException.class)
                .hasMessage("onlineFrom is -1; expected 0 or more rows");
    }
}
