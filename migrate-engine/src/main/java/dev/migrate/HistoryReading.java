package dev.migrate;

import dev.migrate.revision.RevisionGraph;
import dev.migrate.revision.loading.HistoryLoader;
import dev.migrate.runtime.live.LiveRun;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * A history that is read in a thread of its own: an application opens its connection meanwhile. Where an index tells the
 * heads, that is all that is read until somebody needs more, since at most starts the database is there already.
 */
final class HistoryReading {

    private final FutureTask<Optional<Set<String>>> heads;
    private final FutureTask<RevisionGraph> graph;

    private HistoryReading(FutureTask<Optional<Set<String>>> heads, FutureTask<RevisionGraph> graph) {
        this.heads = heads;
        this.graph = graph;
    }

    /** Begins to read. */
    static HistoryReading of(ClassLoader classes, List<String> packages) {
        HistoryReading reading = new HistoryReading(
                new FutureTask<>(() -> headsOrNone(classes, packages)),
                new FutureTask<>(() -> HistoryLoader.load(classes, packages)));
        Thread thread = new Thread(reading::readThenLoad, "migrate-history");
        thread.setDaemon(true);
        thread.start();
        return reading;
    }

    private static Optional<Set<String>> headsOrNone(ClassLoader classes, List<String> packages) {
        try {
            return HistoryLoader.heads(classes, packages);
        } catch (MigrateException e) {
            // Whoever needs the history reads it whole then, and is told.
            return Optional.empty();
        }
    }

    /** The connection isn't there yet: what it is made with, and what the run does with it first, can be loaded as well. */
    private void readThenLoad() {
        LiveRun.loadDriverAhead();
        if (heads().isEmpty()) {
            graph.run();
        }
        LiveRun.loadAhead();
    }

    /** One that is known already. */
    static HistoryReading of(RevisionGraph graph) {
        FutureTask<Optional<Set<String>>> heads = new FutureTask<>(Optional::empty);
        FutureTask<RevisionGraph> known = new FutureTask<>(() -> graph);
        return new HistoryReading(heads, known);
    }

    /**
     * The heads, if they are known without the graph; waits for them. Empty if there are errors, which {@link #graph}
     * throws.
     */
    Optional<Set<String>> heads() {
        return result(heads);
    }

    /**
     * What was read; waits for it.
     *
     * @throws MigrateException if the history has errors, each time
     */
    RevisionGraph graph() {
        return result(graph);
    }

    /** Of a task that runs or has run in the other thread; otherwise it is done in this one. */
    private static <T> T result(FutureTask<T> task) {
        task.run();
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return task.get();
                } catch (InterruptedException e) {
                    // It is a matter of milliseconds; whoever interrupts a run stops it at its next step.
                    interrupted = true;
                }
            }
        } catch (ExecutionException e) {
            throw thrown(e);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static RuntimeException thrown(ExecutionException e) {
        if (e.getCause() instanceof Error error) {
            throw error;
        }
        return e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e);
    }
}
