package dev.migrate.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.Migrate;
import dev.migrate.Migration;
import dev.migrate.Operations;
import dev.migrate.Revision;
import dev.migrate.testing.PostgresTest;
import dev.migrate.testing.TestDatabase;
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
        static class UniqueEmails implements Migration {
            @Override
            public void upgrade(Operations op) {
                op.execute("ALTER TABLE users ADD COLUMN checked int");
                op.execute("CREATE UNIQUE INDEX CONCURRENTLY ix_email ON users (email)");
            }

            @Override
            public void downgrade(Operations op) {}
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
    void theNextRunDropsTheInvalidIndexAndContinuesBehindTheLastCompletedStatement(TestDatabase database) {
        TestHistory.Told told = new TestHistory.Told();
        Migrate migrate =
                TestHistory.configure(database, Concurrent.class).listener(told).build();

        assertThatThrownBy(() -> migrate.upgrade("head")).hasMessage("""
                        The upgrade of revision 0002 (unique emails) failed at statement 2:
                          CREATE UNIQUE INDEX CONCURRENTLY ix_email ON users (email)
                          ERROR: could not create unique index "ix_email"
                            Detail: Key (email)=(a) is duplicated.
                        Migration: dev.migrate.runtime.ResumeTest$Concurrent$UniqueEmails (ResumeTest.java:39)
                        Of its statements the first 1 are committed, because one of those that followed can't run in a \
                        transaction; the rest was rolled back. The database is at 0001.
                        Correct the cause and run mvn migrate:upgrade again: it continues behind statement 1.""");
        assertThat(database.query(INDEXES)).isEqualTo("ix_email|f");

        database.execute("DELETE FROM users WHERE id = 2");
        migrate.upgrade("head");

        assertThat(database.query(INDEXES)).isEqualTo("ix_email|t");
        assertThat(database.query("SELECT id, email FROM users ORDER BY id")).isEqualTo("1|a\n3|c");
        assertThat(told.text()).isEqualTo("""
                        Resuming upgrade of 0002 behind statement 1, the last one that is committed
                        Dropping the INVALID index public.ix_email that an interrupted build left on users""");
    }

    @Test
    void aMigrationWhoseCommittedStatementsWereChangedIsNotContinued(TestDatabase database) {
        Migrate migrate = TestHistory.configure(database, Concurrent.class).build();
        assertThatThrownBy(() -> migrate.upgrade("head")).hasMessageContaining("could not create unique index");
        Migrate changed =
                TestHistory.configure(database, ConcurrentButChanged.class).build();

        assertThatThrownBy(() -> changed.upgrade("head")).hasMessageContaining("""
                          The upgrade of revision 0002 was interrupted after its statement 1, and it can't be continued, \
                        because the migration was changed since: it begins with other statements now.""");
        assertThat(migrate.current()).containsExactly("0001");
    }

    @Test
    void aDatabaseBetweenTwoRevisionsGoesNowhereElse(TestDatabase database) {
        Migrate migrate = TestHistory.configure(database, Concurrent.class).build();
        assertThatThrownBy(() -> migrate.upgrade("head")).hasMessageContaining("could not create unique index");

        assertThatThrownBy(() -> migrate.downgrade("base")).hasMessage("""
                        The upgrade of revision 0002 was interrupted after its statement 1, so the database is between \
                        two revisions. Complete it with mvn migrate:upgrade -Dmigrate.revision=0002; or complete or \
                        undo it by hand and record where the database is with mvn migrate:stamp.""");

        database.execute("DROP INDEX ix_email; ALTER TABLE users DROP COLUMN checked");
        migrate.stamp("0001");
        migrate.downgrade("base");
        assertThat(migrate.current()).isEmpty();
    }

    @Test
    void aStatementThatWasInterruptedButCompleteIsNotRunAgain(TestDatabase database) {
        Migrate migrate = TestHistory.configure(database, Concurrent.class).build();
        migrate.upgrade("0001");
        database.execute("DELETE FROM users WHERE id = 2");
        migrate.upgrade("head");
        // As if the process had been killed between the statement and its entry in the journal.
        database.execute("""
                DELETE FROM migrate_journal WHERE revision = '0002' AND outcome IN ('reached', 'done');
                DELETE FROM users WHERE id = 3;
                UPDATE migrate_version SET revision = '0001'""");

        migrate.upgrade("head");

        assertThat(migrate.current()).containsExactly("0002");
        assertThat(database.query("SELECT outcome, statement FROM migrate_journal WHERE revision = '0002' ORDER BY id"))
                .isEqualTo("started|1\nstarted|1\nreached|2\ndone|3");
    }
}
