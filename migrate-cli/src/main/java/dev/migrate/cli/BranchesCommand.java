package dev.migrate.cli;

import dev.migrate.command.HistoryAnswers;
import dev.migrate.command.ProjectHistory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists the revisions that several others revise, each with these. */
@Command(name = "branches", description = "Lists the revisions that several others revise, each with these.")
final class BranchesCommand extends ReportCommand {

    @Option(
            names = {"-v", "--verbose"},
            fallbackValue = "true",
            description = "All that is known about each branch point.")
    private boolean verbose;

    @Option(
            names = "--resolve-dependencies",
            fallbackValue = "true",
            description = "Counts those that depend on a revision among what it branches into.")
    private boolean resolveDependencies;

    @Override
    protected void tell(ProjectHistory history, HistoryAnswers answers, Console console) {
        print(answers.branches(resolveDependencies, verbose), console);
    }
}
