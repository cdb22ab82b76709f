package dev.migrate.command;

import dev.migrate.InterruptedRevision;
import dev.migrate.Status;
import dev.migrate.revision.Planner;
import dev.migrate.revision.RevisionGraph;
import dev.migrate.revision.RevisionInfo;
import dev.migrate.revision.Target;
import dev.migrate.revision.text.HistoryText;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Answers questions about a history, and about where a database is in it. */
public record HistoryAnswers(RevisionGraph graph) {

    private record BranchJson(RevisionJson branchPoint, List<RevisionJson> branches) {}

    private record EntryJson(RevisionJson revision, boolean current) {}

    /**
     * @param neverRun the revisions that were put below applied ones and have not run
     * @param changed the revisions whose migrations were changed after they were applied
     */
    private record CurrentJson(
            List<RevisionJson> current,
            boolean upToDate,
            List<InterruptedRevision> interrupted,
            List<String> neverRun,
            List<String> changed) {}

    /**
     * How the history is listed.
     *
     * @param verbose all that is known about each revision
     * @param indicateCurrent marks what is applied
     * @param drawn draws the branches and merges on the left
     */
    public record Listing(boolean verbose, boolean indicateCurrent, boolean drawn) {}

    /**
     * Says that the history is empty, if it is: what a mistyped package leads to looks like one.
     *
     * @param remedy what to do about it
     */
    public Optional<String> emptiness(List<String> packages, String remedy) {
        return graph.size() > 0
                ? Optional.empty()
                : Optional.of("No migration was found in the package" + (packages.size() == 1 ? " " : "s ")
                        + String.join(", ", packages) + ". " + remedy);
    }

    /**
     * Lists the revisions that no other one revises.
     *
     * @param resolveDependencies leaves out those that another revision depends on
     * @param verbose all that is known about them
     */
    public Answer heads(boolean resolveDependencies, boolean verbose) {
        return new Answer(
                HistoryText.of(graph).heads(resolveDependencies, verbose),
                RevisionJson.of(graph, resolveDependencies ? graph.headsResolvingDependencies() : graph.heads()));
    }

    /**
     * Lists the revisions that several others revise, each with these.
     *
     * @param resolveDependencies counts those that depend on a revision among what it branches into
     * @param verbose all that is known about each branch point
     */
    public Answer branches(boolean resolveDependencies, boolean verbose) {
        List<RevisionInfo> points =
                resolveDependencies ? graph.branchPointsResolvingDependencies() : graph.branchPoints();
        return new Answer(
                HistoryText.of(graph).branches(resolveDependencies, verbose),
                points.stream().map(point -> branch(point, resolveDependencies)).toList());
    }

    private BranchJson branch(RevisionInfo point, boolean resolveDependencies) {
        List<String> branches = resolveDependencies ? graph.successors(point.id()) : graph.children(point.id());
        return new BranchJson(
                RevisionJson.of(graph, point),
                RevisionJson.of(graph, branches.stream().map(graph::get).toList()));
    }

    /**
     * Tells all that is known about some revisions.
     *
     * @param applied the rows of the version table, if the target's meaning depends on them
     */
    public Answer show(Target target, Set<String> applied) {
        List<RevisionInfo> revisions = Planner.history(graph, applied, target);
        return new Answer(HistoryText.of(graph).show(revisions), RevisionJson.of(graph, revisions));
    }

    /**
     * Lists the history, the newest revision first.
     *
     * @param range which part of it
     * @param applied the rows of the version table, if the range or the listing needs them
     * @param deviations what the database has otherwise than the history; nobody may have asked
     */
    public Answer history(Target range, Set<String> applied, Listing listing, Deviations deviations) {
        List<RevisionInfo> revisions = Planner.history(graph, applied, range);
        HistoryText text = HistoryText.of(graph)
                .indicatingCurrent(listing.indicateCurrent() ? applied : Set.of())
                .indicatingChanged(Set.copyOf(deviations.changedIds()))
                .indicatingNeverRun(Set.copyOf(deviations.neverRunIds()));
        return new Answer(
                listing.drawn() ? text.graph(revisions) : text.history(revisions, listing.verbose()),
                revisions.stream()
                        .map(one -> entry(one, applied, listing, deviations))
                        .toList());
    }

    private Object entry(RevisionInfo revision, Set<String> applied, Listing listing, Deviations deviations) {
        RevisionJson json = RevisionJson.of(graph, revision).with(deviations);
        return listing.indicateCurrent() ? new EntryJson(json, applied.contains(revision.id())) : json;
    }

    /**
     * Tells which revisions a database is at.
     *
     * @param deviations those of the same status
     * @param verbose all that is known about the revisions
     */
    public Answer current(Status status, Deviations deviations, boolean verbose) {
        Set<String> applied = status.current();
        return new Answer(
                HistoryText.of(graph).current(applied, verbose)
                        + lines(status.interrupted().stream()
                                .map(InterruptedRevision::message)
                                .toList())
                        + lines(deviations.sentences()),
                new CurrentJson(
                        RevisionJson.of(graph, Planner.appliedHeads(graph, applied)),
                        Planner.isCurrent(graph, applied),
                        status.interrupted(),
                        deviations.neverRunIds(),
                        deviations.changedIds()));
    }

    private static String lines(List<String> sentences) {
        return sentences.stream().map(one -> one + "\n").collect(Collectors.joining());
    }
}
