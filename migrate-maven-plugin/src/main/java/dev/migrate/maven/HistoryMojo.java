package dev.migrate.maven;

import dev.migrate.command.Deviations;
import dev.migrate.command.HistoryAnswers;
import dev.migrate.command.ProjectHistory;
import dev.migrate.maven.embedded.EmbeddedServers;
import dev.migrate.revision.Target;
import dev.migrate.revision.Targets;
import java.util.Set;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** Lists the history, the newest revision first. */
@Mojo(name = "history", threadSafe = true)
public final class HistoryMojo extends ReportMojo {

    /** Which part of it: from:to, each side a revision, base, head or current, relative ones too; -3: and :current. */
    @Parameter(property = "migrate.range", defaultValue = ":")
    private String range;

    /** All that is known about each revision; with a database also whether it was changed after
     * it was applied, or counts as applied and has never run. */
    @Parameter(property = "migrate.verbose", defaultValue = "false")
    private boolean verbose;

    /** Marks what is applied, for which a database is needed. */
    @Parameter(property = "migrate.indicateCurrent", defaultValue = "false")
    private boolean indicateCurrent;

    /** Draws the branches and merges on the left, as git log --graph does; the lines say no parents then. */
    @Parameter(property = "migrate.graph", defaultValue = "false")
    private boolean graph;

    @Override
    protected void run() {
        ProjectHistory history = toldHistory();
        Target target = Targets.parse(range);
        try (EmbeddedServers servers = embeddedServers()) {
            Set<String> applied = indicateCurrent || target.needsApplied()
                    ? migrate(history, servers).build().current()
                    : Set.of();
            Deviations deviations = verbose ? deviations(history, servers) : Deviations.UNASKED;
            deviations.doubt().ifPresent(this::progress);
            print(answers(history)
                    .history(target, applied, new HistoryAnswers.Listing(verbose, indicateCurrent, graph), deviations));
        }
    }
}
