package dev.migrate.autogen.diff.comparison;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Two lists compared by a key that is unique in each.
 *
 * @param added what only the second has, in its order
 * @param removed what only the first has, in its order
 * @param kept what both have, in the second's order
 */
public record ListDiff<T>(List<T> added, List<T> removed, List<Pair<T>> kept) {

    /** One object as it is and as it should be. */
    public record Pair<T>(T from, T to) {}

    public static <K, T> ListDiff<T> of(List<T> from, List<T> to, Function<? super T, K> key) {
        Map<K, T> remaining = new LinkedHashMap<>();
        from.forEach(value -> remaining.put(key.apply(value), value));
        List<T> added = new ArrayList<>();
        List<Pair<T>> kept = new ArrayList<>();
        for (T wanted : to) {
            T present = remaining.remove(key.apply(wanted));
            if (present == null) {
                added.add(wanted);
            } else {
                kept.add(new Pair<>(present, wanted));
            }
        }
        return new ListDiff<>(List.copyOf(added), List.copyOf(remaining.values()), List.copyOf(kept));
    }
}
