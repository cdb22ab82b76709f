package dev.migrate.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.InterruptedRevision;
import dev.migrate.Migrate;
import dev.migrate.Migration;
import dev.migrate.Operations;
import dev.migrate.Revision;
import dev.migrate.testing.PostgresTest;
import dev.migrate.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@PostgresTest
class ResumeTest {

    private static final String INDEXES = "SELECT relname, indisvalid FROM pg_index JOIN pg_class ON pg_class.oid ="
            + " indexrelid WHERE relname LIKE 'ix%' ORDER BY 1";

    static class Concurrent {
        @Revision(id = "0001", message = "users")
        static class Users implements Migration {
            @Override
            public void upgrade(Operations op) {
                op.execute("CREATE TABLE users (id int, email text); INSERT INTO users VALUES (1, 'a'), (2, 'a')");
            }

            @Override
            public void downgrade(Operations op) {
                op.dropTable("users");
            }
        }

        @Revision(id = "0002", revises = "0001", message = "unique emails")
        static class UniqueEmails implements Migration {
            @Override
            public void upgrade(Operations op) {
                op.execute("ALTER TABLE users ADD COLUMN checked boolean");
                op.execute("CREATE UNIQUE INDEX CONCURRENTLY ix_email ON users (email)");
                op.execute("INSERT INTO users VALUES (3, 'c')");
            }

            @Override
            public void downgrade(Operations op) {
                op.execute("DROP INDEX CONCURRENTLY ix_email");
                op.dropColumn("users", "checked");
            }
        }
    }

    static class ConcurrentButChanged {
        @Revision(id = "0001", message = "users")
        static class Users extends Concurrent.Users {}

        @Revision(id = "0002", revises = "0001", message = "unique emails")
        static class UniqueEmails implements OneWay {
            @Override
            public void upgrade(Operations op) {
                op.execute("ALTER TABLE users ADD COLUMN checked int");
                op.execute("CREATE UNIQUE INDEX CONCURRENTLY ix_email ON users (email)");
            }
        }
    }

    static class WithAnotherIndex {
        @Revision(id = "0001", message = "users")
        static class Users extends Concurrent.Users {}

        @Revision(id = "0002", revises = "0001", message = "unique emails")
        static class UniqueEmails implements OneWay {
            @Override
            public void upgrade(Operations op) {
                op.execute("ALTER TABLE users ADD COLUMN checked boolean");
                op.execute("CREATE INDEX CONCURRENTLY ix_email ON users (email)");
            }
        }
    }

    static class WithAnUpdateBeforeWhatIsCommitted {
        @Revision(id = "0001", message = "users")
        static class Users extends Concurrent.Users {}

        @Revision(id = "0002", revises = "0001", message = "unique emails")
        static class UniqueEmails implements OneWay {
            @Override
            public void upgrade(Operations op) {
                op.execute("UPDATE users SET email = 'b' WHERE id = 2");
                op.execute("ALTER TABLE users ADD COLUMN checked boolean");
                op.execute("CREATE UNIQUE INDEX CONCURRENTLY ix_email ON users (email)");
                op.execute("INSERT INTO users VALUES (3, 'c')");
            }
        }
    }

    static class WithAnUpdateAfterWhatIsCommitted {
        @Revision(id = "0001", message = "users")
        static class Users extends Concurrent.Users {}

        @Revision(id = "0002", revises = "0001", message = "unique emails")
        static class UniqueEmails implements OneWay {
            @Override
            public void upgrade(Operations op) {
                op.execute("ALTER TABLE users   ADD COLUMN checked boolean");
                op.execute("UPDATE users SET email = 'b' WHERE id = 2");
                op.execute("CREATE UNIQUE INDEX CONCURRENTLY ix_email ON users (email)");
            }
        }
    }

    static class WithoutIndex {
        @Revision(id = "0001", message = "users")
        static class Users extends Concurrent.Users {}

        @Revision(id = "0002", revises = "0001", message = "unique emails")
        static class UniqueEmails implements OneWay {
            @Override
            public void upgrade(Operations op) {
                op.execute("ALTER TABLE users ADD COLUMN checked boolean");
            }
        }
    }

