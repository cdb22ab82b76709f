package dev.migrate.maven.file;

import dev.migrate.MigrateException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Keeps new revisions that failed their trial for inspection: {@code target/migrate/failed}. */
public final class FailedRevisions {

    private final Path folder;

    /** @param home the folder for what is kept between commands */
    public FailedRevisions(Path home) {
        this.folder = home.resolve("failed");
    }

    /**
     * Moves a file there, in place of an earlier one of its name.
     *
     * @return where it is then
     * @throws MigrateException if it can't be moved; it is still in the history
     */
    public Path take(Path file) {
        Path kept = folder.resolve(file.getFileName());
        try {
            Files.createDirectories(folder);
            return Files.move(file, kept, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new MigrateException(
                    file + " fails its trial and can't be moved to " + kept + ": " + e
                            + ". Delete it before you run anything.",
                    e);
        }
    }
}
