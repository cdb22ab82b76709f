package dev.migrate.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.migrate.Migrate;
import dev.migrate.testing.PostgresTest;
import dev.migrate.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Another session is in the way of what a run records. */
@PostgresTest
class RecordingTest {

    private final TestHistory.Told told = new TestHistory.Told();

    private Migrate migrate(TestDatabase database) {
        return TestHistory.configure(database, Agents.class)
                .lockTimeout(Duration.ofSeconds(1))
                .retries(1)
                .listener(told)
                .build();
    }

    /** What is thrown while another session has done something and hasn't committed. */
    private static String beside(TestDatabase database, String other, Runnable action) throws SQLException {
        try (Connection blocker = database.connect();
                Statement statement = blocker.createStatement()) {
            blocker.setAutoCommit(false);
            statement.execute(other);
            return steady(catchThrowable(action::run).getMessage());
        }
    }

    private static String steady(String text) {
        return text.replaceAll("pid \\d+", "pid N")
                .replaceAll("since [-0-9: +]+: ", "since T: ")
                .replaceAll("in \\d+ ms", "in N ms");
    }

    @Test
    void whoKeepsARowOfTheVersionTableIsNamed(TestDatabase database) throws SQLException {
        Migrate migrate = migrate(database);
        migrate.upgrade("0001");

        String failure = beside(database, "SELECT FROM migrate_version FOR SHARE", () -> migrate.upgrade("0002"));

        assertThat(failure).isEqualTo("""
                        The upgrade of revision 0002 (add status) failed:
                          Recording 0002 failed: ERROR: canceling statement due to lock timeout
                            Where: while updating tuple (0,1) in relation "migrate_version"
                          SQL statement "UPDATE public.migrate_version SET revision = '0002' WHERE revision = '0001'"
                          PL/pgSQL function inline_code_block line 5 at SQL statement
                          It waited for:
                            pid N, application PostgreSQL JDBC Driver, user postgres, client 127.0.0.1, idle in \
                        transaction, in its transaction since T: SELECT FROM migrate_version FOR SHARE
                        Migration: dev.migrate.runtime.Agents$AddStatus
                        It was rolled back and left nothing behind; the database is at 0001.
                        Correct the cause and run mvn migrate:upgrade again.
                        How long statements wait for a lock is said with -Dmigrate.lockTimeout=30s, of those that work \
                        CONCURRENTLY with -Dmigrate.lockWait=30m, and how often it is tried with -Dmigrate.retries.""");
        assertThat(steady(told.text())).endsWith("""
                        Attempt 2 of 2 follows in N ms.
                        It waited for:
                        pid N, application PostgreSQL JDBC Driver, user postgres, client 127.0.0.1, idle in transaction, in \
                        its transaction since T: SELECT FROM migrate_version FOR SHARE""");
    }

    @Test
    void soIsWhoKeepsItFromBeingStampedOrCreated(TestDatabase database) throws SQLException {
        Migrate migrate = migrate(database);

        assertThat(beside(database, "CREATE TABLE migrate_version ()", () -> migrate.upgrade("0001")))
                .contains(
                        "Preparing public.migrate_version and public.migrate_journal failed: ERROR: canceling statement")
                .endsWith("in its transaction since T: CREATE TABLE migrate_version ()");

        migrate.upgrade("0001");
        assertThat(beside(database, "LOCK migrate_journal IN SHARE MODE", () -> migrate.stamp("0002")))
                .startsWith("Stamping failed: ERROR: canceling statement due to lock timeout")
                .endsWith("in its transaction since T: LOCK migrate_journal IN SHARE MODE");
    }
}
