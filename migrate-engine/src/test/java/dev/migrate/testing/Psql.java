package dev.migrate.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The psql on the search path: package postgresql-client. A test that needs it fails without it. */
public final class Psql {

    private Psql() {}

    /** What psql prints on both streams, and its exit code in the last line. */
    public static String run(TestDatabase database, CharSequence script) {
        return run(database, script, database.server().port());
    }

    /** @param port where psql connects to: a proxy's */
    public static String run(TestDatabase database, CharSequence script, int port) {
        try {
            Path file = Files.createTempFile("script", ".sql");
            Files.writeString(file, script);
            Process psql = on(database, file, "--port=" + port)
                    .redirectErrorStream(true)
                    .start();
            String output = new String(psql.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int exit = psql.waitFor();
            Files.delete(file);
            return output.replace(file.toString(), "script.sql") + "exit " + exit;
        } catch (IOException e) {
            throw new AssertionError("This test needs psql: install the package postgresql-client", e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Psql that runs a file, with options of its own. */
    public static ProcessBuilder on(TestDatabase database, Path file, String... options) {
        List<String> command = new ArrayList<>(List.of("psql", "--no-psqlrc", "--quiet"));
        command.addAll(List.of(
                "--host=localhost",
                "--port=" + database.server().port(),
                "--username=postgres",
                "--dbname=" + database.name(),
                "--file=" + file));
        command.addAll(List.of(options));
        return new ProcessBuilder(command);
    }
}
