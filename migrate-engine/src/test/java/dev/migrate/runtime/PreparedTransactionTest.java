package dev.migrate.runtime;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.Migrate;
import dev.migrate.Operations;
import dev.migrate.Revision;
import dev.migrate.testing.PostgresTest;
import dev.migrate.testing.TestDatabase;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A transaction in two phases whose second one never comes: it belongs to no session. */
@PostgresTest
class PreparedTransactionTest {

    static class Columns {
        @Revision(id = "0001")
        static class Table implements OneWay {
            @Override
            public void upgrade(Operations op) {
                op.execute("CREATE TABLE t (a int)");
            }
        }

        @Revision(id = "0002", revises = "0001")
        static class Column implements OneWay {
            @Override
            public void upgrade(Operations op) {
                op.execute("ALTER TABLE t ADD COLUMN b int");
            }
        }
    }

    @Test
    void whoWaitsForItIsToldHowItEnds(TestDatabase database) {
        Migrate migrate = TestHistory.configure(database, Columns.class)
                .lockTimeout(Duration.ofSeconds(1))
                .retries(0)
                .build();
        migrate.upgrade("0001");
        String inTheWay = "'it''s " + database.name() + "'";
        String other = "'another of " + database.name() + "'";
        database.execute("BEGIN; INSERT INTO t VALUES (1); PREPARE TRANSACTION " + inTheWay);
        database.execute("BEGIN; CREATE TABLE other (a int); PREPARE TRANSACTION " + other);
        try {
            assertThatThrownBy(() -> migrate.upgrade("head")).hasMessageMatching("""
                            The upgrade of revision 0002 failed at statement 1:
                              ALTER TABLE t ADD COLUMN b int
                              ERROR: canceling statement due to lock timeout
                            It waited for:
                              a prepared transaction, user postgres, prepared [-0-9: +]+: end it with COMMIT PREPARED \
                            %1$s or ROLLBACK PREPARED %1$s
                            Migration: .*
                            It was rolled back and left nothing behind; the database is at 0001.
                            Correct the cause and run mvn migrate:upgrade again.
                            How long statements wait for a lock is said with -Dmigrate.lockTimeout=30s, of those that work \
                            CONCURRENTLY with -Dmigrate.lockWait=30m, and how often it is tried with -Dmigrate.retries.""".formatted(inTheWay));
        } finally {
            database.execute("ROLLBACK PREPARED " + inTheWay);
            database.execute("ROLLBACK PREPARED " + other);
        }
        migrate.upgrade("head");
    }
}
