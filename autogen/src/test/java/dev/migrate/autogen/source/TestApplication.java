package dev.migrate.autogen.source;

import dev.migrate.autogen.EntitySource;
import dev.migrate.autogen.testing.CompiledClasses;
import jakarta.persistence.Entity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * An application's class path, as a test writes it.
 *
 * @param classes what the test writes and compiles
 * @param application a second place, for classes that are not beside those
 */
record TestApplication(Path classes, Path application, URLClassLoader loader) implements AutoCloseable {

    /** With Jakarta Persistence, and nothing else of the tests' own class path. */
    static TestApplication at(Path classes, Path application) {
        URL annotations = Entity.class.getProtectionDomain().getCodeSource().getLocation();
        try {
            return new TestApplication(
                    classes,
                    application,
                    new URLClassLoader(
                            new URL[] {
                                classes.toUri().toURL(), application.toUri().toURL(), annotations
                            },
                            ClassLoader.getPlatformClassLoader()));
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whose roots contain nothing. */
    EntitySource source() {
        return EntitySource.of(loader).roots(List.of(classes.resolve("target")));
    }

    /** Whose roots contain what the test has compiled. */
    EntitySource compiled() {
        return source().roots(List.of(classes));
    }

    void write(String file, String text) {
        Path path = classes.resolve(file);
        try {
            Files.createDirectories(path.getParent());
            Files.writeString(path, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Compiles one class beside those that are compiled already. */
    void compile(String className, String body) {
        compile(className, body, classes);
    }

    void compile(String className, String body, Path output) {
        int dot = className.lastIndexOf('.');
        CompiledClasses.compile(
                Map.of(className, "package " + className.substring(0, dot) + ";\n" + body), List.of(classes), output);
    }

    @Override
    public void close() throws IOException {
        loader.close();
    }
}
