package dev.migrate.maven;

import dev.migrate.Migrate;
import dev.migrate.Status;
import dev.migrate.maven.embedded.EmbeddedServers;
import dev.migrate.revision.Planner;
import dev.migrate.revision.RevisionGraph;
import dev.migrate.revision.text.HistoryText;
import dev.migrate.runtime.journal.InterruptedRevision;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
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

    @Override
    protected void run() {
        ProjectHistory history = toldHistory();
        try (EmbeddedServers servers = embeddedServers()) {
            Migrate migrate = migrate(history, servers).build();
            RevisionGraph graph = history.graph();
            Status status = migrate.status();
            Set<String> applied = status.current();
            if (applied.isEmpty()) {
                progress("No revision is applied.");
            }
            Deviations deviations = Deviations.of(() -> status);
            deviations.doubt().ifPresent(this::progress);
            print(
                    HistoryText.of(graph).current(applied, verbose)
                            + sentences(status.interrupted())
                            + sentences(deviations),
                    new CurrentJson(
                            RevisionJson.of(graph, Planner.appliedHeads(graph, applied)),
                            Planner.isCurrent(graph, applied),
                            status.interrupted(),
                            deviations.neverRunIds(),
                            deviations.changedIds()));
            if (checkHeads) {
                migrate.requireCurrent();
            }
        }
    }

    private static String sentences(List<InterruptedRevision> interrupted) {
        return interrupted.stream().map(one -> one.message() + "\n").collect(Collectors.joining());
    }

    private static String sentences(Deviations deviations) {
        return deviations.sentences().stream().map(one -> one + "\n").collect(Collectors.joining());
    }
}
