package dev.migrate.command.parameter;

import dev.migrate.MigrateException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** A parameter that has one of a few values, written in any case. */
public final class Choice {

    private Choice() {}

    /**
     * @param parameter its name, for the message
     * @param values what it may be
     * @throws MigrateException if it is something else
     */
    public static <E extends Enum<E>> E of(String parameter, String text, E[] values) {
        return Arrays.stream(values)
                .filter(value -> value.name().equalsIgnoreCase(text.strip()))
                .findFirst()
                .orElseThrow(() -> new MigrateException(parameter + " is '" + text + "'. Expected "
                        + Arrays.stream(values)
                                .map(value -> value.name().toLowerCase(Locale.ROOT))
                                .collect(Collectors.joining(" or "))
                        + "."));
    }
}
