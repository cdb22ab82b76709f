package dev.migrate.revision.text;

import dev.migrate.revision.Planner;
import dev.migrate.revision.RevisionGraph;
import dev.migrate.revision.RevisionInfo;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What the commands print about the history. Each text consists of whole lines, ending in a line feed; no revisions make
 * an empty text.
 */
public final class HistoryText {

    private final RevisionGraph graph;
    private final RevisionText text;

    private HistoryText(RevisionGraph graph, RevisionText text) {
        this.graph = graph;
        this.text = text;
    }

    /** Texts about a history. */
    public static HistoryText of(RevisionGraph graph) {
        return new HistoryText(graph, new RevisionText(graph, Set.of(), Set.of(), Set.of()));
    }

    /** The same with the rows of the version table marked {@code (current)}. */
    public HistoryText indicatingCurrent(Set<String> appliedRows) {
        return new HistoryText(graph, text.current(appliedRows));
    }

    /** The same that says of some revisions, where all is said, that they were changed after they were applied. */
    public HistoryText indicatingChanged(Set<String> changed) {
        return new HistoryText(graph, text.changed(changed));
    }

    /** The same that says of some revisions, where all is said, that they count as applied and have never run. */
    public HistoryText indicatingNeverRun(Set<String> neverRun) {
        return new HistoryText(graph, text.neverRun(neverRun));
    }

    /** A line for each revision, in this order: {@code 0011 -> 0012 (head), okr}. */
    public String history(List<RevisionInfo> revisions, boolean verbose) {
        return list(revisions, verbose, text::withParents);
    }

    /**
     * The heads: {@code 0012 (head)}.
     *
     * @param resolveDependencies whether to leave out those that another revision depends on
     */
    public String heads(boolean resolveDependencies, boolean verbose) {
        return list(resolveDependencies ? graph.headsResolvingDependencies() : graph.heads(), verbose, text::asHead);
    }

    /** What is applied: {@code 0012 (head)}; a revision that is applied only as a dependency has its line too. */
    public String current(Set<String> appliedRows, boolean verbose) {
        return list(Planner.appliedHeads(graph, appliedRows), verbose, text::plain);
    }

    /**
     * Each branch point with what it branches into.
     *
     * @param resolveDependencies whether a revision branches into those that depend on it, too
     */
    public String branches(boolean resolveDependencies, boolean verbose) {
        return (resolveDependencies ? graph.branchPointsResolvingDependencies() : graph.branchPoints())
                .stream()
                        .map(point -> branches(
                                point,
                                resolveDependencies ? graph.successors(point.id()) : graph.children(point.id()),
                                verbose))
                        .collect(Collectors.joining("\n"));
    }

    private String branches(RevisionInfo branchPoint, List<String> branches, boolean verbose) {
        String first = verbose ? text.verbose(branchPoint) : text.withBranches(branchPoint) + "\n";
        String indent = " ".repeat(branchPoint.id().length());
        return branches.stream()
                .map(graph::get)
                .map(branch -> indent + " -> " + (verbose ? text.described(branch) : text.withBranches(branch)) + "\n")
                .collect(Collectors.joining("", first, ""));
    }

    /** All that is known about each revision. */
    public String show(List<RevisionInfo> revisions) {
        return list(revisions, true, text::plain);
    }

    /** A part of the history as a graph: {@code * 0004 (head), merge}. Dependencies stand in words: no line is drawn. */
    public String graph(List<RevisionInfo> newestFirst) {
        return new GraphDrawing(newestFirst, text::inGraph).draw();
    }

    private String list(List<RevisionInfo> revisions, boolean verbose, Function<RevisionInfo, String> line) {
        return verbose
                ? revisions.stream().map(text::verbose).collect(Collectors.joining("\n"))
                : revisions.stream().map(one -> line.apply(one) + "\n").collect(Collectors.joining());
    }
}
