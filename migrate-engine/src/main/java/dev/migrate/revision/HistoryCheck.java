package dev.migrate.revision;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds everything that keeps revisions from forming a history, in the order of the ids. */
public final class HistoryCheck {

    private static final int LONGEST_NAME = 64;
    private static final String NAMES = "are 1 to " + LONGEST_NAME + " letters, digits, underscores and dots";
    private static final Set<String> KEYWORDS = Set.of("head", "heads", "base", "current");

    private final List<RevisionInfo> all;
    private final Map<String, Place> places;
    private final Map<String, List<RevisionInfo>> duplicates = new TreeMap<>();
    private final Map<String, List<RevisionInfo>> byLabel = new TreeMap<>();
    private final List<HistoryProblem> problems = new ArrayList<>();
    private final List<Place> order;

    private HistoryCheck(Collection<RevisionInfo> revisions) {
        all = new ArrayList<>(revisions);
        if (!isSorted(all)) {
            all.sort(HistoryCheck::compare);
        }
        places = new LinkedHashMap<>(2 * all.size());
        for (RevisionInfo revision : all) {
            Place same = places.putIfAbsent(revision.id(), new Place(revision, places.size()));
            if (same != null) {
                duplicates
                        .computeIfAbsent(revision.id(), any -> new ArrayList<>(List.of(same.revision())))
                        .add(revision);
            }
            for (String label : revision.labels()) {
                byLabel.computeIfAbsent(label, any -> new ArrayList<>()).add(revision);
            }
        }
        names();
        duplicateIds();
        labels();
        references();
        order = TopologicalOrder.of(places.values(), places.size(), TopologicalOrder.Relation.REQUIRING);
        cycles();
    }

    private static int compare(RevisionInfo one, RevisionInfo other) {
        int byId = one.id().compareTo(other.id());
        return byId == 0 ? one.where().compareTo(other.where()) : byId;
    }

    /** An index mostly is: to ask is faster than to sort. */
    private static boolean isSorted(List<RevisionInfo> revisions) {
        for (int i = 1; i < revisions.size(); i++) {
            if (compare(revisions.get(i - 1), revisions.get(i)) > 0) {
                return false;
            }
        }
        return true;
    }

    /** What is wrong; empty if the revisions form a history. */
    public static List<HistoryProblem> problems(Collection<RevisionInfo> revisions) {
        return List.copyOf(new HistoryCheck(revisions).problems);
    }

    /**
     * Finds what is wrong while it sorts them.
     *
     * @throws InvalidHistoryException with everything that is wrong
     */
    static HistoryCheck passed(Collection<RevisionInfo> revisions) {
        HistoryCheck check = new HistoryCheck(revisions);
        if (!check.problems.isEmpty()) {
            throw InvalidHistoryException.of(check.problems);
        }
        return check;
    }

    /** The revisions by their ids, in the order of these; linked. */
    Map<String, Place> places() {
        return places;
    }

    /** The revisions, parents and dependencies first. */
    List<Place> order() {
        return order;
    }

    private void names() {
        for (RevisionInfo revision : all) {
            name(revision, "Revision id", revision.id(), "ids");
            for (String label : revision.labels()) {
                name(revision, "Branch label", label, "labels");
            }
        }
    }

    private void name(RevisionInfo revision, String what, String name, String plural) {
        if (KEYWORDS.contains(name)) {
            report(revision, what + " '" + name + "' (" + revision.where() + ") means something else in a target.");
        } else if (!isWellFormed(name)) {
            report(
                    revision,
                    what + " '" + name + "' (" + revision.where() + ") is malformed: " + plural + " " + NAMES + ".");
        }
    }

