package dev.migrate.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.Migrate;
import dev.migrate.MigrateException;
import dev.migrate.Migration;
import dev.migrate.Operations;
import dev.migrate.Revision;
import dev.migrate.TransactionMode;
import dev.migrate.testing.PostgresTest;
import dev.migrate.testing.TestDatabase;
import java.sql.Connection;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

@PostgresTest
class TransactionTest {

    private static final String TABLES =
            "SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename NOT LIKE 'migrate%' ORDER BY 1";

    static class Failing {
        @Revision(id = "0001", message = "works")
        static class Works implements Migration {
            @Override
            public void upgrade(Operations op) {
                op.execute("CREATE TABLE one (a int)");
            }

            @Override
            public void downgrade(Operations op) {
                op.dropTable("one");
            }
        }

        @Revision(id = "0002", revises = "0001", message = "fails")
        static class Fails implements OneWay {
            @Override
            public void upgrade(Operations op) {
                op.execute("CREATE TABLE two (a int)");
                op.execute("ALTER TABLE two\n  ADD nope nope");
            }
        }
    }

    @Test
    void aRevisionThatFailsLeavesNothingBehind(TestDatabase database) {
        Migrate migrate = TestHistory.configure(database, Failing.class).build();

        assertThatThrownBy(() -> migrate.upgrade("head"))
                .isInstanceOf(RevisionFailedException.class)
                .hasMessage("""
                        The upgrade of revision 0002 (fails) failed at statement 2:
                          ALTER TABLE two
                            ADD nope nope
                          ERROR: type "nope" does not exist
                            Position: 28
                        Migration: dev.migrate.runtime.TransactionTest$Failing$Fails (TransactionTest.java:43)
                        It was rolled back and left nothing behind; the database is at 0001.
                        Correct the cause and run mvn migrate:upgrade again.""");

        assertThat(database.query(TABLES)).isEqualTo("one");
        assertThat(migrate.current()).containsExactly("0001");
        assertThat(database.query("SELECT revision, outcome, statement FROM migrate_journal ORDER BY id"))
                .isEqualTo("0001|done|1\n0002|failed|0");
    }

    @Test
    void whatIsThereAlreadyCanBeAdoptedByStamping(TestDatabase database) {
        database.execute("CREATE TABLE one (a int)");
        Migrate migrate = TestHistory.configure(database, Failing.class).build();

        assertThatThrownBy(() -> migrate.upgrade("0001"))
                .isInstanceOf(RevisionFailedException.class)
                .hasMessageContaining("ERROR: relation \"one\" already exists")
                .hasMessageEndingWith("""
                        It was rolled back and left nothing behind; the database is at base.
                        Correct the cause and run mvn migrate:upgrade again.
                        If the database has what this revision makes already, by other means, declare it to be there:\
                         mvn migrate:stamp -Dmigrate.revision=0001""");

        migrate.stamp("0001");
        migrate.upgrade("0001");
        assertThat(migrate.current()).containsExactly("0001");
    }

    @Test
    void aRunCanBeOneTransaction(TestDatabase database) {
        Migrate migrate = TestHistory.configure(database, Failing.class)
                .transaction(TransactionMode.RUN)
                .build();

        assertThatThrownBy(() -> migrate.upgrade("head"))
                .hasMessageContaining("The whole run was rolled back; the database is at base.");

        assertThat(database.query(TABLES)).isEmpty();
        assertThat(migrate.current()).isEmpty();

        migrate.upgrade("0001");
        assertThat(migrate.current()).containsExactly("0001");
    }

    static class Swallowing {
        @Revision(id = "0001")
        static class Swallows implements OneWay {
            @Override
            public void upgrade(Operations op) {
                try {
                    op.execute("SELECT nope");
                } catch (MigrateException e) {
                    op.execute("SELECT 'never mind'");
                }
            }
        }
    }

    @Test
    void aMigrationCannotGoOnAfterAStatementThatFailed(TestDatabase database) {
        Migrate migrate = TestHistory.configure(database, Swallowing.class).build();

        assertThatThrownBy(() -> migrate.upgrade("head"))
                .hasMessageContaining("failed at statement 1:\n  SELECT nope\n");
        assertThat(migrate.current()).isEmpty();
    }

