package dev.migrate.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.Migrate;
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

    private static void runScript(Migrate migrate, Direction direction, TestDatabase database) {
        // What a story makes only if it isn't there is no news here.
        StringBuilder script = new StringBuilder("SET client_min_messages = warning;\n");
        if (direction == Direction.UPGRADE) {
            migrate.upgradeSql("heads", script);
        } else {
            migrate.downgradeSql("heads:base", script);
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
