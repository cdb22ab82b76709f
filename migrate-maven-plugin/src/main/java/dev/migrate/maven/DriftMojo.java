package dev.migrate.maven;

import dev.migrate.InterruptedRevision;
import dev.migrate.MigrateException;
import dev.migrate.Status;
import dev.migrate.autogen.Drift;
import dev.migrate.command.Deviations;
import dev.migrate.command.ProjectHistory;
import dev.migrate.command.output.Report;
import dev.migrate.maven.embedded.EmbeddedServers;
import java.io.File;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Fails the build when the database has something that its history doesn't make, or lacks something: what somebody changed
 * by hand. Replays the migrations up to the revision that the database is at on a scratch database, and compares the two
 * catalogs. Needs no entities, and only reads the database.
 */
@Mojo(name = "drift", threadSafe = true)
public final class DriftMojo extends SchemaMojo {

    /** text, or json: then nothing else that the goal says goes to standard output. */
    @Parameter(property = "migrate.format", defaultValue = "text")
    private String format;

    /** The file that the JSON goes to; otherwise standard output. */
    @Parameter(property = "migrate.output")
    private @Nullable File output;

    /**
     * @param current the rows of the version table
     * @param changes what the database has beside its history, or lacks
     * @param changed the revisions whose migrations were changed after they were applied
     * @param neverRun the revisions that were put below applied ones and have not run
     * @param interrupted the revisions that a run left half applied or half reverted; left out where there are none. Nothing
     *     is compared then
     */
    private record DriftJson(
            boolean equal,
            List<String> current,
            List<String> changes,
            List<String> changed,
            List<String> neverRun,
            @Nullable List<InterruptedRevision> interrupted) {}

    @Override
    protected void run() {
        Report report = report();
        ProjectHistory history = history();
        try (EmbeddedServers servers = embeddedServers()) {
            DataSource database = database(history, servers);
            Status status = quietly(history, database).status();
            if (!status.interrupted().isEmpty()) {
                report.printData(new DriftJson(
                        false, List.copyOf(status.current()), List.of(), List.of(), List.of(), status.interrupted()));
            }
            List<String> changes =
                    new Drift(one -> quietly(history, one), major -> scratch(servers, major), scope()).of(database);
            Deviations deviations = Deviations.of(() -> status);
            report.printData(new DriftJson(
                    changes.isEmpty(),
                    List.copyOf(status.current()),
                    changes,
                    deviations.changedIds(),
                    deviations.neverRunIds(),
                    null));
            if (changes.isEmpty()) {
                progress("No drift: the database is what the history makes of it.");
                return;
            }
            if (!report.ownsStandardOutput()) {
                deviations.sentences().forEach(getLog()::warn);
                deviations.doubt().ifPresent(getLog()::warn);
            }
            throw new MigrateException("The database differs from what its history makes:\n  - "
                    + changes.stream().map(colours()::change).collect(Collectors.joining("\n  - "))
                    + "\nUndo in the database what shouldn't be there. Write what should stay as a revision with"
                    + " mvn migrate:revision, and record it here with mvn migrate:stamp"
                    + " (docs/drift.md).");
        }
    }

    @Override
    protected void progress(String text) {
        if (report().ownsStandardOutput()) {
            getLog().debug(text);
        } else {
            super.progress(text);
        }
    }

    private Report report() {
        return new Report(format, output(output));
    }
}