    private static boolean isWellFormed(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
            if (!letter && (c < '0' || c > '9') && c != '_' && c != '.') {
                return false;
            }
        }
        return !name.isEmpty() && name.length() <= LONGEST_NAME;
    }

    private void duplicateIds() {
        for (List<RevisionInfo> same : duplicates.values()) {
            report(
                    same,
                    "Revision " + same.get(0).id() + " is present more than once: " + files(same)
                            + ". Give each its own id.");
        }
    }

    private void labels() {
        for (Map.Entry<String, List<RevisionInfo>> entry : byLabel.entrySet()) {
            String label = entry.getKey();
            List<RevisionInfo> users = entry.getValue();
            if (users.size() > 1) {
                report(
                        users,
                        "Branch label '" + label + "' is used more than once: " + files(users)
                                + ". Descendants have it by themselves: leave it at the revision where the branch starts.");
            }
            if (places.containsKey(label)) {
                report(
                        users,
                        "Branch label '" + label + "' (" + files(users) + ") is the id of another revision ("
                                + files(revisionsOf(label)) + ").");
            }
        }
    }

    private void references() {
        for (RevisionInfo revision : all) {
            references(revision, revision.revises(), Reference.REVISES);
            references(revision, revision.dependsOn(), Reference.DEPENDS_ON);
        }
    }

    private enum Reference {
        REVISES("revises", "Self-loop"),
        DEPENDS_ON("depends on", "Dependency self-loop");

        private final String verb;
        private final String loop;

        Reference(String verb, String loop) {
            this.verb = verb;
            this.loop = loop;
        }

        void link(Place from, Place to) {
            if (this == REVISES) {
                from.revise(to);
            } else {
                from.dependOn(to);
            }
        }
    }

    private void references(RevisionInfo revision, List<String> named, Reference reference) {
        for (int i = 0; i < named.size(); i++) {
            String one = named.get(i);
            Place found = reference == Reference.DEPENDS_ON ? placeOrLabelled(one) : places.get(one);
            if (i > 0 && named.indexOf(one) < i) {
                report(
                        revision,
                        "Revision " + revision.id() + " (" + revision.where() + ") " + reference.verb + " " + one
                                + " twice.");
            } else if (found == null) {
                String referrer = "Revision " + revision.id() + " (" + revision.where() + ") " + reference.verb + " it";
                report(revision, RevisionErrors.cannotLocate(one, referrer, places.keySet()));
            } else if (found.id().equals(revision.id())) {
                report(
                        revision,
                        reference.loop + " is detected in revisions (" + revision.id() + "): " + revision.where() + " "
                                + reference.verb + " itself.");
            } else if (duplicates.isEmpty() || isFirst(revision)) {
                reference.link(place(revision.id()), found);
            }
        }
    }

    /** Of several with one id, the first one has the place. */
    private boolean isFirst(RevisionInfo revision) {
        List<RevisionInfo> same = duplicates.get(revision.id());
        return same == null || same.get(0).equals(revision);
    }

    private @Nullable Place placeOrLabelled(String name) {
        List<RevisionInfo> labelled = byLabel.get(name);
        return labelled == null ? places.get(name) : places.get(labelled.get(0).id());
    }

    private Place place(String id) {
        @Nullable Place place = places.get(id);
        if (place == null) {
            throw new IllegalArgumentException("No revision " + id);
        }
        return place;
    }

    private void cycles() {
        if (order.size() == places.size()) {
            return; // Nearly always: one order of everything spares looking for two kinds of cycles.
        }
        Set<Place> onCycles = cycles(places.values(), TopologicalOrder.Relation.REVISING, "Cycle");
        Set<Place> others = new LinkedHashSet<>(places.values());
        onCycles.forEach(others::remove);
        cycles(others, TopologicalOrder.Relation.REQUIRING, "Dependency cycle");
    }

    /** Reports cycles that have no revision in common, and returns the revisions on them. */
    private Set<Place> cycles(Collection<Place> among, TopologicalOrder.Relation relation, String name) {
        Set<Place> found = new HashSet<>();
        Set<Place> left = new LinkedHashSet<>(among);
        // removeAll would look each place up in the list, one after the other.
        TopologicalOrder.of(left, places.size(), relation).forEach(left::remove);
        while (!left.isEmpty()) {
            List<Place> cycle = cycleIn(left, relation);
            List<RevisionInfo> revisions = cycle.stream().map(Place::revision).toList();
            report(
                    revisions,
                    name + " is detected in revisions (" + String.join(", ", Place.ids(cycle)) + "): "
                            + cycle.stream()
                                    .map(one -> one.revision().where() + " needs " + next(one, cycle))
                                    .collect(Collectors.joining(", "))
                            + ".");
            found.addAll(cycle);
            cycle.forEach(left::remove);
            TopologicalOrder.of(left, places.size(), relation).forEach(left::remove);
        }
        return found;
    }

    private static String next(Place place, List<Place> cycle) {
        return cycle.get((cycle.indexOf(place) + 1) % cycle.size()).id();
    }

    /** Each of the places has a prerequisite among them, so whoever follows these comes by a place twice. */
    private static List<Place> cycleIn(Set<Place> places, TopologicalOrder.Relation relation) {
        List<Place> path = new ArrayList<>();
        Set<Place> seen = new HashSet<>();
        Place at = places.iterator().next();
        while (seen.add(at)) {
            path.add(at);
            at = relation.before(at).stream()
                    .filter(places::contains)
                    .findFirst()
                    .orElseThrow();
        }
        List<Place> cycle = path.subList(path.indexOf(at), path.size());
        int smallest = cycle.indexOf(
                cycle.stream().min(Comparator.comparingInt(Place::number)).orElseThrow());
        return Stream.concat(cycle.subList(smallest, cycle.size()).stream(), cycle.subList(0, smallest).stream())
                .toList();
    }

    private List<RevisionInfo> revisionsOf(String id) {
        return duplicates.getOrDefault(id, List.of(place(id).revision()));
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
