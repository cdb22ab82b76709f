package dev.migrate.revision.text;

import dev.migrate.revision.RevisionGraph;
import dev.migrate.revision.RevisionInfo;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A single revision in words. */
final class RevisionText {

    private final RevisionGraph graph;
    private final Set<String> current;
    private final Set<String> changed;
    private final Set<String> neverRun;

    /**
     * @param current the revisions to mark as current; empty to mark none
     * @param changed those that were changed after they were applied
     * @param neverRun those that count as applied and have never run
     */
    RevisionText(RevisionGraph graph, Set<String> current, Set<String> changed, Set<String> neverRun) {
        this.graph = graph;
        this.current = Set.copyOf(current);
        this.changed = Set.copyOf(changed);
        this.neverRun = Set.copyOf(neverRun);
    }

    RevisionText current(Set<String> revisions) {
        return new RevisionText(graph, revisions, changed, neverRun);
    }

    RevisionText changed(Set<String> revisions) {
        return new RevisionText(graph, current, revisions, neverRun);
    }

    RevisionText neverRun(Set<String> revisions) {
        return new RevisionText(graph, current, changed, revisions);
    }

    /** {@code 0011, 0012} or {@code <base>}. */
    static String ids(Collection<String> ids) {
        return ids.isEmpty() ? "<base>" : String.join(", ", ids);
    }

    /** {@code 0011 -> 0012 (okr) (head), add goals}; what it depends on stands in parentheses behind the parents. */
    String withParents(RevisionInfo revision) {
        String dependencies =
                revision.dependsOn().isEmpty() ? "" : " (" + String.join(", ", revision.dependsOn()) + ")";
        return ids(revision.revises()) + dependencies + " -> " + described(revision);
    }

    /** {@code 0012 (okr) (head), add goals}. */
    String described(RevisionInfo revision) {
        String message = revision.message().isEmpty() ? "" : ", " + revision.message();
        return withBranches(revision) + message;
    }

    /** {@code 0012 (okr) (head), add goals; depends on 3f2a}. */
    String inGraph(RevisionInfo revision) {
        return described(revision)
                + (revision.dependsOn().isEmpty() ? "" : "; depends on " + String.join(", ", revision.dependsOn()));
    }

    /** {@code 0012 (okr) (head) (mergepoint)}. */
    String withBranches(RevisionInfo revision) {
        return revision.id() + branches(revision) + headMarks(revision) + treeMarks(revision);
    }

    /** {@code 0012 (okr) (head)}. */
    String asHead(RevisionInfo revision) {
        return revision.id() + branches(revision) + headMarks(revision);
    }

    /** {@code 0012 (head) (mergepoint)}. */
    String plain(RevisionInfo revision) {
        return revision.id() + headMarks(revision) + treeMarks(revision);
    }

    private String branches(RevisionInfo revision) {
        Set<String> labels = graph.branchLabelsOf(revision.id());
        return labels.isEmpty() ? "" : " (" + String.join(", ", labels) + ")";
    }

    private String headMarks(RevisionInfo revision) {
        String head = !graph.isHead(revision.id())
                ? ""
                : graph.dependents(revision.id()).isEmpty() ? " (head)" : " (effective head)";
        return head + (current.contains(revision.id()) ? " (current)" : "");
    }

    private String treeMarks(RevisionInfo revision) {
        return (graph.isBranchPoint(revision.id()) ? " (branchpoint)" : "")
                + (revision.isMergePoint() ? " (mergepoint)" : "");
    }

    /** A paragraph with everything that is known, the Javadoc included. */
    String verbose(RevisionInfo revision) {
        StringBuilder text = new StringBuilder("Rev: " + plain(revision) + "\n");
        line(text, revision.isMergePoint() ? "Merges" : "Parent", List.of(ids(revision.revises())));
        line(text, "Also depends on", revision.dependsOn());
        line(text, "Branches into", graph.isBranchPoint(revision.id()) ? graph.children(revision.id()) : List.of());
        line(text, "Branch names", new TreeSet<>(graph.branchLabelsOf(revision.id())));
        line(text, "Path", List.of(revision.where()));
        line(
                text,
                "Created",
                revision.created() == null
                        ? List.of()
                        : List.of(revision.created().toString()));
        line(
                text,
                "Changed",
                changed.contains(revision.id())
                        ? List.of("after it was applied: it no longer does what it did")
                        : List.of());
        line(
                text,
                "Never run",
                neverRun.contains(revision.id())
                        ? List.of("it counts as applied, since it was put below what was applied before")
                        : List.of());
        paragraph(text, revision.message());
        paragraph(text, JavadocText.beyond(revision.message(), revision.documentation()));
        return text.toString();
    }

    private static void line(StringBuilder text, String name, Collection<String> values) {
        if (!values.isEmpty()) {
            text.append(name).append(": ").append(String.join(", ", values)).append('\n');
        }
    }

    private static void paragraph(StringBuilder text, String body) {
        if (!body.isEmpty()) {
            text.append('\n')
                    .append(body.lines()
                            .map(line -> ("    " + line).stripTrailing() + "\n")
                            .collect(Collectors.joining()));
        }
    }
}
