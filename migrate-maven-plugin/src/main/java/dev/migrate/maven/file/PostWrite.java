package dev.migrate.maven.file;

import dev.migrate.MigrateException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Commands that are run on a file that was written, a formatter mostly. Each is a line for the shell, in which
 * {@code {file}} stands for the file; without it the file is the last argument.
 */
public final class PostWrite {

    private static final String FILE = "{file}";

    private final Path directory;

    /** @param directory where the commands run */
    public PostWrite(Path directory) {
        this.directory = directory;
    }

    /** @throws MigrateException if a command fails; the message has what it printed */
    public void run(List<String> commands, Path file) {
        for (String command : commands) {
            run(command, file);
        }
    }

    private void run(String command, Path file) {
        try {
            Process process = new ProcessBuilder(shell(command, file.toString()))
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), Charset.defaultCharset());
            if (process.waitFor() != 0) {
                throw new MigrateException("Wrote " + directory.relativize(file.toAbsolutePath())
                        + ", but the postWrite command '" + command + "' failed with " + process.exitValue()
                        + (output.isBlank() ? "." : ": " + output.strip()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MigrateException("Interrupted while the postWrite command '" + command + "' ran", e);
        }
    }

    private static List<String> shell(String command, String file) {
        boolean windows = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
        String line = command.contains(FILE) ? command : command + " " + FILE;
        return windows
                ? List.of("cmd", "/c", line.replace(FILE, '"' + file + '"'))
                : List.of("sh", "-c", line.replace(FILE, "\"$1\""), "sh", file);
    }
}
