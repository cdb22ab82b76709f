package dev.migrate.revision;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Revisions among which a person has to choose, each with a name that only its branch has. */
record Choices(RevisionGraph graph, Collection<String> ids) {

    /** The revisions with their messages and branches: {@code d1 (add email, branch okr), d2}. */
    String text() {
        return ids.stream().map(this::describe).collect(Collectors.joining(", "));
    }

    /** A name for the first of them, to show how a choice is written. */
    String exampleBranch() {
        String first = ids.iterator().next();
        return ownLabels(first).stream().findFirst().orElse(first);
    }

    private String describe(String id) {
        Stream<String> message = Stream.of(graph.get(id).message()).filter(text -> !text.isEmpty());
        Stream<String> branches = ownLabels(id).stream().map(label -> "branch " + label);
        List<String> details = Stream.concat(message, branches).toList();
        return details.isEmpty() ? id : id + " (" + String.join(", ", details) + ")";
    }

    private Set<String> ownLabels(String id) {
        Set<String> labels = new TreeSet<>(graph.branchLabelsOf(id));
        ids.stream().filter(other -> !other.equals(id)).forEach(other -> labels.removeAll(graph.branchLabelsOf(other)));
        return labels;
    }
}
