package dev.migrate.maven.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FailedRevisionsTest {

    @Test
    void aFileLeavesTheHistoryAndTakesThePlaceOfAnEarlierOneOfItsName(@TempDir Path project) throws IOException {
        Path file = project.resolve("R0001_First.java");
        FailedRevisions failed = new FailedRevisions(project.resolve("target/migrate"));
        for (String text : new String[] {"once", "twice"}) {
            Files.writeString(file, text);
            assertThat(failed.take(file))
                    .isEqualTo(project.resolve("target/migrate/failed/R0001_First.java"))
                    .hasContent(text);
            assertThat(file).doesNotExist();
        }
    }
}
