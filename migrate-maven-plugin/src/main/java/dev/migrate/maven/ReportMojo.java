package dev.migrate.maven;

import dev.migrate.Migrate;
import dev.migrate.command.Answer;
import dev.migrate.command.HistoryAnswers;
import dev.migrate.command.ProjectHistory;
import dev.migrate.command.output.Report;
import dev.migrate.maven.embedded.EmbeddedServers;
import dev.migrate.revision.Target;
import java.io.File;
import java.util.Set;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** A goal that tells something about the history, to people or to programs, and changes nothing. */
abstract class ReportMojo extends DatabaseMojo {

    /** text, or json: then nothing else that the goal says goes to standard output. */
    @Parameter(property = "migrate.format", defaultValue = "text")
    private String format;

    /** The file that the text or the JSON goes to; otherwise standard output. */
    @Parameter(property = "migrate.output")
    private @Nullable File output;

    /** Prints the text, or the data as JSON, whichever is wanted. */
    protected final void print(String text, Object data) {
        report().print(text, data);
    }

    /** The history to tell of. That it is empty is said: what a mistyped package leads to looks like one. */
    protected final ProjectHistory toldHistory() {
        ProjectHistory history = history();
        answers(history)
                .emptiness(
                        packages(), "Write one with mvn migrate:autogenerate or migrate:revision, or correct packages.")
                .ifPresent(this::progress);
        return history;
    }

    /** Prints the text, or the data as JSON, whichever is wanted. */
    protected final void print(Answer answer) {
        print(answer.text(), answer.data());
    }

    protected static HistoryAnswers answers(ProjectHistory history) {
        return new HistoryAnswers(history.graph());
    }

    /** The rows of the version table if the target's meaning depends on them, for which a database is needed. */
    protected final Set<String> applied(ProjectHistory history, Target target) {
        return target.needsApplied() ? applied(history) : Set.of();
    }

    /** The rows of the version table. */
    protected final Set<String> applied(ProjectHistory history) {
        try (EmbeddedServers servers = embeddedServers()) {
            Migrate migrate = migrate(history, servers).build();
            return migrate.current();
        }
    }

    @Override
    protected final void progress(String text) {
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
