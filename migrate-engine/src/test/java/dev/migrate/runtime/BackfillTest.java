package dev.migrate.runtime;

import static dev.migrate.operation.DataChanges.backfill;
import static dev.migrate.operation.DataChanges.rows;
import static dev.migrate.operation.DataChanges.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.Migrate;
import dev.migrate.Migration;
import dev.migrate.Operations;
import dev.migrate.Revision;
import dev.migrate.RunListener;
import dev.migrate.revision.Step;
import dev.migrate.testing.PostgresTest;
import dev.migrate.testing.Psql;
import dev.migrate.testing.TestDatabase;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

@PostgresTest
class BackfillTest {

    static class Users {
        @Revision(id = "0001")
        static class Create implements Migration {
            @Override
            public void upgrade(Operations op) {
                op.execute("""
                        CREATE TABLE users (tenant text, id int, tags jsonb, name text, PRIMARY KEY (tenant, id));
                        INSERT INTO users SELECT CASE WHEN n % 2 = 0 THEN 'a' ELSE 'b"{,' END, n, '{"new": 1}'
                        FROM generate_series(1, 95) AS n""");
                op.apply(rows("users", "tenant", "id", "name").row("c", 1, "it's\\"));
                op.apply(update("users").set("name", "?").where("id = 7"));
            }

            @Override
            public void downgrade(Operations op) {
                op.dropTable("users");
            }
        }

        @Revision(id = "0002", revises = "0001")
        static class Fill implements Migration {
            @Override
            public void upgrade(Operations op) {
                op.execute("ALTER TABLE users ADD COLUMN seen int DEFAULT 0");
                op.apply(backfill("users")
                        .setSql("seen", "seen + 100 / (id - 60)")
                        .where("tags ? 'new'")
                        .batchSize(10));
                op.execute("ALTER TABLE users ALTER COLUMN seen SET NOT NULL");
            }

            @Override
            public void downgrade(Operations op) {
                op.dropColumn("users", "seen");
            }
        }
    }

    @Test
    void aBackfillThatFailedGoesOnBehindItsLastBatch(TestDatabase database) {
        TestHistory.Told told = new TestHistory.Told();
        Migrate migrate =
                TestHistory.configure(database, Users.class).listener(told).build();

        assertThatThrownBy(() -> migrate.upgrade("head")).hasMessage("""
                        The upgrade of revision 0002 failed at statement 2:
                          UPDATE users SET seen = seen + 100 / (id - 60)
                          WHERE tags ? 'new'
                          -- in batches of 10 rows; before this one the run had done 20 rows
                          ERROR: division by zero
                        Migration: dev.migrate.runtime.BackfillTest$Users$Fill (BackfillTest.java:49)
                        Of its statements the first 1 are committed, because one of those that followed can't run in a \
                        transaction; the rest was rolled back. Statement 2 is half done. The database is at 0001.
                        Correct the cause, and leave the migration as it is up to statement 2. Then complete it: mvn \
                        migrate:upgrade -Dmigrate.revision=0002
                        Or undo by hand what is committed, and record where the database is then: mvn migrate:stamp \
                        -Dmigrate.revision=0002@-1""");
        // The even ids come first, ten at a time: 2 to 40 are committed, and 60 is in the next batch.
        assertThat(database.query("SELECT count(*) FROM users WHERE seen <> 0")).isEqualTo("20");
        assertThat(database.query("SELECT state FROM migrate_journal ORDER BY id DESC LIMIT 1"))
                .isEqualTo("{a,40,NULL,\"tenant text, id integer\"}");

        database.execute("UPDATE users SET tags = NULL WHERE id = 60");
        migrate.upgrade("head");

        assertThat(database.query("SELECT count(*) FROM users WHERE seen = 100 / (id - 60)" + " AND tags IS NOT NULL"))
                .isEqualTo("94");
        assertThat(told.text().replaceAll("in \\d+ s", "in N s")).isEqualTo("""
                        Resuming upgrade of 0002 behind statement 1, the last one that is committed
                        Backfill of users: 74 rows in N s""");
    }

    @Test
    void bulkInsertsAndUpdatesRunInTheRevisionsTransaction(TestDatabase database) {
        TestHistory.configure(database, Users.class).build().upgrade("0001");

        assertThat(database.query("SELECT name FROM users WHERE name IS NOT NULL ORDER BY id"))
                .isEqualTo("it's\\\n?");
        assertThat(database.query("SELECT statement FROM migrate_journal")).isEqualTo("4");
    }

    @Test
    void aScriptFillsInBatchesToo(TestDatabase database) {
        StringBuilder script = new StringBuilder();
        Migrate migrate = TestHistory.configure(database, Users.class).build();
        migrate.upgrade("0001");
        database.execute("UPDATE users SET tags = NULL WHERE id = 60");
        migrate.upgradeSql("0001:head", script);

        assertThat(Psql.run(database, script)).isEqualTo("exit 0");

        assertThat(database.query("SELECT count(*) FROM users WHERE seen = 100 / (id - 60)" + " AND tags IS NOT NULL"))
                .isEqualTo("94");
    }

