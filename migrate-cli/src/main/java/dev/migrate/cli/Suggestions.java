package dev.migrate.cli;

import java.util.Collection;
import java.util.List;

/** Finds the option that was probably meant. */
final class Suggestions {

    /** Letters that are missing, too many or others; one for each third of the name, and at least two. */
    private static final int TOLERANCE = 3;

    private Suggestions() {}

    /**
     * The names that are typed almost like this, the nearest first.
     *
     * @param typed an option, perhaps with a value behind a {@code =}
     */
    static List<String> of(String typed, Collection<String> names) {
        String name = typed.replaceFirst("=.*", "");
        int limit = Math.max(2, name.length() / TOLERANCE);
        return names.stream()
                .filter(one -> one.startsWith("--") && distance(name, one) <= limit)
                .sorted((one, other) -> distance(name, one) == distance(name, other)
                        ? one.compareTo(other)
                        : Integer.compare(distance(name, one), distance(name, other)))
                .limit(TOLERANCE)
                .toList();
    }

    /** Levenshtein's. */
    private static int distance(String one, String other) {
        int[] previous = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int[] row = new int[other.length() + 1];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int replaced = previous[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, 1 + Math.min(previous[j], row[j - 1]));
            }
            previous = row;
        }
        return previous[other.length()];
    }
}
