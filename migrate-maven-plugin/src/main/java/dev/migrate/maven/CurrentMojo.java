package dev.migrate.maven;

import dev.migrate.Migrate;
import dev.migrate.Status;
import dev.migrate.command.Deviations;
import dev.migrate.command.ProjectHistory;
import dev.migrate.maven.embedded.EmbeddedServers;
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

    @Override
    protected void run() {
        ProjectHistory history = toldHistory();
        try (EmbeddedServers servers = embeddedServers()) {
            Migrate migrate = migrate(history, servers).build();
            Status status = migrate.status();
            if (status.current().isEmpty()) {
                progress("No revision is applied.");
            }
            Deviations deviations = Deviations.of(() -> status);
            deviations.doubt().ifPresent(this::progress);
            print(answers(history).current(status, deviations, verbose));
            if (checkHeads) {
                migrate.requireCurrent();
            }
        }
    }
}
