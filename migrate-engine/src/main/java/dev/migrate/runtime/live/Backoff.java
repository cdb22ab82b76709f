package dev.migrate.runtime.live;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long to wait before another attempt: twice as long each time, and never quite when others do. */
final class Backoff {

    private static final Duration FIRST = Duration.ofMillis(500);
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final int MOST_DOUBLINGS = 10;

    private final RandomGenerator random;

    Backoff(RandomGenerator random) {
        this.random = random;
    }

    /**
     * The wait before attempt {@code retry}.
     *
     * @param retry from 1
     */
    Duration before(int retry) {
        Duration doubled = FIRST.multipliedBy(1L << Math.min(retry - 1, MOST_DOUBLINGS));
        long longest = Math.min(doubled.toMillis(), LONGEST.toMillis());
        return Duration.ofMillis(longest / 2 + random.nextLong(longest / 2 + 1));
    }
}
