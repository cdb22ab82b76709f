package dev.migrate.autogen.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Goes through numbered pairs, a number being a seed, with a few workers at a time. {@code -Dmigrate.random.pairs} says how
 * many instead of those of a build, {@code -Dmigrate.random.from} the first one, {@code -Dmigrate.random.failures} how
 * many failures end it, and {@code -Dmigrate.random.workers} the workers.
 */
public final class RandomPairs {

    public static final int FROM = Integer.getInteger("migrate.random.from", 0);

    static final int ENOUGH_FAILURES = Integer.getInteger("migrate.random.failures", 5);

    /** As many as most machines have processors; each has databases to itself. */
    static final int WORKERS = Integer.getInteger("migrate.random.workers", 2);

    private static final int PROGRESS = 500;

    private RandomPairs() {}

    /** How many pairs to go through. */
    public static int count(int ofBuild) {
        return Integer.getInteger("migrate.random.pairs", ofBuild);
    }

    /** Tries one pair. */
    @FunctionalInterface
    public interface Trial<W> {
        /** What is wrong with the pair; empty if nothing is. */
        Optional<String> failure(W worker, int number) throws Exception;
    }

    /**
     * Fails if a pair does.
     *
     * @param mode what the pairs are tried in, in a word
     * @param workers makes what a worker works with
     */
    @SuppressWarnings("try") // An interrupted worker ends like any other.
    public static <W extends AutoCloseable> void run(String mode, int pairs, Callable<W> workers, Trial<W> trial)
            throws Exception {
        System.out.println(mode + ": pairs " + FROM + " to " + (FROM + pairs - 1));
        AtomicInteger next = new AtomicInteger(FROM);
        Queue<String> failures = new ConcurrentLinkedQueue<>();
        ExecutorService threads = Executors.newFixedThreadPool(WORKERS);
        List<Future<?>> running = new ArrayList<>();
        for (int i = 0; i < WORKERS; i++) {
            running.add(threads.submit(() -> {
                try (W worker = workers.call()) {
                    for (int number = next.getAndIncrement();
                            number < FROM + pairs && failures.size() < ENOUGH_FAILURES;
                            number = next.getAndIncrement()) {
                        int pair = number;
                        trial.failure(worker, number).ifPresent(what -> {
                            String failure = mode + ", pair " + pair + ": " + what;
                            System.out.println(failure);
                            failures.add(failure);
                        });
                        int done = number + 1 - FROM;
                        if (done % PROGRESS == 0) {
                            System.out.println(
                                    mode + ": " + done + " of " + pairs + ", " + failures.size() + " failed");
                        }
                    }
                }
                return null;
            }));
        }
        threads.shutdown();
        for (Future<?> each : running) {
            each.get();
        }
        assertThat(String.join("\n", failures)).isEmpty();
    }
}