    @Test
    void aConcurrentIndexRunsOutsideTheTransactionFromRawSql(TestDatabase database) {
        Migrate migrate = TestHistory.configure(database, Concurrent.class).build();
        migrate.upgrade("0001");
        database.execute("DELETE FROM users WHERE id = 2");

        migrate.upgrade("head");
        assertThat(database.query(INDEXES)).isEqualTo("ix_email|t");
        assertThat(database.query("SELECT outcome, statement FROM migrate_journal WHERE revision = '0002' ORDER BY id"))
                .isEqualTo("started|1\nreached|2\ndone|3");

        migrate.downgrade("-1");
        assertThat(database.query(INDEXES)).isEmpty();
    }

    @Test
    void aFailedBuildLeavesNoInvalidIndexAndTheNextRunContinuesBehindTheLastCompletedStatement(TestDatabase database) {
        TestHistory.Told told = new TestHistory.Told();
        Migrate migrate =
                TestHistory.configure(database, Concurrent.class).listener(told).build();

        assertThatThrownBy(() -> migrate.upgrade("head")).hasMessage("""
                        The upgrade of revision 0002 (unique emails) failed at statement 2:
                          CREATE UNIQUE INDEX CONCURRENTLY ix_email ON users (email)
                          ERROR: could not create unique index "ix_email"
                            Detail: Key (email)=(a) is duplicated.
                        Migration: dev.migrate.runtime.ResumeTest$Concurrent$UniqueEmails (ResumeTest.java:44)
                        Of its statements the first 1 are committed, because one of those that followed can't run in a \
                        transaction; the rest was rolled back. The database is at 0001.
                        Correct the cause: the rows, or the migration after statement 1. Then complete it: \
                        mvn migrate:upgrade -Dmigrate.revision=0002
                        Or undo by hand what is committed, and record where the database is then: mvn migrate:stamp \
                        -Dmigrate.revision=0002@-1""");
        assertThat(database.query(INDEXES)).isEmpty();

        database.execute("DELETE FROM users WHERE id = 2");
        migrate.upgrade("head");

        assertThat(database.query(INDEXES)).isEqualTo("ix_email|t");
        assertThat(database.query("SELECT id, email FROM users ORDER BY id")).isEqualTo("1|a\n3|c");
        assertThat(told.text()).isEqualTo("""
                        Dropping the INVALID index public.ix_email, which an interrupted build left behind
                        Resuming upgrade of 0002 behind statement 1, the last one that is committed""");
    }

    @Test
    void theNextRunDropsTheInvalidIndexThatAKilledOneLeft(TestDatabase database) {
        TestHistory.Told told = new TestHistory.Told();
        Migrate migrate =
                TestHistory.configure(database, Concurrent.class).listener(told).build();
        stopDuringTheBuild(migrate, database);

        database.execute("DELETE FROM users WHERE id = 2");
        migrate.upgrade("head");

        assertThat(database.query(INDEXES)).isEqualTo("ix_email|t");
        assertThat(told.text()).endsWith("""
                        Resuming upgrade of 0002 behind statement 1, the last one that is committed
                        Dropping the INVALID index public.ix_email, which an interrupted build left behind""");
    }

    /** As if the process had been killed then: the index is INVALID, and the journal says that its build has begun. */
    private static void stopDuringTheBuild(Migrate migrate, TestDatabase database) {
        assertThatThrownBy(() -> migrate.upgrade("head")).hasMessageContaining("could not create unique index");
        database.execute("DELETE FROM migrate_journal WHERE outcome = 'failed'");
        assertThatThrownBy(() -> database.execute("CREATE UNIQUE INDEX CONCURRENTLY ix_email ON users (email)"))
                .hasStackTraceContaining("could not create unique index");
        assertThat(database.query(INDEXES)).isEqualTo("ix_email|f");
    }

    @Test
    void aMigrationWhoseCommittedStatementsWereChangedIsNotContinued(TestDatabase database) {
        Migrate migrate = TestHistory.configure(database, Concurrent.class).build();
        assertThatThrownBy(() -> migrate.upgrade("head")).hasMessageContaining("could not create unique index");
        Migrate changed =
                TestHistory.configure(database, ConcurrentButChanged.class).build();

        assertThatThrownBy(() -> changed.upgrade("head")).hasMessage("""
                        The upgrade of revision 0002 (unique emails) can't continue, and nothing was run: its statements \
                        up to 1 are committed, and the migration has others there now.
                        Changed or removed: statement 1.
                        Restore the migration as it was up to statement 1; what comes after it may change.
                        Then run mvn migrate:upgrade again: it continues after statement 1.""");
        assertThat(migrate.interrupted().get(0).reason()).startsWith("ERROR: could not create unique index");
        assertThat(migrate.current()).containsExactly("0001");
    }

