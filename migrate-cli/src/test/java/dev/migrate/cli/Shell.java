package dev.migrate.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Runs the jar that was packaged as a process of its own, with no environment but what is given.
 *
 * @param environment the variables
 * @param command what comes before the arguments
 */
record Shell(Map<String, String> environment, List<String> command) {

    private static final String JAR = System.getProperty("migrate.cli.jar");

    /** {@code java -jar migrate-cli.jar} */
    static Shell jar() {
        return java("-jar", JAR);
    }

    /** {@code java -cp …:migrate-cli.jar dev.migrate.cli.Main} */
    static Shell classPath(Path application) {
        return java("-cp", application + ":" + JAR, "dev.migrate.cli.Main");
    }

    private static Shell java(String... arguments) {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1"));
        command.addAll(List.of(arguments));
        return new Shell(Map.of(), command);
    }

    Shell with(String variable, String value) {
        Map<String, String> more = new TreeMap<>(environment);
        more.put(variable, value);
        return new Shell(more, command);
    }

    /** What came out: both streams, and the exit code; a duration is another one each time. */
    record Outcome(String out, String err, int exitCode) {

        /** As a terminal shows it, and the exit code in the last line. */
        String text() {
            return out + err + "exit " + exitCode;
        }
    }

    Outcome run(String... arguments) {
        try {
            Path out = Files.createTempFile("out", ".txt");
            Path err = Files.createTempFile("err", ".txt");
            List<String> whole = new ArrayList<>(command);
            whole.addAll(List.of(arguments));
            ProcessBuilder builder =
                    new ProcessBuilder(whole).redirectOutput(out.toFile()).redirectError(err.toFile());
            builder.environment().clear();
            builder.environment().putAll(environment);
            int exitCode = builder.start().waitFor();
            Outcome outcome = new Outcome(read(out), read(err), exitCode);
            Files.delete(out);
            Files.delete(err);
            return outcome;
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static String read(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.UTF_8).replaceAll(" in \\d+\\.\\d s", " in … s");
    }
}
