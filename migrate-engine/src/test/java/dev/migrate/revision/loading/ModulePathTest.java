package dev.migrate.revision.loading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModulePathTest {

    @TempDir
    Path module;

    /** Runs in a process of its own. */
    public static void main(String[] arguments) {
        System.out.println(HistoryLoader.load(ClassLoader.getSystemClassLoader(), List.of("db.migrations"))
                .ids());
    }

    @Test
    void a_package_that_a_module_hides_is_read() throws IOException, InterruptedException {
        new MigrationSources(module)
                .migration("R0001", "id = \"0001\"")
                .migration("R0002", "id = \"0002\", revises = \"0001\"")
                .compile();
        new MigrationSources(module).source("module-info", "module app {}").compile();
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-p",
                        module.toString(),
                        "--add-modules",
                        "app",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ModulePathTest.class.getName())
                .redirectErrorStream(true)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(printed.strip()).isEqualTo("[0001, 0002]");
        assertThat(process.waitFor()).isZero();
    }
}
