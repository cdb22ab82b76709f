package dev.migrate.autogen.source;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code ${name}} and {@code ${name:default}}, which stand for variables of the environment or for other settings of the same
 * application.
 */
final class Placeholders {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^${}:]+)(?::((?:[^${}]|\\$(?!\\{))*))?}");

    /** Deep enough for any file that means something, and an end to one that refers to itself. */
    private static final int DEPTH = 10;

    private Placeholders() {}

    /**
     * The same settings with what can be filled in; a name that nobody sets stays as it is.
     *
     * @param lookup what a name stands for
     */
    static Map<String, String> resolve(Map<String, String> settings, Function<String, Optional<String>> lookup) {
        Map<String, String> resolved = new TreeMap<>();
        settings.forEach((key, value) -> resolved.put(key, resolve(value, lookup)));
        return resolved;
    }

    /** The first name that nothing has been filled in for; empty if there is none. */
    static Optional<String> missing(String value) {
        return PLACEHOLDER.matcher(value).results().map(found -> found.group(1)).findFirst();
    }

    /** A value with what can be filled in. */
    static String resolve(String value, Function<String, Optional<String>> lookup) {
        String text = value;
        for (int i = 0; i < DEPTH && text.contains("${"); i++) {
            text = PLACEHOLDER
                    .matcher(text)
                    .replaceAll(found -> Matcher.quoteReplacement(lookup.apply(found.group(1))
                            .orElse(found.group(2) == null ? found.group() : found.group(2))));
        }
        return text;
    }
}
