package dev.migrate.runtime;

import static dev.migrate.operation.DataChanges.backfill;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.Migrate;
import dev.migrate.Operations;
import dev.migrate.Revision;
import dev.migrate.testing.PostgresTest;
import dev.migrate.testing.Psql;
import dev.migrate.testing.TestDatabase;
import org.junit.jupiter.api.Test;

/** What is told of a backfill that fails: what its author wrote, and not what is made of it. */
@PostgresTest
class BackfillFailureTest {

    static class Checked {
        @Revision(id = "0001")
        static class Fill implements OneWay {
            @Override
            public void upgrade(Operations op) {
                op.apply(backfill("days").set("n", 1).where("open"));
            }
        }
    }

    static class Wrong {
        @Revision(id = "0001")
        static class Condition implements OneWay {
            @Override
            public void upgrade(Operations op) {
                op.apply(backfill("days").set("n", 1).where("opened"));
            }
        }
    }

    @Test
    void whatItsAuthorWroteIsShownWhereItFails(TestDatabase database) {
        Migrate wrong = TestHistory.configure(database, Wrong.class).build();

        assertThatThrownBy(() -> wrong.upgrade("head")).hasMessageStartingWith("""
                The upgrade of revision 0001 failed at statement 1:
                  UPDATE days SET n = 1
                  WHERE opened
                  ERROR: relation "days" does not exist
                Migration: dev.migrate""");

        database.execute("CREATE TABLE days (day date PRIMARY KEY, open boolean, n int)");
        assertThatThrownBy(() -> wrong.upgrade("head")).hasMessageStartingWith("""
                The upgrade of revision 0001 failed at statement 1:
                  UPDATE days SET n = 1
                  WHERE opened
                  ERROR: column "opened" does not exist
                    Hint: Perhaps you meant to reference the column "days.open".
                Migration: dev.migrate""");
    }

    @Test
    void psqlShowsItToo(TestDatabase database) {
        database.execute("""
                CREATE TABLE days (day date PRIMARY KEY, open boolean, n int CHECK (n <> 1));
                INSERT INTO days VALUES ('2026-01-01', true)""");
        StringBuilder script = new StringBuilder();
        TestHistory.configure(database, Checked.class).build().upgradeSql("head", script);

        assertThat(Psql.run(database, script).replaceAll("(line|:)\\d+", "$1 n"))
                .contains("""
                ERROR:  new row for relation "days" violates check constraint "days_n_check"
                DETAIL:  Failing row contains (2026-01-01, t, 1).
                In a batch of UPDATE days SET n = 1
                WHERE open
                HINT:  The batches before it are committed. Correct the cause and go on with mvn migrate:upgrade.
                """);
    }
}
