package dev.migrate.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.Migrate;
import dev.migrate.Migration;
import dev.migrate.Operations;
import dev.migrate.Revision;
import dev.migrate.TransactionMode;
import dev.migrate.testing.PostgresTest;
import dev.migrate.testing.Psql;
import dev.migrate.testing.TestDatabase;
import org.junit.jupiter.api.Test;

/** Constraints that are checked at the commit, where several revisions are one transaction. */
@PostgresTest
class DeferredConstraintsTest {

    abstract static class Tables implements Migration {
        @Override
        public void upgrade(Operations op) {
            op.execute("CREATE TABLE a (id int PRIMARY KEY);"
                    + " CREATE TABLE b (id int PRIMARY KEY, a int CONSTRAINT \"of A\" REFERENCES a"
                    + " DEFERRABLE INITIALLY DEFERRED);"
                    + " CREATE TABLE c (id int CONSTRAINT once UNIQUE DEFERRABLE);"
                    // A name that SET CONSTRAINTS can't take, though one of those that have it is deferred.
                    + " CREATE TABLE d (id int CONSTRAINT same UNIQUE DEFERRABLE INITIALLY DEFERRED);"
                    + " CREATE TABLE e (id int CONSTRAINT same CHECK (id > 0))");
        }

        @Override
        public void downgrade(Operations op) {
            op.execute("DROP TABLE e, d, c, b, a");
        }
    }

    static class Postponing {
        @Revision(id = "0001")
        static class First extends Tables {}

        @Revision(id = "0002", revises = "0001")
        static class Second implements Migration {
            @Override
            public void upgrade(Operations op) {
                op.execute("SET CONSTRAINTS ALL DEFERRED; INSERT INTO b VALUES (1, 1); INSERT INTO a VALUES (1);"
                        + " INSERT INTO c VALUES (1), (2); UPDATE c SET id = 3 - id");
            }

            @Override
            public void downgrade(Operations op) {
                op.execute("DELETE FROM c; DELETE FROM a; DELETE FROM b");
            }
        }

        @Revision(id = "0003", revises = "0002")
        static class Third implements Migration {
            @Override
            public void upgrade(Operations op) {
                op.execute("ALTER TABLE b ADD COLUMN n int; ALTER TABLE c ADD COLUMN n int");
                op.execute("INSERT INTO b VALUES (2, 2); INSERT INTO a VALUES (2)");
            }

            @Override
            public void downgrade(Operations op) {
                op.execute("DELETE FROM a WHERE id = 2; DELETE FROM b WHERE id = 2");
            }
        }
    }

    @Test
    void betweenTwoRevisionsTheyAreAsBetweenTwoTransactions(TestDatabase byRun, TestDatabase byScript) {
        Migrate run = inOneTransaction(byRun, Postponing.class);
        StringBuilder script = new StringBuilder();

        run.upgrade("head");
        inOneTransaction(byScript, Postponing.class).upgradeSql("head", script);
        assertThat(Psql.run(byScript, script)).isEqualTo("exit 0");

        String rows = "SELECT * FROM a NATURAL FULL JOIN b ORDER BY id";
        assertThat(byRun.query(rows)).isEqualTo("1|1|null\n2|2|null");
        assertThat(byScript.query(rows)).isEqualTo("1|1|null\n2|2|null");
        run.downgrade("base");
        assertThat(run.current()).isEmpty();
    }

    static class Dangling {
        @Revision(id = "0001")
        static class First extends Tables {}

        @Revision(id = "0002", revises = "0001", message = "dangles")
        static class Second implements OneWay {
            @Override
            public void upgrade(Operations op) {
                op.execute("INSERT INTO b VALUES (1, 7)");
            }
        }

        @Revision(id = "0003", revises = "0002")
        static class Third implements OneWay {
            @Override
            public void upgrade(Operations op) {
                op.execute("INSERT INTO a VALUES (1)");
            }
        }
    }

    @Test
    void whatViolatesThemIsToldOfTheRevisionThatDoes(TestDatabase database) {
        Migrate migrate = inOneTransaction(database, Dangling.class);

        assertThatThrownBy(() -> migrate.upgrade("head"))
                .isInstanceOf(RevisionFailedException.class)
                .hasMessage("""
                        The upgrade of revision 0002 (dangles) failed:
                          Recording 0002 failed: ERROR: insert or update on table "b" violates foreign key constraint \
                        "of A"
                            Detail: Key (a)=(7) is not present in table "a".
                        Migration: dev.migrate.runtime.DeferredConstraintsTest$Dangling$Second
                        The whole run was rolled back; the database is at base.
                        Correct the cause and run mvn migrate:upgrade again.""");

        assertThat(database.query("SELECT revision, outcome FROM migrate_journal"))
                .isEqualTo("0002|failed");
    }

    private static Migrate inOneTransaction(TestDatabase database, Class<?> history) {
        return TestHistory.configure(database, history)
                .transaction(TransactionMode.RUN)
                .build();
    }
}
