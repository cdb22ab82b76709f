package dev.migrate.revision.loading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.loader.launch.LaunchedClassLoader;
import org.springframework.boot.loader.net.protocol.Handlers;

/** Spring Boot's executable jars keep classes in a folder and libraries as jars within the jar. */
class ExecutableJarTest {

    @TempDir
    Path folder;

    @BeforeAll
    static void know_the_urls_of_nested_jars() {
        Handlers.register();
    }

    @Test
    void classes_and_jars_within_an_executable_jar_are_one_history() throws IOException {
        Path library = MigrationSources.jar(
                new MigrationSources(folder.resolve("library"))
                        .migration("R0001", "id = \"0001\"")
                        .compileIndexed(),
                folder.resolve("library.jar"),
                "",
                true);
        Path classes = new MigrationSources(folder.resolve("classes"))
                .migration("R0002", "id = \"0002\", revises = \"0001\"")
                .compile();
        Path app = executable(classes, library);
        URL[] urls = {
            new URL("jar:nested:" + app + "/!BOOT-INF/classes/!/"),
            new URL("jar:nested:" + app + "/!BOOT-INF/lib/library.jar!/")
        };
        try (LaunchedClassLoader loader = new LaunchedClassLoader(false, urls, null)) {
            assertThat(HistoryLoader.load(loader, List.of("db.migrations")).ids())
                    .containsExactly("0001", "0002");
        }
    }

    private Path executable(Path classes, Path library) throws IOException {
        Path app = folder.resolve("app.jar");
        try (OutputStream out = Files.newOutputStream(app);
                JarOutputStream jar = new JarOutputStream(out);
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.sorted().toList()) {
                boolean directory = Files.isDirectory(file);
                String name = ("BOOT-INF/classes/" + classes.relativize(file)).replaceAll("/$", "");
                jar.putNextEntry(new JarEntry(directory ? name + "/" : name));
                if (!directory) {
                    Files.copy(file, jar);
                }
            }
            byte[] stored = Files.readAllBytes(library);
            CRC32 crc = new CRC32();
            crc.update(stored);
            JarEntry entry = new JarEntry("BOOT-INF/lib/library.jar");
            entry.setMethod(JarEntry.STORED);
            entry.setSize(stored.length);
            entry.setCrc(crc.getValue());
            jar.putNextEntry(entry);
            jar.write(stored);
        }
        return app;
    }
}
