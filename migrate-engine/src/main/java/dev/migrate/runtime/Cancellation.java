package dev.migrate.runtime;

import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stops a run from another thread: the statement that runs is cancelled on the server, and a wait ends. What follows,
 * the rollback and the release of the lock, is done by the thread of the run.
 */
public final class Cancellation {

    private static final Logger LOG = LoggerFactory.getLogger(Cancellation.class);

    /** Statements of migrations are never reported closed: they may be forgotten. */
    private final Set<Statement> running = Collections.newSetFromMap(new WeakHashMap<>());

    private boolean requested;

    /** Stops the run. Has no effect on one that has ended. */
    public void request() {
        List<Statement> statements;
        synchronized (this) {
            requested = true;
            notifyAll();
            statements = List.copyOf(running);
        }
        for (Statement statement : statements) {
            try {
                // A statement that isn't running ignores it.
                statement.cancel();
            } catch (SQLException e) {
                LOG.debug("A statement could not be cancelled", e);
            }
        }
    }

    synchronized boolean isRequested() {
        return requested;
    }

    /** @throws CancelledException if a stop was requested */
    synchronized void check() {
        if (requested || Thread.currentThread().isInterrupted()) {
            requested = true;
            throw new CancelledException("Cancelled.");
        }
    }

    /** Makes a statement known that {@link #request} is to cancel. */
    synchronized void register(Statement statement) {
        check();
        running.add(statement);
    }

    synchronized void forget(Statement statement) {
        running.remove(statement);
    }

    /** @throws CancelledException if a stop is requested meanwhile */
    synchronized void sleep(Duration duration) {
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
