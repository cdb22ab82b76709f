package dev.migrate.maven.file;

import dev.migrate.MigrateException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Lists what stays in a database, where there is too much of it to print: {@code target/migrate/left-alone.txt}. */
public final class LeftAloneList {

    private final Path file;

    /** @param home the folder for what is kept between commands */
    public LeftAloneList(Path home) {
        this.file = home.resolve("left-alone.txt");
    }

    /**
     * Writes it anew.
     *
     * @return where it is
     */
    public Path write(List<String> lines) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            return Files.write(file, lines);
        } catch (IOException e) {
            throw new MigrateException("Cannot write " + file + ": " + e.getMessage(), e);
        }
    }
}
