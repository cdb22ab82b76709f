package dev.migrate.revision.loading;

import dev.migrate.revision.RevisionInfo;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A class with a {@link dev.migrate.Revision} annotation.
 *
 * @param name the binary name
 * @param source the file it was compiled from, if the compiler noted it
 * @param values what the annotation says, its defaults left out
 * @param documentation the body of the class's Javadoc; empty where only the class file was read
 */
public record AnnotatedClass(
        String name, @Nullable String source, Map<String, List<String>> values, String documentation) {

    public AnnotatedClass {
        Map<String, List<String>> copy = new TreeMap<>();
        values.forEach((element, strings) -> copy.put(element, List.copyOf(strings)));
        values = Map.copyOf(copy);
    }

    AnnotatedClass documented(String newDocumentation) {
        return new AnnotatedClass(name, source, values, newDocumentation);
    }

    /** The revision's id. */
    public String id() {
        return value("id");
    }

    /** The file, or the class if the file is unknown. */
    public String where() {
        return source == null ? name : source;
    }

    /**
     * What the annotation says.
     *
     * @throws DateTimeException if {@code created} is not a time
     */
    public RevisionInfo revision() {
        return revision(created());
    }

    /** What the annotation says, whenever it was created. */
    public RevisionInfo timeless() {
        return revision(null);
    }

    private RevisionInfo revision(@Nullable Instant created) {
        return new RevisionInfo(
                id(),
                values("revises"),
                values("dependsOn"),
                values("labels"),
                value("message"),
                created,
                name,
                source,
                documentation);
    }

    private @Nullable Instant created() {
        String text = value("created");
        return text.isEmpty() ? null : OffsetDateTime.parse(text).toInstant();
    }

    private String value(String element) {
        return String.join("", values(element));
    }

    private List<String> values(String element) {
        return values.getOrDefault(element, List.of());
    }
}
