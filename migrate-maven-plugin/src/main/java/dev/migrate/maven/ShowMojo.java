package dev.migrate.maven;

import dev.migrate.revision.Planner;
import dev.migrate.revision.RevisionGraph;
import dev.migrate.revision.RevisionInfo;
import dev.migrate.revision.Target;
import dev.migrate.revision.Targets;
import dev.migrate.revision.text.HistoryText;
import java.util.List;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** Tells all that is known about a revision. */
@Mojo(name = "show", threadSafe = true)
public final class ShowMojo extends ReportMojo {

    /** Which: an id or a unique prefix of one, head, heads, current, several, or a range from:to. */
    @Parameter(property = "migrate.revision", defaultValue = "heads")
    private String revision;

    @Override
    protected void run() {
        ProjectHistory history = toldHistory();
        RevisionGraph graph = history.graph();
        Target target = Targets.parse(revision);
        List<RevisionInfo> revisions = Planner.history(graph, applied(history, target), target);
        print(HistoryText.of(graph).show(revisions), RevisionJson.of(graph, revisions));
    }
}
