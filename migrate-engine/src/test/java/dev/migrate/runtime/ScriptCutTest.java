package dev.migrate.runtime;

import static dev.migrate.operation.DataChanges.backfill;
import static dev.migrate.operation.DataChanges.rows;
import static dev.migrate.schema.Definitions.index;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.Migrate;
import dev.migrate.Operations;
import dev.migrate.Revision;
import dev.migrate.testing.PostgresTest;
import dev.migrate.testing.Psql;
import dev.migrate.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Psql stops behind any statement of a script, and a run completes what it has left. */
@PostgresTest
class ScriptCutTest {

    static class Counting {
        @Revision(id = "0001")
        static class Counts implements OneWay {
            @Override
            public void upgrade(Operations op) {
                op.execute("UPDATE t SET n = n + 1; SET work_mem = '5MB'; ALTER TYPE mood ADD VALUE 'b'");
                op.createIndex(index("ix_t").on("t", "n").concurrently());
                op.execute("UPDATE t SET n = n + 10");
                op.outsideTransaction(() -> op.execute("UPDATE t SET n = n + 100; ALTER TABLE t ADD CHECK (n > 0)"));
                op.apply(backfill("t").setSql("n", "n + 1000").batchSize(2));
                op.outsideTransaction(() -> op.execute("DO 'BEGIN COMMIT; END'"));
                op.outsideTransaction(() -> op.bulkInsert(
                        rows("t", "id", "n").row(10, 77).row(11, 78).copy()));
                op.dropIndexConcurrently("ix_old");
                op.execute("UPDATE t SET n = n + 10000");
            }
        }

        @Revision(id = "0002", revises = "0001")
        static class Apart implements OneWay {
            @Override
            public void upgrade(Operations op) {
                op.outsideTransaction(() -> op.execute("UPDATE t SET n = n + 100000"));
            }
        }
    }

    static class Missing {
        @Revision(id = "0001")
        static class Builds implements OneWay {
            @Override
            public void upgrade(Operations op) {
                op.createIndex(index("It's").on("t", "n").concurrently().ifNotExists());
            }
        }
    }

    private static final String TABLES = """
            CREATE TYPE mood AS ENUM ('a');
            CREATE TABLE t (id int PRIMARY KEY, n int DEFAULT 0); INSERT INTO t VALUES (1), (2), (3), (4), (5);
            CREATE INDEX ix_old ON t (n);
            """;
    private static final String JOURNAL =
            "SELECT revision, outcome, statement, checksum FROM migrate_journal ORDER BY id";

    private static String contents(TestDatabase database) {
        return database.query("SELECT * FROM t ORDER BY 1")
                + database.query("SELECT indexrelid::regclass FROM pg_index WHERE indrelid = 't'::regclass ORDER BY 1")
                + database.query("SELECT conname FROM pg_constraint WHERE conrelid = 't'::regclass ORDER BY 1")
                + database.query("SELECT * FROM migrate_version");
    }

    @Test
    void whatIsDoneIsNotDoneAgainWhereverPsqlStops(TestDatabase byRun, TestDatabase database) {
        Migrate run = TestHistory.configure(byRun, Counting.class).build();
        byRun.execute(TABLES);
        run.upgrade("head");
        Migrate migrate = TestHistory.configure(database, Counting.class).build();
        StringBuilder script = new StringBuilder();
        migrate.upgradeSql("head", script);

        List<String> failures = new ArrayList<>();
        for (int end : ends(script.toString())) {
            database.execute(
                    "DROP TABLE IF EXISTS t, migrate_version, migrate_journal; DROP TYPE IF EXISTS mood;" + TABLES);
            String output = Psql.run(database, script.substring(0, end));
            if (end == script.length()) {
                assertThat(output).isEqualTo("exit 0");
                assertThat(database.query(JOURNAL)).isEqualTo(byRun.query(JOURNAL));
            }
            migrate.upgrade("head");
            if (!contents(database).equals(contents(byRun))) {
                failures.add(script.substring(Math.max(0, end - 100), end));
            }
        }
        assertThat(failures).isEmpty();
    }

    /** Where no transaction is open: what psql leaves in the middle of one, PostgreSQL takes back. */
    private static List<Integer> ends(String script) {
        return IntStream.rangeClosed(3, script.length())
                .filter(i -> script.startsWith(";\n\n", i - 3))
                .filter(i -> script.lastIndexOf("COMMIT;\n\n", i - 1) > script.lastIndexOf("BEGIN;\n\n", i - 1))
                .boxed()
                .collect(Collectors.toCollection(ArrayList::new));
    }

    @Test
    void anInvalidIndexIsNotTakenForTheOneThatIsToBeThere(TestDatabase database) {
        database.execute(TABLES + "CREATE INDEX \"It's\" ON t (id);"
                + " UPDATE pg_index SET indisvalid = false WHERE indexrelid = '\"It''s\"'::regclass");
        StringBuilder script = new StringBuilder();
        TestHistory.configure(database, Missing.class).build().upgradeSql("head", script);

        assertThat(Psql.run(database, script)).isEqualTo("exit 0");

        assertThat(
                        database.query(
                                "SELECT indisvalid, pg_get_indexdef(indexrelid) FROM pg_index WHERE indexrelid = '\"It''s\"'::regclass"))
                .isEqualTo("t|CREATE INDEX \"It's\" ON public.t USING btree (n)");
    }
}
