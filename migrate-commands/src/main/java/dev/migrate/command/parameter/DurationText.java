package dev.migrate.command.parameter;

import dev.migrate.MigrateException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Durations as PostgreSQL's settings have them: {@code 500ms}, {@code 5s}, {@code 2min}. A bare number, which would be
 * milliseconds to {@code lock_timeout} and seconds to other tools, is none, but for 0.
 */
public final class DurationText {

    private static final Pattern FORM = Pattern.compile("(\\d{1,9})\\s*(ms|s|min|h)");
    private static final Map<String, ChronoUnit> UNITS = Map.of(
            "ms", ChronoUnit.MILLIS,
            "s", ChronoUnit.SECONDS,
            "min", ChronoUnit.MINUTES,
            "h", ChronoUnit.HOURS);

    private DurationText() {}

    /**
     * @param parameter the name of the parameter, for the message
     * @throws MigrateException if it is not a duration
     */
    public static Duration parse(String parameter, String text) {
        if (text.strip().equals("0")) {
            return Duration.ZERO;
        }
        Matcher form = FORM.matcher(text.strip());
        if (!form.matches()) {
            throw new MigrateException(
                    parameter + " is '" + text + "'. Expected a duration such as 500ms, 5s, 2min or 1h; 0 for none.");
        }
        return Duration.of(Long.parseLong(form.group(1)), UNITS.get(form.group(2)));
    }
}
