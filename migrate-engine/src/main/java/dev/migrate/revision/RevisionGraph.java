package dev.migrate.revision;

import dev.migrate.MigrateException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The history: revisions that revise and depend on one another. Where several come in no particular order they are
 * sorted by id.
 *
 * <p>Two relations are kept apart, as in Alembic. What a revision <em>revises</em> makes lines, branches, merges and
 * heads. What it <em>depends on</em> must be applied before it, on whatever line it is.
 */
public final class RevisionGraph {

    /** Sorted by id. */
    private final Map<String, Place> places;

    private final List<Place> order;
    private final List<RevisionInfo> topological;
    private final Map<String, RevisionInfo> byLabel = new HashMap<>();
    private final Map<String, Set<String>> branchLabels;

    private RevisionGraph(Map<String, Place> places, List<Place> order) {
        this.places = places;
        this.order = order;
        List<RevisionInfo> inOrder = new ArrayList<>(order.size());
        for (Place place : order) {
            inOrder.add(place.revision());
            for (String label : place.revision().labels()) {
                byLabel.put(label, place.revision());
            }
        }
        topological = Collections.unmodifiableList(inOrder);
        branchLabels = byLabel.isEmpty() ? Map.of() : branchLabels(this);
    }

    /**
     * The history that these revisions form.
     *
     * @throws InvalidHistoryException with everything that is wrong, if they form none
     */
    public static RevisionGraph of(Collection<RevisionInfo> revisions) {
        HistoryCheck check = HistoryCheck.passed(revisions);
        return new RevisionGraph(check.places(), check.order());
    }

    /** How many revisions there are. */
    public int size() {
        return places.size();
    }

    /** Whether there is a revision with exactly this id. */
    public boolean contains(String id) {
        return places.containsKey(id);
    }

    /**
     * The revision with exactly this id.
     *
     * @throws MigrateException if there is none
     */
    public RevisionInfo get(String id) {
        Place place = places.get(id);
        if (place == null) {
            throw RevisionErrors.unknown(id, this);
        }
        return place.revision();
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
        if (contains(partialId)) {
            return get(partialId);
        }
        RevisionInfo labelled = byLabel.get(partialId);
        if (labelled != null) {
            return labelled;
        }
        List<RevisionInfo> candidates = where(place -> place.id().startsWith(partialId) && among.test(place.id()));
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
        return topological;
    }

    /** As {@link #topological()}. */
    List<Place> places() {
        return order;
    }

    /** All ids, sorted. */
    public Set<String> ids() {
        return Collections.unmodifiableSet(places.keySet());
    }

    /** The revisions that no other one revises. */
    public List<RevisionInfo> heads() {
        List<RevisionInfo> heads = new ArrayList<>();
        for (Place place : places.values()) {
            if (place.children().isEmpty()) {
                heads.add(place.revision());
            }
        }
        return List.copyOf(heads);
    }

    /** The heads that no other revision depends on: what the version table holds once everything is applied. */
    public List<RevisionInfo> headsResolvingDependencies() {
        return where(place -> place.successors().isEmpty());
    }

    /** Whether no other revision revises this one. */
    public boolean isHead(String id) {
        return at(id).children().isEmpty();
    }

    /** The revisions that revise no other one. */
    public List<RevisionInfo> bases() {
        return where(place -> place.revision().isBase());
    }

    /** The revisions that several others revise. */
    public List<RevisionInfo> branchPoints() {
        return where(place -> place.children().size() > 1);
    }

    /** The revisions that several others revise or depend on. */
    public List<RevisionInfo> branchPointsResolvingDependencies() {
        return where(place -> place.successors().size() > 1);
    }

    /** Whether several others revise this one. */
    public boolean isBranchPoint(String id) {
        return at(id).children().size() > 1;
    }

    /** The ids of the revisions that revise this one. */
    public List<String> children(String id) {
        return Place.ids(at(id).children());
    }

    /** The ids of the revisions that depend on this one. */
    public List<String> dependents(String id) {
        return Place.ids(at(id).dependents());
    }

    /** What must be applied right before this revision: what it revises, then what it depends on. */
    public List<String> prerequisites(String id) {
        return Place.ids(at(id).prerequisites());
    }

    /** What can only be applied after this revision: what revises it or depends on it. */
    public List<String> successors(String id) {
        return Place.ids(at(id).successors());
    }

    /** The ids of all revisions behind this one on its lines; not itself. */
    public Set<String> ancestors(String id) {
        return others(id, Place::parents);
    }

    /** The ids of all revisions in front of this one on its lines; not itself. */
    public Set<String> descendants(String id) {
        return others(id, Place::children);
    }

    private Set<String> others(String id, Function<Place, List<Place>> next) {
        Set<String> reached = reach(Set.of(id), next);
        reached.remove(id);
        return Collections.unmodifiableSet(reached);
    }

    /** These revisions and all that must be applied before them. */
    public Set<String> required(Collection<String> ids) {
        return requiredBesides(Set.of(), ids);
    }

    /**
     * These revisions and all that must be applied before them, without some. Each start asks for it: it is a loop of its
     * own, which needs nothing that has to be linked first.
     *
     * @param known revisions to leave out, with all that must be applied before them
     */
    Set<String> requiredBesides(Set<String> known, Collection<String> ids) {
        Set<String> reached = new LinkedHashSet<>();
        Deque<Place> todo = new ArrayDeque<>();
        for (String id : ids) {
            if (!known.contains(id) && reached.add(id)) {
                todo.addLast(at(id));
            }
        }
        while (!todo.isEmpty()) {
            for (Place one : todo.removeLast().prerequisites()) {
                if (!known.contains(one.id()) && reached.add(one.id())) {
                    todo.addLast(one);
                }
            }
        }
        return reached;
    }

    /** These revisions and all that can only be applied after them. */
    Set<String> dependingOn(Collection<String> ids) {
        return reach(ids, Place::successors);
    }

    /** The revisions on the lines through this one: itself, its ancestors and its descendants. */
    Set<String> lineage(String id) {
        Set<String> lineage = reach(Set.of(id), Place::parents);
        lineage.addAll(reach(Set.of(id), Place::children));
        return lineage;
    }

    private Set<String> reach(Collection<String> from, Function<Place, List<Place>> next) {
        Set<String> reached = new LinkedHashSet<>(from);
        Deque<Place> todo = new ArrayDeque<>();
        for (String id : reached) {
            todo.addLast(at(id));
        }
        while (!todo.isEmpty()) {
            for (Place one : next.apply(todo.removeLast())) {
                if (reached.add(one.id())) {
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
        for (RevisionInfo revision : graph.topological) {
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

    private List<RevisionInfo> where(Predicate<Place> condition) {
        List<RevisionInfo> found = new ArrayList<>();
        for (Place place : places.values()) {
            if (condition.test(place)) {
                found.add(place.revision());
            }
        }
        return List.copyOf(found);
    }

    private Place at(String id) {
        @Nullable Place place = places.get(id);
        if (place == null) {
            throw new IllegalArgumentException("No revision " + id);
        }
        return place;
    }
}
