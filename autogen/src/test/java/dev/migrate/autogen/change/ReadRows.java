package dev.migrate.autogen.change;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What applications read, compared. */
final class ReadRows {

    /** What a new attribute has: no value, or no elements. */
    private static final Set<String> NOTHING = Set.of("null", "[]", "{}");

    private ReadRows() {}

    /**
     * What has to be read after a change: the same rows, with the values of attributes that are still there, and none of
     * those that have come; beside that, what is said.
     */
    static Map<String, Map<String, String>> expected(
            Map<String, Map<String, String>> before, Map<String, Map<String, String>> after, List<String> reads) {
        Map<String, Map<String, String>> expected = new TreeMap<>();
        before.forEach((row, values) -> {
            Map<String, String> kept = new TreeMap<>(values);
            kept.keySet().retainAll(attributes(after, entity(row)));
            expected.put(row, kept);
        });
        after.forEach((row, values) -> {
            if (expected.containsKey(row)) {
                values.forEach((attribute, value) ->
                        expected.get(row).putIfAbsent(attribute, NOTHING.contains(value) ? value : "null"));
            }
        });
        return changed(expected, reads);
    }

    private static String entity(String row) {
        return row.substring(0, row.indexOf('#'));
    }

    private static Set<String> attributes(Map<String, Map<String, String>> rows, String entity) {
        return rows.entrySet().stream()
                .filter(row -> entity(row.getKey()).equals(entity))
                .flatMap(row -> row.getValue().keySet().stream())
                .collect(Collectors.toSet());
    }

    /** With values such as {@code Item#1.name=a}, and without the rows of {@code -Item#1}. */
    static Map<String, Map<String, String>> changed(Map<String, Map<String, String>> rows, List<String> changes) {
        Map<String, Map<String, String>> changed = new TreeMap<>();
        rows.forEach((row, values) -> changed.put(row, new TreeMap<>(values)));
        for (String change : changes) {
            if (change.startsWith("-")) {
                changed.remove(change.substring(1));
                continue;
            }
            int dot = change.indexOf('.', change.indexOf('#'));
            int equals = change.indexOf('=', dot);
            String row = change.substring(0, dot);
            String key = row.substring(row.indexOf('#') + 1);
            changed.computeIfAbsent(row, absent -> new TreeMap<>(Map.of("id", key)))
                    .put(change.substring(dot + 1, equals), change.substring(equals + 1));
        }
        return changed;
    }

    /** Where they differ; empty if they don't. */
    static String difference(Map<String, Map<String, String>> expected, Map<String, Map<String, String>> actual) {
        Set<String> rows = new TreeSet<>(expected.keySet());
        rows.addAll(actual.keySet());
        List<String> differences = new ArrayList<>();
        for (String row : rows) {
            if (!actual.containsKey(row) || !expected.containsKey(row)) {
                differences.add(row + (actual.containsKey(row) ? " is unexpected" : " is missing"));
            } else if (!actual.get(row).equals(expected.get(row))) {
                differences.add(row + " is " + actual.get(row) + ", expected " + expected.get(row));
            }
        }
        return String.join("; ", differences);
    }
}
