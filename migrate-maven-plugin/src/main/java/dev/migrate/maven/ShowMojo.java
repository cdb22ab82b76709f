package dev.migrate.maven;

import dev.migrate.command.ProjectHistory;
import dev.migrate.revision.Target;
import dev.migrate.revision.Targets;
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
        Target target = Targets.parse(revision);
        print(answers(history).show(target, applied(history, target)));
    }
}
