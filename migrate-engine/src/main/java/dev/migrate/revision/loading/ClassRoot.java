package dev.migrate.revision.loading;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleReader;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/** A place that classes come from. Names are those of resources: {@code db/migrations/R1.class}. */
interface ClassRoot extends Closeable {

    /** The names of the class files in a package and its subpackages, in no particular order. */
    List<String> classFiles(String packagePath) throws IOException;

    /** A file's content, if it exists. */
    Optional<byte[]> read(String name) throws IOException;

    /**
     * Whether the content was put together once and for all, so that an index in it belongs to the classes beside it. In
     * a directory a compiler may have replaced some of them since.
     */
    boolean isSealed();

    private static boolean isClassIn(String packagePath, String name) {
        return name.endsWith(".class") && name.startsWith(packagePath) && name.startsWith("/", packagePath.length());
    }

    /**
     * The class path's directories.
     *
     * @param isSealed whether one compilation wrote all of it
     */
    record Directory(Path root, boolean isSealed) implements ClassRoot {

        @Override
        public List<String> classFiles(String packagePath) throws IOException {
            Path start = root.resolve(packagePath);
            if (!Files.isDirectory(start)) {
                return List.of();
            }
            List<String> names = new ArrayList<>();
            collect(start, packagePath + "/", names);
            return names;
        }

        /** By their names alone: to ask for the attributes of each takes longer than all the rest. */
        private static void collect(Path directory, String prefix, List<String> names) throws IOException {
            try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
                for (Path entry : entries) {
                    String name = prefix + entry.getFileName();
                    if (name.endsWith(".class")) {
                        names.add(name);
                    } else if (Files.isDirectory(entry)) {
                        collect(entry, name + "/", names);
                    }
                }
            }
        }

        @Override
        public Optional<byte[]> read(String name) throws IOException {
            try {
                return Optional.of(Files.readAllBytes(root.resolve(name)));
            } catch (NoSuchFileException e) {
                return Optional.empty();
            }
        }

        @Override
        public void close() {}
    }

    /**
     * Jars, also those within another jar.
     *
     * @param prefix where in the jar the classes begin, as in {@code BOOT-INF/classes/}; mostly empty
     */
    record Archive(JarFile jar, String prefix) implements ClassRoot {

        @Override
        public List<String> classFiles(String packagePath) {
            List<String> names = new ArrayList<>();
            for (Enumeration<JarEntry> entries = jar.entries(); entries.hasMoreElements(); ) {
                String entry = entries.nextElement().getName();
                if (entry.startsWith(prefix)) {
                    String name = entry.substring(prefix.length());
                    if (isClassIn(packagePath, name)) {
                        names.add(name);
                    }
                }
            }
            return names;
        }

        @Override
        public Optional<byte[]> read(String name) throws IOException {
            ZipEntry entry = jar.getEntry(prefix + name);
            if (entry == null) {
                return Optional.empty();
            }
            try (InputStream in = jar.getInputStream(entry)) {
                return Optional.of(in.readAllBytes());
            }
        }

        @Override
        public boolean isSealed() {
            return true;
        }

        @Override
        public void close() throws IOException {
            jar.close();
        }
    }

    /** Modules, whose packages a class loader doesn't list. */
    record Module(ModuleReader reader) implements ClassRoot {

        @Override
        public List<String> classFiles(String packagePath) throws IOException {
            try (Stream<String> names = reader.list()) {
                return names.filter(name -> isClassIn(packagePath, name)).toList();
            }
        }

        @Override
        public Optional<byte[]> read(String name) throws IOException {
            Optional<InputStream> found = reader.open(name);
            if (found.isEmpty()) {
                return Optional.empty();
            }
            try (InputStream in = found.get()) {
                return Optional.of(in.readAllBytes());
            }
        }

        @Override
        public boolean isSealed() {
            return false;
        }

        @Override
        public void close() throws IOException {
            reader.close();
        }
    }
}
