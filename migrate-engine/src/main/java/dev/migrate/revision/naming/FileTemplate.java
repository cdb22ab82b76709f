package dev.migrate.revision.naming;

import dev.migrate.MigrateException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;

/**
 * How the file of a new revision is named, as in {@code R{rev}_{Slug}.java}. The class is named like the file.
 *
 * <p>The tokens: {@code {rev}} the id, its dots replaced by underscores; {@code {slug}} and {@code {Slug}} the message
 * as {@code add_status_column} and {@code AddStatusColumn}; {@code {year} {month} {day} {hour} {minute} {second}}
 * padded with zeros, in the zone of the given time; {@code {epoch}} in seconds.
 */
public final class FileTemplate {

    /** The default. */
    public static final String DEFAULT = "R{rev}_{Slug}.java";

    private static final Pattern TOKEN = Pattern.compile("\\{([^{}]*)}");
    private static final String EXTENSION = ".java";

    private final String template;

    private FileTemplate(String template) {
        this.template = template;
    }

    /**
     * Reads a template.
     *
     * @throws MigrateException if it doesn't end in {@code .java}, or has an unknown token
     */
    public static FileTemplate parse(String template) {
        if (!template.endsWith(EXTENSION)) {
            throw new MigrateException("The file template '" + template + "' doesn't end in " + EXTENSION
                    + ". Expected something like " + DEFAULT + ".");
        }
        Map<String, String> known = values("", "", Instant.EPOCH.atZone(ZoneOffset.UTC));
        Matcher token = TOKEN.matcher(template);
        while (token.find()) {
            if (!known.containsKey(token.group(1))) {
                throw new MigrateException("The file template '" + template + "' has an unknown token " + token.group()
                        + ". Known are {" + String.join("}, {", known.keySet()) + "}.");
            }
        }
        return new FileTemplate(template);
    }

    /**
     * The simple name of a revision's class.
     *
     * @throws MigrateException if it would not be the name of a Java class
     */
    public String className(String id, String message, ZonedDateTime created) {
        Map<String, String> values = values(id, message, created);
        String stem = template.substring(0, template.length() - EXTENSION.length());
        String name = TOKEN.matcher(stem)
                .replaceAll(token -> Matcher.quoteReplacement(values.getOrDefault(token.group(1), "")))
                .replaceAll("_+$", "");
        if (!SourceVersion.isIdentifier(name) || SourceVersion.isKeyword(name)) {
            throw new MigrateException("The file template '" + template + "' gives '" + name + "' for revision " + id
                    + ", which is not the name of a Java class. Begin it with a letter, as in " + DEFAULT
                    + ", and join its parts with underscores.");
        }
        return name;
    }

    private static Map<String, String> values(String id, String message, ZonedDateTime created) {
        Slug slug = Slug.of(message);
        Map<String, String> values = new TreeMap<>();
        values.put("rev", id.replace('.', '_'));
        values.put("slug", slug.underscored());
        values.put("Slug", slug.camelCased());
        values.put("year", padded(created.getYear(), 4));
        values.put("month", padded(created.getMonthValue(), 2));
        values.put("day", padded(created.getDayOfMonth(), 2));
        values.put("hour", padded(created.getHour(), 2));
        values.put("minute", padded(created.getMinute(), 2));
        values.put("second", padded(created.getSecond(), 2));
        values.put("epoch", Long.toString(created.toEpochSecond()));
        return values;
    }

    private static String padded(int number, int width) {
        return String.format(Locale.ROOT, "%0" + width + "d", number);
    }
}
