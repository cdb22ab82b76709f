package dev.migrate.autogen.source;

import dev.migrate.MigrateException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jboss.jandex.Index;
import org.jboss.jandex.Indexer;

/**
 * Finds mapped classes in directories and jars by their annotations.
 *
 * <p>A class file names the annotations that it has (Java Virtual Machine Specification, 4.7.16). Only those that name one
 * of a mapping are loaded and asked: few of a project's classes, which Hibernate is going to load in any case.
 */
final class MappedClasses {

    private static final String PERSISTENCE = "jakarta.persistence.";

    private static final Set<String> MAPPED = Set.of(
            PERSISTENCE + "Entity",
            PERSISTENCE + "Embeddable",
            PERSISTENCE + "MappedSuperclass",
            PERSISTENCE + "Converter");

    private static final List<String> OF_PACKAGES = List.of("org.hibernate.annotations.", PERSISTENCE);

    // How class files name them. These are expressions because a search for one skips most of a file.
    private static final Pattern CLASS_MAPPING =
            Pattern.compile("Ljakarta/persistence/(?:Entity|Embeddable|MappedSuperclass|Converter);");

    private static final Pattern PACKAGE_MAPPING = Pattern.compile("Lorg/hibernate/annotations/|Ljakarta/persistence/");

    private static final Pattern QUARKUS = Pattern.compile("Lio/quarkus/hibernate/orm/PersistenceUnit");

    private static final Pattern SPRING = Pattern.compile("Lorg/springframework/");

    /** Of the classes with annotations of Spring those that say what is mapped, or how. */
    private static final List<String> OF_SPRING =
            List.of("Lorg/springframework/boot/", "NamingStrategy", "EntityManagerFactory", "SessionFactory");

    private static final String PACKAGE_INFO = ".package-info";

    private final List<String> candidates = new ArrayList<>();
    private final List<byte[]> ofSpring = new ArrayList<>();
    private final List<byte[]> ofQuarkus = new ArrayList<>();

    private MappedClasses() {}

    static MappedClasses in(List<Path> roots) {
        MappedClasses classes = new MappedClasses();
        for (Path root : roots) {
            try {
                Roots.read(root, MappedClasses::isClass, (path, bytes) -> classes.look(path, bytes.readAllBytes()));
            } catch (IOException e) {
                throw new MigrateException("Cannot search " + root + " for entities: " + e.getMessage(), e);
            }
        }
        return classes;
    }

    /** The classes that may say to Spring what is mapped, and how. */
    Index ofSpring() {
        return index(ofSpring);
    }

    /** The packages that may say to Quarkus which unit they belong to. */
    Index ofQuarkus() {
        return index(ofQuarkus);
    }

    private static Index index(List<byte[]> classFiles) {
        if (classFiles.isEmpty()) {
            // Without an indexer, which is a hundred classes to load.
            return Index.create(Map.of(), Map.of(), Map.of(), Map.of());
        }
        Indexer indexer = new Indexer();
        try {
            for (byte[] classFile : classFiles) {
                indexer.index(new ByteArrayInputStream(classFile));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return indexer.complete();
    }

    /**
     * Names of mapped classes and, without {@code .package-info}, of packages with mapping annotations of their own.
     *
     * @param packages only these and below ({@link PackagePatterns}); empty is all
     * @param classLoader sees the classes
     */
    List<String> names(List<String> packages, ClassLoader classLoader) {
        PackagePatterns patterns = PackagePatterns.of(packages);
        Set<String> names = new TreeSet<>();
        for (String candidate : candidates) {
            boolean isPackage = candidate.endsWith(PACKAGE_INFO);
            if (patterns.contain(candidate)
                    && isAnnotated(
                            candidate, classLoader, isPackage ? MappedClasses::isOfPackages : MAPPED::contains)) {
                names.add(isPackage ? candidate.substring(0, candidate.length() - PACKAGE_INFO.length()) : candidate);
            }
        }
        return List.copyOf(names);
    }

    private static boolean isOfPackages(String annotation) {
        return OF_PACKAGES.stream().anyMatch(annotation::startsWith);
    }

    /** Also true of a class that can't be loaded: Hibernate has to say what it misses. */
    private static boolean isAnnotated(String name, ClassLoader classLoader, Predicate<String> annotations) {
        try {
            for (Annotation annotation : Class.forName(name, false, classLoader).getDeclaredAnnotations()) {
                if (annotations.test(annotation.annotationType().getName())) {
                    return true;
                }
            }
            return false;
        } catch (UnsupportedClassVersionError newer) {
            throw new MigrateException(
                    "The entities can't be read: " + newer.getMessage() + ". Run this with a JDK as new as the one that"
                            + " compiles them: set JAVA_HOME.",
                    newer);
        } catch (ClassNotFoundException | LinkageError | TypeNotPresentException | ArrayStoreException notLoadable) {
            return true;
        }
    }

    private void look(String path, byte[] classFile) {
        // The annotations' names are ASCII, which a class file's UTF-8 keeps.
        String text = new String(classFile, StandardCharsets.ISO_8859_1);
        String name = path.substring(0, path.length() - ".class".length()).replace('/', '.');
        if (name.endsWith(PACKAGE_INFO)
                ? PACKAGE_MAPPING.matcher(text).find()
                : CLASS_MAPPING.matcher(text).find()) {
            candidates.add(name);
        }
        if (name.endsWith(PACKAGE_INFO) && QUARKUS.matcher(text).find()) {
            ofQuarkus.add(classFile);
        }
        if (SPRING.matcher(text).find() && OF_SPRING.stream().anyMatch(text::contains)) {
            ofSpring.add(classFile);
        }
    }

    /** Classes of other Java versions in a multi-release jar repeat those at its top. */
    private static boolean isClass(String path) {
        return path.endsWith(".class") && !path.endsWith("module-info.class") && !path.startsWith("META-INF/");
    }
}
