package dev.migrate.revision.loading;

import dev.migrate.revision.RevisionInfo;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A class with a {@link dev.migrate.Revision} annotation, and what that says; what it leaves out is empty.
 *
 * @param name the binary name
 * @param source the file it was compiled from, if the compiler noted it
 * @param created as it is written
 * @param documentation the body of the class's Javadoc; empty where only the class file was read
 */
public record AnnotatedClass(
        String name,
        @Nullable String source,
        String id,
        List<String> revises,
        List<String> dependsOn,
        List<String> labels,
        String message,
        String created,
        String documentation) {

    private static final String USUAL_TIME = "0000-00-00T00:00:00Z";

    public AnnotatedClass {
        revises = List.copyOf(revises);
        dependsOn = List.copyOf(dependsOn);
        labels = List.copyOf(labels);
    }

    /** @param values what the annotation says, by the names of its elements */
    public static AnnotatedClass of(
            String name, @Nullable String source, Map<String, List<String>> values, String documentation) {
        return new AnnotatedClass(
                name,
                source,
                String.join("", values.getOrDefault("id", List.of())),
                values.getOrDefault("revises", List.of()),
                values.getOrDefault("dependsOn", List.of()),
                values.getOrDefault("labels", List.of()),
                String.join("", values.getOrDefault("message", List.of())),
                String.join("", values.getOrDefault("created", List.of())),
                documentation);
    }

    AnnotatedClass documented(String newDocumentation) {
        return new AnnotatedClass(name, source, id, revises, dependsOn, labels, message, created, newDocumentation);
    }

    /** The file, or the class if the file is unknown. */
    public String where() {
        return source == null ? name : source;
    }

    /** Whether the compiler noted a Java file, or nothing: then it is likely to be Java's. */
    boolean isFromJava() {
        return source == null || source.endsWith(".java");
    }

    /**
     * What the annotation says.
     *
     * @throws DateTimeException if {@code created} is not a time
     */
    public RevisionInfo revision() {
        return revision(created.isEmpty() ? null : instant(created));
    }

    /** What the annotation says, whenever it was created. */
    public RevisionInfo timeless() {
        return revision(null);
    }

    private RevisionInfo revision(@Nullable Instant time) {
        return new RevisionInfo(id, revises, dependsOn, labels, message, time, name, source, documentation);
    }

    private static Instant instant(String text) {
        if (hasUsualForm(text)) {
            try {
                return usualInstant(text);
            } catch (DateTimeException e) {
                return OffsetDateTime.parse(text).toInstant(); // Fails too, and says in which text.
            }
        }
        return OffsetDateTime.parse(text).toInstant();
    }

    private static Instant usualInstant(String text) {
        LocalDate day = LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10));
        int hour = ChronoField.HOUR_OF_DAY.checkValidIntValue(number(text, 11, 13));
        int minute = ChronoField.MINUTE_OF_HOUR.checkValidIntValue(number(text, 14, 16));
        int second = ChronoField.SECOND_OF_MINUTE.checkValidIntValue(number(text, 17, 19));
        return Instant.ofEpochSecond(((day.toEpochDay() * 24 + hour) * 60 + minute) * 60 + second);
    }

    /** As Migrate writes it. A start that reads thousands of them needs no general parser. */
    private static boolean hasUsualForm(String text) {
        if (text.length() != USUAL_TIME.length()) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c >= '0' && c <= '9' ? '0' : c) != USUAL_TIME.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static int number(String digits, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            number = number * 10 + digits.charAt(i) - '0';
        }
        return number;
    }
}
