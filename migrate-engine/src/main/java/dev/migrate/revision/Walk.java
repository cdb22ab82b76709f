package dev.migrate.revision;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Goes along a line, revision by revision.
 *
 * @param scope the revisions among which to stay
 * @param target on whose behalf, for messages
 * @param exact whether the history's end is an error; else the walk ends there
 */
record Walk(RevisionGraph graph, Predicate<String> scope, Target target, boolean exact) {

    /** The place before every base; no revision has this id. */
    static final String BASE = "";

    /**
     * The places passed, both ends included.
     *
     * @param start an id, or {@link #BASE}
     * @param count how many steps, negative for back
     */
    List<String> path(String start, int count) {
        List<String> path = new ArrayList<>();
        path.add(start);
        String at = start;
        for (int taken = 0; taken < Math.abs(count); taken++) {
            List<String> next = count > 0 ? after(at) : before(at);
            if (next.isEmpty() && !exact) {
                break;
            }
            if (next.isEmpty()) {
                throw RevisionErrors.tooFewSteps(target, count, taken, start);
            }
            if (next.size() > 1) {
                throw RevisionErrors.ambiguousWalk(target, at, new Choices(graph, next));
            }
            at = next.get(0);
            path.add(at);
        }
        return path;
    }

    private List<String> after(String at) {
        List<String> next =
                at.equals(BASE) ? graph.bases().stream().map(RevisionInfo::id).toList() : graph.children(at);
        return next.stream().filter(scope).toList();
    }

    private List<String> before(String at) {
        if (at.equals(BASE)) {
            return List.of();
        }
        List<String> next = graph.get(at).revises().stream().filter(scope).toList();
        return next.isEmpty() ? List.of(BASE) : next;
    }
}
