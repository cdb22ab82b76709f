package dev.migrate.autogen.source;

import dev.migrate.MigrateException;
import dev.migrate.autogen.EntitySource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What Quarkus tells Hibernate: {@code quarkus.hibernate-orm.*} of the application's files, with their profiles. */
final class QuarkusSettings {

    private static final String PREFIX = "quarkus.hibernate-orm.";
    private static final String UNSUPPORTED = "unsupported-properties.";

    /** Lowest first. */
    private static final List<String> FILES = List.of(
            "META-INF/microprofile-config.properties", "application.yaml", "application.yml", "application.properties");

    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("dialect", "hibernate.dialect"),
            Map.entry("physical-naming-strategy", "hibernate.physical_naming_strategy"),
            Map.entry("implicit-naming-strategy", "hibernate.implicit_naming_strategy"),
            Map.entry("metadata-builder-contributor", "hibernate.metadata_builder_contributor"),
            Map.entry("database.default-schema", "hibernate.default_schema"),
            Map.entry("database.default-catalog", "hibernate.default_catalog"),
            Map.entry("database.globally-quoted-identifiers", "hibernate.globally_quoted_identifiers"),
            Map.entry("mapping.timezone.default-storage", "hibernate.timezone.default_storage"),
            Map.entry("mapping.id.optimizer.default", "hibernate.id.optimizer.pooled.preferred"),
            Map.entry("validation.mode", "jakarta.persistence.validation.mode"),
            Map.entry("mapping-files", "mapping-files"));

    private QuarkusSettings() {}

    static boolean isPresent(ClassLoader classLoader) {
        return classLoader.getResource("io/quarkus/hibernate/orm/PersistenceUnit.class") != null;
    }

    /** The packages of the unit that {@code source} names or the default one; empty is all. */
    static List<String> packages(EntitySource source) {
        String packages = read(source).getOrDefault(prefix(source) + "packages", "");
        return Stream.of(packages.split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private static String prefix(EntitySource source) {
        String unit = source.persistenceUnit();
        return unit == null ? PREFIX : PREFIX + unit + ".";
    }

    /** Refuses a name of which no setting speaks, which Quarkus makes no unit for. */
    static void requireUnit(EntitySource source) {
        Set<String> keys = read(source).keySet();
        if (keys.stream().noneMatch(key -> key.startsWith(prefix(source)))) {
            throw new MigrateException("No persistence unit '" + source.persistenceUnit()
                    + "': no file of the application sets anything of " + prefix(source) + "* for the profile "
                    + String.join(", ", profiles(source)) + ". Name a unit that has settings, or leave out"
                    + " -Dmigrate.persistenceUnit to take the default one.");
        }
    }

    private static List<String> profiles(EntitySource source) {
        return source.profiles().isEmpty() ? List.of("prod") : source.profiles();
    }

    /** The settings as Hibernate knows them, for the unit that {@code source} names or the default one. */
    static Map<String, String> hibernate(EntitySource source) {
        String prefix = prefix(source);
        Map<String, String> settings = new TreeMap<>();
        read(source).forEach((key, value) -> {
            if (key.startsWith(prefix)) {
                put(key.substring(prefix.length()), value, settings);
            }
        });
        return settings;
    }

    private static void put(String name, String value, Map<String, String> settings) {
        if (name.startsWith(UNSUPPORTED)) {
            settings.put(name.substring(UNSUPPORTED.length()), value);
        } else if ("quote-identifiers.strategy".equals(name)) {
            settings.put("hibernate.globally_quoted_identifiers", String.valueOf(value.startsWith("all")));
            settings.put(
                    "hibernate.globally_quoted_identifiers_skip_column_definitions",
                    String.valueOf("all-except-column-definitions".equals(value)));
            settings.put("hibernate.auto_quote_keyword", String.valueOf("only-keywords".equals(value)));
        } else if ("validation.enabled".equals(name) && "false".equals(value)) {
            settings.put("jakarta.persistence.validation.mode", "none");
        } else if (NAMES.containsKey(name)) {
            settings.put(NAMES.get(name), value);
        }
    }

    /** Quotes say that what is between them is one name of a map, and may be left out around a name without a dot. */
    private static String unquoted(String key) {
        return key.replace("\"", "");
    }

    private static Map<String, String> read(EntitySource source) {
        List<String> profiles = profiles(source);
        Stream<String> ofProfiles = profiles.stream().flatMap(profile -> FILES.stream()
                .map(file -> file.replace("application.", "application-" + profile + ".")));
        Map<String, String> all = new TreeMap<>();
        Stream.concat(FILES.stream(), ofProfiles).distinct().forEach(file -> ConfigFiles.documents(
                        source.classLoader(), file)
                .forEach(document -> document.forEach((key, value) -> all.put(unquoted(key), value))));
        for (String profile : profiles) {
            String marker = "%" + profile + ".";
            Map<String, String> ofProfile = new TreeMap<>();
            all.forEach((key, value) -> {
                if (key.startsWith(marker)) {
                    ofProfile.put(key.substring(marker.length()), value);
                }
            });
            all.putAll(ofProfile);
        }
        Environment environment = new Environment(source.environment());
        return Placeholders.resolve(all, name -> environment.of(name).or(() -> Optional.ofNullable(all.get(name))));
    }
}
