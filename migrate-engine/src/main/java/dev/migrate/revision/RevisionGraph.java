package dev.migrate.revision;

import dev.migrate.MigrateException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The history: revisions that revise and depend on one another. Where several come in no particular order they are
 * sorted by id.
 *
 * <p>Two relations are kept apart, as in Alembic. What a revision <em>revises</em> makes lines, branches, merges and
 * heads. What it <em>depends on</em> must be applied before it, on whatever line it is.
 */
public final class RevisionGraph {

    private final Map<String, RevisionInfo> revisions = new LinkedHashMap<>();
    private final NavigableMap<String, RevisionInfo> sorted = new TreeMap<>();
    private final Map<String, RevisionInfo> byLabel = new HashMap<>();
    private final Map<String, List<String>> dependencies = new HashMap<>();
    private final Map<String, List<String>> children = new HashMap<>();
    private final Map<String, List<String>> dependents = new HashMap<>();
    private final Map<String, Set<String>> branchLabels;

    private RevisionGraph(Collection<RevisionInfo> all) {
        all.forEach(revision -> sorted.put(revision.id(), revision));
        for (RevisionInfo revision : sorted.values()) {
            revision.labels().forEach(label -> byLabel.put(label, revision));
        }
        for (RevisionInfo revision : sorted.values()) {
            List<String> resolved = revision.dependsOn().stream()
                    .map(one -> byLabel.containsKey(one) ? at(byLabel, one).id() : one)
                    .distinct()
                    .toList();
            dependencies.put(revision.id(), resolved);
            revision.revises().forEach(parent -> link(children, parent, revision.id()));
            resolved.forEach(dependency -> link(dependents, dependency, revision.id()));
        }
        TopologicalOrder.of(sorted.keySet(), this::prerequisites).forEach(id -> revisions.put(id, at(sorted, id)));
        branchLabels = branchLabels(this);
    }

    private static void link(Map<String, List<String>> links, String from, String to) {
        links.computeIfAbsent(from, any -> new ArrayList<>()).add(to);
    }

    /**
     * The history that these revisions form.
     *
     * @throws InvalidHistoryException with everything that is wrong, if they form none
     */
    public static RevisionGraph of(Collection<RevisionInfo> revisions) {
        List<HistoryProblem> problems = HistoryCheck.problems(revisions);
        if (!problems.isEmpty()) {
            throw InvalidHistoryException.of(problems);
        }
        return new RevisionGraph(revisions);
    }

    /** How many revisions there are. */
    public int size() {
        return revisions.size();
    }

    /** Whether there is a revision with exactly this id. */
    public boolean contains(String id) {
        return revisions.containsKey(id);
    }

    /**
     * The revision with exactly this id.
     *
     * @throws MigrateException if there is none
     */
    public RevisionInfo get(String id) {
        RevisionInfo revision = revisions.get(id);
        if (revision == null) {
            throw RevisionErrors.unknown(id, this);
        }
        return revision;
    }

    /**
     * The revision with this id, with this branch label, or the only one whose id starts so.
     *
     * @throws MigrateException if there is none (with the nearest ids), or several (with a list)
     */
    public RevisionInfo find(String partialId) {
        return find(partialId, any -> true);
    }

    /** As {@link #find(String)}, where a prefix need only be unique among some of the revisions. */
    RevisionInfo find(String partialId, Predicate<String> among) {
        RevisionInfo exact = revisions.getOrDefault(partialId, byLabel.get(partialId));
        if (exact != null) {
            return exact;
        }
        List<RevisionInfo> candidates = sorted.tailMap(partialId, true).values().stream()
                .takeWhile(revision -> revision.id().startsWith(partialId))
                .filter(revision -> among.test(revision.id()))
                .toList();
        if (partialId.isEmpty() || candidates.isEmpty()) {
            throw RevisionErrors.unknown(partialId, this);
        }
        if (candidates.size() > 1) {
            throw RevisionErrors.ambiguousPrefix(partialId, candidates);
        }
        return candidates.get(0);
    }

    /** All revisions, parents and dependencies first; each line is followed to its end before the next one begins. */
    public List<RevisionInfo> topological() {
        return List.copyOf(revisions.values());
    }

    /** All ids, sorted. */
    public Set<String> ids() {
        return Collections.unmodifiableSet(sorted.keySet());
    }

    /** The revisions that no other one revises. */
    public List<RevisionInfo> heads() {
        return where(revision -> isHead(revision.id()));
    }

    /** The heads that no other revision depends on: what the version table holds once everything is applied. */
    public List<RevisionInfo> headsResolvingDependencies() {
        return where(revision -> successors(revision.id()).isEmpty());
    }

    /** Whether no other revision revises this one. */
    public boolean isHead(String id) {
        return children(id).isEmpty();
    }

