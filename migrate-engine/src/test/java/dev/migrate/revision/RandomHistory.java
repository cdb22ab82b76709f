package dev.migrate.revision;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;

/** Makes up histories with branches, merges, dependencies and several bases. */
record RandomHistory(RandomGenerator random) {

    List<RevisionInfo> revisions(int size) {
        List<RevisionInfo> revisions = new ArrayList<>();
        List<String> ids = shuffledIds(size);
        double straight = random.nextDouble();
        double depending = random.nextDouble() * 0.5;
        for (int i = 0; i < size; i++) {
            List<String> parents = parents(ids.subList(0, i), straight);
            List<String> dependencies =
                    i > 0 && random.nextDouble() < depending ? List.of(ids.get(random.nextInt(i))) : List.of();
            revisions.add(revision(ids.get(i), parents, dependencies));
        }
        return revisions;
    }

    /** Names that say nothing about the order. */
    private List<String> shuffledIds(int size) {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            ids.add(random.nextInt(ids.size() + 1), "r" + i);
        }
        return ids;
    }

    private List<String> parents(List<String> earlier, double straight) {
        if (earlier.isEmpty() || random.nextInt(8) == 0) {
            return List.of();
        }
        if (random.nextDouble() < straight) {
            return List.of(earlier.get(earlier.size() - 1));
        }
        int count = random.nextInt(4) == 0 ? 2 + random.nextInt(2) : 1;
        Set<String> parents = new TreeSet<>();
        for (int i = 0; i < count; i++) {
            parents.add(earlier.get(random.nextInt(earlier.size())));
        }
        return List.copyOf(parents);
    }

    private static RevisionInfo revision(String id, List<String> parents, List<String> dependencies) {
        return new RevisionInfo(id, parents, dependencies, List.of(), "", null, "R" + id, "R" + id + ".java", "");
    }
}
