package dev.migrate.revision.loading;

import dev.migrate.MigrateException;
import dev.migrate.revision.RevisionGraph;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.jar.JarFile;
import java.util.stream.Collectors;

/**
 * Reads the history of some packages and their subpackages, without loading any of their classes.
 *
 * <p>Which classes exist is always what the directory or jar itself lists. What is in a jar was put together at once,
 * so there the index stands for the class files that it covers, and the others are read; in a directory, where a
 * compiler may have replaced some, the class files are read and the index gives their Javadoc. So an index can neither
 * hide a class nor show one that is gone.
 */
public final class HistoryLoader {

    private HistoryLoader() {}

    /**
     * The history as a class loader finds it; of a class that is there twice, the first one counts, as it does when it
     * is loaded.
     *
     * @param packages such as {@code db.migrations}
     * @throws dev.migrate.revision.InvalidHistoryException if the revisions form no history
     * @throws MigrateException if a class file can't be read
     */
    public static RevisionGraph load(ClassLoader loader, Collection<String> packages) {
        try {
            return Revisions.graph(read(new ClassPathRoots(loader).of(packages), packages));
        } catch (IOException e) {
            throw unreadable(packages, e);
        }
    }

    /**
     * The heads of the history that {@link #load(ClassLoader, Collection)} returns, if an index tells them: then nothing is
     * read of the revisions one by one. It does in a jar that holds the whole history, and in whose packages there is
     * nothing but migrations.
     *
     * @throws MigrateException if a jar can't be read
     */
    public static Optional<Set<String>> heads(ClassLoader loader, Collection<String> packages) {
        try {
            return heads(new ClassPathRoots(loader).of(packages), packages);
        } catch (IOException e) {
            throw unreadable(packages, e);
        }
    }

    private static Optional<Set<String>> heads(List<ClassRoot> roots, Collection<String> packages) throws IOException {
        List<Optional<Set<String>>> told = new ArrayList<>();
        for (ClassRoot root : roots) {
            try (root) {
                List<String> names = classNames(root, packages);
                if (!names.isEmpty()) {
                    told.add(root.isSealed() ? headsIn(root, names) : Optional.empty());
                }
            }
        }
        return told.size() == 1 ? told.get(0) : Optional.empty();
    }

    private static Optional<Set<String>> headsIn(ClassRoot root, List<String> names) throws IOException {
        return root.read(RevisionIndex.RESOURCE)
                .flatMap(index -> IndexedHeads.read(new String(index, StandardCharsets.UTF_8), names));
    }

    private static List<String> classNames(ClassRoot root, Collection<String> packages) throws IOException {
        List<String> names = new ArrayList<>();
        for (String one : packages) {
            for (String file : root.classFiles(one.replace('.', '/'))) {
                names.add(className(one + ".", file));
            }
        }
        return names;
    }

    /**
     * The history in some directories and jars, as if these were a class path.
     *
     * @param roots directories of classes, and jars; those that don't exist are skipped, as in a class path
     * @param packages such as {@code db.migrations}
     * @throws dev.migrate.revision.InvalidHistoryException if the revisions form no history
     * @throws MigrateException if a class file can't be read
     */
    public static RevisionGraph load(List<Path> roots, Collection<String> packages) {
        return load(Optional.empty(), List.of(), roots, packages);
    }

    /**
     * As {@link #load(List, Collection)}, after a directory that is known to hold what one compilation wrote, and nothing
     * else: there the index is believed, as in a jar.
     *
     * @param earlier where an earlier build put its classes of the same Java sources: a revision that these don't have any
     *     more is gone, one in another language counts
     */
    public static RevisionGraph load(
            Optional<Path> compiled, List<Path> earlier, List<Path> roots, Collection<String> packages) {
        try {
            Map<String, Optional<AnnotatedClass>> classes = new LinkedHashMap<>();
            if (compiled.isPresent()) {
                read(List.of(new ClassRoot.Directory(compiled.get(), true)), packages, one -> true, classes);
            }
            read(open(earlier), packages, one -> !one.isFromJava(), classes);
            read(open(roots), packages, one -> true, classes);
            return Revisions.graph(found(classes));
        } catch (IOException e) {
            throw unreadable(packages, e);
        }
    }

