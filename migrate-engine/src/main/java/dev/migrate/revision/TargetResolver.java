package dev.migrate.revision;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Finds the revisions that a target names, given what is applied. None at all is the base. */
final class TargetResolver implements Target.Visitor<List<String>> {

    private final RevisionGraph graph;
    private final Applied applied;
    private final boolean exact;
    private final Predicate<String> scope;
    private final Target whole;

    private TargetResolver(RevisionGraph graph, Applied applied, boolean exact, Predicate<String> scope, Target whole) {
        this.graph = graph;
        this.applied = applied;
        this.exact = exact;
        this.scope = scope;
        this.whole = whole;
    }

    /** The revisions that a target names; relative ones take exactly as many steps as they say. */
    static List<String> resolve(RevisionGraph graph, Applied applied, Target target) {
        return target.accept(new TargetResolver(graph, applied, true, any -> true, target));
    }

    /** As {@link #resolve}, where a walk ends at the end of the history. */
    static List<String> resolveLeniently(RevisionGraph graph, Applied applied, Target target) {
        return target.accept(new TargetResolver(graph, applied, false, any -> true, target));
    }

    /** The places that steps lead by, from what is applied: ids, and {@link Walk#BASE}. */
    static List<String> pathFromApplied(RevisionGraph graph, Applied applied, Target target, Target.Steps steps) {
        TargetResolver resolver = new TargetResolver(graph, applied, true, any -> true, target);
        return (target instanceof Target.InBranch inBranch ? resolver.within(inBranch) : resolver).path(steps);
    }

    @Override
    public List<String> head(Target.Head head) {
        List<RevisionInfo> heads = new ArrayList<>();
        for (RevisionInfo one : graph.heads()) {
            if (scope.test(one.id())) {
                heads.add(one);
            }
        }
        if (heads.isEmpty()) {
            throw RevisionErrors.noHead(whole);
        }
        if (heads.size() > 1) {
            throw RevisionErrors.multipleHeads(whole, heads);
        }
        return List.of(heads.get(0).id());
    }

    @Override
    public List<String> heads(Target.Heads heads) {
        List<String> found = new ArrayList<>();
        for (RevisionInfo one : graph.heads()) {
            if (scope.test(one.id())) {
                found.add(one.id());
            }
        }
        return found;
    }

    @Override
    public List<String> base(Target.Base base) {
        return List.of();
    }

    @Override
    public List<String> current(Target.Current current) {
        return applied.rows().stream().filter(scope).toList();
    }

    @Override
    public List<String> id(Target.Id id) {
        RevisionInfo found = graph.find(id.text(), scope);
        if (!scope.test(found.id()) && whole instanceof Target.InBranch inBranch) {
            throw RevisionErrors.notInBranch(found, inBranch.branch());
        }
        return List.of(found.id());
    }

    @Override
    public List<String> steps(Target.Steps steps) {
        List<String> path = path(steps);
        String end = path.get(path.size() - 1);
        if (exact && steps.count() > 0) {
            Set<String> needed = applied.missing(List.of(end));
            if (needed.size() != steps.count()) {
                throw RevisionErrors.moreStepsUp(whole, steps.count(), end, inOrder(needed));
            }
        }
        return place(end);
    }

    private List<String> path(Target.Steps steps) {
        return new Walk(graph, scope, whole, exact).path(start(), steps.count());
    }

    /** Where steps from what is applied begin: at the row, or, if a branch has none, where it stops being applied. */
    private String start() {
        List<String> inScope = applied.rows().stream().filter(scope).toList();
        List<String> starts = inScope.isEmpty() ? ends() : inScope;
        if (starts.size() > 1) {
            throw RevisionErrors.ambiguousStart(whole, new Choices(graph, starts));
        }
        return starts.isEmpty() ? Walk.BASE : starts.get(0);
    }

    private List<String> ends() {
        Predicate<String> goesOn =
                id -> graph.children(id).stream().anyMatch(child -> scope.test(child) && applied.contains(child));
        return applied.all().stream()
                .filter(scope)
                .filter(goesOn.negate())
                .sorted()
                .toList();
    }

    @Override
    public List<String> offset(Target.Offset offset) {
        List<String> from = offset.from().accept(this);
        String start = from.isEmpty() ? Walk.BASE : from.get(0);
        List<String> path = new Walk(graph, scope, whole, exact).path(start, offset.count());
        return place(path.get(path.size() - 1));
    }

    private static List<String> place(String end) {
        return end.equals(Walk.BASE) ? List.of() : List.of(end);
    }

    @Override
    public List<String> inBranch(Target.InBranch inBranch) {
        return inBranch.target().accept(within(inBranch));
    }

    private TargetResolver within(Target.InBranch inBranch) {
        Set<String> lineage = graph.lineage(graph.find(inBranch.branch()).id());
        return new TargetResolver(graph, applied, exact, lineage::contains, inBranch);
    }

    @Override
    public List<String> several(Target.Several several) {
        Set<String> found = new LinkedHashSet<>();
        several.targets()
                .forEach(one -> found.addAll(one.accept(new TargetResolver(graph, applied, exact, scope, one))));
        for (String id : found) {
            Set<String> included = graph.required(List.of(id));
            List<String> others = found.stream()
                    .filter(other -> !other.equals(id) && included.contains(other))
                    .toList();
            if (!others.isEmpty()) {
                throw RevisionErrors.overlapping(id, others);
            }
        }
        return new ArrayList<>(found);
    }

    @Override
    public List<String> pointInTime(Target.PointInTime pointInTime) {
        throw RevisionErrors.notFor(whole, "revision", "a revision; times are for downgrade");
    }

    @Override
    public List<String> range(Target.Range range) {
        throw RevisionErrors.notFor(whole, "revision", "one revision or several; ranges are for sql and history");
    }

    @Override
    public List<String> open(Target.Open open) {
        throw RevisionErrors.notFor(whole, "revision", "a revision");
    }

    private List<String> inOrder(Set<String> ids) {
        return graph.topological().stream()
                .map(RevisionInfo::id)
                .filter(ids::contains)
                .toList();
    }
}
