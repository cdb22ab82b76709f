package dev.migrate.runtime;

import static dev.migrate.operation.DataChanges.backfill;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.Migrate;
import dev.migrate.Migration;
import dev.migrate.Operations;
import dev.migrate.Revision;
import dev.migrate.testing.PostgresTest;
import dev.migrate.testing.Psql;
import dev.migrate.testing.TestDatabase;
import org.junit.jupiter.api.Test;

/** A backfill is interrupted, and its table gets another primary key before it goes on. */
@PostgresTest
class BackfillKeyTest {

    private static final String MISSING = "SELECT count(*) FROM parts WHERE label IS NULL";
    private static final String OTHER_KEY =
            "ALTER TABLE parts DROP CONSTRAINT parts_pkey, ADD CONSTRAINT parts_pkey PRIMARY KEY (number)";

    static class Parts {
        @Revision(id = "0001")
        static class Fill implements Migration {
            @Override
            public void upgrade(Operations op) {
                op.apply(backfill("parts").setSql("label", "id / divisor").batchSize(5));
            }

            @Override
            public void downgrade(Operations op) {}
        }
    }

    /** The rows that come last by the one key come first by the other. */
    private static Migrate parts(TestDatabase database) {
        database.execute(
                "CREATE TABLE parts (id int CONSTRAINT parts_pkey PRIMARY KEY, number int, divisor int, label int);"
                        + " INSERT INTO parts SELECT n, 31 - n, CASE n WHEN 18 THEN 0 ELSE 1 END FROM generate_series(1, 30) AS n");
        return TestHistory.configure(database, Parts.class).build();
    }

    @Test
    void aRunDoesNotGoOnAlongAnotherKey(TestDatabase database) {
        Migrate migrate = parts(database);
        assertThatThrownBy(() -> migrate.upgrade("head")).hasMessageContaining("division by zero");
        database.execute("UPDATE parts SET divisor = 1; " + OTHER_KEY);

        assertThatThrownBy(() -> migrate.upgrade("head")).hasMessageContaining("""
                          The backfill of parts was interrupted when its primary key was (id integer), and that is (number \
                        integer) now: nobody knows which rows are left. Restore the key and run the command again; or \
                        complete the revision by hand and record where the database is with mvn migrate:stamp.
                        """);
        assertThat(database.query(MISSING)).isEqualTo("15");

        database.execute(OTHER_KEY.replace("number", "id"));
        migrate.upgrade("head");
        assertThat(database.query(MISSING)).isEqualTo("0");
    }

    /** An earlier version has kept no description of the key. */
    @Test
    void whatAnEarlierVersionHasBegunGoesOn(TestDatabase database) {
        Migrate migrate = parts(database);
        assertThatThrownBy(() -> migrate.upgrade("head")).hasMessageContaining("division by zero");
        database.execute("UPDATE parts SET divisor = 1; UPDATE migrate_journal SET state = ARRAY[(state::text[])[1]]"
                + " WHERE state IS NOT NULL");

        migrate.upgrade("head");

        assertThat(database.query(MISSING)).isEqualTo("0");
    }

    @Test
    void neitherDoesAScript(TestDatabase database) {
        Migrate migrate = parts(database);
        StringBuilder script = new StringBuilder();
        migrate.upgradeSql("head", script);
        assertThat(Psql.run(database, script)).contains("division by zero");
        database.execute("UPDATE parts SET divisor = 1; " + OTHER_KEY);
        String rest = "\\set ON_ERROR_STOP on\n" + script.substring(script.indexOf("DO $backfill$"));

        assertThat(Psql.run(database, rest))
                .contains("ERROR:  The backfill of parts was interrupted when its primary key was"
                        + " (id integer), and that is (number integer) now");

        database.execute(OTHER_KEY.replace("number", "id"));
        assertThat(Psql.run(database, rest)).isEqualTo("exit 0");
        assertThat(database.query(MISSING)).isEqualTo("0");
        migrate.requireCurrent();
    }
}
