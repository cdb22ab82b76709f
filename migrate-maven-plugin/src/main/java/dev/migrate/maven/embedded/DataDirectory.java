package dev.migrate.maven.embedded;

import dev.migrate.MigrateException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Where a server keeps its data, and what its files say about a server that runs there (PostgreSQL manual, "Database File
 * Layout": {@code postmaster.pid} and {@code postmaster.opts}).
 */
final class DataDirectory {

    /** Written when a first start has succeeded: without it the directory may be half of what initdb makes. */
    private static final String COMPLETE = "migrate-complete";

    private static final long STARTUP_SECONDS = 30;

    /** The first line of {@code postmaster.pid} is the process, the fourth its port. */
    private static final int LINES_TO_PORT = 4;

    private final Path path;

    DataDirectory(Path path) {
        this.path = path;
    }

    Path path() {
        return path;
    }

    /** Removes what an interrupted first start left, which no server could start on. */
    void discardIncomplete() {
        if (Files.exists(path) && !Files.exists(path.resolve(COMPLETE))) {
            try (Stream<Path> files = Files.walk(path)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    void markComplete() {
        try {
            Files.writeString(path.resolve(COMPLETE), "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The server that runs on this directory. What a crashed one left behind is removed: PostgreSQL would refuse to start
     * when another process has got its number in the meantime.
     *
     * @throws MigrateException if there is one that accepts no connections
     */
    Optional<Postmaster> running() {
        Optional<Postmaster> recorded = recorded();
        if (recorded.isEmpty()) {
            return recorded;
        }
        Postmaster postmaster = recorded.get();
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(STARTUP_SECONDS);
        while (!serves(postmaster)) {
            if (!postmaster.isAlive()) {
                deletePidFile();
                return Optional.empty();
            }
            if (System.nanoTime() > deadline) {
                throw new MigrateException(
                        "The embedded PostgreSQL (process " + postmaster.pid() + ") accepts no connections on port "
                                + postmaster.port() + ". End that process and try again.");
            }
            pause();
        }
        return recorded;
    }

    /** Whether a server, which may still be starting, has taken the directory for itself. */
    boolean isOccupied() {
        try {
            List<String> lines = Files.readAllLines(pidFile());
            // Without its lines the server is about to write them.
            return lines.size() < LINES_TO_PORT || postmaster(lines).isAlive();
        } catch (NoSuchFileException nobody) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file that zonky locks, after initdb, before it starts the server. */
    Path zonkysLock() {
        return path.resolve("epg-lock");
    }

    private Path pidFile() {
        return path.resolve("postmaster.pid");
    }

    private static Postmaster postmaster(List<String> lines) {
        return new Postmaster(
                Long.parseLong(lines.get(0).strip()),
                Integer.parseInt(lines.get(LINES_TO_PORT - 1).strip()));
    }

    private Optional<Postmaster> recorded() {
        Path pidFile = pidFile();
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        try {
            List<String> lines = Files.readAllLines(pidFile);
            if (lines.size() < LINES_TO_PORT) {
                deletePidFile();
                return Optional.empty();
            }
            return Optional.of(postmaster(lines));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void deletePidFile() {
        try {
            Files.deleteIfExists(pidFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the server behind the port is this directory's, and not another that has got the same port. */
    private boolean serves(Postmaster postmaster) {
        try (Connection connection =
                        postmaster.dataSource(Postmaster.MAINTENANCE_DATABASE).getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SHOW data_directory")) {
            return rows.next() && Files.isSameFile(Path.of(rows.getString(1)), path);
        } catch (SQLException | IOException e) {
            // Not up, still starting, or somebody else's: the caller asks again or gives up.
            return false;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MigrateException("Interrupted while waiting for the embedded PostgreSQL", e);
        }
    }

    /**
     * Stops the server with the {@code pg_ctl} beside the program it was started from.
     *
     * @param asAnotherUser what the command has to begin with when root runs it, which PostgreSQL refuses
     */
    void stop(List<String> asAnotherUser) {
        try {
            String started = Files.readString(path.resolve("postmaster.opts"));
            String program = started.substring(0, started.indexOf(' ')).replace("\"", "");
            Path pgCtl = Path.of(program).resolveSibling(program.endsWith(".exe") ? "pg_ctl.exe" : "pg_ctl");
            List<String> command = Stream.concat(
                            asAnotherUser.stream(),
                            Stream.of(pgCtl.toString(), "-D", path.toString(), "-m", "fast", "-w", "stop"))
                    .toList();
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (process.waitFor() != 0) {
                throw new MigrateException("The embedded PostgreSQL on " + path + " could not be stopped: "
                        + String.join(" ", command) + " failed with " + process.exitValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MigrateException("Interrupted while stopping the embedded PostgreSQL", e);
        }
    }
}
