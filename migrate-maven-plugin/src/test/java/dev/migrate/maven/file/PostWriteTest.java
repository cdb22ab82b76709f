package dev.migrate.maven.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.MigrateException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "The commands are a Unix shell's.")
class PostWriteTest {

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void write() throws IOException {
        file = Files.writeString(folder.resolve("with space.java"), "b\na\n");
    }

    @Test
    void theCommandsRunInTheirOrderWithTheFileAsTheLastArgument() {
        new PostWrite(folder).run(List.of("sort -o sorted.txt", "cat >> sorted.txt"), file);

        assertThat(folder.resolve("sorted.txt")).hasContent("a\nb\nb\na\n");
    }

    @Test
    void aCommandNamesTheFileWhereItNeedsIt() {
        new PostWrite(folder).run(List.of("sort {file} > sorted.txt"), file);

        assertThat(folder.resolve("sorted.txt")).hasContent("a\nb\n");
    }

    @Test
    void aCommandThatFailsIsReportedWithWhatItSaid() {
        assertThatThrownBy(() -> new PostWrite(folder).run(List.of("echo not today; exit 3 #"), file))
                .isInstanceOf(MigrateException.class)
                .hasMessage(
                        "Wrote with space.java, but the postWrite command 'echo not today; exit 3 #' failed with 3: not"
                                + " today");
        assertThatThrownBy(() -> new PostWrite(folder).run(List.of("false"), file))
                .isInstanceOf(MigrateException.class)
                .hasMessage("Wrote with space.java, but the postWrite command 'false' failed with 1.");
    }

    @Test
    void aCommandThatIsNotThereIsReportedAndThoseBehindItDoNotRun() {
        assertThatThrownBy(() -> new PostWrite(folder).run(List.of("no-such-formatter", "touch ran #"), file))
                .isInstanceOf(MigrateException.class)
                .hasMessageStartingWith(
                        "Wrote with space.java, but the postWrite command 'no-such-formatter' failed with 127: ")
                .hasMessageContaining("no-such-formatter");
        assertThat(folder.resolve("ran")).doesNotExist();
    }
}
