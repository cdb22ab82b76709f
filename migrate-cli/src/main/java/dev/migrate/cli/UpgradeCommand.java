package dev.migrate.cli;

import dev.migrate.command.Change;
import picocli.CommandLine.Command;

/** Brings the database to a revision. */
@Command(name = "upgrade", description = "Brings the database to a revision, to the head unless another is named.")
final class UpgradeCommand extends LossyCommand {

    @Override
    protected Change change(TargetOptions target) {
        return new Change.Upgrade(target.given().orElse("head"));
    }
}
