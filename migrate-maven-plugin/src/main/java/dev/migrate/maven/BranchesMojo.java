package dev.migrate.maven;

import dev.migrate.revision.RevisionGraph;
import dev.migrate.revision.RevisionInfo;
import dev.migrate.revision.text.HistoryText;
import java.util.List;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** Lists the revisions that several others revise, each with these. */
@Mojo(name = "branches", threadSafe = true)
public final class BranchesMojo extends ReportMojo {

    /** All that is known about each branch point. */
    @Parameter(property = "migrate.verbose", defaultValue = "false")
    private boolean verbose;

    /** Counts those that depend on a revision among what it branches into. */
    @Parameter(property = "migrate.resolveDependencies", defaultValue = "false")
    private boolean resolveDependencies;

    private record BranchJson(RevisionJson branchPoint, List<RevisionJson> branches) {}

    @Override
    protected void run() {
        RevisionGraph graph = toldHistory().graph();
        List<RevisionInfo> points =
                resolveDependencies ? graph.branchPointsResolvingDependencies() : graph.branchPoints();
        print(
                HistoryText.of(graph).branches(resolveDependencies, verbose),
                points.stream().map(point -> json(graph, point)).toList());
    }

    private BranchJson json(RevisionGraph graph, RevisionInfo point) {
        List<String> branches = resolveDependencies ? graph.successors(point.id()) : graph.children(point.id());
        return new BranchJson(
                RevisionJson.of(graph, point),
                RevisionJson.of(graph, branches.stream().map(graph::get).toList()));
    }
}
