package dev.migrate.revision;

import dev.migrate.MigrateException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Plans what leads from what is applied to a target. Pure functions of the history, the rows of the version table and
 * the target; whoever runs the plan sees to it that the rows are still those.
 */
public final class Planner {

    private Planner() {}

    /**
     * The migrations to apply so that everything the target names is applied.
     *
     * @param appliedRows the rows of the version table
     * @throws MigrateException if the target or a row is unknown, ambiguous, behind what is applied, or takes another
     *     number of steps than it says
     */
    public static Plan upgrade(RevisionGraph graph, Set<String> appliedRows, Target target) {
        Applied applied = new Applied(graph, appliedRows);
        List<Target> parts = target instanceof Target.Several several ? several.targets() : List.of(target);
        for (Target part : parts) {
            requireForward(graph, applied, part);
        }
        List<String> found = TargetResolver.resolve(graph, applied, target);
        if (found.isEmpty()
                && !(target instanceof Target.Heads)
                && !applied.rows().isEmpty()) {
            throw RevisionErrors.baseIsBehind(target, applied.rows());
        }
        for (String id : found) {
            for (String next : graph.children(id)) {
                if (applied.contains(next)) {
                    throw RevisionErrors.behind(id, next, applied.rows());
                }
            }
        }
        return applied.upgrade(applied.missing(found));
    }

    private static void requireForward(RevisionGraph graph, Applied applied, Target target) {
        Target point = target instanceof Target.InBranch inBranch ? inBranch.target() : target;
        if (point instanceof Target.Current) {
            throw RevisionErrors.notFor(target, "upgrade", "head, heads, an id, +1 or label@head");
        }
        if (point instanceof Target.Steps steps && steps.count() < 0) {
            int forward = graph.size() - applied.all().size();
            throw RevisionErrors.wrongWay(target, steps.count(), forward, applied.rows());
        }
    }

    /**
     * The migrations to revert so that nothing on top of the target is applied. What was applied on other branches
     * stays, unless it depends on what is reverted.
     *
     * @param appliedRows the rows of the version table
     * @throws MigrateException if the target or a row is unknown, ambiguous, not applied, or takes another number of
     *     steps than it says
     */
    public static Plan downgrade(RevisionGraph graph, Set<String> appliedRows, Target target) {
        Applied applied = new Applied(graph, appliedRows);
        return applied.downgrade(Set.copyOf(target.accept(new Reverted(graph, applied, target))));
    }

    /**
     * The migrations to revert so that this revision is not applied: it and what needs it.
     *
     * @param appliedRows the rows of the version table
     * @throws MigrateException if the revision or a row is unknown
     */
    public static Plan revert(RevisionGraph graph, Set<String> appliedRows, String revision) {
        Applied applied = new Applied(graph, appliedRows);
        return applied.downgrade(
                applied.revertedWith(List.of(graph.get(revision).id())));
    }

    /**
     * How the rows change when the database is declared to be at the target without running anything. Branches that
     * have nothing to do with the target keep their rows.
     *
     * @param appliedRows the rows of the version table
     * @throws MigrateException if the target or a row is unknown or ambiguous
     */
    public static List<RowChange> stamp(RevisionGraph graph, Set<String> appliedRows, Target target) {
        Applied applied = new Applied(graph, appliedRows);
        return Applied.changes(applied, stamped(graph, applied, target));
    }

    /**
     * The revisions of which a stamp says whether they are there: what its target needs, and what needs its target. It says
     * nothing of those of other branches.
     *
     * @param appliedRows the rows of the version table
     * @throws MigrateException as {@link #stamp}
     */
    public static Set<String> declared(RevisionGraph graph, Set<String> appliedRows, Target target) {
        Applied applied = new Applied(graph, appliedRows);
        if (target instanceof Target.Base) {
            return graph.ids();
        }
        if (isBack(target)) {
            Set<String> reverted = new LinkedHashSet<>(applied.all());
            reverted.removeAll(graph.required(stamped(graph, applied, target)));
            return graph.dependingOn(reverted);
        }
        List<String> points = TargetResolver.resolve(graph, applied, target);
        Set<String> declared = graph.dependingOn(points);
        declared.addAll(graph.required(points));
        return declared;
    }

