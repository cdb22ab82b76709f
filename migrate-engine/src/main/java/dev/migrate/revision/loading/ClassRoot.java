package dev.migrate.revision.loading;

import java.io.Closeable;
import java.io.File;
import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleReader;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
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
            for (String entry : entries(directory)) {
                if (entry.endsWith(".class")) {
                    names.add(prefix.concat(entry));
                } else if (Files.isDirectory(directory.resolve(entry))) {
                    collect(directory.resolve(entry), prefix + entry + "/", names);
                }
            }
        }

        /** Where there are thousands, a path for each takes longer than to list and read them. */
        private static List<String> entries(Path directory) throws IOException {
            if (isOnDisk(directory)) {
                String[] names = directory.toFile().list();
                if (names != null) {
                    return Arrays.asList(names);
                }
            }
            try (Stream<Path> entries = Files.list(directory)) {
                return entries.map(entry -> entry.getFileName().toString()).toList();
            }
        }

        @Override
        public Optional<byte[]> read(String name) throws IOException {
            if (isOnDisk(root)) {
                File file = new File(root.toString(), name);
                try (InputStream in = new FileInputStream(file)) {
                    return Optional.of(in.readAllBytes());
                } catch (FileNotFoundException e) {
                    if (file.exists()) {
                        throw e;
                    }
                    return Optional.empty();
                }
            }
            try {
                return Optional.of(Files.readAllBytes(root.resolve(name)));
            } catch (NoSuchFileException e) {
                return Optional.empty();
            }
        }

        /** Else in an image that a runtime was linked into. */
        private static boolean isOnDisk(Path path) {
            return path.getFileSystem().equals(FileSystems.getDefault());
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
