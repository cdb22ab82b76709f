package dev.migrate.cli;

import dev.migrate.command.HistoryAnswers;
import dev.migrate.command.ProjectHistory;
import dev.migrate.revision.Target;
import dev.migrate.revision.Targets;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Tells all that is known about a revision. */
@Command(name = "show", description = "Tells all that is known about a revision; about the heads if none is named.")
final class ShowCommand extends ReportCommand {

    @Mixin
    private TargetOptions revision = new TargetOptions();

    @Override
    protected void tell(ProjectHistory history, HistoryAnswers answers, Console console) {
        Target target = Targets.parse(revision.given().orElse("heads"));
        print(answers.show(target, applied(target, history, console)), console);
    }
}
