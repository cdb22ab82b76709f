package dev.migrate.runtime;

import static dev.migrate.operation.DataChanges.rows;
import static dev.migrate.schema.Definitions.column;
import static dev.migrate.schema.Definitions.table;
import static dev.migrate.schema.Types.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.MigrateBuilder;
import dev.migrate.Migration;
import dev.migrate.Operations;
import dev.migrate.Revision;
import dev.migrate.testing.PostgresTest;
import dev.migrate.testing.Psql;
import dev.migrate.testing.TestDatabase;
import org.junit.jupiter.api.Test;

/** What a migration may ask: its arguments, whether a script is written, and where names without a schema are created. */
@PostgresTest
class ContextTest {

    static final class History {
        @Revision(id = "0001")
        static class Ask implements Migration {
            @Override
            public void upgrade(Operations op) {
                op.createTable(table("told").columns(column("answer", text())));
                op.bulkInsert(rows("told", "answer")
                        .row(op.x("who").orElse("nobody"))
                        .row(op.x("why").orElse("no reason"))
                        .row(op.currentSchema())
                        .row(op.offline() ? "a script" : "a run"));
            }

            @Override
            public void downgrade(Operations op) {
                op.dropTable("told");
            }
        }
    }

    private static MigrateBuilder asking(TestDatabase database) {
        return TestHistory.configure(database, History.class).x("who", "Ann").searchPath("My app");
    }

    @Test
    void aRunAndAScriptAnswerAlikeButForWhichTheyAre(TestDatabase byRun, TestDatabase byScript) {
        asking(byRun).build().upgrade("head");
        StringBuilder script = new StringBuilder();
        asking(byScript).build().upgradeSql("head", script);

        assertThat(Psql.run(byScript, script)).isEqualTo("exit 0");
        assertThat(byRun.query("SELECT answer FROM \"My app\".told")).isEqualTo("""
                Ann
                no reason
                My app
                a run""");
        assertThat(byScript.query("SELECT answer FROM \"My app\".told")).isEqualTo("""
                Ann
                no reason
                My app
                a script""");
    }
}
