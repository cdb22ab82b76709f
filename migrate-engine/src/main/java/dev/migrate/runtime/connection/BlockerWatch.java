package dev.migrate.runtime.connection;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks again and again who blocks the statement that runs. Afterwards it is too late: when {@code lock_timeout} has
 * struck, {@code pg_blocking_pids} is empty.
 *
 * <p>One clock ticks for all statements of a run: to wind one up for each would take longer than most of them do.
 */
public final class BlockerWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(BlockerWatch.class);

    private final OtherConnections connections;
    private final Redaction redaction;
    private final ScheduledExecutorService thread;
    private final Duration interval;
    private final ScheduledFuture<?> ticking;

    private volatile @Nullable Watched current;

    /** Written by the watching thread only. */
    private volatile @Nullable Connection connection;

    private boolean autoCommit;

    BlockerWatch(
            OtherConnections connections, ScheduledExecutorService thread, Duration interval, Redaction redaction) {
        this.redaction = redaction;
        this.connections = connections;
        this.thread = thread;
        this.interval = interval;
        this.ticking = thread.scheduleWithFixedDelay(
                this::tick, interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** A statement that runs, until closed. */
    public final class Watched implements AutoCloseable {

        private final int backend;
        private final Consumer<List<Blocker>> blocked;
        private final long begin = System.nanoTime();
        private volatile List<Blocker> seen = List.of();

        private Watched(int backend, Consumer<List<Blocker>> blocked) {
            this.backend = backend;
            this.blocked = blocked;
        }

        /** Who was seen blocking last. */
        public List<Blocker> seen() {
            return seen;
        }

        @Override
        public void close() {
            current = null;
            if (connection != null) {
                thread.execute(BlockerWatch.this::release);
            }
        }
    }

    /** @param blocked told, in the watching thread, whenever the statement is seen waiting */
    Watched watch(int backend, Consumer<List<Blocker>> blocked) {
        Watched watched = new Watched(backend, blocked);
        current = watched;
        return watched;
    }

    /** No statement runs any more. */
    @Override
    public void close() {
        ticking.cancel(false);
    }

    private void tick() {
        Watched watched = current;
        // One that has only just begun will mostly be done before anybody has looked.
        if (watched != null && System.nanoTime() - watched.begin >= interval.toNanos() / 2) {
            look(watched);
        }
        if (current == null) {
            release(); // It was closed while the connection came.
        }
    }

    private void look(Watched watched) {
        try {
            Connection used = connection;
            if (used == null) {
                used = connections.borrow();
                connection = used;
                autoCommit = used.getAutoCommit();
                // In a transaction it might keep a snapshot, which a concurrent build would wait for: the watched one.
                used.setAutoCommit(true);
            }
            List<Blocker> now = Blocker.of(used, watched.backend);
            if (!now.isEmpty()) {
                watched.seen = now;
                watched.blocked.accept(now);
            }
        } catch (SQLException e) {
            LOG.debug("Who blocks can't be seen", new RedactedException(e, redaction));
            release();
        }
    }

    private void release() {
        try (Connection used = connection) {
            connection = null;
            if (used != null) {
                used.setAutoCommit(autoCommit);
            }
        } catch (SQLException e) {
            LOG.debug("The second connection could not be closed", new RedactedException(e, redaction));
        }
    }
}
