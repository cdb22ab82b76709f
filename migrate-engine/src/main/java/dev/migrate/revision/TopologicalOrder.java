package dev.migrate.revision;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Parents before children (Kahn's algorithm). A line is followed to its end before the next one begins, so that a branch
 * stays together; lines that start at one place come in the order of their ids.
 */
final class TopologicalOrder {

    private TopologicalOrder() {}

    /**
     * The ids in order. Those on a cycle, or behind one, are missing.
     *
     * @param prerequisites the ids that come before an id; may name others, which are ignored
     */
    static List<String> of(Set<String> ids, Function<String, ? extends Collection<String>> prerequisites) {
        Map<String, List<String>> successors = new HashMap<>();
        Map<String, Integer> missing = new TreeMap<>();
        for (String id : new TreeSet<>(ids)) {
            List<String> before = prerequisites.apply(id).stream()
                    .filter(ids::contains)
                    .distinct()
                    .toList();
            missing.put(id, before.size());
            before.forEach(one ->
                    successors.computeIfAbsent(one, any -> new ArrayList<>()).add(id));
        }
        Deque<String> ready = new ArrayDeque<>();
        missing.forEach((id, count) -> {
            if (count == 0) {
                ready.addLast(id);
            }
        });
        List<String> ordered = new ArrayList<>(ids.size());
        while (!ready.isEmpty()) {
            String id = ready.removeFirst();
            ordered.add(id);
            List<String> after = successors.getOrDefault(id, List.of());
            for (int i = after.size() - 1; i >= 0; i--) {
                if (missing.merge(after.get(i), -1, Integer::sum) == 0) {
                    ready.addFirst(after.get(i));
                }
            }
        }
        return ordered;
    }
}
