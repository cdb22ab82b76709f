package dev.migrate.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.Migrate;
import dev.migrate.Migration;
import dev.migrate.Operations;
import dev.migrate.Revision;
import dev.migrate.runtime.journal.InterruptedRevision;
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
                        Correct the cause and run mvn migrate:upgrade again: it continues behind statement 1.""");
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

        assertThatThrownBy(() -> changed.upgrade("head")).hasMessageContaining("""
                          The upgrade of revision 0002 was interrupted after its statement 1, and it can't be continued, \
                        because the migration was changed since: it begins with other statements now. Restore the \
                        statements that it had then and run the command again; or complete the revision by hand and \
                        record where the database is with mvn migrate:stamp.
                        """);
        assertThat(migrate.current()).containsExactly("0001");
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
        assertThatThrownBy(() -> changed.upgrade("head")).hasMessageContaining("""
                          The upgrade of revision 0002 was interrupted during its statement 2, and it can't be \
                        continued, because the migration was changed since: its statement 2 is another one now.""");
        Migrate shortened = TestHistory.configure(database, WithoutIndex.class).build();
        assertThatThrownBy(() -> shortened.upgrade("head")).hasMessageContaining("""
                          The upgrade of revision 0002 was interrupted during its statement 2, and it can't be \
                        continued, because the migration was changed since: it has only 1 statement now.""");

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
                            Correct the cause and run mvn migrate:downgrade again: it continues with statement 1, which \
                            must stay as it is.""");
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
                        The upgrade of revision 0002 was interrupted after its statement 1, so the database is between \
                        two revisions. Complete it with mvn migrate:upgrade -Dmigrate.revision=0002, in a project \
                        that has this revision; or complete or undo it by hand and record where the database \
                        is with mvn migrate:stamp.""");

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
                The downgrade of revision 0002 was interrupted after its statement 1, so the database is between two \
                revisions. Complete it with mvn migrate:downgrade -Dmigrate.revision=0002@-1, in a project that has this \
                revision; or complete or undo it by hand and record where the database is with mvn migrate:stamp.""";
        assertThat(migrate.interrupted()).containsExactly(new InterruptedRevision("0002", "downgrade", 1, message));
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
