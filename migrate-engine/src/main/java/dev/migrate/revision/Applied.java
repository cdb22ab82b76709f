package dev.migrate.revision;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is applied: the rows of the version table, and everything that they imply. The rows are the applied revisions
 * that no applied one comes after, be it by revising or by depending on them.
 */
final class Applied {

    private final RevisionGraph graph;
    private final Set<String> rows;
    private final Set<String> all;

    /** @throws dev.migrate.MigrateException if the history doesn't have a row's revision */
    Applied(RevisionGraph graph, Set<String> rows) {
        this.graph = graph;
        this.rows = new TreeSet<>(rows);
        for (String row : this.rows) {
            if (!graph.contains(row)) {
                throw RevisionErrors.unknownRow(row, graph);
            }
        }
        this.all = graph.required(this.rows);
    }

    Set<String> rows() {
        return Collections.unmodifiableSet(rows);
    }

    boolean contains(String id) {
        return all.contains(id);
    }

    /** Every applied revision. */
    Set<String> all() {
        return Collections.unmodifiableSet(all);
    }

    /** What is still to apply to have these. */
    Set<String> missing(Collection<String> ids) {
        return graph.requiredBesides(all, ids);
    }

    /** What is to revert to get rid of these. */
    Set<String> revertedWith(Collection<String> ids) {
        Set<String> reverted = graph.dependingOn(ids);
        reverted.retainAll(all);
        return reverted;
    }

    /** The plan that applies these, which together with what is applied are complete. */
    Plan upgrade(Set<String> ids) {
        List<Step> steps = new ArrayList<>(ids.size());
        if (ids.isEmpty()) {
            return new Plan(steps);
        }
        for (Place place : graph.places()) {
            if (ids.contains(place.id())) {
                steps.add(new Step(place.revision(), Direction.UPGRADE, apply(place)));
            }
        }
        return new Plan(steps);
    }

    /** The plan that reverts these, which nothing else that is applied needs. */
    Plan downgrade(Set<String> ids) {
        List<Step> steps = new ArrayList<>(ids.size());
        List<RevisionInfo> order = graph.topological();
        for (int i = order.size() - 1; i >= 0; i--) {
            if (ids.contains(order.get(i).id())) {
                steps.add(new Step(
                        order.get(i), Direction.DOWNGRADE, revert(order.get(i).id())));
            }
        }
        return new Plan(steps);
    }

    private List<RowChange> apply(Place place) {
        List<String> followed = new ArrayList<>(2);
        for (Place one : place.prerequisites()) {
            if (rows.contains(one.id())) {
                followed.add(one.id());
            }
        }
        all.add(place.id());
        return replace(followed, List.of(place.id()));
    }

    private List<RowChange> revert(String id) {
        all.remove(id);
        List<String> bared = graph.prerequisites(id).stream()
                .filter(one -> !rows.contains(one))
                .filter(one -> graph.successors(one).stream().noneMatch(all::contains))
                .toList();
        return replace(List.of(id), bared);
    }

    /** The first row that goes becomes the first one that comes; of the others, those that go do so before. */
    private List<RowChange> replace(List<String> gone, List<String> come) {
        if (gone.size() == 1 && come.size() == 1) {
            return List.of(replace(gone.get(0), come.get(0)));
        }
        List<RowChange> changes = new ArrayList<>(Math.max(gone.size(), come.size()));
        int updates = Math.min(gone.size(), come.size());
        for (int i = updates; i < gone.size(); i++) {
            changes.add(new RowChange.Delete(gone.get(i)));
        }
        for (int i = 0; i < updates; i++) {
            changes.add(new RowChange.Update(gone.get(i), come.get(i)));
        }
        for (int i = updates; i < come.size(); i++) {
            changes.add(new RowChange.Insert(come.get(i)));
        }
        for (String one : gone) {
            rows.remove(one);
        }
        for (String one : come) {
            rows.add(one);
        }
        return changes;
    }

    /** As nearly every step of a long plan does. */
    private RowChange replace(String gone, String come) {
        rows.remove(gone);
        rows.add(come);
        return new RowChange.Update(gone, come);
    }

    /** The changes that make the rows exactly these. */
    static List<RowChange> changes(Applied from, Set<String> to) {
        List<String> gone = from.rows.stream().filter(row -> !to.contains(row)).toList();
        List<String> come = new TreeSet<>(to)
                .stream().filter(row -> !from.rows.contains(row)).toList();
        return new Applied(from.graph, from.rows).replace(gone, come);
    }
}
