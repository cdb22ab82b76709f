package dev.migrate.autogen.source;

import dev.migrate.MigrateException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
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
                Roots.read(root, MappedClasses::isClass, (path, bytes) -> indexer.index(bytes));
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

    /** Classes of other Java versions in a multi-release jar repeat those at its top. */
    private static boolean isClass(String path) {
        return path.endsWith(".class") && !path.endsWith("module-info.class") && !path.startsWith("META-INF/");
    }
}
