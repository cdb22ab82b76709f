package dev.migrate.revision;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The same answers as the planner's, found slowly: relations are whole sets of pairs, closed by repeating until nothing
 * changes, and each definition is one line.
 */
final class ReferencePlanner {

    private final Map<String, Set<String>> needs = new TreeMap<>();
    private final Map<String, Set<String>> behind = new TreeMap<>();

    ReferencePlanner(Collection<RevisionInfo> revisions) {
        for (RevisionInfo revision : revisions) {
            behind.put(revision.id(), new TreeSet<>(revision.revises()));
            Set<String> all = new TreeSet<>(revision.revises());
            all.addAll(revision.dependsOn());
            needs.put(revision.id(), all);
        }
        close(needs);
        close(behind);
    }

    private static void close(Map<String, Set<String>> relation) {
        boolean grew = true;
        while (grew) {
            grew = false;
            for (Set<String> related : relation.values()) {
                for (String one : List.copyOf(related)) {
                    grew |= related.addAll(relation.get(one));
                }
            }
        }
    }

    Set<String> all() {
        return new TreeSet<>(needs.keySet());
    }

    /** Everything that the rows imply. */
    Set<String> applied(Set<String> rows) {
        Set<String> applied = new TreeSet<>(rows);
        rows.forEach(row -> applied.addAll(needs.get(row)));
        return applied;
    }

    /** The rows that stand for what is applied. */
    Set<String> rows(Set<String> applied) {
        Set<String> rows = new TreeSet<>(applied);
        applied.forEach(one -> rows.removeAll(needs.get(one)));
        return rows;
    }

    /** What an upgrade to the targets applies. */
    Set<String> upgrade(Set<String> applied, Collection<String> targets) {
        Set<String> missing = applied(new TreeSet<>(targets));
        missing.removeAll(applied);
        return missing;
    }

    /** What a downgrade to the target reverts: what is on top of it, and what needs that. */
    Set<String> downgrade(Set<String> applied, String target) {
        Set<String> onTop = new TreeSet<>(applied);
        onTop.removeIf(one -> !behind.get(one).contains(target));
        Set<String> reverted = new TreeSet<>(onTop);
        for (String one : applied) {
            if (needs.get(one).stream().anyMatch(onTop::contains)) {
                reverted.add(one);
            }
        }
        return reverted;
    }

    /** Whether each revision comes after all that it needs, and none comes twice. */
    boolean isInOrder(List<String> ids) {
        List<String> seen = new ArrayList<>();
        for (String id : ids) {
            if (seen.contains(id)
                    || seen.stream().anyMatch(earlier -> needs.get(earlier).contains(id))) {
                return false;
            }
            seen.add(id);
        }
        return true;
    }

    /** Whether an applied revision revises this one. */
    boolean hasAppliedOnTop(Set<String> applied, String id) {
        return applied.stream().anyMatch(one -> behind.get(one).contains(id));
    }

    boolean isNeededBy(String id, String other) {
        return needs.get(other).contains(id);
    }

    /** The revisions of which nothing comes behind on their lines. */
    Set<String> heads() {
        Set<String> heads = all();
        behind.values().forEach(heads::removeAll);
        return heads;
    }

    Set<String> ancestors(String id) {
        return behind.get(id);
    }

    Set<String> descendants(String id) {
        Set<String> descendants = all();
        descendants.removeIf(one -> !behind.get(one).contains(id));
        return descendants;
    }
}
