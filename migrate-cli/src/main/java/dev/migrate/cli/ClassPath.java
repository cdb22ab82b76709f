package dev.migrate.cli;

import dev.migrate.MigrateException;
import dev.migrate.command.file.PrivateFiles;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * Where migrations are: the class path that Java was called with, and what {@code --class-path} adds to it. An executable
 * jar or war of Spring Boot, whose classes and jars are inside of it, is unpacked for as long as the command takes.
 */
final class ClassPath implements AutoCloseable {

    /** Spring Boot's reference, "The Executable Jar File Structure". */
    private static final List<String> NESTED = List.of("BOOT-INF/", "WEB-INF/");

    /** The index of the migrations: Spring Boot leaves it where it is in any jar. */
    private static final String INDEX = "META-INF/migrate/";

    private static final String EVERY_JAR = "*";

    private final List<URL> added = new ArrayList<>();
    private final List<Path> unpacked = new ArrayList<>();
    private @Nullable URLClassLoader loader;

    private ClassPath() {}

    /**
     * Opens the jars.
     *
     * @param entries jars, directories, and {@code directory/*} for all jars in it, also several of them as Java's own
     *     {@code -cp} has them
     * @throws MigrateException if one isn't there
     */
    static ClassPath of(List<String> entries) {
        ClassPath classPath = new ClassPath();
        try {
            for (String entry : entries) {
                for (String one : entry.split(Pattern.quote(File.pathSeparator), -1)) {
                    if (!one.isBlank()) {
                        classPath.add(one);
                    }
                }
            }
            return classPath;
        } catch (IOException e) {
            classPath.close();
            throw new MigrateException("The class path can't be read: " + e.getMessage(), e);
        } catch (MigrateException e) {
            classPath.close();
            throw e;
        }
    }

    /** Has the classes of the application and of this program. */
    ClassLoader classLoader() {
        ClassLoader own = ClassPath.class.getClassLoader();
        if (added.isEmpty()) {
            return own;
        }
        if (loader == null) {
            loader = new URLClassLoader(added.toArray(URL[]::new), own);
        }
        return loader;
    }

    private void add(String entry) throws IOException {
        if (entry.equals(EVERY_JAR) || entry.endsWith("/" + EVERY_JAR) || entry.endsWith(File.separator + EVERY_JAR)) {
            addJars(Path.of(entry.substring(0, entry.length() - EVERY_JAR.length()))
                    .toAbsolutePath());
            return;
        }
        Path path = Path.of(entry);
        if (!Files.exists(path)) {
            throw new MigrateException("The class path names " + path.toAbsolutePath()
                    + ", which isn't there. Expected a jar or a directory of classes.");
        }
        if (Files.isDirectory(path)) {
            addRoot(path);
            return;
        }
        try (JarFile jar = new JarFile(path.toFile())) {
            Optional<String> nested = NESTED.stream()
                    .filter(one -> jar.stream().anyMatch(file -> isNested(file.getName(), one)))
                    .findFirst();
            if (nested.isPresent()) {
                unpack(jar, nested.get());
                return;
            }
        } catch (ZipException e) {
            throw new MigrateException(
                    "The class path names " + path.toAbsolutePath() + ", which is no jar: " + e.getMessage(), e);
        }
        addRoot(path);
    }

    private void addRoot(Path root) throws MalformedURLException {
        added.add(root.toUri().toURL());
    }

    private void addJars(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            throw new MigrateException("The class path names all jars in " + directory + ", which is no directory.");
        }
        try (Stream<Path> files = Files.list(directory)) {
            for (Path jar : files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList()) {
                addRoot(jar);
            }
        }
    }

    private static boolean isNested(String entry, String directory) {
        return entry.startsWith(directory + "classes/") || entry.startsWith(directory + "lib/");
    }

    private void unpack(JarFile jar, String nested) throws IOException {
        Path target = Files.createTempDirectory("migrate-");
        unpacked.add(target);
        Path classes = Files.createDirectories(target.resolve("classes"));
        Path libraries = Files.createDirectories(target.resolve("lib"));
        for (Enumeration<JarEntry> entries = jar.entries(); entries.hasMoreElements(); ) {
            JarEntry entry = entries.nextElement();
            String name = entry.getName();
            if (!entry.isDirectory() && isNested(name, nested)) {
                copy(jar, entry, target, name.substring(nested.length()));
            } else if (!entry.isDirectory() && name.startsWith(INDEX)) {
                copy(jar, entry, classes, name);
            }
        }
        addRoot(classes);
        addJars(libraries);
    }

    private static void copy(JarFile jar, JarEntry entry, Path directory, String name) throws IOException {
        Path file = directory.resolve(name).normalize();
        if (!file.startsWith(directory)) {
            throw new IOException(jar.getName() + " has an entry that leads out of it: " + entry.getName());
        }
        Files.createDirectories(file.resolveSibling(""));
        try (InputStream content = jar.getInputStream(entry)) {
            Files.copy(content, file);
        }
    }

    /** Closes the jars, and deletes what was unpacked. */
    @Override
    public void close() {
        try {
            if (loader != null) {
                loader.close();
            }
            for (Path directory : unpacked) {
                PrivateFiles.deleteTree(directory);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
