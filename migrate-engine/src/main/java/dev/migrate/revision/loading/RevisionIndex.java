package dev.migrate.revision.loading;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The annotated classes of one directory or jar, as text: a paragraph for each, sorted by class name.
 *
 * <pre>{@code
 * class db.migrations.R0002_AddEmail
 * source R0002_AddEmail.java
 * documentation Adds an address to each user.\nSee ticket 12.
 * id 0002
 * revises 0001
 * message Add email
 * }</pre>
 */
public final class RevisionIndex {

    /** The resource that holds it. */
    public static final String RESOURCE = "META-INF/migrate/revisions.index";

    private static final String CLASS = "class";
    private static final String SOURCE = "source";
    private static final String DOCUMENTATION = "documentation";

    private final SortedMap<String, AnnotatedClass> byName = new TreeMap<>();

    public RevisionIndex(Collection<AnnotatedClass> classes) {
        classes.forEach(one -> byName.put(one.name(), one));
    }

    /** An index of nothing. */
    public static RevisionIndex empty() {
        return new RevisionIndex(List.of());
    }

    /** Reads what {@link #text()} wrote. */
    public static RevisionIndex parse(String text) {
        List<AnnotatedClass> classes = new ArrayList<>();
        for (String paragraph : text.split("\n\n", -1)) {
            Map<String, List<String>> values = new TreeMap<>();
            paragraph.lines().filter(line -> !line.isBlank()).forEach(line -> {
                int space = line.indexOf(' ');
                if (space > 0) {
                    values.computeIfAbsent(line.substring(0, space), any -> new ArrayList<>())
                            .add(unescape(line.substring(space + 1)));
                }
            });
            Optional<String> name = take(values, CLASS);
            String source = take(values, SOURCE).orElse(null);
            String documentation = take(values, DOCUMENTATION).orElse("");
            name.ifPresent(known -> classes.add(new AnnotatedClass(known, source, values, documentation)));
        }
        return new RevisionIndex(classes);
    }

    private static Optional<String> take(Map<String, List<String>> values, String key) {
        return Optional.ofNullable(values.remove(key)).map(found -> found.get(0));
    }

    /** The classes, sorted by name. */
    public Collection<AnnotatedClass> classes() {
        return Collections.unmodifiableCollection(byName.values());
    }

    /** What is known about a class. */
    public Optional<AnnotatedClass> find(String className) {
        return Optional.ofNullable(byName.get(className));
    }

    /** What to write; the same for the same classes. */
    public String text() {
        StringBuilder text = new StringBuilder();
        for (AnnotatedClass one : byName.values()) {
            text.append(text.isEmpty() ? "" : "\n");
            line(text, CLASS, one.name());
            if (one.source() != null) {
                line(text, SOURCE, one.source());
            }
            if (!one.documentation().isEmpty()) {
                line(text, DOCUMENTATION, one.documentation());
            }
            new TreeMap<>(one.values())
                    .forEach((element, strings) -> strings.forEach(value -> line(text, element, value)));
        }
        return text.toString();
    }

    private static void line(StringBuilder text, String key, String value) {
        text.append(key).append(' ').append(escape(value)).append('\n');
    }

    private static String escape(String value) {
        return value.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
    }

    private static String unescape(String value) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '\\' && i + 1 < value.length()) {
                char escaped = value.charAt(++i);
                text.append(escaped == 'n' ? '\n' : escaped == 'r' ? '\r' : escaped);
            } else {
                text.append(c);
            }
        }
        return text.toString();
    }
}
