package dev.migrate.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.Migrate;
import dev.migrate.MigrateException;
import dev.migrate.ddl.ServerVersion;
import dev.migrate.revision.Direction;
import dev.migrate.testing.PostgresServer;
import dev.migrate.testing.Psql;
import dev.migrate.testing.SchemaDump;
import dev.migrate.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The history of every integration project leads to the same database live and as a script, up and down. */
class ScriptEqualsRunTest {

    private static final Path STORIES = Path.of(System.getProperty("migrate.it.stories", "target/it"));

    /** A script is written for no server in particular, and so for the newest. */
    private static final PostgresServer SERVER = PostgresServer.get(ServerVersion.NEWEST_TESTED);

    @TempDir
    private Path home;

    static List<StoryHistory> histories() throws IOException {
        return StoryHistory.in(STORIES);
    }

    @Test
    void theStoriesWereTold() {
        assertThat(STORIES).isNotEmptyDirectory();
    }

    // A single story may be one about entities only.
    @ParameterizedTest(name = "{0}", allowZeroInvocations = true)
    @MethodSource("histories")
    void psqlDoesWithTheScriptWhatARunDoes(StoryHistory history) {
        try (TestDatabase byRun = SERVER.newDatabase();
                TestDatabase byScript = SERVER.newDatabase()) {
            Migrate run = history.on(byRun, home);
            Migrate scripted = history.on(byScript, home);

            run.upgrade("heads");
            runScript(scripted, Direction.UPGRADE, byScript);
            assertThat(state(byScript)).isEqualTo(state(byRun));

            run.downgrade("base");
            runScript(scripted, Direction.DOWNGRADE, byScript);
            assertThat(state(byScript)).isEqualTo(state(byRun));
        }
    }

    /** Where a migration needs its connection, the error has to say so, and the way leads over a run. */
    private static void runScript(Migrate migrate, Direction direction, TestDatabase database) {
        boolean up = direction == Direction.UPGRADE;
        // What a story makes only if it isn't there is no news here.
        StringBuilder script = new StringBuilder("SET client_min_messages = warning;\n");
        try {
            if (up) {
                migrate.upgradeSql("heads", script);
            } else {
                migrate.downgradeSql("heads:base", script);
            }
        } catch (MigrateException e) {
            assertThat(e)
                    .hasMessageMatching("Revision \\S+ calls op\\.connection\\(\\), so it needs a database and can't be"
                            + " written as a script\\. Apply it with mvn migrate:" + (up ? "upgrade" : "downgrade")
                            + "; or let the migration ask op\\.offline\\(\\) and say what it does in SQL\\.");
            if (up) {
                migrate.upgrade("heads");
            } else {
                migrate.downgrade("base");
            }
            return;
        }
        assertThat(Psql.run(database, script)).isEqualTo("exit 0");
    }

    /** The schema, the version rows, and the journal without times and durations. */
    private static String state(TestDatabase database) {
        return SchemaDump.of(database)
                + database.query("SELECT revision FROM migrate_version ORDER BY revision")
                + "\n"
                + database.query("SELECT revision, direction, outcome, checksum, statement FROM migrate_journal"
                        + " ORDER BY id");
    }
}
