package dev.migrate.cli;

import dev.migrate.MigrateBuilder;
import dev.migrate.MigrateException;
import dev.migrate.cli.logging.ConsoleLoggers;
import dev.migrate.command.HistoryAnswers;
import dev.migrate.command.ProjectHistory;
import dev.migrate.command.database.ChosenConnection;
import dev.migrate.command.database.Secret;
import dev.migrate.command.parameter.PackageNames;
import dev.migrate.revision.loading.HistoryLoader;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A command that needs the history: it finds the migrations on the class path. */
@Command(mixinStandardHelpOptions = true, versionProvider = MigrateCommand.Version.class)
abstract class MigrationCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private MigrationOptions migrations = new MigrationOptions();

    @Mixin
    private DatabaseOptions database = new DatabaseOptions();

    @Override
    public final Integer call() {
        List<String> packages = understood(() -> PackageNames.of(migrations.packages));
        Console console = Console.of(isDataAlone(), wording(), migrations.debug);
        ConsoleLoggers.printTo(console);
        try (ClassPath classPath = ClassPath.of(migrations.classPath)) {
            run(
                    new ProjectHistory(HistoryLoader.load(classPath.classLoader(), packages), classPath.classLoader()),
                    console);
        }
        return Main.DONE;
    }

    /**
     * Whether nothing but data may reach standard output.
     *
     * @throws ParameterException if that can't be told
     */
    protected abstract boolean isDataAlone();

    /**
     * What the command does.
     *
     * @throws MigrateException if it fails in a way a person can act on
     */
    protected abstract void run(ProjectHistory history, Console console);

    /** Whether an error is printed with its stack trace. */
    final boolean showsStackTraces() {
        return migrations.stacktrace || migrations.debug;
    }

    /** Says that there is no migration, if there is none: the application is missing on the class path. */
    protected final Optional<String> emptiness(ProjectHistory history) {
        return new HistoryAnswers(history.graph())
                .emptiness(
                        PackageNames.of(migrations.packages),
                        "Name the application's jar or directory with --class-path, or correct --packages.");
    }

    protected final Wording wording() {
        return Wording.of(spec.root().commandLine());
    }

    /** Whether some place gives a database. */
    protected final boolean hasDatabase() {
        return understood(database::choose).isPresent();
    }

    /** The history, and how to run it, without a database. */
    protected final MigrateBuilder migrate(ProjectHistory history) {
        return understood(() -> database.configure(history));
    }

    /** As {@link #migrate(ProjectHistory)}, on the database that was given. */
    protected final MigrateBuilder connected(ProjectHistory history, Console console) {
        MigrateBuilder builder = migrate(history);
        ChosenConnection connection = understood(database::require);
        builder.dataSource(database.connect(connection, console::warning));
        connection.credentials().password().map(Secret::reveal).ifPresent(builder::secret);
        return builder;
    }

    /**
     * The value of an option.
     *
     * @throws ParameterException if it has none that is understood
     */
    protected final <T> T understood(Supplier<T> value) {
        try {
            return value.get();
        } catch (ParameterException e) {
            throw e;
        } catch (MigrateException e) {
            throw misused(String.valueOf(e.getMessage()));
        }
    }

    protected final ParameterException misused(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
