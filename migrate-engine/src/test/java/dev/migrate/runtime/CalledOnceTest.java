package dev.migrate.runtime;

import static dev.migrate.operation.DataChanges.rows;
import static dev.migrate.schema.Definitions.column;
import static dev.migrate.schema.Definitions.table;
import static dev.migrate.schema.Types.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.Migrate;
import dev.migrate.Migration;
import dev.migrate.Operations;
import dev.migrate.Revision;
import dev.migrate.testing.PostgresTest;
import dev.migrate.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a migration did when the plan was rehearsed is what runs, unless only the database could have told it. */
@PostgresTest
class CalledOnceTest {

    private static final List<String> CALLS = new ArrayList<>();

    @AfterEach
    void forgetCalls() {
        CALLS.clear();
    }

    abstract static class Recorded implements Migration {
        @Override
        public void upgrade(Operations op) {
            CALLS.add(getClass().getSimpleName());
            change(op);
        }

        abstract void change(Operations op);

        @Override
        public void downgrade(Operations op) {}
    }

    static class Various {
        @Revision(id = "0001")
        static class Plain extends Recorded {
            @Override
            void change(Operations op) {
                op.createTable(table("notes").columns(column("note", text())));
                op.outsideTransaction(() -> op.execute("VACUUM notes"));
                op.execute(
                        "INSERT INTO notes VALUES ('" + op.x("who").orElseThrow() + "'); ALTER TABLE notes ADD a int");
            }
        }

        @Revision(id = "0002", revises = "0001")
        static class Schema extends Recorded {
            @Override
            void change(Operations op) {
                op.execute("INSERT INTO notes VALUES ('" + op.currentSchema() + "')");
            }
        }

        @Revision(id = "0003", revises = "0002")
        static class Work extends Recorded {
            @Override
            void change(Operations op) {
                op.execute("INSERT INTO notes VALUES ('before')");
                op.withConnection(connection -> assertThat(connection).isNotNull());
            }
        }

        @Revision(id = "0004", revises = "0003")
        static class Rows extends Recorded {
            @Override
            void change(Operations op) {
                op.bulkInsert(rows("notes", "note").row("row"));
            }
        }
    }

    @Test
    void onlyWhatAsksTheDatabaseOrHasRowsIsCalledAgain(TestDatabase database) {
        TestHistory.configure(database, Various.class).x("who", "me").build().upgrade("head");

        assertThat(CALLS).containsExactly("Plain", "Schema", "Work", "Rows", "Schema", "Work", "Rows");
        assertThat(database.query("SELECT note FROM notes")).isEqualTo("me\npublic\nbefore\nrow");
    }

    @Test
    void aScriptIsWrittenFromTheSameCall(TestDatabase database) {
        StringBuilder script = new StringBuilder();

        TestHistory.configure(database, Various.class).x("who", "me").build().upgradeSql("0001", script);

        assertThat(CALLS).containsExactly("Plain");
        assertThat(script).contains("INSERT INTO notes VALUES ('me');");
    }

    static class Failing {
        @Revision(id = "0001")
        static class First extends Recorded {
            @Override
            void change(Operations op) {
                op.createTable(table("notes").columns(column("note", text())));
            }
        }

        @Revision(id = "0002", revises = "0001", message = "a typing error")
        static class Second extends Recorded {
            @Override
            void change(Operations op) {
                op.execute("INSERT INTO notes VALUES ('one')");
                op.execute("INSERT INTO notes VALUES (nonsense)");
            }
        }
    }

    @Test
    void theLineThatAskedForTheFailingStatementIsNamed(TestDatabase database) {
        Migrate migrate = TestHistory.configure(database, Failing.class).build();

        assertThatThrownBy(() -> migrate.upgrade("head")).hasMessage("""
                        The upgrade of revision 0002 (a typing error) failed at statement 2:
                          INSERT INTO notes VALUES (nonsense)
                          ERROR: column "nonsense" does not exist
                            Position: 27
                        Migration: dev.migrate.runtime.CalledOnceTest$Failing$Second (CalledOnceTest.java:115)
                        It was rolled back and left nothing behind; the database is at 0001.
                        Correct the cause and run mvn migrate:upgrade again.""");
        assertThat(CALLS).containsExactly("First", "Second");
    }

    static class Busy {
        @Revision(id = "0001")
        static class Twice extends Recorded {
            @Override
            void change(Operations op) {
                op.execute("""
                        DO $$
                        BEGIN
                            IF nextval('attempts') < 2 THEN
                                RAISE EXCEPTION 'busy' USING ERRCODE = 'lock_not_available';
                            END IF;
                        END
                        $$""");
            }
        }
    }

    @Test
    void aRevisionThatIsTriedAgainIsCalledAgain(TestDatabase database) {
        database.execute("CREATE SEQUENCE attempts");

        TestHistory.configure(database, Busy.class).build().upgrade("head");

        assertThat(CALLS).containsExactly("Twice", "Twice");
        assertThat(database.query("SELECT last_value FROM attempts")).isEqualTo("2");
    }

    static class Large {
        @Revision(id = "0001")
        static class Fits extends Recorded {
            @Override
            void change(Operations op) {
                op.execute("COMMENT ON SCHEMA public IS '" + "x".repeat(9_000_000) + "'");
            }
        }

        @Revision(id = "0002", revises = "0001")
        static class IsTooMuch extends Recorded {
            @Override
            void change(Operations op) {
                op.execute("COMMENT ON SCHEMA public IS '" + "y".repeat(9_000_000) + "'");
            }
        }
    }

    @Test
    void whatDoesNotFitIntoMemoryIsCalledAgain(TestDatabase database) {
        TestHistory.configure(database, Large.class).build().upgrade("head");

        assertThat(CALLS).containsExactly("Fits", "IsTooMuch", "IsTooMuch");
    }
}
