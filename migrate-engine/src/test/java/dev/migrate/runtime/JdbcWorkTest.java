package dev.migrate.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.Migrate;
import dev.migrate.Migration;
import dev.migrate.Operations;
import dev.migrate.Revision;
import dev.migrate.testing.PostgresTest;
import dev.migrate.testing.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Work over {@code op.connection()} in a revision that can't be one transaction, and is interrupted. */
@PostgresTest
class JdbcWorkTest {

    private static final String WORDS = "SELECT word FROM words ORDER BY 1";

    abstract static class Forward implements Migration {
        @Override
        public void downgrade(Operations op) {}
    }

    /** Keeps its connection, and a statement of it, across a statement that ends the transaction. */
    static class Keeping {
        @Revision(id = "0001")
        static class Words extends Forward {
            @Override
            public void upgrade(Operations op) {
                op.execute("CREATE TABLE words (word text)");
            }
        }

        @Revision(id = "0002", revises = "0001")
        static class Inserts extends Forward {
            @Override
            public void upgrade(Operations op) {
                try (Connection connection = op.connection();
                        PreparedStatement insert = connection.prepareStatement("INSERT INTO words VALUES (?)")) {
                    insert(insert, "before");
                    op.execute("CREATE INDEX CONCURRENTLY ix_words ON words (word)");
                    insert(insert, "behind");
                    op.execute("SELECT 1 / (SELECT count(*) FROM words WHERE word = 'cause')");
                    insert(insert, "last");
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
    }

    private static void insert(PreparedStatement insert, String word) throws SQLException {
        insert.setString(1, word);
        assertThat(insert.executeUpdate()).isEqualTo(1);
    }

    @Test
    void whatIsCommittedIsNotDoneTwiceAndWhatIsNotIsNotForgotten(TestDatabase database) {
        Migrate migrate = TestHistory.configure(database, Keeping.class).build();
        assertThatThrownBy(() -> migrate.upgrade("head"))
                .hasMessageContaining("ERROR: division by zero")
                .hasMessageContaining("it continues behind statement 2.");
        assertThat(database.query(WORDS)).isEqualTo("before");

        database.execute("INSERT INTO words VALUES ('cause')");
        migrate.upgrade("head");

        assertThat(database.query(WORDS)).isEqualTo("before\nbehind\ncause\nlast");
        assertThat(database.query("SELECT count(*) FROM pg_index WHERE indrelid = 'words'::regclass"))
                .isEqualTo("1");
    }

    /** The work can't be done twice: the second time the key is taken. */
    static class Unrepeatable {
        @Revision(id = "0001")
        static class Inserts extends Forward {
            @Override
            public void upgrade(Operations op) {
                op.execute("CREATE TABLE words (word text PRIMARY KEY)");
                try (PreparedStatement insert = op.connection().prepareStatement("INSERT INTO words VALUES (?)")) {
                    insert(insert, "password='swordfish'");
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
                op.execute("CREATE INDEX CONCURRENTLY ON words ((1 / (SELECT 0)))");
            }
        }
    }

    @Test
    void workThatCannotBeDoneTwiceStopsTheNextRunWithAnExplanation(TestDatabase database) {
        Migrate migrate = TestHistory.configure(database, Unrepeatable.class).build();
        assertThatThrownBy(() -> migrate.upgrade("head")).hasMessageContaining("cannot use subquery in index");

        assertThatThrownBy(() -> migrate.upgrade("head")).hasMessageStartingWith("""
                        The upgrade of revision 0001 failed:
                          The upgrade of revision 0001 was interrupted, and it can't be continued: its work over \
                        op.connection() is committed, and doing it again for its results, to be rolled back, failed: \
                        org.postgresql.util.PSQLException: ERROR: duplicate key value violates unique constraint \
                        "words_pkey"
                            Detail: Key (word)=(password=***) already exists.. Complete the revision by hand and record \
                        where the database is with mvn migrate:stamp. Work over JDBC that can't be done twice needs a \
                        revision of its own.
                        """);
        assertThat(database.query(WORDS)).isEqualTo("password='swordfish'");
    }

    static class Borrowing {
        private static volatile Connection kept;

        @Revision(id = "0001")
        static class Keeps extends Forward {
            @Override
            public void upgrade(Operations op) {
                kept = op.connection();
            }
        }

        @Revision(id = "0002", revises = "0001")
        static class Uses extends Forward {
            @Override
            public void upgrade(Operations op) {
                try {
                    kept.createStatement();
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
    }

    @Test
    void theConnectionOfOneRevisionIsOfNoUseToAnother(TestDatabase database) {
        assertThatThrownBy(() ->
                        TestHistory.configure(database, Borrowing.class).build().upgrade("head"))
                .hasMessageContaining("The connection of revision 0001 is used during 0002, which has to ask for its"
                        + " own: op.connection().");
    }

    static class Ending {
        @Revision(id = "0001")
        static class Ends extends Forward {
            @Override
            public void upgrade(Operations op) {
                op.execute("CREATE TABLE words (word text)");
                try (Statement statement = op.connection().createStatement()) {
                    WAYS.get(op.x("way").orElseThrow()).end(op.connection(), statement);
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
    }

    private interface Way {
        void end(Connection connection, Statement statement) throws SQLException;
    }

    private static final Map<String, Way> WAYS = Map.of(
            "called commit on op.connection()",
                    (connection, statement) -> statement.getConnection().commit(),
            "called rollback on op.connection()",
                    (connection, statement) ->
                            connection.getMetaData().getConnection().rollback(),
            "says COMMIT over op.connection()",
                    (connection, statement) ->
                            statement.execute("INSERT INTO words VALUES ('ROLLBACK'); /* so far */ commit and chain"),
            "says ROLLBACK over op.connection()",
                    (connection, statement) ->
                            connection.prepareStatement("ROLLBACK WORK").execute(),
            "says END over op.connection()", (connection, statement) -> statement.addBatch("END"));

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
                try (Statement statement = op.connection().createStatement()) {
                    statement.execute("SAVEPOINT before; INSERT INTO words VALUES ('lost'); ROLLBACK TO before");
                    statement.execute("INSERT INTO words SELECT CASE WHEN true THEN 'kept' END");
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
    }

    @Test
    void aSavepointIsTheMigrationsOwn(TestDatabase database) {
        TestHistory.configure(database, Savepoints.class).build().upgrade("head");

        assertThat(database.query(WORDS)).isEqualTo("kept");
    }
}
