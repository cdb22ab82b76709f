package dev.migrate.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.Migrate;
import dev.migrate.Migration;
import dev.migrate.Operations;
import dev.migrate.Revision;
import dev.migrate.testing.PostgresTest;
import dev.migrate.testing.Psql;
import dev.migrate.testing.TestDatabase;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

/** Timeouts that PostgreSQL can't count: it takes milliseconds up to 2,147,483,647, and zero for none. */
@PostgresTest
class TimeoutTest {

    static class Timed {
        @Revision(id = "0001")
        static class Looks implements Migration {
            @Override
            public void upgrade(Operations op) {
                op.execute("CREATE TABLE seen AS SELECT current_setting('lock_timeout') AS lock_timeout,"
                        + " current_setting('statement_timeout') AS statement_timeout");
                op.execute("CREATE INDEX CONCURRENTLY ix_seen ON seen (lock_timeout)");
            }

            @Override
            public void downgrade(Operations op) {
                op.dropTable("seen");
            }
        }
    }

    @Test
    void theLongestIsTheLongestThatPostgresqlHas(TestDatabase byRun, TestDatabase byScript) {
        Duration forever = ChronoUnit.FOREVER.getDuration();
        StringBuilder script = new StringBuilder();

        timed(byRun, Duration.ofSeconds(1), forever).upgrade("head");
        timed(byScript, Duration.ofDays(30), forever).upgradeSql("head", script);
        assertThat(Psql.run(byScript, script)).isEqualTo("exit 0");

        assertThat(byRun.query("SELECT * FROM seen")).isEqualTo("1s|2147483647ms");
        assertThat(byScript.query("SELECT * FROM seen")).isEqualTo("2147483647ms|2147483647ms");
    }

    @Test
    void theShortestIsNotNone(TestDatabase database) {
        timed(database, Duration.ofNanos(100_000), Duration.ZERO).upgrade("head");

        assertThat(database.query("SELECT * FROM seen")).isEqualTo("1ms|0");
    }

    static class Sleeping {
        @Revision(id = "0001")
        static class Sleeps implements OneWay {
            @Override
            public void upgrade(Operations op) {
                op.execute("SELECT pg_sleep(600)");
            }
        }
    }

    @Test
    void aStatementThatTakesTooLongNamesWhatSetsHowLong(TestDatabase database) {
        database.execute("ALTER DATABASE " + database.name() + " SET statement_timeout = '300ms'");

        assertThatThrownBy(() ->
                        TestHistory.configure(database, Sleeping.class).build().upgrade("head"))
                .hasMessage("""
                        The upgrade of revision 0001 failed at statement 1:
                          SELECT pg_sleep(600)
                          ERROR: canceling statement due to statement timeout
                        Migration: dev.migrate.runtime.TimeoutTest$Sleeping$Sleeps (TimeoutTest.java:63)
                        It was rolled back and left nothing behind; the database is at base.
                        Correct the cause and run mvn migrate:upgrade again.
                        Statements that may take longer need another statement_timeout: \
                        -Dmigrate.statementTimeout=1h (0 for none) overrides what the role, the database, the server \
                        or the URL sets.""");
    }

    private static Migrate timed(TestDatabase database, Duration lockTimeout, Duration others) {
        return TestHistory.configure(database, Timed.class)
                .lockTimeout(lockTimeout)
                .lockWait(others)
                .statementTimeout(others)
                .build();
    }
}
