package dev.migrate.maven.embedded;

import dev.migrate.MigrateException;
import dev.migrate.command.database.Secret;
import dev.migrate.command.file.PrivateFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Where a server keeps its data, and what its files say about a server that runs there (PostgreSQL manual, "Database File
 * Layout": {@code postmaster.pid} and {@code postmaster.opts}).
 */
final class DataDirectory {

    /** Written when initdb has ended: without it the directory may be half of what initdb makes. */
    private static final String COMPLETE = "migrate-complete";

    private static final long STARTUP_SECONDS = 30;

    /** The first line of {@code postmaster.pid} is the process, the fourth its port. */
    private static final int LINES_TO_PORT = 4;

    /** Before the line that says whether it accepts connections. */
    private static final int LINES_TO_STATUS = 7;

    private final Path path;

    DataDirectory(Path path) {
        this.path = path;
    }

    Path path() {
        return path;
    }

    /** The directory itself, where {@link #path} is a link to it. */
    Path real() throws IOException {
        return path.toRealPath();
    }

    /** Whether initdb has come to its end here. */
    boolean isComplete() {
        return Files.exists(path.resolve(COMPLETE));
    }

    /** Called of what initdb has made. */
    static void markComplete(Path made) throws IOException {
        Files.writeString(made.resolve(COMPLETE), "");
    }

    /** Lets in those with a password alone, from this machine: until now every local user may have been trusted. */
    void requirePassword() throws IOException {
        Files.writeString(path.resolve("pg_hba.conf"), """
            # Written by Migrate at each start of its embedded server.
            # TYPE  DATABASE  USER  ADDRESS       METHOD
            host    all       all   127.0.0.1/32  scram-sha-256
            """);
    }

    /**
     * The server that runs on this directory. What a crashed one left behind is removed: PostgreSQL would refuse to start
     * when another process has got its number in the meantime.
     *
     * @throws MigrateException if there is one that accepts no connections
     */
    Optional<Postmaster> running(Secret password) {
        Optional<Postmaster> recorded = recorded();
        if (recorded.isEmpty()) {
            return recorded;
        }
        Postmaster postmaster = recorded.get();
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(STARTUP_SECONDS);
        while (true) {
            // Asked first: the port of a dead one may be somebody else's now, who is told nothing.
            if (!postmaster.isAlive()) {
                deletePidFile();
                return Optional.empty();
            }
            if (serves(postmaster, password)) {
                return recorded;
            }
            if (System.nanoTime() > deadline) {
                throw new MigrateException(
                        "The embedded PostgreSQL (process " + postmaster.pid() + ") accepts no connections on port "
                                + postmaster.port() + ". End that process and try again.");
            }
            pause();
        }
    }

    /** The server's process as soon as it accepts connections, by what it writes about itself. */
    Optional<Postmaster> ready() {
        try {
            List<String> lines = Files.readAllLines(pidFile());
            return lines.size() > LINES_TO_STATUS
                            && lines.get(LINES_TO_STATUS).strip().equals("ready")
                    ? Optional.of(postmaster(lines))
                    : Optional.empty();
        } catch (NoSuchFileException notYet) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
    private boolean serves(Postmaster postmaster, Secret password) {
        try (Connection connection = postmaster
                        .dataSource(Postmaster.MAINTENANCE_DATABASE, password)
                        .getConnection();
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

    /** The command that stops the server, with the {@code pg_ctl} beside the program it was started from. */
    List<String> stopCommand(Path programs, ServerUser user) throws IOException {
        return user.command(List.of(
                programs.resolve(PrivateFiles.isWindows() ? "pg_ctl.exe" : "pg_ctl")
                        .toString(),
                "-D",
                real().toString(),
                "-m",
                "fast",
                "-w",
                "stop"));
    }

    void stop() {
        try {
            String started = Files.readString(path.resolve("postmaster.opts"));
            Path programs = Objects.requireNonNull(
                    Path.of(started.substring(0, started.indexOf(' ')).replace("\"", ""))
                            .getParent());
            List<String> command = stopCommand(programs, ServerUser.runningOn(real()));
            Process process = new ProcessBuilder(command)
                    .directory(programs.toFile())
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
