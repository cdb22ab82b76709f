package dev.migrate.runtime;

import static dev.migrate.operation.DataChanges.backfill;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.Migrate;
import dev.migrate.MigrateBuilder;
import dev.migrate.Migration;
import dev.migrate.Operations;
import dev.migrate.Revision;
import dev.migrate.testing.PostgresTest;
import dev.migrate.testing.Psql;
import dev.migrate.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;

/** The key that a backfill goes along: how it is remembered, and what becomes of it meanwhile. */
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

    static class Names {
        @Revision(id = "0001")
        static class Fill implements Migration {
            @Override
            public void upgrade(Operations op) {
                op.apply(backfill("names").setSql("label", "1"));
            }

            @Override
            public void downgrade(Operations op) {}
        }
    }

    @Test
    void whatToDoAboutAKeyThatIsNoTextIsSaid(TestDatabase database) throws SQLException {
        String name = database.name() + "_ascii";
        database.execute("CREATE DATABASE " + name + " TEMPLATE template0 ENCODING 'SQL_ASCII' LOCALE 'C'");
        PGSimpleDataSource dataSource = (PGSimpleDataSource) database.dataSource();
        dataSource.setDatabaseName(name);
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE names (name text PRIMARY KEY, label int)");
            statement.execute("INSERT INTO names VALUES (E'M\\xfcller')");

            assertThatThrownBy(() -> TestHistory.configure(database, Names.class)
                            .dataSource(dataSource)
                            .build()
                            .upgrade("head"))
                    .hasMessageContaining("ERROR: invalid byte sequence for encoding \"UTF8\": 0xfc")
                    .hasMessageEndingWith("""
                            It was rolled back and left nothing behind; the database is at base.
                            Correct the cause and run mvn migrate:upgrade again.
                            The session reads and writes UTF-8, and these bytes are no text in it: correct them, or don't \
                            read them. A backfill reads the primary keys that it goes along, op.update(…) reads \
                            nothing.""");
        } finally {
            database.execute("DROP DATABASE " + name + " WITH (FORCE)");
        }
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
        String rest = BackfillTest.fromBackfill(script);

        assertThat(Psql.run(database, rest))
                .contains("ERROR:  The backfill of parts was interrupted when its primary key was"
                        + " (id integer), and that is (number integer) now");

        database.execute(OTHER_KEY.replace("number", "id"));
        assertThat(Psql.run(database, rest)).endsWith("exit 0");
        assertThat(database.query(MISSING)).isEqualTo("0");
        migrate.requireCurrent();
    }

    static class Readings {
        @Revision(id = "0001")
        static class Fill implements OneWay {
            @Override
            public void upgrade(Operations op) {
                op.x("before").ifPresent(op::execute);
                op.apply(backfill("readings")
                        // Once only.
                        .setSql("n", "1 / (1 - n)")
                        .batchSize(10));
            }
        }
    }

    /** Some of these numbers are printed equally where few digits are. */
    private static MigrateBuilder readings(TestDatabase database) {
        database.execute("""
                CREATE TABLE readings (key double precision, small real, n int DEFAULT 0, PRIMARY KEY (key, small));
                INSERT INTO readings SELECT 0.1 + i * 1.1e-16, 0.1 FROM generate_series(1, 100) AS i""");
        database.execute("ALTER DATABASE " + database.name() + " SET extra_float_digits = -10");
        return TestHistory.configure(database, Readings.class);
    }

    @Test
    void aBackfillGoesAlongNumbersThatTheServerWouldPrintWithFewDigits(TestDatabase byRun, TestDatabase byScript) {
        StringBuilder script = new StringBuilder();
        readings(byScript).build().upgradeSql("head", script);

        readings(byRun).build().upgrade("head");
        assertThat(Psql.run(byScript, script)).isEqualTo("exit 0");

        for (TestDatabase database : List.of(byRun, byScript)) {
            assertThat(database.query("SELECT n, count(*) FROM readings GROUP BY n"))
                    .isEqualTo("1|100");
        }
    }

    @Test
    void oneThatHasThemPrintedSoIsStopped(TestDatabase byRun, TestDatabase byScript) {
        StringBuilder script = new StringBuilder();
        String shorter = "SET extra_float_digits = 0";
        readings(byScript).x("before", shorter).build().upgradeSql("head", script);
        String expected =
                "The backfill of readings is at a primary key that is printed as another one (extra_float_digits,"
                        + " DateStyle): rows would be passed over, or changed more than once. Use op.update, which changes all rows"
                        + " at once.";

        assertThatThrownBy(() -> readings(byRun).x("before", shorter).build().upgrade("head"))
                .hasMessageContaining(expected);
        assertThat(Psql.run(byScript, script)).contains("ERROR:  " + expected);

        for (TestDatabase database : List.of(byRun, byScript)) {
            assertThat(database.query("SELECT n, count(*) FROM readings GROUP BY n"))
                    .isEqualTo("0|100");
        }
    }

    static class Moved {
        @Revision(id = "0001")
        static class Fill implements OneWay {
            @Override
            public void upgrade(Operations op) {
                // Once only.
                op.apply(backfill("moved").setSql("n", "n + 1000 / (CASE WHEN n < 1000 THEN 1 ELSE 0 END)"));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TABLE moved (n int, key int GENERATED ALWAYS AS (n * 2) STORED PRIMARY KEY)",
                """
                CREATE TABLE moved (n int, key int PRIMARY KEY DEFAULT 1);
                CREATE FUNCTION move() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN NEW.key := NEW.n * 2; RETURN NEW; END';
                CREATE TRIGGER move BEFORE UPDATE ON moved FOR EACH ROW EXECUTE FUNCTION move()""",
                "CREATE TABLE moved (n int PRIMARY KEY)"
            })
    void rowsThatGetAnotherKeyByAGeneratedColumnOrATriggerAreNotMetAgain(
            String table, TestDatabase byRun, TestDatabase byScript) {
        for (TestDatabase database : List.of(byRun, byScript)) {
            database.execute(table + "; INSERT INTO moved (n) VALUES (1)");
        }
        StringBuilder script = new StringBuilder();
        TestHistory.configure(byScript, Moved.class).build().upgradeSql("head", script);

        assertThatThrownBy(
                        () -> TestHistory.configure(byRun, Moved.class).build().upgrade("head"))
                .hasMessageContaining("changed more than once. Use op.update");
        assertThat(Psql.run(byScript, script))
                .contains("ERROR:  The backfill of moved changes the primary key that it goes along: rows would be"
                        + " passed over, or changed more than once. Use op.update, which changes all rows at once.");

        assertThat(byRun.query("SELECT n FROM moved")).isEqualTo("1");
        assertThat(byScript.query("SELECT n FROM moved")).isEqualTo("1");
    }
}
