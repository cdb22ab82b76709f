package dev.migrate.maven.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.MigrateException;
import dev.migrate.revision.RevisionInfo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplacedRevisionTest {

    private static final RevisionInfo FIRST = new RevisionInfo(
            "0001", List.of(), List.of(), List.of(), "first", null, "db.migrations.R0001_First", null, "");

    @TempDir
    private Path project;

    private Path home;
    private Path file;
    private ReplacedRevision replaced;

    @BeforeEach
    void aRevisionIsThere() throws IOException {
        home = project.resolve("target/migrate");
        file = Files.writeString(project.resolve("R0001_First.java"), "old");
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-01-11T10:00:00Z")));
        replaced = ReplacedRevision.of(FIRST, file, home);
    }

    @Test
    void anotherFileTakesThePlaceAndTheOldOneIsKept() {
        assertThat(replaced.by(() -> write("new"))).isEqualTo(file).hasContent("new");
        assertThat(home.resolve("replaced/R0001_First.java")).hasContent("old");
    }

    @Test
    void aFileThatCannotBeWrittenLeavesTheOldOneWhereItWas() {
        assertThatThrownBy(() -> replaced.by(() -> {
                    throw new MigrateException("no letters for that");
                }))
                .hasMessage("no letters for that");
        assertThat(file).hasContent("old");
        assertThat(home.resolve("replaced")).isEmptyDirectory();
    }

    @Test
    void aRevisionThatFailedAfterItWasWrittenIsNewer() {
        FailedRevisions failed = new FailedRevisions(home);
        assertThat(failed.since(file)).isEmpty();
        Path kept = failed.take(write(project.resolve("R0002_Second.java"), "failed"));

        assertThat(failed.since(file)).contains(kept);
    }

    @Test
    void aFileThatIsPutBackIsTheNewestAgain() {
        FailedRevisions failed = new FailedRevisions(home);
        failed.take(replaced.by(() -> write("new")));
        replaced.putBack();

        assertThat(file).hasContent("old");
        assertThat(failed.since(file)).isEmpty();
    }

    private Path write(String text) {
        return write(file, text);
    }

    private static Path write(Path file, String text) {
        try {
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
