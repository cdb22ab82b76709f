package dev.migrate.revision;

import java.util.List;

/**
 * Something that keeps revisions from forming a history.
 *
 * @param revisions the revisions to repair, at least one
 * @param text what is wrong and what to do, with file names
 */
public record HistoryProblem(List<RevisionInfo> revisions, String text) {

    public HistoryProblem {
        revisions = List.copyOf(revisions);
    }
}
