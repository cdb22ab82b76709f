package dev.migrate.autogen;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Where entities come from, and what they are meant for.
 *
 * @param classLoader sees the entities, their Hibernate and the application's resources
 * @param persistenceUnit which unit of {@code META-INF/persistence.xml}; null if there is only one, or none
 * @param roots directories and jars that are searched for mapped classes when no persistence unit lists them
 * @param packages only classes in these packages and below are taken; empty is all
 * @param profiles active profiles of Spring Boot or Quarkus, instead of those that the application's own files activate
 * @param environment the variables that fill in an application's files and win over them
 * @param settings Hibernate and Jakarta Persistence settings that win over the application's
 * @param postgresMajor the server's major version, which decides what Hibernate may use
 * @param defaultSchema the schema whose objects need no qualifier: first of the search path, usually {@code public}
 */
public record EntitySource(
        ClassLoader classLoader,
        @Nullable String persistenceUnit,
        List<Path> roots,
        List<String> packages,
        List<String> profiles,
        SortedMap<String, String> environment,
        SortedMap<String, String> settings,
        int postgresMajor,
        String defaultSchema) {

    /** The server that is assumed if nobody names one: the oldest that is supported. */
    private static final int OLDEST_MAJOR = 13;

    private static final String DEFAULT_SCHEMA = "public";

    public EntitySource {
        roots = List.copyOf(roots);
        packages = List.copyOf(packages);
        profiles = List.copyOf(profiles);
        environment = new TreeMap<>(environment);
        settings = new TreeMap<>(settings);
    }

    /** Whatever that class loader's {@code META-INF/persistence.xml} and application settings say. */
    public static EntitySource of(ClassLoader classLoader) {
        return new EntitySource(
                classLoader,
                null,
                List.of(),
                List.of(),
                List.of(),
                new TreeMap<>(),
                new TreeMap<>(),
                OLDEST_MAJOR,
                DEFAULT_SCHEMA);
    }

    /** The variables; a copy. */
    @Override
    public SortedMap<String, String> environment() {
        return new TreeMap<>(environment);
    }

    /** The settings; a copy. */
    @Override
    public SortedMap<String, String> settings() {
        return new TreeMap<>(settings);
    }

    /** The same entities, with the server that is assumed if nobody names one. */
    public EntitySource ofAnyServer() {
        return postgresMajor(OLDEST_MAJOR).defaultSchema(DEFAULT_SCHEMA);
    }

    /** The unit of that name; null is the only one, or whatever else the application maps. */
    public EntitySource persistenceUnit(@Nullable String name) {
        return changed(copy -> copy.persistenceUnit = name);
    }

    /** Where mapped classes are looked for: directories and jars. */
    public EntitySource roots(List<Path> newRoots) {
        return changed(copy -> copy.roots = newRoots);
    }

    /** Only entities in these packages, and below; without any, those that the application itself would map. */
    public EntitySource packages(List<String> names) {
        return changed(copy -> copy.packages = names);
    }

    /** The profiles of Spring Boot or Quarkus that count as active. */
    public EntitySource profiles(List<String> names) {
        return changed(copy -> copy.profiles = names);
    }

    /** With the variables that the application would find. */
    public EntitySource environment(Map<String, String> variables) {
        return changed(copy -> copy.environment = new TreeMap<>(variables));
    }

    /** Adds a setting. */
    public EntitySource setting(String key, String value) {
        return changed(copy -> {
            copy.settings = settings();
            copy.settings.put(key, value);
        });
    }

    /** The server's major version, such as 17. */
    public EntitySource postgresMajor(int major) {
        return changed(copy -> copy.postgresMajor = major);
    }

    /** The schema whose objects need no qualifier. */
    public EntitySource defaultSchema(String name) {
        return changed(copy -> copy.defaultSchema = name);
    }

    // Written out: docs/decisions/0015.
    @Override
    public boolean equals(Object other) {
        return this == other
                || (other instanceof EntitySource that
                        && classLoader.equals(that.classLoader)
                        && Objects.equals(persistenceUnit, that.persistenceUnit)
                        && roots.equals(that.roots)
                        && packages.equals(that.packages)
                        && profiles.equals(that.profiles)
                        && environment.equals(that.environment)
                        && settings.equals(that.settings)
                        && postgresMajor == that.postgresMajor
                        && defaultSchema.equals(that.defaultSchema));
    }

    @Override
    public int hashCode() {
        return roots.hashCode();
    }

    private EntitySource changed(Consumer<Copy> change) {
        Copy copy = new Copy(this);
        change.accept(copy);
        return copy.finished();
    }

    /** The components on their way into another value, which differs in one of them. */
    private static final class Copy {
        private final ClassLoader classLoader;
        private @Nullable String persistenceUnit;
        private List<Path> roots;
        private List<String> packages;
        private List<String> profiles;
        private SortedMap<String, String> environment;
        private SortedMap<String, String> settings;
        private int postgresMajor;
        private String defaultSchema;

        Copy(EntitySource of) {
            classLoader = of.classLoader;
            persistenceUnit = of.persistenceUnit;
            roots = of.roots;
            packages = of.packages;
            profiles = of.profiles;
            environment = of.environment;
            settings = of.settings;
            postgresMajor = of.postgresMajor;
            defaultSchema = of.defaultSchema;
        }

        EntitySource finished() {
            return new EntitySource(
                    classLoader,
                    persistenceUnit,
                    roots,
                    packages,
                    profiles,
                    environment,
                    settings,
                    postgresMajor,
                    defaultSchema);
        }
    }
}
