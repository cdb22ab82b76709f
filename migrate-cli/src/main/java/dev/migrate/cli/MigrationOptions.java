package dev.migrate.cli;

import dev.migrate.MigrateBuilder;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** Options of all commands: where the migrations are, and how much is said. */
final class MigrationOptions {

    @Option(
            names = "--packages",
            split = ",",
            paramLabel = "PACKAGE",
            description = "The packages with the migrations; db.migrations if not given.")
    List<String> packages = new ArrayList<>(List.of(MigrateBuilder.DEFAULT_PACKAGE));

    @Option(
            names = "--class-path",
            paramLabel = "PATH",
            description = "The application's jars and directories of classes, added to the class path of java."
                    + " Executable jars of Spring Boot count, and DIRECTORY/* is all jars in it.")
    List<String> classPath = new ArrayList<>();

    @Option(names = "--stacktrace", fallbackValue = "true", description = "Prints the stack trace of an error, too.")
    boolean stacktrace;

    @Option(
            names = "--debug",
            fallbackValue = "true",
            description = "Prints each statement that runs, and the stack trace of an error.")
    boolean debug;
}
