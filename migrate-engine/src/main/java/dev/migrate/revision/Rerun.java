package dev.migrate.revision;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * How revisions come to run that count as applied and never ran: what was applied on top of them is reverted, the database
 * is declared to be without them, and all is applied again. What is applied on other branches stays.
 */
public final class Rerun {

    private final RevisionGraph graph;
    private final Set<String> applied;
    private final List<String> commands = new ArrayList<>();

    private Rerun(RevisionGraph graph, Set<String> rows) {
        this.graph = graph;
        this.applied = graph.required(rows);
    }

    /**
     * The goals to run, one after the other.
     *
     * @param rows those of the version table, which the history knows
     * @param neverRun some of what the rows imply
     */
    public static List<String> commands(RevisionGraph graph, Set<String> rows, Set<String> neverRun) {
        Rerun rerun = new Rerun(graph, rows);
        rerun.takeBack(neverRun);
        rerun.commands.add("mvn migrate:upgrade" + (graph.heads().size() == 1 ? "" : revision(target(rows))));
        return rerun.commands;
    }

    /** In layers from the top: what has run can't be reverted in one go with what has not. */
    private void takeBack(Set<String> neverRun) {
        Set<String> back = graph.dependingOn(neverRun);
        back.retainAll(applied);
        while (!back.isEmpty()) {
            Set<String> ran = onTop(back, id -> !neverRun.contains(id));
            applied.removeAll(ran);
            back.removeAll(ran);
            below(ran).forEach(target -> commands.add("mvn migrate:downgrade" + revision(target)));
            Set<String> missed = onTop(back, neverRun::contains);
            if (!missed.isEmpty()) {
                applied.removeAll(missed);
                back.removeAll(missed);
                commands.add("mvn migrate:stamp -Dmigrate.purge" + revision(target(graph.maximal(applied))));
            }
        }
    }

    /** Those of one kind that none of the other kind needs. */
    private Set<String> onTop(Set<String> ids, Predicate<String> kind) {
        Set<String> top = new LinkedHashSet<>(ids);
        top.removeAll(graph.required(ids.stream().filter(kind.negate()).toList()));
        return top;
    }

    /** The targets of downgrades that revert these and nothing else that is applied. */
    private Set<String> below(Set<String> reverted) {
        Set<String> targets = new TreeSet<>();
        for (String id : reverted) {
            if (graph.prerequisites(id).stream().noneMatch(reverted::contains)) {
                targets.add(below(id));
            }
        }
        return targets;
    }

    private String below(String id) {
        // On the line between the last parent and this revision there is no other one.
        return graph.get(id).revises().stream()
                .max(Comparator.comparingInt(parent -> graph.topological().indexOf(graph.get(parent))))
                .map(parent -> graph.children(parent).stream().anyMatch(applied::contains) ? id + "@" + parent : parent)
                .orElse(id + "@base");
    }

    private static String target(Set<String> ids) {
        return ids.isEmpty() ? "base" : String.join(",", new TreeSet<>(ids));
    }

    private static String revision(String target) {
        return " -Dmigrate.revision=" + target;
    }
}
