package dev.migrate.revision;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known about a revision without loading its class.
 *
 * @param id unique in the history
 * @param revises the revisions it follows, in the order written: none for a base, two or more for a merge
 * @param dependsOn revisions or branch labels that must be applied before it
 * @param labels names for the branch that starts here
 * @param message what changes, in a sentence; may be empty
 * @param created when it was written, or null if nobody said
 * @param className the binary name of the migration class
 * @param source the name of the file it was read from, for messages
 * @param documentation the body of the class's Javadoc; may be empty
 */
public record RevisionInfo(
        String id,
        List<String> revises,
        List<String> dependsOn,
        List<String> labels,
        String message,
        @Nullable Instant created,
        String className,
        @Nullable String source,
        String documentation) {

    public RevisionInfo {
        revises = List.copyOf(revises);
        dependsOn = List.copyOf(dependsOn);
        labels = List.copyOf(labels);
    }

    /** Whether nothing comes before it. */
    public boolean isBase() {
        return revises.isEmpty();
    }

    /** Whether it joins several branches. */
    public boolean isMergePoint() {
        return revises.size() > 1;
    }

    /** Where a person finds it: the file, or the class if the file is unknown. */
    public String where() {
        return source == null ? className : source;
    }

    /** The id and, if there is one, the message: {@code 3f2a (add email)}. */
    public String summary() {
        return message.isEmpty() ? id : id + " (" + message + ")";
    }
}