    private static boolean isBack(Target target) {
        Target point = target instanceof Target.InBranch inBranch ? inBranch.target() : target;
        return point instanceof Target.Base || (point instanceof Target.Steps steps && steps.count() < 0);
    }

    private static Set<String> stamped(RevisionGraph graph, Applied applied, Target target) {
        if (isBack(target)) {
            return downgrade(graph, applied.rows(), target).rowsAfter(applied.rows());
        }
        List<String> found = TargetResolver.resolve(graph, applied, target);
        Set<String> after = new LinkedHashSet<>(found.isEmpty() ? List.of() : applied.all());
        found.forEach(id -> {
            Set<String> later = graph.dependingOn(List.of(id));
            later.remove(id);
            after.removeAll(later);
        });
        after.addAll(graph.required(found));
        return graph.maximal(after);
    }

    /**
     * The rows that a script starts from: what the left side of its range names, or none for an upgrade that isn't
     * given as a range.
     *
     * @throws MigrateException if the target needs a database to be understood
     */
    public static Set<String> offlineStart(RevisionGraph graph, Direction direction, Target target) {
        if (!(target instanceof Target.Range range)) {
            if (direction == Direction.DOWNGRADE) {
                throw RevisionErrors.notFor(
                        target, "offline downgrade", "a range from:to, since there is no database to ask where it is");
            }
            return Set.of();
        }
        if (range.from().needsApplied()) {
            throw RevisionErrors.notFor(
                    target, "offline", "a range that starts at a revision, since there is no database to ask");
        }
        Target from = !(range.from() instanceof Target.Open)
                ? range.from()
                : direction == Direction.UPGRADE ? new Target.Base() : new Target.Heads();
        Applied nothing = new Applied(graph, Set.of());
        return graph.maximal(graph.required(TargetResolver.resolve(graph, nothing, from)));
    }

    /**
     * The plan for a script that is written without a database: {@code from:to}, or, to upgrade, a target to be reached
     * from the base. A side left empty is the base or the head, whichever lies in that direction.
     *
     * @throws MigrateException as {@link #upgrade} and {@link #downgrade}, and if the range is not on one line
     */
    public static Plan offline(RevisionGraph graph, Direction direction, Target target) {
        Set<String> start = offlineStart(graph, direction, target);
        Target to = target instanceof Target.Range range ? range.to() : target;
        if (direction == Direction.DOWNGRADE) {
            return downgrade(graph, start, to instanceof Target.Open ? new Target.Base() : to);
        }
        Plan plan = upgrade(graph, start, to instanceof Target.Open ? new Target.Head() : to);
        if (target instanceof Target.Range range) {
            List<String> end = TargetResolver.resolve(
                    graph,
                    new Applied(graph, start),
                    range.to() instanceof Target.Open ? new Target.Head() : range.to());
            requireOneLine(range, start, graph.required(end));
        }
        return plan;
    }

    /**
     * The revisions that a target is about, the newest first: of a range, those from its left to its right side, both
     * included.
     *
     * @param appliedRows the rows of the version table; matter only if {@link Target#needsApplied()}
     * @throws MigrateException if the target is unknown or ambiguous, or the range is not on one line
     */
    public static List<RevisionInfo> history(RevisionGraph graph, Set<String> appliedRows, Target target) {
        Applied applied = new Applied(graph, target.needsApplied() ? appliedRows : Set.of());
        if (!(target instanceof Target.Range range)) {
            return newestFirst(graph, Set.copyOf(TargetResolver.resolveLeniently(graph, applied, target)));
        }
        Target to = range.to() instanceof Target.Open ? new Target.Heads() : range.to();
        Target from = range.from() instanceof Target.Open ? new Target.Base() : range.from();
        List<String> lower = TargetResolver.resolveLeniently(graph, applied, from);
        Set<String> between = graph.required(TargetResolver.resolveLeniently(graph, applied, to));
        requireOneLine(range, lower, between);
        between.removeAll(graph.required(lower));
        between.addAll(lower);
        return newestFirst(graph, between);
    }

