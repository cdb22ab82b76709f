package dev.migrate.revision.loading;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The annotated classes of one directory or jar, as text: a paragraph for each, sorted by class name, behind one for
 * {@linkplain IndexedHeads all of them} if they form a history. What is empty is left out, and of lists each item has a
 * line.
 *
 * <pre>{@code
 * class db.migrations.R0002_AddEmail
 * source R0002_AddEmail.java
 * documentation Adds an address to each user.\nSee ticket 12.
 * created 2024-12-09T10:00:00Z
 * id 0002
 * message Add email
 * revises 0001
 * }</pre>
 */
public final class RevisionIndex {

    /** The resource that holds it. */
    public static final String RESOURCE = "META-INF/migrate/revisions.index";

    private final Map<String, AnnotatedClass> byName;

    public RevisionIndex(Collection<AnnotatedClass> classes) {
        byName = new HashMap<>(2 * classes.size());
        for (AnnotatedClass one : classes) {
            byName.put(one.name(), one);
        }
    }

    /** An index of nothing. */
    public static RevisionIndex empty() {
        return new RevisionIndex(List.of());
    }

    /** Reads what {@link #text()} wrote. */
    public static RevisionIndex parse(String text) {
        List<AnnotatedClass> classes = new ArrayList<>();
        boolean escaped = text.indexOf('\\') >= 0;
        Paragraph paragraph = new Paragraph(text, escaped);
        int line = 0;
        while (line < text.length()) {
            int newline = text.indexOf('\n', line);
            int end = newline < 0 ? text.length() : newline;
            if (end == line) {
                paragraph.endInto(classes);
                paragraph = new Paragraph(text, escaped);
            } else {
                paragraph.add(line, end);
            }
            line = end + 1;
        }
        paragraph.endInto(classes);
        return new RevisionIndex(classes);
    }

    /**
     * What is known about a class while its lines are read. A start may read ten thousand of them in code that nothing
     * has compiled yet: lines are told apart without taking their keys out of the text.
     */
    private static final class Paragraph {

        private final String text;
        private final boolean escaped;

        private String name = "";
        private String source = "";
        private String id = "";
        private List<String> revises = List.of();
        private List<String> dependsOn = List.of();
        private List<String> labels = List.of();
        private String message = "";
        private String created = "";
        private String documentation = "";

        /** @param escaped whether anything in the text is */
        Paragraph(String text, boolean escaped) {
            this.text = text;
            this.escaped = escaped;
        }

        /** A later version of Migrate may write more than these. */
        void add(int line, int end) {
            switch (text.charAt(line)) {
                case 'c' -> {
                    if (is("class ", line)) {
                        name = value("class ", line, end);
                    } else if (is("created ", line)) {
                        created = value("created ", line, end);
                    }
                }
                case 'd' -> {
                    if (is("documentation ", line)) {
                        documentation = value("documentation ", line, end);
                    } else if (is("dependsOn ", line)) {
                        dependsOn = with(dependsOn, value("dependsOn ", line, end));
                    }
                }
                case 'i' -> id = is("id ", line) ? value("id ", line, end) : id;
                case 'l' -> labels = is("labels ", line) ? with(labels, value("labels ", line, end)) : labels;
                case 'm' -> message = is("message ", line) ? value("message ", line, end) : message;
                case 'r' -> revises = is("revises ", line) ? with(revises, value("revises ", line, end)) : revises;
                case 's' -> source = is("source ", line) ? value("source ", line, end) : source;
                default -> {}
            }
        }

        private boolean is(String key, int line) {
            return text.startsWith(key, line);
        }

        private String value(String key, int line, int end) {
            String value = text.substring(line + key.length(), end);
            return escaped ? unescape(value) : value;
        }

        /** Mostly there is one. */
        private static List<String> with(List<String> values, String value) {
            if (values.isEmpty()) {
                return List.of(value);
            }
            List<String> more = new ArrayList<>(values);
            more.add(value);
            return more;
        }

        void endInto(List<AnnotatedClass> classes) {
            if (!name.isEmpty()) {
                classes.add(new AnnotatedClass(
                        name,
                        source.isEmpty() ? null : source,
                        id,
                        revises,
                        dependsOn,
                        labels,
                        message,
                        created,
                        documentation));
            }
        }
    }

    /** The classes, in no particular order. */
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
        for (AnnotatedClass one : new TreeMap<>(byName).values()) {
            text.append(text.isEmpty() ? "" : "\n");
            line(text, "class", one.name());
            lineUnlessEmpty(text, "source", one.source() == null ? "" : one.source());
            lineUnlessEmpty(text, "documentation", one.documentation());
            lineUnlessEmpty(text, "created", one.created());
            one.dependsOn().forEach(value -> line(text, "dependsOn", value));
            lineUnlessEmpty(text, "id", one.id());
            one.labels().forEach(value -> line(text, "labels", value));
            lineUnlessEmpty(text, "message", one.message());
            one.revises().forEach(value -> line(text, "revises", value));
        }
        return IndexedHeads.paragraph(byName.values()) + text;
    }

    private static void lineUnlessEmpty(StringBuilder text, String key, String value) {
        if (!value.isEmpty()) {
            line(text, key, value);
        }
    }

    private static void line(StringBuilder text, String key, String value) {
        text.append(key).append(' ').append(escape(value)).append('\n');
    }

    private static String escape(String value) {
        return value.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
    }

    private static String unescape(String value) {
        if (value.indexOf('\\') < 0) {
            return value;
        }
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
