package dev.migrate.runtime.journal;

import dev.migrate.revision.RevisionGraph;
import dev.migrate.revision.RevisionInfo;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

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

    /**
     * How to have them run: what ran above the newest of them is reverted, and what has run, on other branches too, is all
     * that counts as applied then. Of older ones, with others in between that have run, the journal tells again afterwards.
     *
     * @param rows those of the version table
     * @param neverRun not empty
     */
    public static String remedy(RevisionGraph graph, Set<String> rows, List<RevisionInfo> neverRun) {
        Set<String> missed = neverRun.stream().map(RevisionInfo::id).collect(Collectors.toCollection(TreeSet::new));
        Set<String> applied = graph.required(rows);
        Set<String> left = new HashSet<>(applied);
        Set<String> back = new LinkedHashSet<>();
        for (String id : missed) {
            Set<String> above = graph.dependingOn(Set.of(id));
            above.retainAll(applied);
            if (missed.stream().noneMatch(other -> !other.equals(id) && above.contains(other))) {
                left.removeAll(above);
                if (graph.children(id).stream().anyMatch(above::contains)) {
                    back.add(id);
                }
                for (String dependent : graph.dependents(id)) {
                    if (above.contains(dependent)) {
                        back.add(below(graph.get(dependent)));
                        graph.get(dependent).revises().stream()
                                .limit(1)
                                .forEach(parent -> left.removeAll(graph.dependingOn(graph.children(parent))));
                    }
                }
            }
        }
        List<String> commands = back.stream()
                .map(id -> "mvn migrate:downgrade -Dmigrate.revision=" + id)
                .collect(Collectors.toCollection(ArrayList::new));
        commands.add(
                "mvn migrate:stamp -Dmigrate.purge -Dmigrate.revision=" + target(newestThatRan(graph, left, missed)));
        commands.add("mvn migrate:upgrade");
        return "To have it run: " + String.join(", then ", commands)
                + ". If the database has what it makes: mvn migrate:stamp -Dmigrate.revision=" + target(rows);
    }

    /** A downgrade to a revision leaves what only depends on it. */
    private static String below(RevisionInfo dependent) {
        return dependent.revises().stream().findFirst().orElse(dependent.id() + "@base");
    }

    private static Set<String> newestThatRan(RevisionGraph graph, Set<String> left, Set<String> missed) {
        Set<String> newest = new TreeSet<>();
        List<RevisionInfo> order = graph.topological();
        for (int i = order.size() - 1; i >= 0; i--) {
            String id = order.get(i).id();
            if (left.contains(id) && graph.successors(id).stream().noneMatch(left::contains)) {
                if (missed.contains(id)) {
                    left.remove(id);
                } else {
                    newest.add(id);
                }
            }
        }
        return newest;
    }

    private static String target(Set<String> ids) {
        return ids.isEmpty() ? "base" : String.join(",", new TreeSet<>(ids));
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
