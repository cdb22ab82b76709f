package dev.migrate.revision;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A revision among those around it, ordered as their ids are. It is linked while the history is checked, and doesn't
 * change afterwards.
 */
final class Place implements Comparable<Place> {

    private final RevisionInfo revision;
    private final int number;
    private List<Place> parents = List.of();
    private List<Place> children = List.of();
    private List<Place> dependencies = List.of();
    private List<Place> dependents = List.of();

    /** @param number its position among all revisions, sorted by id */
    Place(RevisionInfo revision, int number) {
        this.revision = revision;
        this.number = number;
    }

    void revise(Place parent) {
        parents = with(parents, parent);
        parent.children = with(parent.children, this);
    }

    /** Several of its labels may stand for one dependency. */
    void dependOn(Place dependency) {
        if (!dependencies.contains(dependency)) {
            dependencies = with(dependencies, dependency);
            dependency.dependents = with(dependency.dependents, this);
        }
    }

    @Override
    public int compareTo(Place other) {
        return Integer.compare(number, other.number);
    }

    RevisionInfo revision() {
        return revision;
    }

    String id() {
        return revision.id();
    }

    int number() {
        return number;
    }

    List<Place> parents() {
        return parents;
    }

    List<Place> children() {
        return children;
    }

    List<Place> dependents() {
        return dependents;
    }

    /** What it revises, then what it depends on. */
    List<Place> prerequisites() {
        return both(parents, dependencies);
    }

    /** What revises it, then what depends on it. */
    List<Place> successors() {
        return both(children, dependents);
    }

    /** Nearly always there are no dependencies. */
    private static List<Place> both(List<Place> first, List<Place> second) {
        if (second.isEmpty()) {
            return first;
        }
        List<Place> both = new ArrayList<>(first);
        for (Place one : second) {
            if (!first.contains(one)) {
                both.add(one);
            }
        }
        return both;
    }

    /** Nearly always it is the first one. */
    private static List<Place> with(List<Place> places, Place one) {
        if (places.isEmpty()) {
            return List.of(one);
        }
        List<Place> more = new ArrayList<>(places);
        more.add(one);
        return more;
    }

    static List<String> ids(List<Place> places) {
        List<String> ids = new ArrayList<>(places.size());
        for (Place one : places) {
            ids.add(one.id());
        }
        return Collections.unmodifiableList(ids);
    }
}
