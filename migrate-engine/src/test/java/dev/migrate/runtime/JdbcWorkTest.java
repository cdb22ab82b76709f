package dev.migrate.runtime;

import static dev.migrate.operation.DataChanges.backfill;
import static dev.migrate.operation.DataChanges.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.Migrate;
import dev.migrate.Migration;
import dev.migrate.Operations;
import dev.migrate.Revision;
import dev.migrate.revision.Direction;
import dev.migrate.testing.PostgresTest;
import dev.migrate.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Work over {@code op.withConnection}: it commits with its revision, and nothing of it outlives it. */
@PostgresTest
class JdbcWorkTest {

    private static final String WORDS = "SELECT word FROM words ORDER BY 1";

    private static final String UNIQUE = "CREATE UNIQUE INDEX CONCURRENTLY ux_lines ON lines (sku)";

    /** Two lines have one sku, so that the unique index fails where anything gets as far as to it. */
    private static final String SHOP = "CREATE TABLE orders (id bigserial PRIMARY KEY);"
            + " CREATE TYPE mood AS ENUM ('sad'); CREATE TABLE lines (id int PRIMARY KEY, sku text, order_id bigint);"
            + " INSERT INTO lines VALUES (1, 'a', 0), (2, 'a', 0)";

    abstract static class Forward implements Migration {
        @Override
        public void downgrade(Operations op) {}
    }

