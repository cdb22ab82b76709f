package dev.migrate.revision.loading;

import dev.migrate.revision.RevisionInfo;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What an index says of its classes together, in its first paragraph: of which classes it speaks, and which revisions are
 * the heads. A start that finds the database there needn't read the paragraphs of a thousand revisions.
 *
 * <pre>{@code
 * classes db.migrations.R0001_Initial db.migrations.R0002_AddEmail
 * heads 0002
 * }</pre>
 */
final class IndexedHeads {

    private static final String CLASSES = "classes ";
    private static final String HEADS = "\nheads ";

    private IndexedHeads() {}

    /** The paragraph, with the empty line behind it; empty if the classes form no history by themselves. */
    static String paragraph(Collection<AnnotatedClass> classes) {
        if (classes.isEmpty() || !Revisions.problems(classes).isEmpty()) {
            return "";
        }
        Set<String> names = new TreeSet<>();
        for (AnnotatedClass one : classes) {
            names.add(one.name());
        }
        List<String> heads = Revisions.graph(classes).heads().stream()
                .map(RevisionInfo::id)
                .sorted()
                .toList();
        return CLASSES + String.join(" ", names) + HEADS + String.join(" ", heads) + "\n\n";
    }

    /**
     * The heads of a history.
     *
     * @param index what an index holds
     * @param classes the names of all classes that there are
     * @return empty if the index doesn't tell them, or if it speaks of other classes than these
     */
    static Optional<Set<String>> read(String index, Collection<String> classes) {
        if (!index.startsWith(CLASSES)) {
            return Optional.empty();
        }
        int heads = index.indexOf('\n');
        int end = index.indexOf('\n', heads + 1);
        String names = String.join(" ", new TreeSet<>(classes));
        return end >= 0
                        && index.startsWith(HEADS, heads)
                        && heads == CLASSES.length() + names.length()
                        && index.startsWith(names, CLASSES.length())
                ? Optional.of(
                        Set.of(index.substring(heads + HEADS.length(), end).split(" ")))
                : Optional.empty();
    }
}
