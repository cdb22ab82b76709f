package dev.migrate.revision;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Finds what a downgrade to a target reverts. */
record Reverted(RevisionGraph graph, Applied applied, Target whole) implements Target.Visitor<Set<String>> {

    private static final String EXPECTED = "one revision, base, -1, label@base or a time";

    @Override
    public Set<String> head(Target.Head head) {
        return downTo(any -> true);
    }

    @Override
    public Set<String> heads(Target.Heads heads) {
        return downTo(any -> true);
    }

    @Override
    public Set<String> base(Target.Base base) {
        return applied.all();
    }

    @Override
    public Set<String> current(Target.Current current) {
        throw RevisionErrors.notFor(whole, "downgrade", EXPECTED);
    }

    @Override
    public Set<String> id(Target.Id id) {
        return downTo(any -> true);
    }

    @Override
    public Set<String> steps(Target.Steps steps) {
        if (steps.count() > 0) {
            throw RevisionErrors.wrongWay(whole, steps.count(), applied.all().size(), applied.rows());
        }
        List<String> path = TargetResolver.pathFromApplied(graph, applied, whole, steps);
        Set<String> reverted = applied.revertedWith(path.subList(0, path.size() - 1));
        if (reverted.size() != -steps.count()) {
            throw RevisionErrors.moreStepsDown(whole, steps.count(), path.get(path.size() - 1), backwards(reverted));
        }
        return reverted;
    }

    @Override
    public Set<String> offset(Target.Offset offset) {
        return downTo(any -> true);
    }

    @Override
    public Set<String> inBranch(Target.InBranch inBranch) {
        RevisionInfo branch = graph.find(inBranch.branch());
        if (inBranch.target() instanceof Target.Steps steps) {
            return steps(steps);
        }
        boolean allOfIt = TargetResolver.resolve(graph, applied, whole).isEmpty();
        return allOfIt ? applied.revertedWith(belongingTo(branch.id())) : downTo(graph.lineage(branch.id())::contains);
    }

    /** A branch without the trunk that it shares with others. */
    private Set<String> belongingTo(String branch) {
        Set<String> lineage = graph.lineage(branch);
        Set<String> behind = graph.ancestors(branch);
        Set<String> own = new LinkedHashSet<>();
        List<RevisionInfo> order = graph.topological();
        for (int i = order.size() - 1; i >= 0; i--) {
            String id = order.get(i).id();
            boolean shared = behind.contains(id) && !own.containsAll(graph.children(id));
            if (lineage.contains(id) && !shared) {
                own.add(id);
            }
        }
        return own;
    }

    @Override
    public Set<String> pointInTime(Target.PointInTime pointInTime) {
        Instant until = pointInTime.until();
        List<String> before = new ArrayList<>();
        for (String id : applied.all()) {
            Instant created = graph.get(id).created();
            if (created != null && !created.isAfter(until)) {
                before.add(id);
            }
        }
        if (before.isEmpty() && !applied.all().isEmpty()) {
            throw RevisionErrors.nothingBefore(pointInTime);
        }
        Set<String> reverted = new LinkedHashSet<>(applied.all());
        reverted.removeAll(graph.required(before));
        List<RevisionInfo> unknown = reverted.stream()
                .map(graph::get)
                .filter(revision -> revision.created() == null)
                .toList();
        if (!unknown.isEmpty()) {
            throw RevisionErrors.createdUnknown(pointInTime, unknown);
        }
        return reverted;
    }

    @Override
    public Set<String> several(Target.Several several) {
        throw RevisionErrors.notFor(whole, "downgrade", EXPECTED);
    }

    @Override
    public Set<String> range(Target.Range range) {
        throw RevisionErrors.notFor(whole, "downgrade", EXPECTED + "; ranges are for sql and history");
    }

    @Override
    public Set<String> open(Target.Open open) {
        throw RevisionErrors.notFor(whole, "downgrade", EXPECTED);
    }

    /** What was applied on top of the revision, along the lines that belong to the scope. */
    private Set<String> downTo(Predicate<String> scope) {
        List<String> found = TargetResolver.resolve(graph, applied, whole);
        if (found.isEmpty()) {
            return base(new Target.Base());
        }
        if (found.size() > 1) {
            throw RevisionErrors.notFor(whole, "downgrade", EXPECTED);
        }
        String revision = found.get(0);
        if (!applied.contains(revision)) {
            throw RevisionErrors.notApplied(revision, applied.rows());
        }
        return applied.revertedWith(
                graph.children(revision).stream().filter(scope).toList());
    }

    private List<String> backwards(Set<String> ids) {
        List<String> ordered = new ArrayList<>(graph.topological().stream()
                .map(RevisionInfo::id)
                .filter(ids::contains)
                .toList());
        Collections.reverse(ordered);
        return ordered;
    }
}
