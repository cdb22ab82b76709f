package dev.migrate.cli;

import dev.migrate.Migrate;
import dev.migrate.MigrateException;
import dev.migrate.Status;
import dev.migrate.command.Deviations;
import dev.migrate.command.HistoryAnswers;
import dev.migrate.command.ProjectHistory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Tells which revisions the database is at. */
@Command(name = "current", description = "Tells which revisions the database is at.")
final class CurrentCommand extends ReportCommand {

    @Option(
            names = {"-v", "--verbose"},
            fallbackValue = "true",
            description = "All that is known about them.")
    private boolean verbose;

    @Option(
            names = "--check-heads",
            fallbackValue = "true",
            description = "Ends with exit code 3 unless the database is up to date.")
    private boolean checkHeads;

    @Override
    protected void tell(ProjectHistory history, HistoryAnswers answers, Console console) {
        Migrate migrate = connected(history, console).build();
        Status status = migrate.status();
        if (status.current().isEmpty()) {
            console.progress("No revision is applied.");
        }
        Deviations deviations = Deviations.of(() -> status);
        deviations.doubt().ifPresent(console::progress);
        print(answers.current(status, deviations, verbose), console);
        if (checkHeads) {
            check(history, migrate);
        }
    }

    private static void check(ProjectHistory history, Migrate migrate) {
        try {
            migrate.requireCurrent();
        } catch (MigrateException e) {
            // Without any migration, nothing tells what the database should be: the package is wrong.
            throw history.graph().size() == 0 ? e : new NotCurrentException(e);
        }
    }
}
