package dev.migrate.autogen.diff.comparison;

import dev.migrate.autogen.diff.comparison.ListDiff.Pair;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Two lists compared by what their elements do, and by their names only where several do the same. An element that
 * keeps its name and does something else is removed and added.
 *
 * @param added what nothing in the first list does
 * @param removed what nothing in the second list does
 * @param kept what both do, under one name or two
 */
public record DefinitionDiff<T>(List<T> added, List<T> removed, List<Pair<T>> kept) {

    public static <T> DefinitionDiff<T> of(
            List<? extends T> from,
            List<? extends T> to,
            Function<? super T, @Nullable String> name,
            Function<? super T, ?> definition) {
        List<T> present = new ArrayList<>(from);
        List<T> wanted = new ArrayList<>(to);
        List<Pair<T>> kept = new ArrayList<>();
        BiPredicate<T, T> sameDefinition = (a, b) -> definition.apply(a).equals(definition.apply(b));
        pair(present, wanted, kept, sameDefinition.and((a, b) -> Objects.equals(name.apply(a), name.apply(b))));
        pair(present, wanted, kept, sameDefinition);
        return new DefinitionDiff<>(List.copyOf(wanted), List.copyOf(present), List.copyOf(kept));
    }

    /** Moves what belongs together from the two lists to the pairs. */
    private static <T> void pair(List<T> present, List<T> wanted, List<Pair<T>> kept, BiPredicate<T, T> same) {
        for (T want : List.copyOf(wanted)) {
            present.stream().filter(have -> same.test(have, want)).findFirst().ifPresent(have -> {
                present.remove(have);
                wanted.remove(want);
                kept.add(new Pair<>(have, want));
            });
        }
    }
}
