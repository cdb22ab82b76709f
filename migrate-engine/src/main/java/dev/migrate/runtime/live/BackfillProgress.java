package dev.migrate.runtime.live;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/** What is told about a backfill that takes its time: how far it is, how fast, and how long it will still take. */
final class BackfillProgress {

    private static final Duration BETWEEN_LINES = Duration.ofSeconds(5);

    private final String table;
    private final long estimate;
    private final LongSupplier clock;
    private final long begin;
    private long lastLine;
    private long done;

    /**
     * @param estimate how many rows there are, as PostgreSQL's planner expects
     * @param clock nanoseconds, from any moment on
     */
    BackfillProgress(String table, long estimate, LongSupplier clock) {
        this.table = table;
        this.estimate = estimate;
        this.clock = clock;
        this.begin = clock.getAsLong();
        this.lastLine = begin;
    }

    /** A line, if it is time for one now that a batch is done. */
    Optional<String> after(long rows) {
        done += rows;
        long now = clock.getAsLong();
        if (now - lastLine < BETWEEN_LINES.toNanos()) {
            return Optional.empty();
        }
        lastLine = now;
        double rate = done / (elapsed(now).toMillis() / 1000.0);
        String so = "Backfill of " + table + ": " + done + (done > estimate ? "" : " of about " + estimate) + " rows, "
                + (long) rate + " rows/s";
        // An estimate that is too low says nothing of the rest: a column that was just added has no statistics.
        return Optional.of(done > estimate ? so : so + ", about " + (long) ((estimate - done) / rate) + " s left");
    }

    /** The last line. */
    String end() {
        return "Backfill of " + table + ": " + done + " rows in "
                + elapsed(clock.getAsLong()).toSeconds() + " s";
    }

    /** How many rows there were until now. */
    long done() {
        return done;
    }

    private Duration elapsed(long now) {
        return Duration.ofNanos(now - begin);
    }
}
