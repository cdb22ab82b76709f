package dev.migrate.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The psql on the search path: package postgresql-client. A test that needs it fails without it. */
public final class Psql {

    private Psql() {}

    /** What psql prints on both streams, and its exit code in the last line. */
    public static String run(TestDatabase database, CharSequence script) {
        try {
            Path file = Files.createTempFile("script", ".sql");
            Files.writeString(file, script);
            Process psql = new ProcessBuilder(
                            "psql",
                            "--no-psqlrc",
                            "--quiet",
                            "--host=localhost",
                            "--port=" + database.server().port(),
                            "--username=postgres",
                            "--dbname=" + database.name(),
                            "--file=" + file)
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
}
