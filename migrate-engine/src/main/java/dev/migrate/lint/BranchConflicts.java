package dev.migrate.lint;

import dev.migrate.lint.Effect.Target;
import dev.migrate.revision.RecordedRevision;
import dev.migrate.revision.RevisionGraph;
import dev.migrate.revision.RevisionInfo;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Looks for what two branches do to the same object. Columns of one table that each of them adds are no conflict, nor is
 * what one branch makes and takes away again; raw SQL isn't looked at.
 */
public final class BranchConflicts {

    private final RevisionGraph graph;
    private final Function<RevisionInfo, RecordedRevision> recorded;

    /** @param recorded what a revision does; asked for those of the branches only */
    public BranchConflicts(RevisionGraph graph, Function<RevisionInfo, RecordedRevision> recorded) {
        this.graph = graph;
        this.recorded = recorded;
    }

    private record Done(RevisionInfo revision, Effect effect) {}

    /** Those between the parents of a revision that it doesn't settle by doing something to the object itself. */
    public List<BranchConflict> leftBy(RevisionInfo merge) {
        if (!merge.isMergePoint()) {
            return List.of();
        }
        Set<String> settled = new HashSet<>();
        done(Set.of(merge.id())).forEach((target, all) -> {
            if (all.stream().anyMatch(did -> !did.effect().equals(Effect.NEED))) {
                settled.add(target.toString());
            }
        });
        return between(merge.revises()).stream()
                .filter(conflict -> !settled.contains(conflict.object()))
                .toList();
    }

    /** Those between branches, given by their last revisions; one for each object. */
    public List<BranchConflict> between(List<String> branches) {
        Map<Target, BranchConflict> found = new LinkedHashMap<>();
        for (int i = 0; i < branches.size(); i++) {
            for (String other : branches.subList(i + 1, branches.size())) {
                between(branches.get(i), other, found);
            }
        }
        return List.copyOf(found.values());
    }

    private void between(String one, String other, Map<Target, BranchConflict> found) {
        Set<String> ofOne = graph.required(Set.of(one));
        Set<String> ofOther = graph.required(Set.of(other));
        Map<Target, List<Done>> others = done(without(ofOther, ofOne));
        done(without(ofOne, ofOther)).forEach((target, all) -> {
            for (Done did : all) {
                for (Done otherDid : others.getOrDefault(target, List.of())) {
                    if (did.effect().conflictsWith(otherDid.effect())) {
                        found.putIfAbsent(target, conflict(target, did, otherDid));
                    }
                }
            }
        });
    }

    private static Set<String> without(Set<String> ids, Set<String> common) {
        Set<String> own = new HashSet<>(ids);
        own.removeAll(common);
        return own;
    }

    private static BranchConflict conflict(Target target, Done one, Done other) {
        return new BranchConflict(
                target.toString(),
                one.revision(),
                one.effect().verb(),
                other.revision(),
                other.effect().verb());
    }

    private Map<Target, List<Done>> done(Set<String> revisions) {
        Map<Target, List<Done>> done = new LinkedHashMap<>();
        for (RevisionInfo revision : graph.topological()) {
            if (revisions.contains(revision.id())) {
                BranchEffects effects =
                        new BranchEffects((target, effect) -> add(done, target, new Done(revision, effect)));
                recorded.apply(revision).operations().forEach(effects::of);
            }
        }
        return done;
    }

    /** What a branch makes itself is its own affair: nothing else that it does to it meets another branch. */
    private static void add(Map<Target, List<Done>> done, Target target, Done next) {
        List<Done> before = done.computeIfAbsent(target, any -> new ArrayList<>());
        boolean isOwn =
                !before.isEmpty() && before.get(before.size() - 1).effect().kind() == Effect.Kind.MAKES;
        if (isOwn && next.effect().kind() == Effect.Kind.REMOVES) {
            before.remove(before.size() - 1);
        } else if (!isOwn) {
            before.add(next);
        }
    }
}
