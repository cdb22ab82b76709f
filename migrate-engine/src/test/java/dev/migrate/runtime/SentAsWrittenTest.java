package dev.migrate.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.Migration;
import dev.migrate.Operations;
import dev.migrate.Revision;
import dev.migrate.testing.PostgresTest;
import dev.migrate.testing.TestDatabase;
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
}
