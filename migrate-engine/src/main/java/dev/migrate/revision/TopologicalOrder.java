package dev.migrate.revision;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.List;

/**
 * Parents before children (Kahn's algorithm). A line is followed to its end before the next one begins, so that a branch
 * stays together; lines that start at one place come in the order of their ids.
 */
final class TopologicalOrder {

    /** Which places come before others. */
    enum Relation {
        REVISING,
        /** Revising, or depending on. */
        REQUIRING;

        List<Place> before(Place place) {
            return this == REVISING ? place.parents() : place.prerequisites();
        }

        List<Place> after(Place place) {
            return this == REVISING ? place.children() : place.successors();
        }
    }

    private static final int OTHER = -1;

    private final Relation relation;

    /** By number, how many of the places before it are not yet in the order, or {@link #OTHER} for what isn't ordered. */
    private final int[] missing;

    private TopologicalOrder(Relation relation, int numbers) {
        this.relation = relation;
        this.missing = new int[numbers];
        Arrays.fill(missing, OTHER);
    }

    /**
     * The places in order. Those on a cycle, or behind one, are missing.
     *
     * @param sorted what to order, sorted by number
     * @param numbers how many numbers there are
     */
    static List<Place> of(Collection<Place> sorted, int numbers, Relation relation) {
        return new TopologicalOrder(relation, numbers).order(sorted);
    }

    private List<Place> order(Collection<Place> sorted) {
        for (Place place : sorted) {
            missing[place.number()] = 0;
        }
        Deque<Place> ready = new ArrayDeque<>();
        for (Place place : sorted) {
            for (Place before : relation.before(place)) {
                if (missing[before.number()] != OTHER) {
                    missing[place.number()]++;
                }
            }
            if (missing[place.number()] == 0) {
                ready.addLast(place);
            }
        }
        List<Place> ordered = new ArrayList<>(sorted.size());
        while (!ready.isEmpty()) {
            Place place = ready.removeFirst();
            ordered.add(place);
            List<Place> after = byNumber(relation.after(place));
            for (int i = after.size() - 1; i >= 0; i--) {
                Place next = after.get(i);
                if (missing[next.number()] != OTHER && --missing[next.number()] == 0) {
                    ready.addFirst(next);
                }
            }
        }
        return ordered;
    }

    private static List<Place> byNumber(List<Place> places) {
        if (places.size() < 2) {
            return places;
        }
        List<Place> sorted = new ArrayList<>(places);
        Collections.sort(sorted);
        return sorted;
    }
}
