package dev.migrate.autogen.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.Index;
import org.jboss.jandex.Type;

/**
 * The packages that Spring Boot searches for entities: those of {@code @EntityScan}, or else that of the application's
 * class (Spring Boot reference, Data: SQL Databases, Entity Classes).
 */
final class SpringEntityScan {

    private static final List<String> ENTITY_SCAN = List.of(
            "org.springframework.boot.autoconfigure.domain.EntityScan",
            "org.springframework.boot.persistence.autoconfigure.EntityScan");
    private static final List<String> APPLICATION = List.of(
            "org.springframework.boot.autoconfigure.SpringBootApplication",
            "org.springframework.boot.autoconfigure.EnableAutoConfiguration",
            "org.springframework.boot.autoconfigure.AutoConfigurationPackage");

    private SpringEntityScan() {}

    /** The packages; none if these classes contain no application. */
    static List<String> packages(Index index) {
        Set<String> scanned = packages(index, ENTITY_SCAN, "value", "basePackages");
        return List.copyOf(scanned.isEmpty() ? packages(index, APPLICATION, "basePackages") : scanned);
    }

    private static Set<String> packages(Index index, List<String> annotations, String... names) {
        Set<String> packages = new TreeSet<>();
        for (String annotation : annotations) {
            for (AnnotationInstance use : index.getAnnotations(DotName.createSimple(annotation))) {
                // An annotation that brings Spring's along says nothing of where the application is.
                if (use.target() instanceof ClassInfo type && !type.isAnnotation()) {
                    packages.addAll(packages(use, type, names));
                }
            }
        }
        return packages;
    }

    private static List<String> packages(AnnotationInstance use, ClassInfo annotated, String... names) {
        List<String> packages = new ArrayList<>();
        for (String name : names) {
            Stream.ofNullable(use.value(name))
                    .map(AnnotationValue::asStringArray)
                    .forEach(value -> packages.addAll(List.of(value)));
        }
        AnnotationValue classes = use.value("basePackageClasses");
        if (classes != null) {
            for (Type type : classes.asClassArray()) {
                packages.add(packageOf(type.name()));
            }
        }
        return packages.isEmpty() ? List.of(packageOf(annotated.name())) : packages;
    }

    private static String packageOf(DotName type) {
        String prefix = type.packagePrefix();
        return prefix == null ? "" : prefix;
    }
}
