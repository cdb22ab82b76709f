package dev.migrate.maven.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.MigrateException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputTest {

    @TempDir
    private Path folder;

    @Test
    void aFileIsWrittenWithItsFolders() {
        Path file = folder.resolve("target/up.sql");
        List<String> told = new ArrayList<>();

        new Output(file.toFile(), told::add).write("SELECT 1;\n");

        assertThat(file).hasContent("SELECT 1;\n");
        assertThat(told).containsExactly("Wrote " + file);
    }

    @Test
    void aFileThatCannotBeWrittenIsNamed() throws IOException {
        Path inTheWay = Files.writeString(folder.resolve("target"), "");
        Path file = inTheWay.resolve("up.sql");

        assertThatThrownBy(() -> new Output(file.toFile(), told -> {}).write("SELECT 1;\n"))
                .isInstanceOf(MigrateException.class)
                .hasMessage(file + " can't be written: java.nio.file.FileAlreadyExistsException: " + inTheWay
                        + ". Give another -Dmigrate.output.");
    }
}
