package dev.migrate.runtime.journal;

import dev.migrate.JournalEntry;
import dev.migrate.Outcome;
import dev.migrate.revision.RevisionGraph;
import dev.migrate.revision.RevisionInfo;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What counts as applied because of what follows it, and has never run: revisions that were put below others when these
 * had been applied, as happens where a branch is rebased on another one, or comes to depend on one. A stamp says that all
 * is there up to it.
 */
public final class NeverRun {

    private final RevisionGraph graph;
    private final Set<String> run = new HashSet<>();
    private final Set<String> declared = new HashSet<>();
    private final boolean isWhole;

    private NeverRun(RevisionGraph graph, List<JournalEntry> newestFirst) {
        this.graph = graph;
        this.isWhole = !newestFirst.isEmpty() && isBeginning(newestFirst.get(newestFirst.size() - 1));
        Set<String> later = new HashSet<>();
        for (JournalEntry entry : newestFirst) {
            if (entry.outcome() == Outcome.DONE && graph.contains(entry.revision())) {
                if (entry.isStamp()) {
                    declared.addAll(graph.required(Set.of(entry.revision())));
                } else if (later.add(entry.revision()) && entry.action().equals("upgrade")) {
                    run.add(entry.revision());
                }
            }
        }
    }

    /**
     * These revisions, in the order of the history.
     *
     * @param rows those of the version table; what they need isn't known if the history lacks one
     * @param newestFirst the whole journal
     */
    public static List<RevisionInfo> of(RevisionGraph graph, Set<String> rows, List<JournalEntry> newestFirst) {
        if (!rows.stream().allMatch(graph::contains)) {
            return List.of();
        }
        Set<String> applied = graph.required(rows);
        NeverRun journal = new NeverRun(graph, newestFirst);
        return graph.topological().stream()
                .filter(revision -> applied.contains(revision.id()) && journal.isMissed(revision.id()))
                .toList();
    }

    /** Whether nothing was done before it: nothing has been deleted, nor has the version table had rows before. */
    private boolean isBeginning(JournalEntry oldest) {
        return oldest.id() == 1
                && graph.contains(oldest.revision())
                && (oldest.isStamp() || graph.prerequisites(oldest.revision()).isEmpty());
    }

    /**
     * Whether the journal would tell of it: of all, or of what comes behind something that it tells of. Of its beginning,
     * entries may have been deleted.
     */
    private boolean isMissed(String id) {
        return !isTold(id) && (isWhole || graph.required(Set.of(id)).stream().anyMatch(this::isTold));
    }

    private boolean isTold(String id) {
        return run.contains(id) || declared.contains(id);
    }
}