    static class Jdbc {
        @Revision(id = "0001")
        static class Works implements Migration {
            @Override
            public void upgrade(Operations op) {
                op.execute("CREATE TABLE words (word text)");
                run(op, "INSERT INTO words VALUES ('{d}?')");
                op.execute("INSERT INTO words VALUES (':x {d} ? %s')");
            }

            @Override
            public void downgrade(Operations op) {
                op.dropTable("words");
            }
        }

        @Revision(id = "0002", revises = "0001")
        static class Commits implements OneWay {
            @Override
            public void upgrade(Operations op) {
                run(op, "INSERT INTO words VALUES ('lost')");
                op.withConnection(Connection::commit);
            }
        }

        private static void run(Operations op, String sql) {
            op.withConnection(connection -> {
                try (Statement statement = connection.createStatement()) {
                    statement.setEscapeProcessing(false);
                    statement.execute(sql);
                }
            });
        }
    }

    @Test
    void jdbcWorkBelongsToTheRevisionsTransactionAndCannotEndIt(TestDatabase database) {
        Migrate migrate = TestHistory.configure(database, Jdbc.class).build();

        assertThatThrownBy(() -> migrate.upgrade("head"))
                .hasMessageContaining("Revision 0002 called commit on its connection");

        assertThat(database.query("SELECT word FROM words ORDER BY 1")).isEqualTo(":x {d} ? %s\n{d}?");
        assertThat(migrate.current()).containsExactly("0001");
    }

    static class Meddling {
        @Revision(id = "0001")
        static class First implements OneWay {
            @Override
            public void upgrade(Operations op) {
                op.execute("CREATE TABLE one (a int)");
            }
        }

        @Revision(id = "0002", revises = "0001")
        static class Second implements OneWay {
            @Override
            public void upgrade(Operations op) {
                op.execute("CREATE TABLE two (a int)");
                op.execute("DELETE FROM migrate_version");
            }
        }
    }

    @Test
    void aVersionRowThatSomebodyElseChangedStopsTheRun(TestDatabase database) {
        Migrate migrate = TestHistory.configure(database, Meddling.class).build();

        assertThatThrownBy(() -> migrate.upgrade("head")).hasMessageContaining("""
                          Somebody else changed public.migrate_version: expected the row 0001 to become 0002, \
                        but 0 rows matched.""");

        assertThat(migrate.current()).containsExactly("0001");
        assertThat(database.query(TABLES)).isEqualTo("one");
    }

    @Test
    void inOneTransactionAStatementThatCannotBeInItCommitsWhatPrecedesIt(TestDatabase database) {
        Migrate migrate = TestHistory.configure(database, ResumeTest.Concurrent.class)
                .transaction(TransactionMode.RUN)
                .build();

        assertThatThrownBy(() -> migrate.upgrade("head"))
                .hasMessageContaining("Of its statements the first 1 are committed")
                .hasMessageContaining("The database is at 0001.");

        database.execute("DELETE FROM users WHERE id = 2");
        migrate.upgrade("head");
        migrate.requireCurrent();
    }

    static class Partly {
        @Revision(id = "0001", message = "table")
        static class Table implements OneWay {
            @Override
            public void upgrade(Operations op) {
                op.execute("CREATE TABLE t (a int)");
            }
        }

        @Revision(id = "0002", revises = "0001", message = "index")
        static class Index implements OneWay {
            @Override
            public void upgrade(Operations op) {
                op.execute("CREATE INDEX CONCURRENTLY ix ON t (a)");
                op.execute("CREATE TABLE two (a int)");
            }
        }

        @Revision(id = "0003", revises = "0002", message = "fails")
        static class Fails implements OneWay {
            @Override
            public void upgrade(Operations op) {
                op.execute(op.x("sql").orElse("SELECT nope"));
            }
        }
    }

