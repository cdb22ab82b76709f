package dev.migrate.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.testing.PostgresTest;
import dev.migrate.testing.TestDatabase;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ctrl-C, and a build server that ends a job, while Maven upgrades a database. */
@PostgresTest
class InterruptTest {

    private static final String SLEEPING =
            "SELECT count(*) FROM pg_stat_activity WHERE wait_event = 'PgSleep' AND datname = current_database()";

    @TempDir
    private Path project;

    @BeforeEach
    void copyTheProject() throws IOException {
        Path original = Path.of("src/test/resources/interrupted");
        try (Stream<Path> files = Files.walk(original)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = project.resolve(original.relativize(file));
                Files.createDirectories(Objects.requireNonNull(copy.getParent()));
                Files.copy(file, copy);
            }
        }
        Files.writeString(
                project.resolve("settings.xml"),
                Files.readString(Path.of("settings.xml")).replace("@localRepositoryUrl@", property("remote")));
    }

    @Test
    void theStatementIsCancelledTheRevisionRolledBackAndTheNextRunCompletes(TestDatabase database) throws Exception {
        interrupted(database, "INT", 130);
        interrupted(database, "TERM", 143);

        Process next = upgrade(database, "-Dmigrate.x.seconds=0");

        assertThat(next.waitFor()).as(output()).isZero();
        assertThat(database.query("SELECT revision, outcome FROM migrate_journal ORDER BY id"))
                .isEqualTo("0001|failed\n0001|failed\n0001|done");
        assertThat(database.query("SELECT revision FROM migrate_version")).isEqualTo("0001");
    }

    private void interrupted(TestDatabase database, String signal, int exitCode) throws Exception {
        Process maven = upgrade(database);
        while (database.query(SLEEPING).equals("0")) {
            assertThat(maven.isAlive()).as(output()).isTrue();
            maven.waitFor(50, TimeUnit.MILLISECONDS);
        }

        new ProcessBuilder("kill", "-" + signal, Long.toString(maven.pid()))
                .start()
                .waitFor();

        assertThat(maven.waitFor()).as(output()).isEqualTo(exitCode);
        assertThat(output())
                .contains(
                        "\n[WARNING] Cancelled during the upgrade of revision 0001. It was rolled back and left nothing"
                                + " behind; the database is at base. To go on, run mvn migrate:upgrade again.\n");
        assertThat(database.query("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
                        + " AND pid <> pg_backend_pid() AND application_name LIKE 'migrate%'"))
                .isEqualTo("0");
        assertThat(database.query("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory'"
                        + " AND database = (SELECT oid FROM pg_database WHERE datname = current_database())"))
                .isEqualTo("0");
        assertThat(database.query("SELECT count(*) FROM pg_tables WHERE tablename = 'users'"))
                .isEqualTo("0");
    }

    private Process upgrade(TestDatabase database, String... arguments) throws IOException {
        List<String> command = Stream.concat(
                        Stream.of(
                                // A process that was started in the background may ignore Ctrl-C, and so do its
                                // children.
                                "perl",
                                "-e",
                                "$SIG{INT} = 'DEFAULT'; exec @ARGV",
                                property("maven") + "/bin/mvn",
                                "-B",
                                "-ntp",
                                "-s",
                                "settings.xml",
                                "-Dmaven.repo.local=" + property("repository"),
                                "-Dversion.migrate=" + property("version"),
                                "-Dmigrate.url=" + database.url(),
                                "migrate:upgrade"),
                        Stream.of(arguments))
                .toList();
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(project.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("MAVEN_OPTS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC");
        builder.environment().remove("MAVEN_CONFIG");
        return builder.start();
    }

    private static String property(String name) {
        return Objects.requireNonNull(System.getProperty("migrate.it." + name), name);
    }

    private File log() {
        return project.resolve("log").toFile();
    }

    private String output() throws IOException {
        // Maven resets the terminal's colours even when it has none.
        return Files.readString(log().toPath()).replaceAll("\u001b\\[[0-9;]*m", "");
    }
}
