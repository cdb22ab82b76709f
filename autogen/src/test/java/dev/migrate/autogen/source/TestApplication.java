package dev.migrate.autogen.source;

import dev.migrate.autogen.EntitySource;
import dev.migrate.autogen.testing.CompiledClasses;
import jakarta.persistence.Entity;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * An application's class path, as a test writes it: with Jakarta Persistence, and nothing else of the tests' own class path.
 * A test registers it as an extension.
 */
final class TestApplication implements BeforeEachCallback, AfterEachCallback {

    private static final URL ANNOTATIONS =
            Entity.class.getProtectionDomain().getCodeSource().getLocation();

    private Path folder = Path.of(".");
    private URLClassLoader loader = new URLClassLoader(new URL[0]);

    @Override
    public void beforeEach(ExtensionContext context) throws IOException {
        folder = Files.createTempDirectory("application");
        loader = new URLClassLoader(
                new URL[] {
                    Files.createDirectory(classes()).toUri().toURL(),
                    Files.createDirectory(application()).toUri().toURL(),
                    ANNOTATIONS
                },
                ClassLoader.getPlatformClassLoader());
    }

    @Override
    public void afterEach(ExtensionContext context) throws IOException {
        loader.close();
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        }
    }

    /** What the test writes and compiles. */
    Path classes() {
        return folder.resolve("classes");
    }

    /** A second place, for classes that are not beside those. */
    Path application() {
        return folder.resolve("application");
    }

    /** Whose roots contain nothing. */
    EntitySource source() {
        return EntitySource.of(loader).roots(List.of(classes().resolve("target")));
    }

    /** Whose roots contain what the test has compiled. */
    EntitySource compiled() {
        return source().roots(List.of(classes()));
    }

    void write(String file, String text) {
        Path path = classes().resolve(file);
        try {
            Files.createDirectories(path.getParent());
            Files.writeString(path, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Compiles one class beside those that are compiled already. */
    void compile(String className, String body) {
        compile(className, body, classes());
    }

    void compile(String className, String body, Path output) {
        int dot = className.lastIndexOf('.');
        CompiledClasses.compile(
                Map.of(className, "package " + className.substring(0, dot) + ";\n" + body), List.of(classes()), output);
    }
}
