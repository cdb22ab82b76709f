package dev.migrate.runtime.connection;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A second connection, for looking at the first one while it waits. A pool may have none to give: then what was asked
 * for stays unknown, and the run goes on. It is asked for in a thread of its own, since a pool may block.
 */
public final class SideChannel implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SideChannel.class);

    private final OtherConnections connections;
    private final Redaction redaction;
    private final ScheduledThreadPoolExecutor thread;
    private @Nullable BlockerWatch watch;

    public SideChannel(OtherConnections connections, Redaction redaction) {
        this.connections = connections;
        this.redaction = redaction;
        this.thread = new ScheduledThreadPoolExecutor(1, task -> {
            Thread created = new Thread(task, "migrate-watch");
            created.setDaemon(true);
            return created;
        });
    }

    /** A second connection, to be closed by the caller; or empty if none was to be had in time. */
    Optional<Connection> borrow(Duration patience) {
        CompletableFuture<Connection> borrowed = new CompletableFuture<>();
        thread.execute(() -> lend(borrowed));
        try {
            return Optional.of(borrowed.get(patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            // Whatever comes later is given back at once.
            borrowed.cancel(false);
            LOG.debug("No second connection within {} ms", patience.toMillis());
        } catch (ExecutionException e) {
            LOG.debug("No second connection", SafeCause.of(e.getCause(), redaction));
        } catch (InterruptedException e) {
            borrowed.cancel(false);
            Thread.currentThread().interrupt();
        }
        return Optional.empty();
    }

    private void lend(CompletableFuture<Connection> borrowed) {
        try {
            Connection connection = connections.borrow();
            if (!borrowed.complete(connection)) {
                connection.close();
            }
        } catch (SQLException e) {
            borrowed.completeExceptionally(e);
        }
    }

    /**
     * Watches who blocks a backend, until closed; tells each time that somebody does.
     *
     * @param interval between two looks; that of the first call counts
     * @param ended called if the server has no such backend any more, and its client hasn't noticed for a while
     */
    public BlockerWatch.Watched watch(int backend, Duration interval, Consumer<List<Blocker>> blocked, Runnable ended) {
        if (watch == null) {
            watch = new BlockerWatch(connections, thread, interval, redaction);
        }
        return watch.watch(backend, blocked, ended);
    }

    @Override
    public void close() {
        connections.end();
        if (watch != null) {
            watch.close();
        }
        // What a watch has borrowed is still given back.
        thread.shutdown();
    }
}
