package dev.migrate.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.migrate.Migrate;
import dev.migrate.MigrateBuilder;
import dev.migrate.Operations;
import dev.migrate.Revision;
import dev.migrate.testing.PostgresTest;
import dev.migrate.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * PostgreSQL has completed a statement that can't be in a transaction, and the process was killed before the journal
 * said so: what the next run makes of it. The kill is simulated by taking away what the journal got afterwards.
 */
@PostgresTest
class LostEntryTest {

    static class History {
        @Revision(id = "0001")
        static class Tables implements OneWay {
            @Override
            public void upgrade(Operations op) {
                op.execute("""
                        CREATE TABLE t (a int, b text);
                        INSERT INTO t SELECT n, 'b' FROM generate_series(1, 10) AS n;
                        CREATE INDEX ix_before ON t (b);
                        CREATE TYPE mood AS ENUM ('sad');
                        CREATE TABLE parts (id int) PARTITION BY RANGE (id);
                        CREATE TABLE part PARTITION OF parts FOR VALUES FROM (1) TO (9)""");
            }
        }

        /** Does what the run is told to do. */
        @Revision(id = "0002", revises = "0001")
        static class Told implements OneWay {
            @Override
            public void upgrade(Operations op) {
                op.x("apart").ifPresent(sql -> op.outsideTransaction(() -> op.execute(sql)));
                op.x("sql").ifPresent(op::execute);
            }
        }
    }

    private static final String INDEXES =
            "SELECT relname, indisvalid FROM pg_index JOIN pg_class ON pg_class.oid = indexrelid"
                    + " WHERE indrelid = 't'::regclass ORDER BY 1";
    private static final String COMPLETE =
            "Statement 1 of 0002 was complete when it was interrupted, and isn't run again";
    private static final String RESUMING =
            "Resuming upgrade of 0002 behind statement 0, the last one that is committed";

    private final TestHistory.Told told = new TestHistory.Told();

    private MigrateBuilder configure(TestDatabase database, String sql) {
        return TestHistory.configure(database, History.class).x("sql", sql).listener(told);
    }

    /** The history's tables are there, the statement has run, and the journal says only that it had begun. */
    private Migrate lostEntryOf(TestDatabase database, String sql) {
        Migrate migrate = configure(database, sql).build();
        migrate.upgrade("head");
        forget(database);
        return migrate;
    }

    private static void forget(TestDatabase database) {
        database.execute("""
                DELETE FROM migrate_journal WHERE revision = '0002' AND outcome <> 'started';
                UPDATE migrate_version SET revision = '0001'""");
        assertThat(database.query("SELECT count(*) FROM migrate_journal WHERE revision = '0002'"))
                .isEqualTo("1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE INDEX CONCURRENTLY ON t (a)",
                "create unique index concurrently on only public.t using btree (a) include (b) where a > 0",
                "-- fast\nCREATE INDEX /* all */ CONCURRENTLY ON -- of\n\"t\" (lower(t.b) DESC) WITH (fillfactor = 70)"
            })
    void anIndexWithoutANameIsNotBuiltTwice(String sql, TestDatabase database) {
        Migrate migrate = lostEntryOf(database, sql);
        String built = database.query(INDEXES);

        migrate.upgrade("head");

        assertThat(database.query(INDEXES)).isEqualTo(built);
        assertThat(told.text()).isEqualTo(RESUMING + "\n" + COMPLETE);
    }

    @Test
    void anInvalidIndexWithoutANameIsDroppedAndBuilt(TestDatabase database) {
        Migrate migrate = lostEntryOf(database, "CREATE INDEX CONCURRENTLY ON t (a)");
        database.execute("UPDATE pg_index SET indisvalid = false WHERE indexrelid = 't_a_idx'::regclass");

        migrate.upgrade("head");

        assertThat(database.query(INDEXES)).isEqualTo("ix_before|t\nt_a_idx|t");
        assertThat(told.text()).isEqualTo(RESUMING + """

                        Dropping the INVALID index public.t_a_idx, which an interrupted build left behind""");
    }

    @Test
    void anotherIndexThatSomebodyMadeMeanwhileIsNotTakenForIt(TestDatabase database) {
        Migrate migrate = lostEntryOf(database, "CREATE INDEX CONCURRENTLY ON t (a)");
        database.execute("DROP INDEX t_a_idx; CREATE INDEX ON t (a) WHERE a > 0");

        migrate.upgrade("head");

        assertThat(database.query(INDEXES)).isEqualTo("ix_before|t\nt_a_idx|t\nt_a_idx1|t");
    }

    @Test
    void anIndexWithANameIsNotBuiltTwice(TestDatabase database) {
        Migrate migrate = lostEntryOf(database, "CREATE INDEX CONCURRENTLY \"Ix\" ON t (a)");

        migrate.upgrade("head");

        assertThat(database.query(INDEXES)).isEqualTo("Ix|t\nix_before|t");
        assertThat(told.text()).isEqualTo(RESUMING + "\n" + COMPLETE);
    }

