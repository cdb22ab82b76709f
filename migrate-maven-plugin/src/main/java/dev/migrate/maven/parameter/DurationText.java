package dev.migrate.maven.parameter;

import dev.migrate.MigrateException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as PostgreSQL's settings have them: {@code 500ms}, {@code 5s}, {@code 2min}; a bare number is in seconds. */
public final class DurationText {

    private static final Pattern FORM = Pattern.compile("(\\d{1,9})\\s*(ms|s|min|h|)");
    private static final Map<String, ChronoUnit> UNITS = Map.of(
            "ms", ChronoUnit.MILLIS,
            "s", ChronoUnit.SECONDS,
            "", ChronoUnit.SECONDS,
            "min", ChronoUnit.MINUTES,
            "h", ChronoUnit.HOURS);

    private DurationText() {}

    /**
     * @param parameter the name of the parameter, for the message
     * @throws MigrateException if it is not a duration
     */
    public static Duration parse(String parameter, String text) {
        Matcher form = FORM.matcher(text.strip());
        ChronoUnit unit = form.matches() ? UNITS.get(form.group(2)) : null;
        if (unit == null) {
            throw new MigrateException(
                    parameter + " is '" + text + "'. Expected a duration such as 500ms, 5s, 2min or 1h; 0 for none.");
        }
        return Duration.of(Long.parseLong(form.group(1)), unit);
    }
}
