package dev.migrate.cli;

import dev.migrate.MigrateBuilder;
import dev.migrate.command.LossParameters;
import dev.migrate.runtime.RunSettings;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** A command that runs migrations, or writes what would, and so may lose data. */
abstract class LossyCommand extends ScriptCommand {

    @Option(
            names = "--loss",
            paramLabel = "WHAT",
            description =
                    "What to do where data is lost for good: warn says what before it begins, refuse runs nothing;"
                            + " ${DEFAULT-VALUE} if not given.")
    private String loss = "warn";

    @Option(
            names = "--lint-ignore",
            split = ",",
            paramLabel = "RULE",
            description = "Rules of lint whose losses are allowed, each with its reason: drop-column=why, or"
                    + " 0012:drop-column=why.")
    private List<String> lintIgnore = new ArrayList<>();

    @Option(
            names = "--online-from",
            paramLabel = "ROWS",
            description =
                    "How many rows a table has to have before its revision runs online, with CONCURRENTLY and with"
                            + " commits on the way; ${DEFAULT-VALUE} if not given, 0 runs all revisions online.")
    private long onlineFrom = RunSettings.DEFAULT_ONLINE_FROM;

    @Override
    protected final MigrateBuilder configure(MigrateBuilder builder) {
        return new LossParameters(loss, lintIgnore, onlineFrom).addTo(builder);
    }
}
