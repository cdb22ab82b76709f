package dev.migrate.autogen.source;

import dev.migrate.MigrateException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.Index;
import org.jboss.jandex.Indexer;

/** Finds mapped classes in directories and jars by their annotations, without loading them. */
final class MappedClasses {

    private static final List<DotName> MAPPED = Stream.of("Entity", "Embeddable", "MappedSuperclass", "Converter")
            .map(simpleName -> DotName.createSimple("jakarta.persistence." + simpleName))
            .toList();

    private static final String PACKAGE_INFO = ".package-info";

    private final Index index;

    private MappedClasses(Index index) {
        this.index = index;
    }

    static MappedClasses in(List<Path> roots) {
        Indexer indexer = new Indexer();
        for (Path root : roots) {
            try {
                index(root, indexer);
            } catch (IOException e) {
                throw new MigrateException("Cannot search " + root + " for entities: " + e.getMessage(), e);
            }
        }
        return new MappedClasses(indexer.complete());
    }

    Index index() {
        return index;
    }

    /**
     * Names of mapped classes and, without {@code .package-info}, of packages with mapping annotations of their own.
     *
     * @param packages only these and below; empty is all
     */
    List<String> names(List<String> packages) {
        Set<String> names = new TreeSet<>();
        for (DotName annotation : MAPPED) {
            for (AnnotationInstance use : index.getAnnotations(annotation)) {
                names.add(use.target().asClass().name().toString());
            }
        }
        index.getKnownClasses().stream()
                .filter(MappedClasses::isMappedPackage)
                .map(type -> type.name().toString())
                .forEach(name -> names.add(name.substring(0, name.length() - PACKAGE_INFO.length())));
        return names.stream().filter(name -> isIn(packages, name)).toList();
    }

    private static boolean isMappedPackage(ClassInfo type) {
        return type.name().toString().endsWith(PACKAGE_INFO)
                && type.declaredAnnotations().stream()
                        .map(annotation -> annotation.name().toString())
                        .anyMatch(name -> name.startsWith("org.hibernate.annotations.")
                                || name.startsWith("jakarta.persistence."));
    }

    private static boolean isIn(List<String> packages, String name) {
        return packages.isEmpty()
                || packages.stream()
                        .anyMatch(prefix -> prefix.isEmpty() || name.equals(prefix) || name.startsWith(prefix + "."));
    }

    private static void index(Path root, Indexer indexer) throws IOException {
        if (Files.isDirectory(root)) {
            try (Stream<Path> files = Files.walk(root)) {
                for (Path file :
                        files.filter(f -> isClass(f.toString())).sorted().toList()) {
                    try (InputStream bytes = Files.newInputStream(file)) {
                        indexer.index(bytes);
                    }
                }
            }
        } else if (Files.isRegularFile(root)) {
            indexJar(root, indexer);
        }
    }

    private static void indexJar(Path root, Indexer indexer) throws IOException {
        try (JarFile jar = new JarFile(root.toFile())) {
            for (JarEntry entry : jar.stream().toList()) {
                if (isClass(entry.getName())) {
                    try (InputStream bytes = jar.getInputStream(entry)) {
                        indexer.index(bytes);
                    }
                }
            }
        }
    }

    /** Classes of other Java versions in a multi-release jar repeat those at its top. */
    private static boolean isClass(String path) {
        return path.endsWith(".class") && !path.endsWith("module-info.class") && !path.startsWith("META-INF/");
    }
}
