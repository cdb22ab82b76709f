package dev.migrate.autogen.diff;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Makes a failing thing smaller as long as it fails: takes away halves of its parts, then quarters, at last each one, until
 * nothing can go any more.
 */
public final class Shrinking {

    private final Predicate<Set<String>> failsWithout;
    private final Set<String> gone = new HashSet<>();
    private int attempts;

    private Shrinking(Predicate<Set<String>> failsWithout, int attempts) {
        this.failsWithout = failsWithout;
        this.attempts = attempts;
    }

    /**
     * The parts that the failure doesn't need.
     *
     * @param failsWithout whether it still fails in the same way without these parts
     * @param attempts how often it may be tried
     */
    public static Set<String> needless(List<String> parts, Predicate<Set<String>> failsWithout, int attempts) {
        Shrinking shrinking = new Shrinking(failsWithout, attempts);
        // Whole tables before what is in them.
        shrinking.halve(parts.stream().filter(part -> !part.contains(",")).toList());
        shrinking.halve(parts);
        while (shrinking.pass(parts, 1)) {
            // What another part needed may go now.
        }
        return shrinking.gone;
    }

    private void halve(List<String> parts) {
        for (int size = (parts.size() + 1) / 2; size > 0; size /= 2) {
            pass(parts, size);
        }
    }

    private boolean pass(List<String> parts, int size) {
        boolean isSmaller = false;
        List<String> left = parts.stream()
                .filter(part -> gone.stream().noneMatch(owner -> isIn(part, owner)))
                .toList();
        for (int start = 0; start < left.size() && attempts > 0; start += size) {
            isSmaller |= remove(left.subList(start, Math.min(start + size, left.size())));
        }
        return isSmaller && attempts > 0;
    }

    private static boolean isIn(String part, String owner) {
        return part.equals(owner) || part.startsWith(owner + ",");
    }

    private boolean remove(List<String> chunk) {
        Set<String> more = new HashSet<>(gone);
        if (!more.addAll(chunk)) {
            return false;
        }
        attempts--;
        boolean fails = failsWithout.test(more);
        if (fails) {
            gone.addAll(chunk);
        }
        return fails;
    }
}
