package dev.migrate.maven;

import dev.migrate.command.ProjectHistory;
import dev.migrate.maven.file.NewRevision;
import dev.migrate.revision.Planner;
import dev.migrate.revision.RevisionGraph;
import dev.migrate.revision.Targets;
import java.util.List;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** Writes a revision that joins branches. */
@Mojo(name = "merge", threadSafe = true)
public final class MergeMojo extends WritingMojo {

    /** Which: heads for all of them, or several, separated by commas. */
    @Parameter(property = "migrate.revisions", defaultValue = "heads")
    private String revisions;

    @Override
    protected void run() {
        ProjectHistory history = history();
        RevisionGraph graph = history.graph();
        List<String> parents = Planner.mergeParents(graph, Targets.parse(revisions));
        write(
                graph,
                NewRevision.empty(newId(graph), parents, messageOr("merge " + String.join(" and ", parents)))
                        .labels(branchLabels()));
        warnOfConflicts(history, parents);
    }
}
