package dev.migrate;

import dev.migrate.revision.RevisionGraph;
import dev.migrate.revision.loading.HistoryLoader;
import dev.migrate.runtime.LiveRun;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** A history that is read in a thread of its own: an application opens its connection meanwhile. */
final class HistoryReading {

    private final FutureTask<RevisionGraph> reading;

    private HistoryReading(FutureTask<RevisionGraph> reading) {
        this.reading = reading;
    }

    /** Begins to read. */
    static HistoryReading of(ClassLoader classes, List<String> packages) {
        FutureTask<RevisionGraph> reading = new FutureTask<>(() -> HistoryLoader.load(classes, packages));
        Thread thread = new Thread(() -> readThenLoad(reading), "migrate-history");
        thread.setDaemon(true);
        thread.start();
        return new HistoryReading(reading);
    }

    /** The connection isn't there yet: what the run does with it first can be loaded as well. */
    private static void readThenLoad(FutureTask<RevisionGraph> reading) {
        reading.run();
        LiveRun.loadAhead();
    }

    /** One that is known already. */
    static HistoryReading of(RevisionGraph graph) {
        FutureTask<RevisionGraph> known = new FutureTask<>(() -> graph);
        known.run();
        return new HistoryReading(known);
    }

    /**
     * What was read; waits for it.
     *
     * @throws MigrateException if the history has errors, each time
     */
    RevisionGraph graph() {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return reading.get();
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