    /** The revisions that revise no other one. */
    public List<RevisionInfo> bases() {
        return where(RevisionInfo::isBase);
    }

    /** The revisions that several others revise. */
    public List<RevisionInfo> branchPoints() {
        return where(revision -> isBranchPoint(revision.id()));
    }

    /** Whether several others revise this one. */
    public boolean isBranchPoint(String id) {
        return children(id).size() > 1;
    }

    /** The revisions that revise several others. */
    public List<RevisionInfo> mergePoints() {
        return where(RevisionInfo::isMergePoint);
    }

    /** The ids of the revisions that revise this one. */
    public List<String> children(String id) {
        return Collections.unmodifiableList(children.getOrDefault(id, List.of()));
    }

    /** The ids of the revisions that depend on this one. */
    public List<String> dependents(String id) {
        return Collections.unmodifiableList(dependents.getOrDefault(id, List.of()));
    }

    /** The ids of the revisions that this one depends on, its labels resolved. */
    public List<String> dependencies(String id) {
        return dependencies.getOrDefault(id, List.of());
    }

    /** What must be applied right before this revision: what it revises, then what it depends on. */
    public List<String> prerequisites(String id) {
        return Stream.concat(at(sorted, id).revises().stream(), dependencies(id).stream())
                .distinct()
                .toList();
    }

    /** What can only be applied after this revision: what revises it or depends on it. */
    public List<String> successors(String id) {
        return Stream.concat(children(id).stream(), dependents(id).stream())
                .distinct()
                .toList();
    }

    /** The ids of all revisions behind this one on its lines; not itself. */
    public Set<String> ancestors(String id) {
        return others(id, one -> at(sorted, one).revises());
    }

    /** The ids of all revisions in front of this one on its lines; not itself. */
    public Set<String> descendants(String id) {
        return others(id, this::children);
    }

    private static Set<String> others(String id, Function<String, List<String>> next) {
        Set<String> reached = reach(Set.of(id), next);
        reached.remove(id);
        return Collections.unmodifiableSet(reached);
    }

    /** These revisions and all that must be applied before them. */
    public Set<String> required(Collection<String> ids) {
        return reach(ids, this::prerequisites);
    }

    /** These revisions and all that can only be applied after them. */
    Set<String> dependingOn(Collection<String> ids) {
        return reach(ids, this::successors);
    }

    /** The revisions on the lines through this one: itself, its ancestors and its descendants. */
    Set<String> lineage(String id) {
        Set<String> lineage = reach(Set.of(id), one -> at(sorted, one).revises());
        lineage.addAll(reach(Set.of(id), this::children));
        return lineage;
    }

    private static Set<String> reach(Collection<String> from, Function<String, List<String>> next) {
        Set<String> reached = new LinkedHashSet<>(from);
        Deque<String> todo = new ArrayDeque<>(reached);
        while (!todo.isEmpty()) {
            for (String one : next.apply(todo.removeLast())) {
                if (reached.add(one)) {
                    todo.addLast(one);
                }
            }
        }
        return reached;
    }

    /** Those of the ids that no other one of them comes after: what the version table holds for them. */
    Set<String> maximal(Set<String> ids) {
        return ids.stream()
                .filter(id -> successors(id).stream().noneMatch(ids::contains))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * The branch labels that apply to a revision: those of its ancestors, its own, and those of the line in front of it
     * up to the next branch point or merge.
     */
    public Set<String> branchLabelsOf(String id) {
        return branchLabels.getOrDefault(id, Set.of());
    }

    private static Map<String, Set<String>> branchLabels(RevisionGraph graph) {
        Map<String, Set<String>> labels = new HashMap<>();
        for (RevisionInfo revision : graph.revisions.values()) {
            TreeSet<String> inherited = new TreeSet<>(revision.labels());
            revision.revises().forEach(parent -> inherited.addAll(labels.getOrDefault(parent, Set.of())));
            labels.put(revision.id(), inherited);
        }
        graph.byLabel.forEach((label, revision) -> {
            RevisionInfo at = revision;
            while (at.revises().size() == 1 && !graph.isBranchPoint(at.revises().get(0))) {
                at = graph.get(at.revises().get(0));
                labels.getOrDefault(at.id(), Set.of()).add(label);
            }
        });
        labels.replaceAll((id, set) -> Collections.unmodifiableSet(set));
        return labels;
    }

    private List<RevisionInfo> where(Predicate<RevisionInfo> condition) {
        return sorted.values().stream().filter(condition).toList();
    }

    private static RevisionInfo at(Map<String, RevisionInfo> known, String id) {
        @Nullable RevisionInfo revision = known.get(id);
        if (revision == null) {
            throw new IllegalArgumentException("No revision " + id);
        }
        return revision;
    }
}