    /**
     * The revisions that an earlier build made of Java sources, which may have been deleted or renamed since.
     *
     * @param earlier where it put its classes
     * @return the binary names of their classes
     * @throws MigrateException if a class file can't be read
     */
    public static Set<String> fromJava(List<Path> earlier, Collection<String> packages) {
        try {
            return read(open(earlier), packages).stream()
                    .filter(AnnotatedClass::isFromJava)
                    .map(AnnotatedClass::name)
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw unreadable(packages, e);
        }
    }

    private static MigrateException unreadable(Collection<String> packages, IOException cause) {
        return new MigrateException(
                "Can't read the migrations in " + String.join(", ", packages) + ": " + cause.getMessage() + ".", cause);
    }

    private static List<ClassRoot> open(List<Path> roots) throws IOException {
        List<ClassRoot> opened = new ArrayList<>();
        for (Path root : roots) {
            if (Files.isDirectory(root)) {
                opened.add(new ClassRoot.Directory(root, false));
            } else if (Files.exists(root)) {
                opened.add(new ClassRoot.Archive(new JarFile(root.toFile()), ""));
            }
        }
        return opened;
    }

    private static List<AnnotatedClass> read(List<ClassRoot> roots, Collection<String> packages) throws IOException {
        Map<String, Optional<AnnotatedClass>> classes = new LinkedHashMap<>();
        read(roots, packages, one -> true, classes);
        return found(classes);
    }

    private static List<AnnotatedClass> found(Map<String, Optional<AnnotatedClass>> classes) {
        List<AnnotatedClass> annotated = new ArrayList<>(classes.size());
        for (Optional<AnnotatedClass> one : classes.values()) {
            if (one.isPresent()) {
                annotated.add(one.get());
            }
        }
        return annotated;
    }

    private static void read(
            List<ClassRoot> roots,
            Collection<String> packages,
            Predicate<AnnotatedClass> counts,
            Map<String, Optional<AnnotatedClass>> classes)
            throws IOException {
        for (ClassRoot root : roots) {
            try (root) {
                read(root, packages, counts, classes);
            }
        }
    }

    private static void read(
            ClassRoot root,
            Collection<String> packages,
            Predicate<AnnotatedClass> counts,
            Map<String, Optional<AnnotatedClass>> classes)
            throws IOException {
        Optional<byte[]> text = root.read(RevisionIndex.RESOURCE);
        RevisionIndex index = text.isPresent()
                ? RevisionIndex.parse(new String(text.get(), StandardCharsets.UTF_8))
                : RevisionIndex.empty();
        for (String one : packages) {
            String packageName = one + ".";
            for (String file : root.classFiles(one.replace('.', '/'))) {
                String name = className(packageName, file);
                if (!classes.containsKey(name)) {
                    classes.put(name, read(root, file, index.find(name)).filter(counts));
                }
            }
        }
    }

    private static String className(String packageName, String file) {
        String inPackage = file.substring(packageName.length(), file.length() - ".class".length());
        return packageName.concat(inPackage.indexOf('/') < 0 ? inPackage : inPackage.replace('/', '.'));
    }

    private static Optional<AnnotatedClass> read(ClassRoot root, String file, Optional<AnnotatedClass> indexed)
            throws IOException {
        if (root.isSealed() && indexed.isPresent()) {
            return indexed;
        }
        Optional<byte[]> bytes = root.read(file);
        if (bytes.isEmpty()) {
            throw new IOException(file + " is gone");
        }
        try {
            Optional<AnnotatedClass> found = ClassFile.read(bytes.get());
            return found.isPresent() ? Optional.of(documented(found.get(), indexed)) : found;
        } catch (IOException e) {
            throw new IOException(file + ": " + e.getMessage(), e);
        }
    }

    /** The index of a directory may be older than the class. */
    private static AnnotatedClass documented(AnnotatedClass found, Optional<AnnotatedClass> indexed) {
        return indexed.isPresent() && indexed.get().id().equals(found.id())
                ? found.documented(indexed.get().documentation())
                : found;
    }
}
