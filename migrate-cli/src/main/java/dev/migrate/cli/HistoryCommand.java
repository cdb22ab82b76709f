package dev.migrate.cli;

import dev.migrate.command.Deviations;
import dev.migrate.command.HistoryAnswers;
import dev.migrate.command.ProjectHistory;
import dev.migrate.revision.Target;
import dev.migrate.revision.Targets;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists the history, the newest revision first. */
@Command(name = "history", description = "Lists the history, the newest revision first.")
final class HistoryCommand extends ReportCommand {

    @Option(
            names = {"-r", "--range"},
            paramLabel = "FROM:TO",
            description = "Which part of it, each side a revision, base, head or current, relative ones too:"
                    + " --range=-3: or --range=:current.")
    private String range = ":";

    @Option(
            names = {"-v", "--verbose"},
            fallbackValue = "true",
            description = "All that is known about each revision; with a database also whether it was changed after it"
                    + " was applied, or counts as applied and has never run.")
    private boolean verbose;

    @Option(
            names = {"-i", "--indicate-current"},
            fallbackValue = "true",
            description = "Marks what is applied, for which a database is needed.")
    private boolean indicateCurrent;

    @Option(
            names = "--graph",
            fallbackValue = "true",
            description = "Draws the branches and merges on the left, as git log --graph does.")
    private boolean graph;

    @Override
    protected void tell(ProjectHistory history, HistoryAnswers answers, Console console) {
        Target target = Targets.parse(range);
        Set<String> applied = applied(indicateCurrent || target.needsApplied(), history, console);
        Deviations deviations = verbose && hasDatabase()
                ? Deviations.of(
                        () -> connected(history, console).quiet().build().status())
                : Deviations.UNASKED;
        deviations.doubt().ifPresent(console::progress);
        print(
                answers.history(
                        target, applied, new HistoryAnswers.Listing(verbose, indicateCurrent, graph), deviations),
                console);
    }
}
