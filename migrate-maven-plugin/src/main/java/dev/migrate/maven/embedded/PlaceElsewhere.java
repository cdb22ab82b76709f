package dev.migrate.maven.embedded;

import dev.migrate.command.file.PrivateFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.UUID;

/**
 * Keeps root's data where the server's user gets to them, when it doesn't get to the project, as in root's home. The project
 * has a link to them: without the link, as after {@code mvn clean}, the data are void.
 */
final class PlaceElsewhere {

    private PlaceElsewhere() {}

    static Path of(Path home, BinaryCache cache) throws IOException {
        String project = UUID.nameUUIDFromBytes(home.toString().getBytes(StandardCharsets.UTF_8))
                .toString();
        return Files.createDirectories(cache.directory().resolve("data").resolve(project));
    }

    /** Puts new data into their place, instead of what is there. */
    static void put(Path made, DataDirectory data, Path place) throws IOException {
        Path real = place.resolve(data.path().getFileName());
        PrivateFiles.deleteTree(real);
        if (!real.equals(data.path())) {
            PrivateFiles.deleteTree(data.path());
        }
        Files.move(made, real);
        link(data, real);
    }

    /** Moves data that an earlier version has made, as root, where only root gets to. */
    static void move(DataDirectory data, Path place) throws IOException {
        Path real = place.resolve(data.path().getFileName());
        if (real.equals(data.path()) || Files.isSymbolicLink(data.path())) {
            return;
        }
        PrivateFiles.deleteTree(real);
        // It may be on another file system, which Java doesn't move directories to.
        Process move = new ProcessBuilder("mv", data.path().toString(), real.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(move.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (Programs.await(move) != 0) {
            throw new IOException(said);
        }
        link(data, real);
    }

    private static void link(DataDirectory data, Path real) throws IOException {
        if (!Files.exists(data.path(), LinkOption.NOFOLLOW_LINKS)) {
            Files.createSymbolicLink(data.path(), real);
        }
    }
}
