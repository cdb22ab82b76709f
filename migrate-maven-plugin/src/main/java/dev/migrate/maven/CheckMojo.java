package dev.migrate.maven;

import dev.migrate.InterruptedRevision;
import dev.migrate.MigrateException;
import dev.migrate.autogen.diff.Difference;
import dev.migrate.autogen.diff.ownership.KeptText;
import dev.migrate.autogen.diff.renaming.RenameCandidate;
import dev.migrate.autogen.diff.text.DetectedText;
import dev.migrate.command.Deviations;
import dev.migrate.command.ProjectHistory;
import dev.migrate.command.output.Report;
import dev.migrate.maven.embedded.EmbeddedServers;
import java.io.File;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Fails the build when the entities and the schema differ: the schema of the database, or, without one, the schema that
 * the migrations lead to.
 */
@Mojo(name = "check", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true)
public final class CheckMojo extends EntityMojo {

    /** text, or json: then nothing else that the goal says goes to standard output. */
    @Parameter(property = "migrate.format", defaultValue = "text")
    private String format;

    /** The file that the JSON goes to; otherwise standard output. */
    @Parameter(property = "migrate.output")
    private @Nullable File output;

    /**
     * @param losses what the changes destroy
     * @param renameCandidates values of -Dmigrate.rename
     * @param leftAlone what the database has, the entities don't declare, and these migrations didn't create
     * @param undeclarable what stays because entities have no words for it
     * @param unwritten statements of the mapping of which no catalog tells whether they have been executed
     * @param hibernateDefaults what columns keep because only Hibernate's defaults are against it, a line each
     * @param demands why inserts of the application fail because of what stays
     * @param neverRun the revisions that were put below applied ones and have not run; left out where nobody has looked,
     *     without a database or where nothing differs
     * @param interrupted the revisions that a run left half applied or half reverted; left out where there are none. Nothing
     *     is compared then
     */
    private record CheckJson(
            boolean equal,
            List<String> changes,
            List<String> losses,
            List<String> renameCandidates,
            List<String> leftAlone,
            List<String> undeclarable,
            List<String> unwritten,
            List<String> hibernateDefaults,
            List<String> demands,
            @Nullable List<String> neverRun,
            @Nullable List<InterruptedRevision> interrupted) {

        static CheckJson halfWay(List<InterruptedRevision> interrupted) {
            List<String> unknown = List.of();
            return new CheckJson(
                    false, unknown, unknown, unknown, unknown, unknown, unknown, unknown, unknown, null, interrupted);
        }
    }

    @Override
    protected void run() throws MojoExecutionException, MojoFailureException {
        Report report = report();
        compileEntities();
        ProjectHistory history = history();
        try (EmbeddedServers servers = embeddedServers()) {
            Comparison comparison = compared(report, history, servers);
            Difference difference = comparison.difference();
            Deviations deviations = comparison.deviations();
            List<String> changes = difference.onlyRecords() ? List.of() : DetectedText.of(difference.operations());
            report.printData(new CheckJson(
                    changes.isEmpty(),
                    changes,
                    difference.losses(),
                    difference.candidates().stream()
                            .map(RenameCandidate::option)
                            .toList(),
                    difference.leftAlone(),
                    difference.undeclarable(),
                    difference.unwritten(),
                    KeptText.lines(difference.kept()),
                    difference.demands(),
                    deviations.known() ? deviations.neverRunIds() : null,
                    null));
            if (!report.ownsStandardOutput()) {
                deviations.sentences().forEach(getLog()::warn);
                difference.demands().forEach(getLog()::warn);
                KeptText.summary(difference.kept()).ifPresent(this::progress);
            }
            if (!changes.isEmpty()) {
                throw new MigrateException("The entities and the schema differ:\n  - "
                        + changes.stream().map(colours()::change).collect(Collectors.joining("\n  - "))
                        + "\nWrite the migration with mvn migrate:autogenerate, or correct the entities.");
            }
            if (difference.onlyRecords() && !report.ownsStandardOutput()) {
                difference.losses().forEach(getLog()::warn);
                getLog().warn("Record what the values stand for with mvn migrate:autogenerate.");
            }
            progress("No changes: the schema is what the entities declare.");
        }
    }

    /** What stands in the way of a comparison is in the report, too, if it is a revision that failed half way. */
    private Comparison compared(Report report, ProjectHistory history, EmbeddedServers servers)
            throws MojoExecutionException, MojoFailureException {
        try {
            return comparing(
                    history, servers, compared(history), autogenerate -> difference(history, autogenerate, servers));
        } catch (MigrateException e) {
            List<InterruptedRevision> interrupted = interrupted(history, servers);
            if (!interrupted.isEmpty()) {
                report.printData(CheckJson.halfWay(interrupted));
            }
            throw e;
        }
    }

    /** Those of the database that was given, if one was. */
    private List<InterruptedRevision> interrupted(ProjectHistory history, EmbeddedServers servers) {
        return connection().choose().isEmpty()
                ? List.of()
                : migrate(history, servers).quiet().build().interrupted();
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