    @Test
    void ifPartOfOneTransactionWasCommittedTheFailureOfALaterRevisionSaysWhich(TestDatabase database) {
        assertThatThrownBy(() -> oneTransaction(database, "SELECT nope").upgrade("head"))
                .hasMessage("""
                        The upgrade of revision 0003 (fails) failed at statement 1:
                          SELECT nope
                          ERROR: column "nope" does not exist
                            Position: 8
                        Migration: dev.migrate.runtime.TransactionTest$Partly$Fails (TransactionTest.java:242)
                        Everything up to statement 1 of revision 0002 is committed, because a statement that follows it \
                        can't run in a transaction; the rest of the run was rolled back. The database is at 0001.
                        Correct the cause and run mvn migrate:upgrade again: it continues behind statement 1 of \
                        revision 0002.""");
        assertThat(database.query(TABLES)).isEqualTo("t");
        assertThat(database.query("SELECT count(*) FROM pg_class WHERE relname = 'ix'"))
                .isEqualTo("1");

        oneTransaction(database, "SELECT 1").upgrade("head");
        assertThat(database.query(TABLES)).isEqualTo("t\ntwo");
    }

    @Test
    void aStatementThatCannotBeInOneTransactionCommitsWhatPrecedesItEvenIfItFailsItself(TestDatabase database) {
        assertThatThrownBy(() -> oneTransaction(database, "CREATE INDEX CONCURRENTLY nope ON t (nope)")
                        .upgrade("head"))
                .hasMessageContaining("""

                        Everything before revision 0003 is committed, because a statement that follows it can't run in \
                        a transaction; the rest of the run was rolled back. The database is at 0002.
                        Correct the cause and run mvn migrate:upgrade again.""");
        assertThat(database.query(TABLES)).isEqualTo("t\ntwo");

        oneTransaction(database, "SELECT 1").upgrade("head");
    }

    private static Migrate oneTransaction(TestDatabase database, String sql) {
        return TestHistory.configure(database, Partly.class)
                .transaction(TransactionMode.RUN)
                .x("sql", sql)
                .build();
    }

    static class Dangling {
        @Revision(id = "0001")
        static class First implements OneWay {
            @Override
            public void upgrade(Operations op) {
                op.execute("CREATE TABLE one (id int PRIMARY KEY, other int REFERENCES one INITIALLY DEFERRED)");
            }
        }

        @Revision(id = "0002", revises = "0001", message = "dangles")
        static class Second implements OneWay {
            @Override
            public void upgrade(Operations op) {
                op.execute("INSERT INTO one VALUES (1, 7)");
            }
        }
    }

    @Test
    void whatFailsOnlyAtTheCommitLeavesNothingBehind(TestDatabase database) {
        Migrate migrate = TestHistory.configure(database, Dangling.class).build();

        assertThatThrownBy(() -> migrate.upgrade("head"))
                .isInstanceOf(RevisionFailedException.class)
                .hasMessage("""
                        The upgrade of revision 0002 (dangles) failed:
                          Recording 0002 failed: ERROR: insert or update on table "one" violates foreign key constraint \
                        "one_other_fkey"
                            Detail: Key (other)=(7) is not present in table "one".
                        Migration: dev.migrate.runtime.TransactionTest$Dangling$Second
                        It was rolled back and left nothing behind; the database is at 0001.
                        Correct the cause and run mvn migrate:upgrade again.""");

        assertThat(database.query("SELECT count(*) FROM one")).isEqualTo("0");
        assertThat(migrate.current()).containsExactly("0001");
        assertThat(database.query("SELECT revision, outcome, statement FROM migrate_journal ORDER BY id"))
                .isEqualTo("0001|done|1\n0002|failed|0");
    }

    static class Calling {
        @Revision(id = "0001", message = "calls")
        static class Calls implements OneWay {
            @Override
            public void upgrade(Operations op) {
                op.execute("CREATE PROCEDURE commits() LANGUAGE plpgsql AS 'BEGIN COMMIT; END'; CALL commits()");
            }
        }
    }

    @Test
    void whoCallsAProcedureThatCommitsIsToldHow(TestDatabase database) {
        assertThatThrownBy(() ->
                        TestHistory.configure(database, Calling.class).build().upgrade("head"))
                .hasMessageContaining("ERROR: invalid transaction termination")
                .hasMessageEndingWith("""
                        It was rolled back and left nothing behind; the database is at base.
                        Correct the cause and run mvn migrate:upgrade again.
                        A statement that can't be in a transaction, such as a call of a procedure that commits, is run \
                        outside by op.outsideTransaction(() -> …).""");
    }
}
