package dev.migrate.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.Migration;
import dev.migrate.Operations;
import dev.migrate.Revision;
import dev.migrate.testing.PostgresTest;
import dev.migrate.testing.Psql;
import dev.migrate.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

/** A statement reaches the server in one piece, wherever the driver would find an end in it. */
@PostgresTest
class SentAsWrittenTest {

    /** For PostgreSQL the second line has the escapes of the first; for the driver its string ends at {@code \'}. */
    private static final String CONTINUED = """
            INSERT INTO words SELECT E'it'
              '\\'s one; word'""";

    static class Words {
        @Revision(id = "0001")
        static class Table implements Migration {
            @Override
            public void upgrade(Operations op) {
                op.execute("CREATE TABLE words (word text)");
            }

            @Override
            public void downgrade(Operations op) {
                op.dropTable("words");
            }
        }

        @Revision(id = "0002", revises = "0001")
        static class FirstStatement implements Migration {
            @Override
            public void upgrade(Operations op) {
                op.execute(CONTINUED);
                op.execute(CONTINUED);
            }

            @Override
            public void downgrade(Operations op) {
                op.execute(CONTINUED + "; " + CONTINUED);
            }
        }
    }

    @Test
    void aStringThatGoesOnOnTheNextLineIsNotCut(TestDatabase database) {
        TestHistory.configure(database, Words.class).build().upgrade("0001");
        TestHistory.configure(database, Words.class).build().upgrade("0002");
        TestHistory.configure(database, Words.class).build().downgrade("0001");

        assertThat(database.query("SELECT string_agg(word, ' | ') FROM words"))
                .isEqualTo("it's one; word | it's one; word | it's one; word | it's one; word");
    }

    static class Backslashes {
        @Revision(id = "0001")
        static class Table implements Migration {
            @Override
            public void upgrade(Operations op) {
                op.execute("CREATE TABLE words (word text); INSERT INTO words VALUES ('C:\\new\\'), (';')");
            }

            @Override
            public void downgrade(Operations op) {
                op.dropTable("words");
            }
        }
    }

    @Test
    void aBackslashIsABackslashWhateverADatabaseOfOldSays(TestDatabase byRun, TestDatabase byScript)
            throws SQLException {
        String off = " SET standard_conforming_strings = off";
        byScript.execute("ALTER DATABASE " + byScript.name() + off);
        StringBuilder script = new StringBuilder();
        TestHistory.configure(byScript, Backslashes.class).build().upgradeSql("head", script);

        assertThat(Psql.run(byScript, script)).isEqualTo("exit 0");
        try (Connection connection = byRun.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(off);
            TestHistory.configure(byRun, Backslashes.class)
                    .dataSource(new OneConnection(connection))
                    .build()
                    .upgrade("head");
            try (ResultSet row = statement.executeQuery("SHOW standard_conforming_strings")) {
                row.next();
                assertThat(row.getString(1)).isEqualTo("off");
            }
        }

        assertThat(byRun.query("SELECT word FROM words ORDER BY 1")).isEqualTo(";\nC:\\new\\");
        assertThat(byScript.query("SELECT word FROM words ORDER BY 1")).isEqualTo(";\nC:\\new\\");
    }
}