    private static long newOrder(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("INSERT INTO orders DEFAULT VALUES RETURNING id")) {
            row.next();
            return row.getLong(1);
        }
    }

    /** A statement that would commit work, and what it is called. */
    private record Commit(Consumer<Operations> statement, String name) {}

    private static final Map<String, Commit> COMMITS = Map.of(
            "index",
            new Commit(op -> op.execute(UNIQUE), UNIQUE),
            "label",
            new Commit(op -> op.execute("ALTER TYPE mood ADD VALUE 'ok'"), "ALTER TYPE mood ADD VALUE 'ok'"),
            "apart",
            new Commit(
                    op -> op.outsideTransaction(() -> op.execute("INSERT INTO lines VALUES (3, 'c', 0)")),
                    "INSERT INTO lines VALUES (3, 'c', 0)"),
            "rows",
            new Commit(
                    op -> op.outsideTransaction(() -> op.bulkInsert(rows("lines", "id", "sku", "order_id")
                            .row(3, "c", 0)
                            .copy())),
                    "COPY lines (id, sku, order_id) FROM stdin"),
            "backfill",
            new Commit(op -> op.backfill(backfill("lines").setSql("sku", "upper(sku)")), "the backfill of lines"));

    static Stream<String> commits() {
        return COMMITS.keySet().stream().sorted();
    }

    /** A generated key is used behind a statement that commits it. */
    static class Separated {
        @Revision(id = "0001")
        static class Before extends Forward {
            @Override
            public void upgrade(Operations op) {
                op.execute("CREATE TABLE words (word text)");
            }
        }

        @Revision(id = "0002", revises = "0001")
        static class Orders extends Forward {
            @Override
            public void upgrade(Operations op) {
                long[] order = new long[1];
                op.withConnection(connection -> order[0] = newOrder(connection));
                COMMITS.get(op.x("commit").orElseThrow()).statement().accept(op);
                op.execute("UPDATE lines SET order_id = " + order[0]);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("commits")
    void whatWouldCommitWorkBeforeItsResultsAreUsedIsRefusedBeforeAnythingRuns(String commit, TestDatabase database) {
        database.execute(SHOP);

        assertThatThrownBy(() -> TestHistory.configure(database, Separated.class)
                        .x("commit", commit)
                        .build()
                        .upgrade("head"))
                .hasMessage("""
                        Nothing was run, since it could not be completed:
                          upgrade of 0002: The work of op.withConnection(…) would be committed before the revision is \
                        complete, since what follows it can't be in its transaction: %s
                          If the run stopped there, the next one would not know what the work returned. Write two \
                        revisions: the work, with the operations that use its results, belongs into one of its own. A \
                        statement that doesn't need the work can also stand before it.""".formatted(COMMITS.get(commit).name()));

        assertThat(database.query("SELECT to_regclass('words')")).isEqualTo("null");
        assertThat(database.query("SELECT count(*) FROM orders")).isEqualTo("0");
    }

    /** As above, but a rehearsal doesn't see it. */
    static class Hidden {
        @Revision(id = "0001")
        static class Orders extends Forward {
            @Override
            public void upgrade(Operations op) {
                long[] order = new long[1];
                op.withConnection(connection -> order[0] = newOrder(connection));
                if (order[0] > 0) {
                    op.execute(UNIQUE);
                    op.execute("UPDATE lines SET order_id = " + order[0]);
                }
            }
        }
    }

    @Test
    void whatCommitsWorkOnlyBecauseOfItsResultsIsRefusedBeforeItCommits(TestDatabase database) {
        database.execute(SHOP);

        assertThatThrownBy(() ->
                        TestHistory.configure(database, Hidden.class).build().upgrade("head"))
                .hasMessageContaining("what follows it can't be in its transaction: " + UNIQUE)
                .hasMessageContaining("It was rolled back and left nothing behind; the database is at base.");

        assertThat(database.query("SELECT count(*) FROM orders")).isEqualTo("0");
    }

    /** What the refusal advises. */
    static class InTwoRevisions {
        @Revision(id = "0001")
        static class UniqueLines extends Forward {
            @Override
            public void upgrade(Operations op) {
                op.execute(UNIQUE);
            }
        }

        @Revision(id = "0002", revises = "0001")
        static class Orders extends Forward {
            @Override
            public void upgrade(Operations op) {
                op.execute("CREATE INDEX CONCURRENTLY ix_lines ON lines (order_id)");
                long[] order = new long[1];
                op.withConnection(connection -> order[0] = newOrder(connection));
                op.execute("UPDATE lines SET order_id = " + order[0]);
                op.execute("SELECT 1 / (SELECT count(*) FROM lines WHERE sku = 'cause')");
            }
        }
    }

    @Test
    void workThatIsRolledBackIsDoneAgainAndItsNewResultsAreUsed(TestDatabase database) {
        database.execute(SHOP);
        Migrate migrate = TestHistory.configure(database, InTwoRevisions.class).build();
        assertThatThrownBy(() -> migrate.upgrade("head")).hasMessageContaining("could not create unique index");
        database.execute("UPDATE lines SET sku = 'b' WHERE id = 2");
        assertThatThrownBy(() -> migrate.upgrade("head"))
                .hasMessageContaining("ERROR: division by zero")
                .hasMessageContaining("the migration after statement 1.");
        assertThat(database.query("SELECT count(*) FROM orders")).isEqualTo("0");

        database.execute("UPDATE lines SET sku = 'cause' WHERE id = 2");
        migrate.upgrade("head");

        assertThat(database.query("SELECT id FROM orders")).isEqualTo("2");
        assertThat(database.query("SELECT id, order_id FROM lines ORDER BY id")).isEqualTo("1|2\n2|2");
    }

    /** The same revision, with work where a statement was that is committed. */
    static class WorkInstead {
        @Revision(id = "0001")
        static class UniqueLines extends InTwoRevisions.UniqueLines {}

        @Revision(id = "0002", revises = "0001")
        static class Orders extends Forward {
            @Override
            public void upgrade(Operations op) {
                op.withConnection(JdbcWorkTest::newOrder);
                op.execute("CREATE TABLE words (word text)");
            }
        }
    }

    @Test
    void workInThePlaceOfACommittedStatementIsNotTakenForIt(TestDatabase database) {
        database.execute(SHOP + "; UPDATE lines SET sku = 'b' WHERE id = 2");
        assertThatThrownBy(() -> TestHistory.configure(database, InTwoRevisions.class)
                        .build()
                        .upgrade("head"))
                .hasMessageContaining("division by zero");

        assertThatThrownBy(() -> TestHistory.configure(database, WorkInstead.class)
                        .build()
                        .upgrade("head"))
                .hasMessageContaining(
                        "its statements up to 1 are committed, and the migration has others there now.\nChanged or"
                                + " removed: statement 1.\n");

        assertThat(database.query("SELECT count(*) FROM orders")).isEqualTo("0");
    }

    static class Failing {
        @Revision(id = "0001", message = "orders")
        static class Orders extends Forward {
            @Override
            public void upgrade(Operations op) {
                op.execute("CREATE TABLE words (word text PRIMARY KEY)");
                op.withConnection(connection -> {
                    try (Statement statement = connection.createStatement()) {
                        statement.execute("INSERT INTO words VALUES ('password=swordfish'), ('password=swordfish')");
                    }
                });
            }
        }
    }

    @Test
    void whatPostgresSaysOfWorkIsSaidAsOfAStatement(TestDatabase database) {
        assertThatThrownBy(() ->
                        TestHistory.configure(database, Failing.class).build().upgrade("head"))
                .hasMessageStartingWith("""
                        The upgrade of revision 0001 (orders) failed:
                          ERROR: duplicate key value violates unique constraint "words_pkey"
                            Detail: Key (word)=(password=***) already exists.
                        Migration: dev.migrate.runtime.JdbcWorkTest$Failing$Orders (JdbcWorkTest.java:""")
                .hasMessageContaining("""
                        It was rolled back and left nothing behind; the database is at base.
                        Correct the cause and run mvn migrate:upgrade again.""");
    }

    /** Goes on until its work says otherwise, which a rehearsal never hears. */
    static class Repeating {
        @Revision(id = "0001")
        static class InBatches extends Forward {
            @Override
            public void upgrade(Operations op) {
                op.execute("CREATE TABLE words (word text); INSERT INTO words SELECT 'a' FROM generate_series(1, 5)");
                int[] changed = {1};
                while (changed[0] > 0) {
                    op.withConnection(connection -> {
                        try (Statement statement = connection.createStatement()) {
                            changed[0] = statement.executeUpdate("UPDATE words SET word = 'b' WHERE ctid IN"
                                    + " (SELECT ctid FROM words WHERE word = 'a' LIMIT 2)");
                        }
                    });
                }
            }
        }
    }

    @Test
    void workThatIsRepeatedUntilItFindsNothingIsRehearsedAndRecorded(TestDatabase database) {
        Migrate migrate = TestHistory.configure(database, Repeating.class).build();

        assertThat(migrate.record("0001", Direction.UPGRADE).complete()).isFalse();
        migrate.upgrade("head");

        assertThat(database.query("SELECT DISTINCT word FROM words")).isEqualTo("b");
    }

    static class Keeping {
        @Revision(id = "0001")
        static class Keeps extends Forward {
            @Override
            public void upgrade(Operations op) {
                Connection[] kept = new Connection[1];
                ResultSet[] rows = new ResultSet[1];
                op.withConnection(connection -> {
                    kept[0] = connection;
                    rows[0] = connection.createStatement().executeQuery("SELECT 1");
                });
                op.withConnection(connection -> {
                    assertThat(kept[0].isClosed()).isTrue();
                    assertThat(rows[0].isClosed()).isTrue();
                    kept[0].createStatement();
                });
            }
        }
    }

    @Test
    void nothingOfAConnectionOutlivesItsWork(TestDatabase database) {
        assertThatThrownBy(() ->
                        TestHistory.configure(database, Keeping.class).build().upgrade("head"))
                .hasMessageContaining("The connection of revision 0001 is used after its work has ended. Call"
                        + " op.withConnection(…) for more work, and read what the work finds within it.");
    }

    static class Nesting {
        @Revision(id = "0001")
        static class Nests extends Forward {
            @Override
            public void upgrade(Operations op) {
                op.withConnection(connection -> op.execute("CREATE TABLE words (word text)"));
            }
        }
    }

    @Test
    void workCallsNoOperations(TestDatabase database) {
        assertThatThrownBy(() ->
                        TestHistory.configure(database, Nesting.class).build().upgrade("head"))
                .hasMessageContaining("The work of op.withConnection(…) calls another operation of op. Run SQL over its"
                        + " connection, or call the operation after the work.");
        assertThat(database.query("SELECT to_regclass('words')")).isEqualTo("null");
    }

    static class Ending {
        @Revision(id = "0001")
        static class Ends extends Forward {
            @Override
            public void upgrade(Operations op) {
                op.execute("CREATE TABLE words (word text)");
                op.withConnection(connection -> {
                    try (Statement statement = connection.createStatement()) {
                        WAYS.get(op.x("way").orElseThrow()).end(connection, statement);
                    }
                });
            }
        }
    }

    private interface Way {
        void end(Connection connection, Statement statement) throws SQLException;
    }

    private static final Map<String, Way> WAYS = Map.of(
            "called commit on its connection",
                    (connection, statement) -> statement.getConnection().commit(),
            "called rollback on its connection",
                    (connection, statement) ->
                            connection.getMetaData().getConnection().rollback(),
            "says COMMIT over its connection",
                    (connection, statement) ->
                            statement.execute("INSERT INTO words VALUES ('ROLLBACK'); /* so far */ commit and chain"),
            "says ROLLBACK over its connection",
                    (connection, statement) ->
                            connection.prepareStatement("ROLLBACK WORK").execute(),
            "says END over its connection", (connection, statement) -> statement.addBatch("END"));

    static Stream<String> ways() {
        return WAYS.keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("ways")
    void nothingEndsTheTransactionInWhichTheRevisionIsRecorded(String what, TestDatabase database) {
        assertThatThrownBy(() -> TestHistory.configure(database, Ending.class)
                        .x("way", what)
                        .build()
                        .upgrade("head"))
                .hasMessageContaining("Revision 0001 " + what + ", but its transaction also holds its version row")
                .hasMessageContaining("It was rolled back and left nothing behind; the database is at base.");
        assertThat(database.query("SELECT to_regclass('words')")).isEqualTo("null");
    }

    static class Savepoints {
        @Revision(id = "0001")
        static class Tries extends Forward {
            @Override
            public void upgrade(Operations op) {
                op.execute("CREATE TABLE words (word text)");
                op.withConnection(connection -> {
                    try (Statement statement = connection.createStatement()) {
                        statement.execute("SAVEPOINT before; INSERT INTO words VALUES ('lost'); ROLLBACK TO before");
                        statement.execute("INSERT INTO words SELECT CASE WHEN true THEN 'kept' END");
                    }
                });
            }
        }
    }

    @Test
    void aSavepointIsTheMigrationsOwn(TestDatabase database) {
        TestHistory.configure(database, Savepoints.class).build().upgrade("head");

        assertThat(database.query(WORDS)).isEqualTo("kept");
    }
}