    @Test
    void aRunGoesOnBehindTheLastBatchOfAScript(TestDatabase database) {
        Migrate migrate = TestHistory.configure(database, Users.class).build();
        failingScript(database, migrate);

        migrate.upgrade("head");

        assertThat(database.query("SELECT count(*) FROM users WHERE seen = 100 / (id - 60) AND tags IS NOT NULL"))
                .isEqualTo("94");
    }

    @Test
    void psqlGoesOnBehindTheLastBatchOfAScriptToo(TestDatabase database) {
        Migrate migrate = TestHistory.configure(database, Users.class).build();
        String script = failingScript(database, migrate);

        String rest = fromBackfill(script);
        assertThat(rest).contains("""
                            -- Run again, it goes on behind the last batch that it has committed.
                            SELECT state FROM migrate_journal WHERE id = (SELECT max(id) FROM migrate_journal \
                        WHERE revision = '0002') AND outcome = 'started' INTO last;
                        """);
        assertThat(Psql.run(database, rest)).isEqualTo("exit 0");

        assertThat(database.query("SELECT count(*) FROM users WHERE seen = 100 / (id - 60) AND tags IS NOT NULL"))
                .isEqualTo("94");
        migrate.requireCurrent();
    }

    /** The top of a script, up to the block that takes the lock, and the rest from its backfill on. */
    static String fromBackfill(CharSequence script) {
        String text = script.toString();
        String end = "$migrate$;\n";
        return text.substring(0, text.indexOf(end, text.indexOf("pg_try_advisory_lock")) + end.length())
                + text.substring(text.indexOf("DO $backfill$"));
    }

    /** As it was when the cause of its failure has been removed: 20 rows are filled. */
    private static String failingScript(TestDatabase database, Migrate migrate) {
        migrate.upgrade("0001");
        StringBuilder script = new StringBuilder();
        migrate.upgradeSql("0001:head", script);
        assertThat(Psql.run(database, script))
                .contains("ERROR:  division by zero")
                .endsWith("exit 3");
        assertThat(database.query("SELECT count(*) FROM users WHERE seen <> 0")).isEqualTo("20");
        assertThat(database.query("SELECT state FROM migrate_journal ORDER BY id DESC LIMIT 1"))
                .isEqualTo("{a,40,NULL,\"tenant text, id integer\"}");
        database.execute("UPDATE users SET tags = NULL WHERE id = 60");
        return script.toString();
    }

    @Test
    void aBackfillWhoseJournalEntrySomebodyElseChangedStops(TestDatabase database) {
        Migrate migrate = TestHistory.configure(database, Users.class)
                .listener(new RunListener() {
                    @Override
                    public void statementStarted(Step step, String sql) {
                        if (sql.startsWith("WITH \"migrate batch\"")) {
                            database.execute("UPDATE migrate_journal SET outcome = 'failed' WHERE outcome = 'started'");
                        }
                    }
                })
                .build();

        assertThatThrownBy(() -> migrate.upgrade("head")).hasMessageContaining("""
                          Somebody else changed public.migrate_journal: expected that the latest entry of 0002 has the \
                        outcome started, but 0 rows matched.""");

        assertThat(database.query("SELECT count(*) FROM users WHERE seen <> 0")).isEqualTo("0");
    }

    static class OtherBatches {
        @Revision(id = "0001")
        static class Create extends Users.Create {}

        @Revision(id = "0002", revises = "0001")
        static class Fill implements OneWay {
            @Override
            public void upgrade(Operations op) {
                op.execute("ALTER TABLE users ADD COLUMN seen int DEFAULT 0");
                op.apply(backfill("users")
                        .setSql("seen", op.x("expression").orElse("seen + 100 / (id - 60)"))
                        .where("tags ? 'new'")
                        .batchSize(7)
                        .pause(Duration.ofMillis(1)));
            }
        }
    }

    @Test
    void anInterruptedBackfillMayGetOtherBatchesButNoOtherValues(TestDatabase database) {
        Migrate migrate = TestHistory.configure(database, Users.class).build();
        assertThatThrownBy(() -> migrate.upgrade("head")).hasMessageContaining("ERROR: division by zero");
        database.execute("UPDATE users SET tags = NULL WHERE id = 60");

        assertThatThrownBy(() -> TestHistory.configure(database, OtherBatches.class)
                        .x("expression", "7")
                        .build()
                        .upgrade("head"))
                .hasMessageContaining(
                        "can't continue, and nothing was run: its statements up to 2 are committed or begun, and the"
                                + " migration has others there now.\nChanged or removed: statement 2.\n");
        TestHistory.configure(database, OtherBatches.class).build().upgrade("head");

        assertThat(database.query("SELECT count(*) FROM users WHERE seen = 100 / (id - 60) AND tags IS NOT NULL"))
                .isEqualTo("94");
        assertThat(database.query("SELECT count(*) FROM migrate_journal WHERE outcome = 'started'"))
                .isEqualTo("2");
    }

    static class Keyless {
        @Revision(id = "0001")
        static class Fill implements OneWay {
            @Override
            public void upgrade(Operations op) {
                op.execute("CREATE TABLE t (a int)");
                op.apply(backfill("t").set("a", 1));
            }
        }
    }

