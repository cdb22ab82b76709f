package dev.migrate.command.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.MigrateException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
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
    void aFileWithAPasswordIsItsOwnersAlone() throws IOException {
        Path file = Files.writeString(folder.resolve("url"), "readable by all");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

        new Output(file.toFile(), told -> {}).writePrivately("postgresql://postgres:secret@127.0.0.1:1/dev\n");

        assertThat(file).hasContent("postgresql://postgres:secret@127.0.0.1:1/dev\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
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
