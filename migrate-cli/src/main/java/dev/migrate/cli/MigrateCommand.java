package dev.migrate.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command line without a command: it says which ones there are. */
@Command(
        name = "migrate",
        mixinStandardHelpOptions = true,
        versionProvider = MigrateCommand.Version.class,
        description = "Applies and reverts the migrations of an application, and tells where its database is.",
        subcommands = {
            UpgradeCommand.class,
            DowngradeCommand.class,
            CurrentCommand.class,
            HistoryCommand.class,
            HeadsCommand.class,
            BranchesCommand.class,
            ShowCommand.class,
            StampCommand.class,
            HelpCommand.class,
            GenerateCompletion.class
        },
        footer = {
            "",
            "Each option of a command can also be a variable: MIGRATE_URL, MIGRATE_LOCK_TIMEOUT, ...",
            "A password comes from MIGRATE_PASSWORD, --password-file, PGPASSWORD, ~/.pgpass, or is asked for.",
            ""
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:done",
            "1:a migration failed, or the database or a file can't be used",
            "2:what was typed, or a value from the environment, isn't understood",
            "3:the database is not current: current --check-heads"
        })
final class MigrateCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return Main.WRONG_USAGE;
    }

    /** The version of the jar. */
    static final class Version implements IVersionProvider {

        @Override
        public String[] getVersion() {
            String version = Optional.ofNullable(Main.class.getPackage().getImplementationVersion())
                    .orElse("of unknown version");
            return new String[] {"migrate " + version};
        }
    }
}
