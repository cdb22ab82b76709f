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
 * <p>It also sees that the server has ended the session that a statement waits for an answer of: where the network has
 * lost what the server said then, nobody would ever say so.
 *
 * <p>One clock ticks for all statements of a run: to wind one up for each would take longer than most of them do.
 */
public final class BlockerWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(BlockerWatch.class);

    /** How long an answer may be under way from a session that has ended. */
    private static final Duration UNDER_WAY = Duration.ofSeconds(5);

    /** How long to wait for an answer to a look. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final OtherConnections connections;
    private final Redaction redaction;
    private final ScheduledExecutorService thread;
    private final Duration interval;
    private final ScheduledFuture<?> ticking;

    private volatile @Nullable Watched current;

    /** Written by the watching thread only. */
    private volatile @Nullable Connection connection;

    private boolean autoCommit;
    private int networkTimeout;

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
        private final Runnable ended;
        private volatile List<Blocker> seen = List.of();
        private volatile boolean isEnded;

        /** Since when the server hasn't had the backend; known to the watching thread only. */
        private @Nullable Long missingSince;

        private Watched(int backend, Consumer<List<Blocker>> blocked, Runnable ended) {
            this.backend = backend;
            this.blocked = blocked;
            this.ended = ended;
        }

        /** Whether the server has ended the session, and nobody has told it. */
        public boolean isEnded() {
            return isEnded;
        }

        private void missing() {
            long now = System.nanoTime();
            if (missingSince == null) {
                missingSince = now;
            } else if (now - missingSince >= UNDER_WAY.toNanos() && current == this) {
                isEnded = true;
                ended.run();
            }
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

    /**
     * Watches a statement.
     *
     * @param blocked told, in the watching thread, whenever the statement is seen waiting
     * @param ended called in the same thread if the backend has been gone for a while
     */
    Watched watch(int backend, Consumer<List<Blocker>> blocked, Runnable ended) {
        Watched watched = new Watched(backend, blocked, ended);
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
                KeepAlive.set(used);
                networkTimeout = used.getNetworkTimeout();
                // A look may meet a silent network as well.
                used.setNetworkTimeout(Runnable::run, (int) PATIENCE.toMillis());
            }
            List<Blocker> now = Blocker.of(used, watched.backend);
            if (!now.isEmpty()) {
                watched.seen = now;
                watched.blocked.accept(now);
            } else if (!Blocker.isThere(used, watched.backend)) {
                watched.missing();
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
                used.setNetworkTimeout(Runnable::run, networkTimeout);
            }
        } catch (SQLException e) {
            LOG.debug("The second connection could not be closed", new RedactedException(e, redaction));
        }
    }
}
