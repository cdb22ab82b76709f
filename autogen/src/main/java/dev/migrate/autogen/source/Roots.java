package dev.migrate.autogen.source;

import dev.migrate.MigrateException;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Comparator;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/** Directories and jars of a class path, and what they contain. */
final class Roots {

    private static final String FILE = "file:";

    /** Reads one file of a directory or jar. */
    @FunctionalInterface
    interface Reader {
        void read(String path, InputStream bytes) throws IOException;
    }

    private Roots() {}

    /**
     * Hands what {@code root} contains to a reader, sorted by path; a root that doesn't exist contains nothing.
     *
     * @param wanted of which paths, relative to the root and with slashes
     */
    static void read(Path root, Predicate<String> wanted, Reader reader) throws IOException {
        if (Files.isDirectory(root)) {
            readDirectory(root, wanted, reader);
        } else if (Files.isRegularFile(root)) {
            readJar(root, wanted, reader);
        }
    }

    private static void readDirectory(Path root, Predicate<String> wanted, Reader reader) throws IOException {
        SortedMap<String, Path> found = new TreeMap<>();
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                String path = root.relativize(file).toString().replace(File.separatorChar, '/');
                // The attributes are those of a link, not of what it leads to.
                if (wanted.test(path)
                        && (attributes.isRegularFile() || (attributes.isSymbolicLink() && Files.isRegularFile(file)))) {
                    found.put(path, file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        for (Map.Entry<String, Path> file : found.entrySet()) {
            try (InputStream bytes = Files.newInputStream(file.getValue())) {
                reader.read(file.getKey(), bytes);
            }
        }
    }

    private static void readJar(Path root, Predicate<String> wanted, Reader reader) throws IOException {
        try (JarFile jar = new JarFile(root.toFile())) {
            for (JarEntry entry : jar.stream()
                    .filter(each -> wanted.test(each.getName()))
                    .sorted(Comparator.comparing(JarEntry::getName))
                    .toList()) {
                try (InputStream bytes = jar.getInputStream(entry)) {
                    reader.read(entry.getName(), bytes);
                }
            }
        }
    }

    /**
     * What a {@code <jar-file>} names, for which Hibernate takes a URL as well as a path.
     *
     * @param home what a path, or a URL without a slash behind {@code file:}, is relative to
     */
    static Path named(String jarFile, Path home) {
        if (!jarFile.startsWith(FILE)) {
            return home.resolve(jarFile);
        }
        String path = jarFile.substring(FILE.length());
        // Application servers don't escape; Hibernate tells it by the blank.
        return home.resolve(new File(path.contains(" ") ? path : decoded(jarFile)).toPath());
    }

    private static String decoded(String url) {
        try {
            return new URI(url).getSchemeSpecificPart();
        } catch (URISyntaxException e) {
            throw new MigrateException("The <jar-file> " + url + " is no URL: " + e.getMessage(), e);
        }
    }

    /** The directory or jar from which {@code resource} comes. */
    static Path of(URL url, String resource) {
        try {
            URLConnection connection = url.openConnection();
            if (connection instanceof JarURLConnection jar) {
                return Path.of(jar.getJarFileURL().toURI());
            }
            Path root = Path.of(url.toURI());
            for (int names = Path.of(resource).getNameCount(); names > 0; names--) {
                root = root.resolve("..");
            }
            return root.normalize();
        } catch (IOException | URISyntaxException e) {
            throw new MigrateException("Cannot tell where " + url + " is", e);
        }
    }
}