    @Test
    void anIndexOfThatNameFromBeforeIsNotTakenForTheResult(TestDatabase database) {
        Migrate migrate = configure(database, "CREATE INDEX CONCURRENTLY ix_before ON t (a)")
                .build();
        assertThatThrownBy(() -> migrate.upgrade("head")).hasMessageContaining("already exists");
        forget(database);

        assertThatThrownBy(() -> migrate.upgrade("head"))
                .hasMessageContaining("ERROR: relation \"ix_before\" already exists")
                .hasMessageContaining("It was rolled back and left nothing behind; the database is at 0001.");
    }

    @Test
    void anIndexThatWasDroppedIsNotDroppedAgain(TestDatabase database) {
        Migrate migrate = lostEntryOf(database, "DROP INDEX CONCURRENTLY ix_before");
        database.execute("CREATE INDEX ix_before ON t (a, b)");

        migrate.upgrade("head");

        assertThat(database.query(INDEXES)).isEqualTo("ix_before|t");
        assertThat(told.text()).isEqualTo(RESUMING + "\n" + COMPLETE);
    }

    @Test
    void anIndexThatWasRebuiltInsteadOfDroppedIsStillToBeDropped(TestDatabase database) {
        Migrate migrate = lostEntryOf(database, "DROP INDEX CONCURRENTLY ix_before");
        database.execute("CREATE INDEX ix_before ON t (b)");
        database.execute("REINDEX INDEX CONCURRENTLY ix_before");

        migrate.upgrade("head");

        assertThat(database.query(INDEXES)).isEmpty();
        assertThat(told.text()).isEqualTo(RESUMING);
    }

    @Test
    void anIndexThatNeverWasThereIsStillMissed(TestDatabase database) {
        Migrate migrate =
                configure(database, "DROP INDEX CONCURRENTLY ix_misspelt").build();
        assertThatThrownBy(() -> migrate.upgrade("head")).hasMessageContaining("does not exist");
        forget(database);

        assertThatThrownBy(() -> migrate.upgrade("head")).hasMessageContaining("does not exist");
    }

    /** PostgreSQL 14 and later. */
    private static void assumeDetachesConcurrently(TestDatabase database) {
        assumeThat(Integer.parseInt(database.query("SHOW server_version_num"))).isGreaterThanOrEqualTo(140_000);
    }

    @Test
    void aPartitionThatWasDetachedIsNotDetachedAgain(TestDatabase database) {
        assumeDetachesConcurrently(database);
        Migrate migrate = lostEntryOf(database, "ALTER TABLE parts DETACH PARTITION part CONCURRENTLY");

        migrate.upgrade("head");

        assertThat(database.query("SELECT count(*) FROM pg_inherits")).isEqualTo("0");
        assertThat(told.text()).isEqualTo(RESUMING + "\n" + COMPLETE);
    }

    /** As in a dump that is restored: nothing has its oid any more. */
    @Test
    void aPartitionWithAnotherOidIsStillToBeDetached(TestDatabase database) {
        assumeDetachesConcurrently(database);
        Migrate migrate = lostEntryOf(database, "ALTER TABLE parts DETACH PARTITION part CONCURRENTLY");
        database.execute("DROP TABLE part; CREATE TABLE part PARTITION OF parts FOR VALUES FROM (1) TO (9)");

        migrate.upgrade("head");

        assertThat(database.query("SELECT count(*) FROM pg_inherits")).isEqualTo("0");
        assertThat(told.text()).isEqualTo(RESUMING);
    }

