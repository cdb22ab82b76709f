package dev.migrate.autogen.model;

import java.util.List;
import java.util.SplittableRandom;

/**
 * What is left to chance, by name: the same seed chooses the same for a name, whatever else is chosen, so that later only
 * that differs which falls out otherwise then.
 *
 * @param percentOfOthers how many out of a hundred fall out otherwise later
 */
record Choices(long seed, boolean isLater, int percentOfOthers) {

    static Choices of(long seed) {
        return new Choices(seed, false, 0);
    }

    /** The same, as far as it stays so. */
    Choices later(int percent) {
        return new Choices(seed, true, percent);
    }

    /** One of them, now and later. */
    <T> T always(String name, List<T> values) {
        return values.get(draw(name, values.size()));
    }

    /** One of them, and maybe another one later. */
    <T> T one(String name, List<T> values) {
        boolean isOther = isLater && draw("whether " + name, 100) < percentOfOthers;
        return values.get(draw(isOther ? "later " + name : name, values.size()));
    }

    /** One of them, and mostly another one later. */
    <T> T changing(String name, List<T> values) {
        int now = draw(name, values.size());
        boolean isOther = isLater && draw("whether " + name, 100) < 75;
        int step = values.size() == 1 || !isOther ? 0 : 1 + draw("later " + name, values.size() - 1);
        return values.get((now + step) % values.size());
    }

    boolean alwaysChance(String name, int percent) {
        return draw(name, 100) < percent;
    }

    boolean chance(String name, int percent) {
        boolean isOther = isLater && draw("whether " + name, 100) < percentOfOthers;
        return isOther != alwaysChance(name, percent);
    }

    /** Whether it is there: mostly now and later, sometimes only now, and sometimes only later. */
    boolean isThere(String name, int percentComing, int percentGoing) {
        int drawn = draw(name + " is there", 100);
        return drawn < percentComing ? isLater : drawn >= percentComing + percentGoing || !isLater;
    }

    private int draw(String name, int bound) {
        // What hash codes of similar names have in common must not show.
        long mixed = new SplittableRandom(seed).nextLong() ^ new SplittableRandom(name.hashCode()).nextLong();
        return new SplittableRandom(mixed).nextInt(bound);
    }
}
