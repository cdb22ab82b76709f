package dev.migrate.autogen.jpa;

import dev.migrate.autogen.testing.CompiledClasses;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Models that use what not every Hibernate has, and so can't be compiled with the tests: they are compiled with the jars
 * of each version that can read them.
 */
final class ApartModels {

    private static final Path SOURCES = Path.of("src", "test", "models", "dev", "migrate", "autogen", "jpa", "model");

    private ApartModels() {}

    static boolean isApart(Model model) {
        return Files.isDirectory(SOURCES.resolve(model.name()));
    }

    /**
     * Compiles them.
     *
     * @param jars what belongs to the version; it comes before the tests' class path
     * @return where the classes are
     */
    static Path compile(String version, List<Path> jars, List<Model> models) {
        Path target = Path.of("target", "models", version);
        try (StandardJavaFileManager files =
                ToolProvider.getSystemJavaCompiler().getStandardFileManager(null, null, null)) {
            List<Path> sources = models.stream()
                    .map(model -> SOURCES.resolve(model.name()).resolve("Entities.java"))
                    .toList();
            CompiledClasses.compile(files.getJavaFileObjectsFromPaths(sources), jars, target);
            return target;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