    @Test
    void aStatementThatIsPutBeforeCommittedOnesIsToBeMovedBehindThemAndThenTheRunContinues(TestDatabase database) {
        Migrate migrate = TestHistory.configure(database, Concurrent.class).build();
        assertThatThrownBy(() -> migrate.upgrade("head")).hasMessageContaining("could not create unique index");
        Migrate before = TestHistory.configure(database, WithAnUpdateBeforeWhatIsCommitted.class)
                .build();

        assertThatThrownBy(() -> before.upgrade("head")).hasMessage("""
                        The upgrade of revision 0002 (unique emails) can't continue, and nothing was run: its statements \
                        up to 1 are committed, and the migration has others there now.
                        Added, and never run here:
                          UPDATE users SET email = 'b' WHERE id = 2
                        Move what was added to after statement 1, which is
                          ALTER TABLE users ADD COLUMN checked boolean
                        Then run mvn migrate:upgrade again: it continues after statement 1.""");
        assertThat(database.query("SELECT id, email FROM users ORDER BY id")).isEqualTo("1|a\n2|a");

        TestHistory.configure(database, WithAnUpdateAfterWhatIsCommitted.class)
                .build()
                .upgrade("head");
        assertThat(database.query("SELECT id, email FROM users ORDER BY id")).isEqualTo("1|a\n2|b");
        assertThat(database.query(INDEXES)).isEqualTo("ix_email|t");
    }

    @Test
    void aStatementThatFailedMayBeChanged(TestDatabase database) {
        Migrate migrate = TestHistory.configure(database, Concurrent.class).build();
        assertThatThrownBy(() -> migrate.upgrade("head")).hasMessageContaining("could not create unique index");

        TestHistory.configure(database, WithAnotherIndex.class).build().upgrade("head");

        assertThat(database.query("SELECT indisunique FROM pg_index WHERE indexrelid = 'ix_email'::regclass"))
                .isEqualTo("f");
    }

    @Test
    void aStatementWhoseEndNobodyKnowsMayNotBeChanged(TestDatabase database) {
        Migrate migrate = TestHistory.configure(database, Concurrent.class).build();
        stopDuringTheBuild(migrate, database);

        Migrate changed =
                TestHistory.configure(database, WithAnotherIndex.class).build();
        assertThatThrownBy(() -> changed.upgrade("head")).hasMessage("""
                        The upgrade of revision 0002 (unique emails) can't continue, and nothing was run: its statements \
                        up to 2 are committed or begun, and the migration has others there now.
                        Changed or removed: statement 2.
                        Restore the migration as it was up to statement 2; what comes after it may change.
                        Then run mvn migrate:upgrade again: it continues after statement 1.""");
        Migrate shortened = TestHistory.configure(database, WithoutIndex.class).build();
        assertThatThrownBy(() -> shortened.upgrade("head")).hasMessageContaining("Changed or removed: statement 2.");

        database.execute("DELETE FROM users WHERE id = 2");
        migrate.upgrade("head");
        assertThat(database.query(INDEXES)).isEqualTo("ix_email|t");
    }

    @Test
    void aDropThatIsBrokenOffAndLeavesItsIndexInvalidIsHalfDone(TestDatabase database) throws SQLException {
        TestHistory.Told told = new TestHistory.Told();
        Migrate migrate = TestHistory.configure(database, Concurrent.class)
                .lockTimeout(Duration.ofMillis(100))
                .lockWait(Duration.ofMillis(300))
                .retries(0)
                .listener(told)
                .build();
        migrate.upgrade("0001");
        database.execute("DELETE FROM users WHERE id = 2");
        migrate.upgrade("head");

        try (Connection reader = database.connect();
                Statement statement = reader.createStatement()) {
            reader.setAutoCommit(false);
            statement.execute("SELECT FROM users");
            assertThatThrownBy(() -> migrate.downgrade("-1")).hasMessageContaining("""
                            Statement 1 is half done. The database is at 0002.
                            Correct the cause, and leave the migration as it is up to statement 1. Then complete it: \
                            mvn migrate:downgrade -Dmigrate.revision=0002@-1
                            Or undo by hand what is committed, and record where the database is then: mvn migrate:stamp \
                            -Dmigrate.revision=0002
                            """);
        }
        assertThat(told.text())
                .endsWith("The index ix_email is INVALID now: no query uses it, and it is to be dropped all the same");
        assertThat(database.query(INDEXES)).isEqualTo("ix_email|f");

        migrate.downgrade("0002@-1");
        assertThat(database.query(INDEXES)).isEmpty();
    }