    private static void requireOneLine(Target range, Iterable<String> from, Set<String> leadingToEnd) {
        for (String id : from) {
            if (!leadingToEnd.contains(id)) {
                throw RevisionErrors.notOneLine(range, id);
            }
        }
    }

    private static List<RevisionInfo> newestFirst(RevisionGraph graph, Set<String> ids) {
        List<RevisionInfo> found = new ArrayList<>(graph.topological().stream()
                .filter(revision -> ids.contains(revision.id()))
                .toList());
        Collections.reverse(found);
        return found;
    }

    /**
     * Whether everything is applied. A head that has no row because an applied revision depends on it counts.
     *
     * @throws MigrateException if a row is unknown
     */
    public static boolean isCurrent(RevisionGraph graph, Set<String> appliedRows) {
        return new Applied(graph, appliedRows).all().size() == graph.size();
    }

    /**
     * The newest applied revision of each line, sorted: the rows, and what is applied only because they depend on it.
     *
     * @throws MigrateException if a row is unknown
     */
    public static List<RevisionInfo> appliedHeads(RevisionGraph graph, Set<String> appliedRows) {
        Applied applied = new Applied(graph, appliedRows);
        return applied.all().stream()
                .filter(id -> graph.children(id).stream().noneMatch(applied::contains))
                .sorted()
                .map(graph::get)
                .toList();
    }

    /**
     * Refuses a database that lags behind.
     *
     * @throws MigrateException if something is not applied, or a row is unknown
     */
    public static void requireCurrent(RevisionGraph graph, Set<String> appliedRows) {
        if (!isCurrent(graph, appliedRows)) {
            throw RevisionErrors.notUpToDate(
                    new Applied(graph, appliedRows).rows(), graph.headsResolvingDependencies());
        }
    }

    /**
     * What a new revision revises.
     *
     * @param target where it goes: {@code head}, {@code label@head}, an id, {@code base} for a new base
     * @param splice whether it may branch from a revision that others revise already
     * @throws MigrateException if the target is unknown or ambiguous, or not a head without splice
     */
    public static List<String> parents(RevisionGraph graph, Target target, boolean splice) {
        boolean isHead = target instanceof Target.Head;
        if (isHead && graph.heads().size() > 1) {
            throw RevisionErrors.multipleHeadsToFollow(target, graph.heads());
        }
        List<String> found = isHead && graph.size() == 0 ? List.of() : withoutDatabase(graph, target);
        if (!splice) {
            unlessHead(graph, found, RevisionErrors::notHead);
        }
        return found;
    }

    private static List<String> withoutDatabase(RevisionGraph graph, Target target) {
        return TargetResolver.resolve(graph, new Applied(graph, Set.of()), target);
    }

    /**
     * What a new revision that joins branches revises.
     *
     * @throws MigrateException if that are not at least two heads
     */
    public static List<String> mergeParents(RevisionGraph graph, Target target) {
        List<String> found = withoutDatabase(graph, target);
        unlessHead(graph, found, RevisionErrors::notHeadToMerge);
        if (found.size() < 2) {
            throw RevisionErrors.nothingToMerge(
                    target, found.stream().map(graph::get).toList());
        }
        return found;
    }

    /** What to say of a revision, with those that revise it and the heads. */
    @FunctionalInterface
    private interface NotHead {
        MigrateException says(RevisionInfo revision, List<String> children, List<RevisionInfo> heads);
    }

    private static void unlessHead(RevisionGraph graph, List<String> ids, NotHead error) {
        for (String id : ids) {
            if (!graph.isHead(id)) {
                throw error.says(graph.get(id), graph.children(id), graph.heads());
            }
        }
    }
}
