package dev.migrate.cli;

import dev.migrate.command.Change;
import picocli.CommandLine.Command;

/** Takes the database back to a revision. */
@Command(name = "downgrade", description = "Takes the database back to a revision.")
final class DowngradeCommand extends LossyCommand {

    @Override
    protected Change change(TargetOptions target) {
        return new Change.Downgrade(target.given()
                .orElseThrow(() -> misused(
                        "No revision to go back to. Give -1 for one step, an id, or base for" + " everything.")));
    }
}
