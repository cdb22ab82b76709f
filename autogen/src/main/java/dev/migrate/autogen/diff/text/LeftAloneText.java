package dev.migrate.autogen.diff.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Counts what stays, where an old schema has much of it. */
public final class LeftAloneText {

    private static final Map<String, String> PLURALS = Map.of(
            "index",
            "indexes",
            "options",
            "options of identities and sequences",
            "enum",
            "enum types",
            "view",
            "views");

    private LeftAloneText() {}

    /**
     * How many there are of each kind: {@code 31 defaults, 2 indexes}.
     *
     * @param lines such as {@code default of users.created}
     */
    public static String counted(List<String> lines) {
        Map<String, Integer> numbers = new TreeMap<>();
        lines.forEach(line -> numbers.merge(kind(line), 1, Integer::sum));
        List<String> counted = new ArrayList<>();
        numbers.forEach((kind, number) -> counted.add(number + " " + kind));
        return String.join(", ", counted);
    }

    private static String kind(String line) {
        String word = line.substring(0, line.indexOf(' '));
        boolean isSql = word.equals(word.toUpperCase(Locale.ROOT)); // ON DELETE CASCADE of constraint …
        return isSql ? "properties of keys" : PLURALS.getOrDefault(word, word + "s");
    }
}
