package dev.migrate.maven.file;

import dev.migrate.MigrateException;
import dev.migrate.revision.RevisionInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.function.Supplier;

/**
 * The revision in whose place another is written. Its file is kept for inspection: {@code target/migrate/replaced}.
 *
 * @param file where it is in the sources
 * @param kept where its file is afterwards
 */
public record ReplacedRevision(RevisionInfo revision, Path file, Path kept) {

    /** @param home the folder for what is kept between commands */
    public static ReplacedRevision of(RevisionInfo revision, Path file, Path home) {
        return new ReplacedRevision(revision, file, home.resolve("replaced").resolve(file.getFileName()));
    }

    /**
     * Moves the file out of the sources and writes the other one, or leaves everything as it is.
     *
     * @param writer writes the other file, perhaps with the same name
     * @return what the writer returns
     * @throws MigrateException if the file can't be moved
     */
    public Path by(Supplier<Path> writer) {
        try {
            Files.createDirectories(kept.getParent());
            Files.move(file, kept, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new MigrateException(file + " can't be moved to " + kept + ": " + e + ". Nothing was replaced.", e);
        }
        try {
            return writer.get();
        } catch (RuntimeException e) {
            putBack();
            throw e;
        }
    }

    /**
     * Puts the file back into the sources, as the newest one there.
     *
     * @throws MigrateException if it can't be moved back
     */
    public void putBack() {
        try {
            Files.move(kept, file);
            Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
        } catch (IOException e) {
            throw new MigrateException(kept + " can't be moved back to " + file + ": " + e + ". Move it yourself.", e);
        }
    }
}
