package dev.migrate.maven;

import dev.migrate.Migrate;
import dev.migrate.maven.embedded.EmbeddedServers;
import dev.migrate.revision.Planner;
import dev.migrate.revision.RevisionGraph;
import dev.migrate.revision.text.HistoryText;
import java.util.List;
import java.util.Set;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** Tells which revisions the database is at. */
@Mojo(name = "current", threadSafe = true)
public final class CurrentMojo extends ReportMojo {

    /** All that is known about them. */
    @Parameter(property = "migrate.verbose", defaultValue = "false")
    private boolean verbose;

    /** Fails unless the database is up to date. */
    @Parameter(property = "migrate.checkHeads", defaultValue = "false")
    private boolean checkHeads;

    private record CurrentJson(List<RevisionJson> current, boolean upToDate) {}

    @Override
    protected void run() {
        ProjectHistory history = history();
        try (EmbeddedServers servers = embeddedServers()) {
            Migrate migrate = migrate(history, servers).build();
            RevisionGraph graph = history.graph();
            Set<String> applied = migrate.current();
            if (applied.isEmpty()) {
                progress("No revision is applied.");
            }
            print(
                    HistoryText.of(graph).current(applied, verbose),
                    new CurrentJson(
                            RevisionJson.of(graph, Planner.appliedHeads(graph, applied)),
                            Planner.isCurrent(graph, applied)));
            if (checkHeads) {
                migrate.requireCurrent();
            }
        }
    }
}
