package dev.migrate.cli;

import dev.migrate.MigrateException;
import dev.migrate.cli.logging.ConsoleLogging;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Runs a command: {@code java -jar migrate-cli.jar upgrade --url jdbc:postgresql://db/app --class-path app.jar}, or {@code
 * java -cp app.jar:migrate-cli.jar dev.migrate.cli.Main upgrade}. {@code help} lists the commands and the exit codes.
 */
public final class Main {

    static final int DONE = 0;
    static final int FAILED = 1;
    static final int WRONG_USAGE = 2;
    static final int NOT_CURRENT = 3;

    private Main() {}

    /** Ends the process with the command's exit code. */
    public static void main(String[] arguments) {
        ConsoleLogging.choose();
        System.exit(commandLine().execute(arguments));
    }

    /** All that can be typed. */
    static CommandLine commandLine() {
        CommandLine root = new CommandLine(new MigrateCommand());
        root.setDefaultValueProvider(new EnvironmentDefaults(System::getenv));
        Wording wording = Wording.of(root);
        root.setParameterExceptionHandler((error, arguments) -> misused(error, wording));
        root.setExecutionExceptionHandler((error, command, parsed) -> failed(error, command, wording));
        return root;
    }

    private static int misused(ParameterException error, Wording wording) {
        CommandLine command = error.getCommandLine();
        PrintWriter out = command.getErr();
        out.println(wording.apply(String.valueOf(error.getMessage())));
        suggest(error, out);
        out.println("See: " + command.getCommandSpec().qualifiedName() + " --help");
        return WRONG_USAGE;
    }

    /** What was probably meant: the library itself knows it of commands. */
    private static void suggest(ParameterException error, PrintWriter out) {
        if (error instanceof UnmatchedArgumentException unmatched && unmatched.isUnknownOption()) {
            List<String> options = Suggestions.of(
                    unmatched.getUnmatched().get(0),
                    error.getCommandLine().getCommandSpec().optionsMap().keySet());
            if (!options.isEmpty()) {
                out.println("Did you mean: " + String.join(" or ", options) + "?");
            }
        } else {
            UnmatchedArgumentException.printSuggestions(error, out);
        }
    }

    private static int failed(Exception error, CommandLine command, Wording wording) {
        PrintWriter out = command.getErr();
        out.println(wording.apply(message(error)));
        boolean isTold = error instanceof MigrateException || error instanceof UncheckedIOException;
        if (!isTold || (command.getCommand() instanceof MigrationCommand one && one.showsStackTraces())) {
            error.printStackTrace(out);
        }
        return error instanceof NotCurrentException ? NOT_CURRENT : FAILED;
    }

    private static String message(Exception error) {
        if (error instanceof MigrateException) {
            return String.valueOf(error.getMessage());
        }
        return error instanceof UncheckedIOException
                ? "A file can't be read or written: " + error.getMessage()
                : "This should not have happened, and is worth a report:";
    }
}
