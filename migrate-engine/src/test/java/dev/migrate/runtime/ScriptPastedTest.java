package dev.migrate.runtime;

import static dev.migrate.operation.DataChanges.backfill;
import static dev.migrate.schema.Definitions.index;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.Operations;
import dev.migrate.Revision;
import dev.migrate.testing.PostgresTest;
import dev.migrate.testing.Psql;
import dev.migrate.testing.TestDatabase;
import org.junit.jupiter.api.Test;

/** Psql goes on behind an error where a script is pasted into it, and so do other clients. */
@PostgresTest
class ScriptPastedTest {

    private static final String TABLE =
            "CREATE TABLE t (id int PRIMARY KEY, n int, m int); INSERT INTO t VALUES (1, 1, 1), (2, 1, 1)";
    private static final String JOURNAL = "SELECT revision, outcome, statement FROM migrate_journal ORDER BY id";

    static class Divided {
        @Revision(id = "0001")
        static class Builds implements OneWay {
            @Override
            public void upgrade(Operations op) {
                op.execute("UPDATE t SET n = n + 1");
                op.createIndex(index("ix_t").on("t", "n").unique().concurrently());
                op.execute("UPDATE t SET n = n + 10");
                op.outsideTransaction(() -> op.execute("UPDATE t SET n = n + 100"));
                op.apply(backfill("t").setSql("m", "m + 1000"));
                op.execute("UPDATE t SET n = n + 10000");
            }
        }

        @Revision(id = "0002", revises = "0001")
        static class Apart implements OneWay {
            @Override
            public void upgrade(Operations op) {
                op.outsideTransaction(() -> op.execute("UPDATE t SET n = n + 100000"));
            }
        }
    }

    private static String paste(TestDatabase database) {
        StringBuilder script = new StringBuilder();
        TestHistory.configure(database, Divided.class).build().upgradeSql(":head", script);
        return Psql.run(database, script.toString().replace("\\set ON_ERROR_STOP on", ""));
    }

    @Test
    void whatComesBehindAFailureIsNotCommitted(TestDatabase database) {
        database.execute(TABLE + "; ALTER TABLE t ADD CHECK (n < 2)");

        paste(database);

        assertThat(database.query("SELECT * FROM t ORDER BY id")).isEqualTo("1|1|1\n2|1|1");
        assertThat(database.query(JOURNAL)).isEmpty();
        assertThat(database.query("SELECT * FROM migrate_version")).isEmpty();
    }

    @Test
    void whatComesBehindARefusedStatementOutsideATransactionIsNotCommitted(TestDatabase database) {
        database.execute(TABLE);

        paste(database);

        assertThat(database.query("SELECT * FROM t ORDER BY id")).isEqualTo("1|2|1\n2|2|1");
        assertThat(database.query(JOURNAL)).isEqualTo("0001|started|1");
        assertThat(database.query("SELECT * FROM migrate_version")).isEmpty();
    }

    @Test
    void whatIsDoneIsNotDoneAgain(TestDatabase database) {
        database.execute(TABLE + "; UPDATE t SET n = id");

        paste(database);
        String rows = database.query("SELECT * FROM t ORDER BY id");
        String journal = database.query(JOURNAL);
        String again = paste(database);

        assertThat(rows).isEqualTo("1|110112|1001\n2|110113|1001");
        assertThat(database.query("SELECT * FROM t ORDER BY id")).isEqualTo(rows);
        assertThat(database.query(JOURNAL)).isEqualTo(journal);
        assertThat(database.query("SELECT * FROM migrate_version")).isEqualTo("0002");
        assertThat(again).contains("""
                        ERROR:  What comes before the backfill of t has failed, or it is done already
                        HINT:  Go on with mvn migrate:current, which says where the database is.
                        """, """
                        ERROR:  What comes before this part of revision 0002 has failed, or the part is done already
                        HINT:  Go on with mvn migrate:current, which says where the database is.
                        """);
    }

    @Test
    void aRunCompletesWhatWasRefused(TestDatabase database) {
        database.execute(TABLE);

        paste(database);
        paste(database);
        database.execute("UPDATE t SET n = id + 1");
        TestHistory.configure(database, Divided.class).build().upgrade("head");

        assertThat(database.query("SELECT * FROM t ORDER BY id")).isEqualTo("1|110112|1001\n2|110113|1001");
    }
}
