package dev.migrate.cli;

import dev.migrate.MigrateBuilder;
import dev.migrate.MigrateException;
import dev.migrate.command.Change;
import dev.migrate.command.ChangeCommand;
import dev.migrate.command.ProjectHistory;
import dev.migrate.command.output.Output;
import java.io.File;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A command that changes a database, or writes the script that would. */
abstract class ScriptCommand extends MigrationCommand {

    @Mixin
    private TargetOptions revision = new TargetOptions();

    @Option(
            names = "--sql",
            fallbackValue = "true",
            description = "Writes SQL for psql instead of changing the database; none is needed.")
    private boolean sql;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "The file that the SQL goes to; otherwise standard output.")
    private @Nullable File output;

    @Option(
            names = "--scripts-for",
            paramLabel = "MAJOR",
            description = "The major version of PostgreSQL that SQL is written for, such as 13; otherwise the newest.")
    private @Nullable Integer scriptsFor;

    @Option(names = "--tag", paramLabel = "TEXT", description = "A text for migrations: op.x(\"tag\").")
    private @Nullable String tag;

    /** What the command changes. */
    protected abstract Change change(TargetOptions target);

    @Override
    protected final boolean isDataAlone() {
        if (output != null && !sql) {
            throw misused(
                    "--output is '" + output + "', a file for a script, and none is asked for: the database would be"
                            + " changed. For a script give --sql, too.");
        }
        return sql && output == null;
    }

    @Override
    protected final void run(ProjectHistory history, Console console) {
        emptiness(history).ifPresent(message -> {
            throw new MigrateException(message);
        });
        ChangeCommand command = new ChangeCommand(change(revision), console::progress, console::warning);
        if (sql) {
            OptionalInt major = scriptsFor == null ? OptionalInt.empty() : OptionalInt.of(scriptsFor);
            new Output(output, console::progress).write(command.script(configured(migrate(history)), major));
        } else {
            command.run(history.graph(), configured(connected(history, console)));
        }
    }

    private MigrateBuilder configured(MigrateBuilder builder) {
        return understood(() -> configure(tag == null ? builder : builder.x("tag", tag)));
    }

    /** What only some of these commands know of. */
    protected MigrateBuilder configure(MigrateBuilder builder) {
        return builder;
    }
}
