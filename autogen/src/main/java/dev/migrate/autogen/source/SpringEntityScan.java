package dev.migrate.autogen.source;

import dev.migrate.MigrateException;
import dev.migrate.autogen.EntitySource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
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

    /** Between the packages of one element (Spring framework API, ConfigurableApplicationContext). */
    private static final Pattern SEPARATOR = Pattern.compile("[,;\\s]+");

    private SpringEntityScan() {}

    /**
     * The packages; none if these classes contain no application.
     *
     * @throws MigrateException if a placeholder in one of them stays empty
     */
    static List<String> packages(Index index, EntitySource source) {
        Set<String> scanned = new TreeSet<>();
        for (String written : packages(index, ENTITY_SCAN, "value", "basePackages")) {
            scanned.addAll(List.of(SEPARATOR.split(filledIn(written, source))));
        }
        return List.copyOf(scanned.isEmpty() ? packages(index, APPLICATION, "basePackages") : scanned);
    }

    private static String filledIn(String written, EntitySource source) {
        if (!written.contains("${")) {
            return written.strip();
        }
        String filled = SpringSettings.read(source).filledIn(written);
        Placeholders.missing(filled).ifPresent(name -> {
            throw new MigrateException(
                    "@EntityScan names the package " + written + ", and neither the application's files"
                            + " nor the environment say what " + name
                            + " is: its entities would look dropped. Set the environment variable, or name the packages:"
                            + " -Dmigrate.entityPackages=….");
        });
        return filled.strip();
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
