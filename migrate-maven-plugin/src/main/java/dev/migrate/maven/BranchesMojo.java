package dev.migrate.maven;

import dev.migrate.revision.RevisionGraph;
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

    private record BranchJson(RevisionJson branchPoint, List<RevisionJson> branches) {}

    @Override
    protected void run() {
        RevisionGraph graph = toldHistory().graph();
        print(
                HistoryText.of(graph).branches(verbose),
                graph.branchPoints().stream()
                        .map(point -> new BranchJson(
                                RevisionJson.of(graph, point),
                                graph.children(point.id()).stream()
                                        .map(graph::get)
                                        .map(child -> RevisionJson.of(graph, child))
                                        .toList()))
                        .toList());
    }
}
