package dev.migrate.autogen.source;

import dev.migrate.MigrateException;
import dev.migrate.autogen.EntitySource;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The search for mapped classes where no file lists them.
 *
 * @param roots the directories and jars that are searched
 * @param packages only these and below; empty is all
 * @param chosenBy who says which packages; empty if nobody or the caller does
 * @param classNames what is found
 * @param settings what classes beside them set
 */
record Scan(
        List<Path> roots,
        List<String> packages,
        String chosenBy,
        Set<String> classNames,
        Map<String, String> settings) {

    private static final String SPRING_BOOT = "Spring Boot";
    private static final String QUARKUS = "Quarkus";

    /** Everything in the source's roots, or what the framework looks at unless the caller names packages. */
    static Scan of(EntitySource source) {
        MappedClasses own = MappedClasses.in(source.roots());
        if (!source.packages().isEmpty()) {
            return of(own, source, source.roots(), source.packages(), "");
        }
        if (SpringSettings.isPresent(source.classLoader())) {
            List<String> packages = SpringEntityScan.packages(own.ofSpring(), source);
            if (!packages.isEmpty()) {
                List<Path> roots = new ArrayList<>(source.roots());
                roots.addAll(elsewhere(packages, source));
                return of(MappedClasses.in(roots), source, roots, packages, SPRING_BOOT);
            }
        }
        List<String> ofQuarkus = QuarkusSettings.isPresent(source.classLoader())
                ? QuarkusPackages.of(source, own.ofQuarkus())
                : List.of();
        return of(own, source, source.roots(), ofQuarkus, ofQuarkus.isEmpty() ? "" : QUARKUS);
    }

    private static Scan of(
            MappedClasses classes, EntitySource source, List<Path> roots, List<String> packages, String chosenBy) {
        return new Scan(
                roots,
                packages,
                chosenBy,
                new TreeSet<>(classes.names(packages, source.classLoader())),
                SpringBeans.settings(classes.ofSpring(), source));
    }

    /** Whether the roots contain an application of Spring Boot. */
    boolean isSpringBoots() {
        return SPRING_BOOT.equals(chosenBy);
    }

    /** Whether Quarkus knows which packages belong to the unit. */
    boolean isQuarkus() {
        return QUARKUS.equals(chosenBy);
    }

    /** The rest of the class path that has such packages: Spring Boot searches it all. */
    private static List<Path> elsewhere(List<String> packages, EntitySource source) {
        Set<Path> found = new TreeSet<>();
        try {
            for (String name : packages) {
                String directory = PackagePatterns.above(name).replace('.', '/') + "/";
                for (URL url : Collections.list(source.classLoader().getResources(directory))) {
                    found.add(Roots.of(url, directory));
                }
            }
        } catch (IOException e) {
            throw new MigrateException("Cannot search the class path for the packages " + packages, e);
        }
        found.removeAll(source.roots());
        return List.copyOf(found);
    }

    /** Where it looked, for messages. */
    @Override
    public String toString() {
        return roots
                + (packages.isEmpty() ? "" : " in the packages " + packages)
                + (chosenBy.isEmpty() ? "" : ", which " + chosenBy + " searches");
    }
}
