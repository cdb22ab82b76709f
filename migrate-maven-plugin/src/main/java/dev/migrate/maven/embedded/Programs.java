package dev.migrate.maven.embedded;

import dev.migrate.MigrateException;
import dev.migrate.command.file.PrivateFiles;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Runs PostgreSQL's programs.
 *
 * @param directory where they have been unpacked
 * @param log gets what they print
 */
record Programs(Path directory, Path log) {

    /** The server has no use for the rest, and must not hand secrets of the environment to whoever runs SQL. */
    private static final Set<String> ENVIRONMENT = Set.of("PATH", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "TMPDIR");

    List<String> command(ServerUser user, String program, List<String> arguments) {
        return user.command(Stream.concat(
                        Stream.of(directory
                                .resolve("bin")
                                .resolve(program + (PrivateFiles.isWindows() ? ".exe" : ""))
                                .toString()),
                        arguments.stream())
                .toList());
    }

    Process start(ServerUser user, String program, List<String> arguments, Redirect output) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command(user, program, arguments))
                .directory(directory.toFile())
                .redirectError(Redirect.appendTo(log.toFile()))
                .redirectOutput(output);
        if (!PrivateFiles.isWindows()) {
            builder.environment().keySet().retainAll(ENVIRONMENT);
        }
        return builder.start();
    }

    Process start(ServerUser user, String program, List<String> arguments) throws IOException {
        return start(user, program, arguments, Redirect.appendTo(log.toFile()));
    }

    /** Waits for a program to end. */
    static int await(Process process) {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MigrateException("Interrupted while the embedded PostgreSQL started", e);
        }
    }
}