    @Test
    void aPartitionThatIsHalfDetachedIsFinalized(TestDatabase database) throws SQLException {
        assumeDetachesConcurrently(database);
        Migrate migrate = configure(database, "ALTER TABLE parts DETACH PARTITION part CONCURRENTLY")
                .lockTimeout(Duration.ofMillis(200))
                .lockWait(Duration.ofMillis(200))
                .retries(0)
                .build();
        migrate.upgrade("0001");
        whileReading("parts", database, () -> assertThatThrownBy(() -> migrate.upgrade("head"))
                .hasMessageContaining("ERROR: canceling statement due to lock timeout")
                .hasMessageEndingWith("""
                        Statement 1 is half done. The database is at 0001.
                        Correct the cause, and leave the migration as it is up to statement 1. Then complete it: mvn \
                        migrate:upgrade -Dmigrate.revision=0002
                        Or undo by hand what is committed, and record where the database is then: mvn migrate:stamp \
                        -Dmigrate.revision=0002@-1
                        How long statements wait for a lock is said with -Dmigrate.lockTimeout=30s, of those that work \
                        CONCURRENTLY with -Dmigrate.lockWait=30m, and how often it is tried with -Dmigrate.retries."""));
        assertThat(database.query("SELECT inhdetachpending FROM pg_inherits")).isEqualTo("t");

        migrate.upgrade("head");

        assertThat(database.query("SELECT count(*) FROM pg_inherits")).isEqualTo("0");
        assertThat(told.text()).isEqualTo(RESUMING + """

                        Statement 1 of 0002 is completed with ALTER TABLE parts DETACH PARTITION part FINALIZE""");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "REINDEX TABLE CONCURRENTLY t",
                "REINDEX (VERBOSE, CONCURRENTLY) INDEX ix_before",
                "REINDEX SCHEMA CONCURRENTLY public"
            })
    void whatAnInterruptedReindexLeavesIsDropped(String sql, TestDatabase database) throws SQLException {
        Migrate migrate = configure(database, sql)
                .lockTimeout(Duration.ofMillis(200))
                .lockWait(Duration.ofMillis(200))
                .retries(0)
                .build();
        migrate.upgrade("0001");
        database.execute("CREATE INDEX somebodys_ccnew ON t (a);"
                + " UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'somebodys_ccnew'::regclass");
        String leftovers = "SELECT relname FROM pg_class WHERE relname ~ '_cc(new|old)' ORDER BY 1";
        whileWriting("t", database, () -> assertThatThrownBy(() -> migrate.upgrade("head"))
                .hasMessageContaining("ERROR: canceling statement due to lock timeout")
                .hasMessageContaining("Statement 1 is half done."));
        assertThat(database.query(leftovers)).contains("ix_before_ccnew");

        migrate.upgrade("head");

        assertThat(database.query(leftovers)).isEqualTo("somebodys_ccnew");
        assertThat(told.text()).contains("Dropping the INVALID index public.ix_before_ccnew,");
        database.execute("DROP INDEX somebodys_ccnew");
        assertThat(database.query(INDEXES)).isEqualTo("ix_before|t");
    }

    private static void whileReading(String table, TestDatabase database, Runnable block) throws SQLException {
        whileIn("SELECT FROM " + table, database, block);
    }

    private static void whileWriting(String table, TestDatabase database, Runnable block) throws SQLException {
        whileIn("INSERT INTO " + table + " DEFAULT VALUES", database, block);
    }

    private static void whileIn(String sql, TestDatabase database, Runnable block) throws SQLException {
        try (Connection other = database.connect();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute(sql);
            block.run();
        }
    }

    @Test
    void whatChangesNothingWhenItIsRepeatedIsRepeated(TestDatabase database) {
        Migrate migrate = lostEntryOf(database, "VACUUM t");

        migrate.upgrade("head");

        assertThat(database.query("SELECT outcome, statement FROM migrate_journal WHERE revision = '0002' ORDER BY id"))
                .isEqualTo("started|0\nstarted|0\nreached|1\ndone|1");
        assertThat(told.text()).isEqualTo(RESUMING);
    }

    @Test
    void aDatabaseIsNeitherCreatedNorDroppedTwice(TestDatabase database) {
        String other = "Other " + database.name();
        Migrate creating = lostEntryOf(database, "CREATE DATABASE \"" + other + "\"");
        creating.upgrade("head");
        assertThat(told.text()).isEqualTo(RESUMING + "\n" + COMPLETE);

        database.execute("DELETE FROM migrate_journal; UPDATE migrate_version SET revision = '0001'");
        Migrate dropping = lostEntryOf(database, "DROP DATABASE \"" + other + "\"");
        dropping.upgrade("head");
        assertThat(database.query("SELECT count(*) FROM pg_database WHERE datname = '" + other + "'"))
                .isEqualTo("0");
    }

    @Test
    void aValueOfAnEnumCommitsTogetherWithItsEntry(TestDatabase database) {
        configure(database, "ALTER TYPE mood ADD VALUE 'ok'; ALTER TABLE t ADD COLUMN c mood DEFAULT 'ok'")
                .build()
                .upgrade("head");

        assertThat(database.query("""
                        SELECT outcome, statement, enumlabel
                        FROM migrate_journal LEFT JOIN pg_enum ON pg_enum.xmin = migrate_journal.xmin
                        WHERE revision = '0002' ORDER BY id""")).isEqualTo("reached|1|ok\ndone|2|null");
    }

    @Test
    void aStatementThatItsAuthorPutsApartCommitsTogetherWithItsEntry(TestDatabase database) {
        TestHistory.configure(database, History.class)
                .x("apart", "INSERT INTO t VALUES (77); INSERT INTO t VALUES (78)")
                .x("sql", "INSERT INTO t VALUES (79)")
                .build()
                .upgrade("head");

        assertThat(database.query("""
                        SELECT outcome, statement, a
                        FROM migrate_journal LEFT JOIN t ON t.xmin = migrate_journal.xmin
                        WHERE revision = '0002' ORDER BY id""")).isEqualTo("reached|1|77\nreached|2|78\ndone|3|79");
    }

    @Test
    void aProcedureThatCommitsRunsApartFromAnyTransaction(TestDatabase database) {
        TestHistory.configure(database, History.class)
                .x("apart", "DO $$ BEGIN INSERT INTO t VALUES (77); COMMIT; INSERT INTO t VALUES (78); END $$")
                .build()
                .upgrade("head");

        assertThat(database.query("SELECT a FROM t WHERE a > 70 ORDER BY 1")).isEqualTo("77\n78");
        assertThat(database.query("SELECT outcome, statement FROM migrate_journal WHERE revision = '0002' ORDER BY id"))
                .isEqualTo("started|0\nreached|1\ndone|1");
    }
}
