package dev.migrate.autogen.diff;

import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;

/** What is left to chance: the same seed draws the same. */
final class Draws {

    private final Random random;

    Draws(long seed) {
        // What Random draws first from two seeds in a row is almost the same.
        this.random = new Random(new SplittableRandom(seed).nextLong());
    }

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    <T> T one(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
