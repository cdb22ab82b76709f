package dev.migrate.cli;

import dev.migrate.command.Answer;
import dev.migrate.command.HistoryAnswers;
import dev.migrate.command.ProjectHistory;
import dev.migrate.command.output.Output;
import dev.migrate.command.output.Report;
import dev.migrate.revision.Target;
import java.io.File;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** A command that tells something about the history, to people or to programs, and changes nothing. */
abstract class ReportCommand extends MigrationCommand {

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "text, or json: then nothing else goes to standard output.")
    private String format = "text";

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "The file that the text or the JSON goes to; otherwise standard output.")
    private @Nullable File output;

    @Override
    protected final boolean isDataAlone() {
        return understood(() -> new Report(format, new Output(output, told -> {})))
                .ownsStandardOutput();
    }

    @Override
    protected final void run(ProjectHistory history, Console console) {
        HistoryAnswers answers = new HistoryAnswers(history.graph());
        emptiness(history).ifPresent(console::progress);
        tell(history, answers, console);
    }

    /** Tells it. */
    protected abstract void tell(ProjectHistory history, HistoryAnswers answers, Console console);

    protected final void print(Answer answer, Console console) {
        new Report(format, new Output(output, console::progress), console.wording())
                .print(answer.text(), answer.data());
    }

    /** The rows of the version table if they are needed, for which a database is. */
    protected final Set<String> applied(boolean needed, ProjectHistory history, Console console) {
        return needed ? connected(history, console).build().current() : Set.of();
    }

    protected final Set<String> applied(Target target, ProjectHistory history, Console console) {
        return applied(target.needsApplied(), history, console);
    }
}
