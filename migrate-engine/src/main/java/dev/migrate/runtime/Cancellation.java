package dev.migrate.runtime;

import dev.migrate.runtime.connection.RedactedException;
import dev.migrate.runtime.connection.Redaction;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import org.slf4j.LoggerFactory;

/**
 * Stops a run from another thread: the statement that runs is cancelled on the server, and a wait ends. What follows,
 * the rollback and the release of the lock, is done by the thread of the run.
 */
public final class Cancellation {

    /** Statements of migrations are never reported closed: they may be forgotten. */
    private final Set<Statement> running = Collections.newSetFromMap(new WeakHashMap<>());

    private final Set<Cancellable> others = new HashSet<>();

    private boolean requested;

    /** What the server does for the run, if it is no JDBC statement. */
    public interface Cancellable {
        /** Has no effect if it isn't going on. */
        void cancel() throws SQLException;
    }

    /** Stops the run. Has no effect on one that has ended. */
    public void request() {
        List<Cancellable> all = new ArrayList<>();
        synchronized (this) {
            requested = true;
            notifyAll();
            // A statement that isn't running ignores it.
            running.forEach(statement -> all.add(statement::cancel));
            all.addAll(others);
        }
        for (Cancellable each : all) {
            try {
                each.cancel();
            } catch (SQLException e) {
                LoggerFactory.getLogger(Cancellation.class)
                        .debug("A statement could not be cancelled", new RedactedException(e, Redaction.OF_PATTERNS));
            }
        }
    }

    public synchronized boolean isRequested() {
        return requested;
    }

    /** @throws CancelledException if a stop was requested */
    public synchronized void check() {
        if (requested || Thread.currentThread().isInterrupted()) {
            requested = true;
            throw new CancelledException("Cancelled. What was committed is complete. To go on, run the command again.");
        }
    }

    /** Makes a statement known that {@link #request} is to cancel. */
    public synchronized void register(Statement statement) {
        check();
        running.add(statement);
    }

    public synchronized void forget(Statement statement) {
        running.remove(statement);
    }

    /** As {@link #register(Statement)}. */
    public synchronized void register(Cancellable cancellable) {
        check();
        registerLast(cancellable);
    }

    /** As {@link #register(Cancellable)}, of what is done although a stop was requested: records what became of the run. */
    public synchronized void registerLast(Cancellable cancellable) {
        others.add(cancellable);
    }

    public synchronized void forget(Cancellable cancellable) {
        others.remove(cancellable);
    }

    /** @throws CancelledException if a stop is requested meanwhile */
    public synchronized void sleep(Duration duration) {
        long end = System.nanoTime() + duration.toNanos();
        check();
        for (long left = duration.toNanos(); left > 0; left = end - System.nanoTime()) {
            try {
                // Rounded up: wait(0) would wait for ever.
                wait(left / 1_000_000 + 1);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            check();
        }
    }
}
