package dev.migrate.maven.file;

import dev.migrate.MigrateException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import java.util.stream.Stream;

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

    /** A revision that failed after a file was written: then that file is not the one that was written last. */
    public Optional<Path> since(Path file) {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.list(folder)) {
            FileTime written = Files.getLastModifiedTime(file);
            for (Path failed : files.sorted().toList()) {
                if (Files.getLastModifiedTime(failed).compareTo(written) > 0) {
                    return Optional.of(failed);
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
