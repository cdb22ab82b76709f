package dev.migrate.cli;

import dev.migrate.command.Change;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Declares the database to be at a revision, without running anything. */
@Command(
        name = "stamp",
        description =
                "Declares the database to be at a revision, without running anything: for one that has been migrated"
                        + " by other means. At the head unless another is named.")
final class StampCommand extends ScriptCommand {

    @Option(
            names = "--purge",
            fallbackValue = "true",
            description = "Forgets all that the version table holds first, revisions that the history does not have"
                    + " included.")
    private boolean purge;

    @Override
    protected Change change(TargetOptions target) {
        return new Change.Stamp(target.given().orElse("head"), purge);
    }
}
