package dev.migrate.runtime;

import static dev.migrate.operation.EnumOperation.Use.use;
import static dev.migrate.schema.Definitions.column;
import static dev.migrate.schema.Definitions.enumType;
import static dev.migrate.schema.Definitions.table;
import static dev.migrate.schema.Types.type;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.Migrate;
import dev.migrate.Migration;
import dev.migrate.Operations;
import dev.migrate.Revision;
import dev.migrate.testing.PostgresTest;
import dev.migrate.testing.TestDatabase;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A failure shows what is wrong with a statement, and not only the statement. */
@PostgresTest
class LongStatementTest {

    static class Moods {
        @Revision(id = "0001", message = "moods")
        static class Created implements Migration {
            @Override
            public void upgrade(Operations op) {
                op.createEnum(enumType("mood", "sad", "happy"));
                op.createTable(table("agents").columns(column("mood", type("mood")), column("before", type("mood"))));
            }

            @Override
            public void downgrade(Operations op) {
                op.dropTable("agents");
                op.dropEnum("mood");
            }
        }

        @Revision(id = "0002", revises = "0001", message = "no one is sad")
        static class Replaced implements Migration {
            @Override
            public void upgrade(Operations op) {
                op.replaceEnum(
                        enumType("mood", "sad", "happy"),
                        enumType("mood", "happy"),
                        Map.of("sad", "happy"),
                        use("agents", "mood"));
            }

            @Override
            public void downgrade(Operations op) {}
        }
    }

    @Test
    void aLongStatementIsCutBeforeTheMessage(TestDatabase database) {
        Migrate migrate = TestHistory.configure(database, Moods.class).build();

        assertThatThrownBy(() -> migrate.upgrade("head")).hasMessage("""
                        The upgrade of revision 0002 (no one is sad) failed at statement 1:
                          DO $migrate$
                          -- Refuses to replace the type while more depends on it than is converted below.
                          DECLARE
                              dependents text;
                          BEGIN
                              WITH replaced AS (
                          … (54 more lines)
                          ERROR: The enum mood cannot be replaced, since more depends on it than is converted: column before \
                        of table agents
                            Hint: Name columns with use, arrays with ofArray, and their defaults with defaultSql. Drop the \
                        rest before replaceEnum and create it again after it; a partition key needs a new table.
                            Where: PL/pgSQL function inline_code_block line 55 at RAISE
                        Migration: dev.migrate.runtime.LongStatementTest$Moods$Replaced (LongStatementTest.java:43)
                        It was rolled back and left nothing behind; the database is at 0001.
                        Correct the cause and run mvn migrate:upgrade again.""");
    }
}
