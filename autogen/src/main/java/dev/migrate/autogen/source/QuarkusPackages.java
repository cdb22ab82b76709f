package dev.migrate.autogen.source;

import dev.migrate.MigrateException;
import dev.migrate.autogen.EntitySource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.Index;

/**
 * Which packages belong to which persistence unit: as the application's files say or, unless they speak of packages,
 * annotations of the packages themselves (Quarkus guide, Using Hibernate ORM, Multiple persistence units).
 */
final class QuarkusPackages {

    private static final String PREFIX = QuarkusSettings.PREFIX;
    private static final String PACKAGES = "packages";

    private static final DotName ANNOTATION = DotName.createSimple("io.quarkus.hibernate.orm.PersistenceUnit");
    private static final DotName ANNOTATIONS = DotName.createSimple("io.quarkus.hibernate.orm.PersistenceUnit$List");

    private static final String PACKAGE_INFO = ".package-info";
    private static final String DEFAULT_UNIT = "<default>";

    private QuarkusPackages() {}

    /**
     * The packages of the unit that {@code source} names or the default one; empty is all.
     *
     * @param index the packages with annotations of Quarkus
     * @throws MigrateException if there are packages of other units only
     */
    static List<String> of(EntitySource source, Index index) {
        SortedMap<String, Set<String>> byUnit = configured(QuarkusFiles.read(source));
        if (byUnit.isEmpty()) {
            byUnit = annotated(index);
        }
        String named = source.persistenceUnit();
        String unit = named == null ? DEFAULT_UNIT : named;
        if (!byUnit.isEmpty() && !byUnit.containsKey(unit)) {
            if (named != null) {
                QuarkusSettings.requireUnit(source);
            }
            throw new MigrateException("The persistence unit " + unit + " of Quarkus has no packages, but others have: "
                    + String.join(", ", byUnit.keySet()) + ". Choose one with -Dmigrate.persistenceUnit="
                    + byUnit.firstKey() + ".");
        }
        return List.copyOf(byUnit.getOrDefault(unit, new TreeSet<>()));
    }

    private static SortedMap<String, Set<String>> configured(Map<String, String> settings) {
        SortedMap<String, Set<String>> byUnit = new TreeMap<>();
        settings.forEach((key, value) -> {
            if (key.equals(PREFIX + PACKAGES)) {
                byUnit.put(DEFAULT_UNIT, packages(value));
            } else if (key.startsWith(PREFIX) && key.endsWith("." + PACKAGES)) {
                byUnit.put(key.substring(PREFIX.length(), key.length() - PACKAGES.length() - 1), packages(value));
            }
        });
        return byUnit;
    }

    private static Set<String> packages(String value) {
        Set<String> packages = new TreeSet<>();
        Stream.of(value.split(","))
                .map(String::strip)
                .map(name -> name.endsWith(".") ? name.substring(0, name.length() - 1) : name)
                .filter(name -> !name.isEmpty())
                .forEach(packages::add);
        return packages;
    }

    private static SortedMap<String, Set<String>> annotated(Index index) {
        List<AnnotationInstance> uses = new ArrayList<>(index.getAnnotations(ANNOTATION));
        for (AnnotationInstance several : index.getAnnotations(ANNOTATIONS)) {
            for (AnnotationInstance nested : several.value().asNestedArray()) {
                uses.add(AnnotationInstance.create(nested.name(), several.target(), nested.values()));
            }
        }
        SortedMap<String, Set<String>> byUnit = new TreeMap<>();
        for (AnnotationInstance use : uses) {
            if (use.target() instanceof ClassInfo type && type.name().toString().endsWith(PACKAGE_INFO)) {
                AnnotationValue unit = use.value();
                String name = type.name().toString();
                byUnit.computeIfAbsent(unit == null ? DEFAULT_UNIT : unit.asString(), each -> new TreeSet<>())
                        .add(name.substring(0, name.length() - PACKAGE_INFO.length()));
            }
        }
        return byUnit;
    }
}
