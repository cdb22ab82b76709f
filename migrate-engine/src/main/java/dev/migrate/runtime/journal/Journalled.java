package dev.migrate.runtime.journal;

import dev.migrate.revision.RevisionGraph;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * What is applied according to the journal, for a history that lacks what the version table has.
 *
 * @param since applied since the last stamp, and not reverted
 * @param stamped what the last stamp has declared to be there; empty if there was none, or at the base
 * @param before applied before that stamp, which may have taken it back
 */
public record Journalled(Set<String> since, Set<String> stamped, Set<String> before) {

    public Journalled {
        since = Set.copyOf(since);
        stamped = Set.copyOf(stamped);
        before = Set.copyOf(before);
    }

    /** Whether all of these were applied or stamped. */
    public boolean hasAll(Collection<String> revisions) {
        return revisions.stream().allMatch(one -> since.contains(one) || stamped.contains(one) || before.contains(one));
    }

    /** The ids, known to the history or not. */
    public Set<String> in(RevisionGraph graph) {
        Set<String> known = new HashSet<>(stamped);
        known.removeIf(revision -> !graph.contains(revision));
        Set<String> applied = new HashSet<>(since);
        applied.addAll(graph.required(known));
        if (known.size() < stamped.size()) {
            // What a newer version stamps may stand for all that was done before, as when it has made one of many.
            applied.addAll(before);
        }
        return applied;
    }
}
