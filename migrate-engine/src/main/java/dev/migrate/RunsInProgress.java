package dev.migrate;

import dev.migrate.runtime.Cancellation;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.LoggerFactory;

/** What a {@link Migrate} runs at the moment, in whatever threads, so that it can be stopped. */
final class RunsInProgress {

    /** How long whoever stops a run waits for its end. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Map<Cancellation, Running> running = new ConcurrentHashMap<>();

    private record Running(Thread thread, CountDownLatch ended) {}

    /**
     * Runs something in this thread, to be stopped by {@link #cancel} or by the machine's shutdown.
     *
     * @throws MigrateException if the machine is shutting down already
     */
    void run(Consumer<Cancellation> action) {
        Cancellation cancellation = new Cancellation();
        Running entry = new Running(Thread.currentThread(), new CountDownLatch(1));
        running.put(cancellation, entry);
        // Ctrl-C and SIGTERM end the machine when its hooks have: 130 and 143 are its exit codes.
        Thread onShutdown = new Thread(() -> stop(List.of(Map.entry(cancellation, entry))), "migrate-shutdown");
        try {
            beforeShutdown(onShutdown);
            action.accept(cancellation);
        } finally {
            running.remove(cancellation);
            entry.ended().countDown();
            notBeforeShutdown(onShutdown);
        }
    }

    /** Stops what other threads run. Returns when it has ended, or after ten seconds. */
    void cancel() {
        stop(List.copyOf(running.entrySet()));
    }

    private static void stop(List<Map.Entry<Cancellation, Running>> stopped) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        stopped.forEach(entry -> entry.getKey().request());
        for (Map.Entry<Cancellation, Running> entry : stopped) {
            await(entry.getKey(), entry.getValue(), end);
        }
    }

    private static void await(Cancellation cancellation, Running run, long end) {
        if (run.thread() == Thread.currentThread()) {
            return;
        }
        try {
            // A request that comes between two statements is overlooked by the server: it is repeated.
            while (!run.ended().await(100, TimeUnit.MILLISECONDS) && System.nanoTime() < end) {
                cancellation.request();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void beforeShutdown(Thread hook) {
        try {
            Runtime.getRuntime().addShutdownHook(hook);
        } catch (IllegalStateException e) {
            throw new MigrateException("The Java virtual machine is shutting down: nothing was begun", e);
        }
    }

    private static void notBeforeShutdown(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The machine is shutting down, and the hook has just seen the run end.
            LoggerFactory.getLogger(Migrate.class).trace("The run was stopped by a shutdown", e);
        }
    }
}
