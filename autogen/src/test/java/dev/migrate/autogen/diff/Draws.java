package dev.migrate.autogen.diff;

import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;

/** What is left to chance: the same seed draws the same. */
final class Draws {

    private final Random random;
    private final Random others;
    private final int percentOfOthers;

    Draws(long seed) {
        this(seed, 0, 0);
    }

    /** Draws like that of {@code seed}, but for so many out of a hundred. */
    Draws(long seed, long other, int percent) {
        // What Random draws first from two seeds in a row is almost the same.
        this.random = new Random(new SplittableRandom(seed).nextLong());
        this.others = new Random(new SplittableRandom(other).nextLong());
        this.percentOfOthers = percent;
    }

    boolean chance(int percent) {
        return next(100) < percent;
    }

    <T> T one(List<T> values) {
        return values.get(next(values.size()));
    }

    private int next(int bound) {
        int drawn = random.nextInt(bound);
        return percentOfOthers > 0 && others.nextInt(100) < percentOfOthers ? others.nextInt(bound) : drawn;
    }
}
