package dev.migrate.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** What somebody may have meant who typed a name that doesn't exist. */
public final class NearestNames {

    private static final int SHOWN = 3;

    private NearestNames() {}

    /** Up to three names that differ little from the text, the nearest first. */
    public static List<String> to(String text, Collection<String> names) {
        int tolerance = Math.max(2, text.length() / 3);
        return names.stream()
                .map(name -> new Candidate(name, distance(text, name)))
                .filter(candidate -> candidate.distance <= tolerance)
                .sorted(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::name))
                .limit(SHOWN)
                .map(Candidate::name)
                .toList();
    }

    /** Levenshtein's: how many characters to add, remove or replace. */
    private static int distance(String from, String to) {
        int[] previous = new int[to.length() + 1];
        int[] row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replaced = previous[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, Math.min(previous[j], row[j - 1]) + 1);
            }
            int[] done = previous;
            previous = row;
            row = done;
        }
        return previous[to.length()];
    }

    private record Candidate(String name, int distance) {}
}
