package dev.migrate.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The engine's jar is a module: an application that is one requires it, and is linked with it. */
class EngineModuleTest {

    @TempDir
    private Path home;

    private Path classes;
    private String modulePath;
    private Path engine;

    @BeforeEach
    void anApplication() throws IOException {
        write("module-info.java", """
                module app {
                    requires dev.migrate.engine;

                    opens db.migrations to
                            dev.migrate.engine;
                }
                """);
        write("db/migrations/R0001_First.java", """
                package db.migrations;

                import static dev.migrate.schema.Definitions.column;
                import static dev.migrate.schema.Definitions.table;
                import static dev.migrate.schema.Types.bigint;

                import dev.migrate.Migration;
                import dev.migrate.Operations;
                import dev.migrate.Revision;

                @Revision(id = "0001", message = "first")
                public class R0001_First implements Migration {

                    @Override
                    public void upgrade(Operations op) {
                        op.createTable(table("agents").columns(column("id", bigint())));
                    }

                    @Override
                    public void downgrade(Operations op) {
                        op.dropTable("agents");
                    }
                }
                """);
        write("app/Main.java", """
                package app;

                import dev.migrate.Migrate;

                public class Main {
                    public static void main(String[] arguments) {
                        Migrate.configure().packages("db.migrations").build().upgradeSql("head", System.out);
                    }
                }
                """);
        classes = home.resolve("classes");
        engine = jar("dev/migrate/migrate-engine", "migrate-engine-" + property("version") + ".jar");
        modulePath = String.join(
                ":",
                classes.toString(),
                engine.toString(),
                jar("org/slf4j/slf4j-api", "slf4j-api-2.*.jar").toString());
    }

    @Test
    void anApplicationIsLinkedWithTheEngineAndFindsItsMigrations() throws IOException, InterruptedException {
        compile("app/Main.java");
        Path image = home.resolve("image");
        run("jlink", "--add-modules", "app", "-p", modulePath, "--output", image.toString());

        assertThat(printedBy(image.resolve("bin/java").toString(), "-m", "app/app.Main"))
                .contains("CREATE TABLE agents (\n    id bigint\n);");
    }

    @Test
    void whatIsNotExportedCantBeCompiledAgainst() throws IOException {
        write("app/Inside.java", """
                package app;

                class Inside {
                    dev.migrate.runtime.Runner runner;
                }
                """);

        assertThat(tool("javac", compilation("app/Inside.java")))
                .contains("package dev.migrate.runtime is not visible");
    }

    private void compile(String main) {
        assertThat(tool("javac", compilation(main))).isEmpty();
    }

    private String[] compilation(String main) {
        return Stream.concat(
                        Stream.of("-d", classes.toString(), "-p", modulePath, "--processor-path", engine.toString()),
                        Stream.of("module-info.java", "db/migrations/R0001_First.java", main)
                                .map(file -> home.resolve(file).toString()))
                .toArray(String[]::new);
    }

    private static void run(String tool, String... arguments) {
        assertThat(tool(tool, arguments)).isEmpty();
    }

    /** What one of the JDK's tools prints. */
    private static String tool(String name, String... arguments) {
        StringWriter printed = new StringWriter();
        PrintWriter writer = new PrintWriter(printed);
        ToolProvider.findFirst(name).orElseThrow().run(writer, writer, arguments);
        writer.flush();
        return printed.toString();
    }

    private static String printedBy(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return printed;
    }

    private void write(String file, String text) throws IOException {
        Path path = home.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    /** One that the stories were told with. */
    private static Path jar(String folder, String pattern) throws IOException {
        Path repository = Path.of(property("repository")).resolve(folder);
        try (Stream<Path> versions = Files.list(repository)) {
            for (Path version : versions.filter(Files::isDirectory).sorted().toList()) {
                try (var jars = Files.newDirectoryStream(version, pattern)) {
                    for (Path jar : jars) {
                        return jar;
                    }
                }
            }
        }
        throw new IllegalStateException("No " + pattern + " in " + repository);
    }

    private static String property(String name) {
        return Objects.requireNonNull(System.getProperty("migrate.it." + name), name);
    }
}
