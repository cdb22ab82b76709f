package dev.migrate.maven;

import dev.migrate.revision.RevisionGraph;
import dev.migrate.revision.text.HistoryText;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** Lists the revisions that no other one revises. */
@Mojo(name = "heads", threadSafe = true)
public final class HeadsMojo extends ReportMojo {

    /** All that is known about them. */
    @Parameter(property = "migrate.verbose", defaultValue = "false")
    private boolean verbose;

    /** Leaves out those that another revision depends on. */
    @Parameter(property = "migrate.resolveDependencies", defaultValue = "false")
    private boolean resolveDependencies;

    @Override
    protected void run() {
        RevisionGraph graph = toldHistory().graph();
        print(
                HistoryText.of(graph).heads(resolveDependencies, verbose),
                RevisionJson.of(graph, resolveDependencies ? graph.headsResolvingDependencies() : graph.heads()));
    }
}