    @Test
    void aDatabaseBetweenTwoRevisionsGoesNowhereElse(TestDatabase database) {
        Migrate migrate = TestHistory.configure(database, Concurrent.class).build();
        assertThatThrownBy(() -> migrate.upgrade("head")).hasMessageContaining("could not create unique index");

        assertThatThrownBy(() -> migrate.downgrade("base")).hasMessage("""
                        The database is half way through the upgrade of revision 0002: 1 of its 3 statements are committed.
                        It failed with
                          ERROR: could not create unique index "ix_email"
                            Detail: Key (email)=(a) is duplicated.
                        Correct the cause: the rows, or the migration after statement 1. Then complete it: \
                        mvn migrate:upgrade -Dmigrate.revision=0002
                        Or undo by hand what is committed, and record where the database is then: mvn migrate:stamp \
                        -Dmigrate.revision=0002@-1""");
        assertThatThrownBy(migrate::requireCurrent)
                .hasMessageStartingWith("The database is half way through the upgrade of revision 0002: 1 of its 3");
        assertThatThrownBy(() -> migrate.downgrade("0001"))
                .hasMessageStartingWith("The database is half way through the upgrade of revision 0002: 1 of its 3");
        assertThatThrownBy(() -> migrate.upgrade("0001"))
                .hasMessageStartingWith("The database is half way through the upgrade of revision 0002: 1 of its 3");

        database.execute("ALTER TABLE users DROP COLUMN checked");
        migrate.stamp("0001");
        migrate.downgrade("base");
        assertThat(migrate.current()).isEmpty();
    }

    @Test
    void aDatabaseThatIsHalfRevertedIsNotCurrent(TestDatabase database) {
        Migrate migrate = TestHistory.configure(database, Concurrent.class).build();
        migrate.upgrade("0001");
        database.execute("DELETE FROM users WHERE id = 2");
        migrate.upgrade("head");
        database.execute("CREATE VIEW checked_users AS SELECT id FROM users WHERE checked");
        assertThatThrownBy(() -> migrate.downgrade("-1")).hasMessageContaining("other objects depend on it");

        String message = """
                The database is half way through the downgrade of revision 0002: 1 of its 2 statements are committed.
                It failed with
                  ERROR: cannot drop column checked of table users because other objects depend on it
                    Detail: view checked_users depends on column checked of table users
                    Hint: Use DROP ... CASCADE to drop the dependent objects too.
                Correct the cause: the rows, or the migration after statement 1. Then complete it: mvn migrate:downgrade \
                -Dmigrate.revision=0002@-1
                Or undo by hand what is committed, and record where the database is then: mvn migrate:stamp \
                -Dmigrate.revision=0002""";
        String reason = """
                ERROR: cannot drop column checked of table users because other objects depend on it
                  Detail: view checked_users depends on column checked of table users
                  Hint: Use DROP ... CASCADE to drop the dependent objects too.""";
        assertThat(migrate.interrupted())
                .containsExactly(new InterruptedRevision("0002", "downgrade", 1, 2, reason, message));
        assertThatThrownBy(migrate::requireCurrent).hasMessage(message);
        assertThatThrownBy(migrate::pending).hasMessage(message);
        assertThatThrownBy(() -> migrate.upgrade("head")).hasMessage(message);

        database.execute("DROP VIEW checked_users; DELETE FROM users WHERE id = 3");
        migrate.downgrade("0002@-1");
        migrate.upgrade("head");
        migrate.requireCurrent();
        assertThat(migrate.interrupted()).isEmpty();
    }
}