    @Test
    void aTableWithoutAPrimaryKeyCannotBeBackfilled(TestDatabase database) {
        assertThatThrownBy(() ->
                        TestHistory.configure(database, Keyless.class).build().upgrade("head"))
                .hasMessageContaining(
                        "The table t has no primary key to backfill it by. Add one, or use op.update(…),");
    }

    static class Renumbering {
        @Revision(id = "0001")
        static class Renumbers implements OneWay {
            @Override
            public void upgrade(Operations op) {
                op.execute("CREATE TABLE t (a int, \"B\" int, PRIMARY KEY (a, \"B\")); INSERT INTO t VALUES (1, 1)");
                op.apply(backfill("t").setSql("B", "\"B\" + 1000"));
            }
        }
    }

    @Test
    void theKeyThatABackfillGoesAlongStaysAsItIs(TestDatabase database) {
        assertThatThrownBy(() -> TestHistory.configure(database, Renumbering.class)
                        .build()
                        .upgrade("head"))
                .hasMessageContaining("""
                          The backfill of t sets B, which belongs to the primary key that it goes along: rows would be \
                        changed more than once. Use op.update(…), which changes all rows at once.
                        """);
    }

    static class Items {
        @Revision(id = "0001")
        static class Create implements Migration {
            @Override
            public void upgrade(Operations op) {
                op.execute("""
                        CREATE TABLE batch (id int PRIMARY KEY);
                        INSERT INTO batch VALUES (1), (1000);
                        CREATE TABLE item (id int PRIMARY KEY, batch_id int, known boolean);
                        INSERT INTO item VALUES (1, 1000), (2, 77), (3, 1)""");
            }

            @Override
            public void downgrade(Operations op) {
                op.execute("DROP TABLE item, batch");
            }
        }

        @Revision(id = "0002", revises = "0001")
        static class Fill implements OneWay {
            @Override
            public void upgrade(Operations op) {
                op.apply(backfill("item").setSql("known", "EXISTS (SELECT FROM batch WHERE batch.id = batch_id)"));
            }
        }
    }

    @Test
    void aBackfillReadsAnyTableThatItsAuthorMeans(TestDatabase byRun, TestDatabase byScript) {
        StringBuilder script = new StringBuilder();
        TestHistory.configure(byScript, Items.class).build().upgradeSql("head", script);

        TestHistory.configure(byRun, Items.class).build().upgrade("head");
        assertThat(Psql.run(byScript, script)).isEqualTo("exit 0");

        for (TestDatabase database : List.of(byRun, byScript)) {
            assertThat(database.query("SELECT id, known FROM item ORDER BY id")).isEqualTo("1|t\n2|f\n3|t");
        }
    }

    static class Days {
        @Revision(id = "0001")
        static class Fill implements OneWay {
            @Override
            public void upgrade(Operations op) {
                op.apply(backfill("days")
                        .setSql("n", "1 / (CASE WHEN open THEN 1 ELSE 0 END)")
                        .batchSize(10));
            }
        }
    }

    @Test
    void aRunGoesOnBehindTheLastBatchOfAScriptHoweverTheServerWritesItsDates(TestDatabase database) {
        database.execute("""
                CREATE TABLE days (day date PRIMARY KEY, open boolean, n int);
                INSERT INTO days SELECT date '2026-01-01' + i, i <> 100 FROM generate_series(0, 199) AS i""");
        database.execute("ALTER DATABASE " + database.name() + " SET DateStyle = 'SQL, DMY'");
        Migrate migrate = TestHistory.configure(database, Days.class).build();
        StringBuilder script = new StringBuilder();
        migrate.upgradeSql("head", script);
        assertThat(Psql.run(database, script))
                .contains("ERROR:  division by zero")
                .endsWith("exit 3");
        database.execute("UPDATE days SET open = true");

        migrate.upgrade("head");

        assertThat(database.query("SELECT count(*), count(n) FROM days")).isEqualTo("200|200");
    }

    static class Commented {
        @Revision(id = "0001")
        static class Fill implements OneWay {
            @Override
            public void upgrade(Operations op) {
                op.apply(backfill("days").set("n", 1).where("open -- the others are closed for good"));
            }
        }
    }

    @Test
    void aConditionMayEndInAComment(TestDatabase byRun, TestDatabase byScript) {
        StringBuilder script = new StringBuilder();
        TestHistory.configure(byScript, Commented.class).build().upgradeSql("head", script);
        for (TestDatabase database : List.of(byRun, byScript)) {
            database.execute("""
                    CREATE TABLE days (day date PRIMARY KEY, open boolean, n int);
                    INSERT INTO days VALUES ('2026-01-01', false), ('2026-01-02', true)""");
        }

        TestHistory.configure(byRun, Commented.class).build().upgrade("head");
        assertThat(Psql.run(byScript, script)).isEqualTo("exit 0");

        assertThat(byRun.query("SELECT day FROM days WHERE n = 1")).isEqualTo("2026-01-02");
        assertThat(byScript.query("SELECT day FROM days WHERE n = 1")).isEqualTo("2026-01-02");
    }
}
