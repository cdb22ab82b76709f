package dev.migrate.cli;

import dev.migrate.text.NearestNames;
import java.util.Collection;
import java.util.List;

/** Finds the option that was probably meant. */
final class Suggestions {

    private Suggestions() {}

    /**
     * The names that are typed almost like this, the nearest first.
     *
     * @param typed an option, perhaps with a value behind a {@code =}
     */
    static List<String> of(String typed, Collection<String> names) {
        return NearestNames.to(
                typed.replaceFirst("=.*", ""),
                names.stream().filter(name -> name.startsWith("--")).toList());
    }
}
