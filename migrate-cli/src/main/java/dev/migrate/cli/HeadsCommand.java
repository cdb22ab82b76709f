package dev.migrate.cli;

import dev.migrate.command.HistoryAnswers;
import dev.migrate.command.ProjectHistory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists the revisions that no other one revises. */
@Command(name = "heads", description = "Lists the revisions that no other one revises.")
final class HeadsCommand extends ReportCommand {

    @Option(
            names = {"-v", "--verbose"},
            fallbackValue = "true",
            description = "All that is known about them.")
    private boolean verbose;

    @Option(
            names = "--resolve-dependencies",
            fallbackValue = "true",
            description = "Leaves out those that another revision depends on.")
    private boolean resolveDependencies;

    @Override
    protected void tell(ProjectHistory history, HistoryAnswers answers, Console console) {
        print(answers.heads(resolveDependencies, verbose), console);
    }
}
