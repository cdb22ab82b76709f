package dev.migrate.revision;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds everything that keeps revisions from forming a history, in the order of the ids. */
public final class HistoryCheck {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.]{1,64}");
    private static final String NAMES = "are 1 to 64 letters, digits, underscores and dots";
    private static final Set<String> KEYWORDS = Set.of("head", "heads", "base", "current");

    private final List<RevisionInfo> all;
    private final Map<String, List<RevisionInfo>> byId;
    private final Map<String, List<RevisionInfo>> byLabel = new TreeMap<>();
    private final List<HistoryProblem> problems = new ArrayList<>();

    private HistoryCheck(Collection<RevisionInfo> revisions) {
        all = revisions.stream()
                .sorted(Comparator.comparing(RevisionInfo::id).thenComparing(RevisionInfo::where))
                .toList();
        byId = all.stream().collect(Collectors.groupingBy(RevisionInfo::id, TreeMap::new, Collectors.toList()));
        all.forEach(
                revision -> revision.labels().forEach(label -> byLabel.computeIfAbsent(label, any -> new ArrayList<>())
                        .add(revision)));
    }

    /** What is wrong; empty if the revisions form a history. */
    public static List<HistoryProblem> problems(Collection<RevisionInfo> revisions) {
        HistoryCheck check = new HistoryCheck(revisions);
        check.names();
        check.duplicateIds();
        check.labels();
        check.references();
        check.cycles();
        return List.copyOf(check.problems);
    }

    private void names() {
        for (RevisionInfo revision : all) {
            name(revision, "Revision id", revision.id(), "ids");
            revision.labels().forEach(label -> name(revision, "Branch label", label, "labels"));
        }
    }

    private void name(RevisionInfo revision, String what, String name, String plural) {
        if (KEYWORDS.contains(name)) {
            report(revision, what + " '" + name + "' (" + revision.where() + ") means something else in a target.");
        } else if (!NAME.matcher(name).matches()) {
            report(
                    revision,
                    what + " '" + name + "' (" + revision.where() + ") is malformed: " + plural + " " + NAMES + ".");
        }
    }

    private void duplicateIds() {
        byId.forEach((id, same) -> {
            if (same.size() > 1) {
                report(
                        same,
                        "Revision " + id + " is present more than once: " + files(same) + ". Give each its own id.");
            }
        });
    }

    private void labels() {
        byLabel.forEach((label, users) -> {
            if (users.size() > 1) {
                report(
                        users,
                        "Branch label '" + label + "' is used more than once: " + files(users)
                                + ". Descendants have it by themselves: leave it at the revision where the branch starts.");
            }
            if (byId.containsKey(label)) {
                report(
                        users,
                        "Branch label '" + label + "' (" + files(users) + ") is the id of another revision ("
                                + files(byId.getOrDefault(label, List.of())) + ").");
            }
        });
    }

    private void references() {
        for (RevisionInfo revision : all) {
            references(revision, revision.revises(), "Self-loop", "revises", Set.of());
            references(revision, revision.dependsOn(), "Dependency self-loop", "depends on", byLabel.keySet());
        }
    }

    private void references(
            RevisionInfo revision, List<String> named, String loop, String verb, Set<String> alsoKnown) {
        Set<String> seen = new HashSet<>();
        for (String one : named) {
            if (!seen.add(one)) {
                report(
                        revision,
                        "Revision " + revision.id() + " (" + revision.where() + ") " + verb + " " + one + " twice.");
            } else if (one.equals(revision.id())
                    || (alsoKnown.contains(one) && revision.labels().contains(one))) {
                report(
                        revision,
                        loop + " is detected in revisions (" + revision.id() + "): " + revision.where() + " " + verb
                                + " itself.");
            } else if (!byId.containsKey(one) && !alsoKnown.contains(one)) {
                String referrer = "Revision " + revision.id() + " (" + revision.where() + ") " + verb + " it";
                report(revision, RevisionErrors.cannotLocate(one, referrer, byId.keySet()));
            }
        }
    }

    private void cycles() {
        if (TopologicalOrder.of(byId.keySet(), this::prerequisites).size() == byId.size()) {
            return; // Nearly always: one order of everything spares looking for two kinds of cycles.
        }
        Set<String> onCycles = cycles(byId.keySet(), this::parents, "Cycle");
        Set<String> others = new LinkedHashSet<>(byId.keySet());
        others.removeAll(onCycles);
        cycles(others, this::prerequisites, "Dependency cycle");
    }

    /** Reports cycles that have no revision in common, and returns the revisions on them. */
    private Set<String> cycles(Set<String> ids, Function<String, List<String>> before, String name) {
        Set<String> found = new HashSet<>();
        Set<String> left = new TreeSet<>(ids);
        // removeAll would look each id up in the list, one after the other.
        TopologicalOrder.of(left, before).forEach(left::remove);
        while (!left.isEmpty()) {
            List<String> cycle = cycleIn(left, before);
            List<RevisionInfo> revisions = cycle.stream().map(this::first).toList();
            report(
                    revisions,
                    name + " is detected in revisions (" + String.join(", ", cycle) + "): "
                            + revisions.stream()
                                    .map(one -> one.where() + " needs " + before(one, cycle))
                                    .collect(Collectors.joining(", "))
                            + ".");
            found.addAll(cycle);
            cycle.forEach(left::remove);
            TopologicalOrder.of(left, before).forEach(left::remove);
        }
        return found;
    }

    private static String before(RevisionInfo revision, List<String> cycle) {
        return cycle.get((cycle.indexOf(revision.id()) + 1) % cycle.size());
    }

    /** Each of the ids has a prerequisite among them, so whoever follows these comes by a place twice. */
    private static List<String> cycleIn(Set<String> ids, Function<String, List<String>> before) {
        List<String> path = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        String at = ids.iterator().next();
        while (seen.add(at)) {
            path.add(at);
            at = before.apply(at).stream().filter(ids::contains).findFirst().orElseThrow();
        }
        List<String> cycle = path.subList(path.indexOf(at), path.size());
        int smallest =
                cycle.indexOf(cycle.stream().min(Comparator.naturalOrder()).orElseThrow());
        return Stream.concat(cycle.subList(smallest, cycle.size()).stream(), cycle.subList(0, smallest).stream())
                .toList();
    }

    private List<String> parents(String id) {
        return first(id).revises().stream().filter(one -> !one.equals(id)).toList();
    }

    private List<String> prerequisites(String id) {
        Stream<String> dependencies = first(id).dependsOn().stream()
                .map(one -> byLabel.containsKey(one)
                        ? byLabel.getOrDefault(one, List.of()).get(0).id()
                        : one)
                .filter(one -> !one.equals(id));
        return Stream.concat(parents(id).stream(), dependencies).distinct().toList();
    }

    private RevisionInfo first(String id) {
        return byId.getOrDefault(id, List.of()).get(0);
    }

    private static String files(List<RevisionInfo> revisions) {
        return revisions.stream().map(RevisionInfo::where).distinct().collect(Collectors.joining(", "));
    }

    private void report(RevisionInfo revision, String text) {
        report(List.of(revision), text);
    }

    private void report(List<RevisionInfo> revisions, String text) {
        problems.add(new HistoryProblem(revisions, text));
    }
}
