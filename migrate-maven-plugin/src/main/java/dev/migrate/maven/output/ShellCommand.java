package dev.migrate.maven.output;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes a goal with all its properties as one command, quoted so that it can be copied into a shell. */
public final class ShellCommand {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:=,+-]+");

    private ShellCommand() {}

    /**
     * {@code mvn migrate:autogenerate '-Dmigrate.message=add a note'}, with the properties sorted by name.
     *
     * @param properties without the {@code -D}
     */
    public static String of(String goal, Map<String, String> properties) {
        return new TreeMap<>(properties)
                .entrySet().stream()
                        .map(property -> quoted("-D" + property.getKey() + "=" + property.getValue()))
                        .collect(Collectors.joining(" ", "mvn migrate:" + goal + " ", ""));
    }

    private static String quoted(String word) {
        return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
