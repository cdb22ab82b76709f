package dev.migrate.autogen.source;

import dev.migrate.MigrateException;
import dev.migrate.autogen.EntitySource;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What Quarkus tells Hibernate: {@code quarkus.hibernate-orm.*} of the application's files, with their profiles. */
final class QuarkusSettings {

    static final String PREFIX = "quarkus.hibernate-orm.";
    private static final String UNSUPPORTED = "unsupported-properties.";

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
            Map.entry("mapping.duration.preferred-jdbc-type", "hibernate.type.preferred_duration_jdbc_type"),
            Map.entry("mapping.instant.preferred-jdbc-type", "hibernate.type.preferred_instant_jdbc_type"),
            Map.entry("mapping.boolean.preferred-jdbc-type", "hibernate.type.preferred_boolean_jdbc_type"),
            Map.entry("mapping.uuid.preferred-jdbc-type", "hibernate.type.preferred_uuid_jdbc_type"),
            Map.entry("discriminator.ignore-explicit-for-joined", "hibernate.discriminator.ignore_explicit_for_joined"),
            Map.entry("validation.mode", "jakarta.persistence.validation.mode"),
            Map.entry("mapping-files", "mapping-files"));

    /** Of all units: {@code latest}, or the version of Hibernate whose tables the application keeps. */
    private static final String COMPATIBILITY = PREFIX + "database.orm-compatibility.version";

    /** As Quarkus tells Hibernate, unless the application sets one of them by itself. */
    private static final Map<String, String> AS_IN_5_6 = Map.of(
            "hibernate.id.db_structure_naming_strategy", "legacy",
            "hibernate.type.preferred_duration_jdbc_type", "BIGINT",
            "hibernate.type.preferred_instant_jdbc_type", "TIMESTAMP",
            "hibernate.timezone.default_storage", "NORMALIZE");

    private QuarkusSettings() {}

    static boolean isPresent(ClassLoader classLoader) {
        return classLoader.getResource("io/quarkus/hibernate/orm/PersistenceUnit.class") != null;
    }

    private static String prefix(EntitySource source) {
        String unit = source.persistenceUnit();
        return unit == null ? PREFIX : PREFIX + unit + ".";
    }

    /** Refuses a name of which no setting speaks, which Quarkus makes no unit for. */
    static void requireUnit(EntitySource source) {
        Set<String> keys = QuarkusFiles.read(source).keySet();
        if (keys.stream().noneMatch(key -> key.startsWith(prefix(source)))) {
            throw new MigrateException("No persistence unit '" + source.persistenceUnit()
                    + "': no file of the application sets anything of " + prefix(source) + "* for the profile "
                    + String.join(", ", QuarkusFiles.profiles(source)) + ". Name a unit that has settings, or leave out"
                    + " -Dmigrate.persistenceUnit to take the default one.");
        }
    }

    /** The settings as Hibernate knows them, for the unit that {@code source} names or the default one. */
    static Map<String, String> hibernate(EntitySource source) {
        String prefix = prefix(source);
        Map<String, String> settings = new TreeMap<>();
        Environment environment = new Environment(source.environment());
        Map<String, String> files = QuarkusFiles.read(source);
        if (environment.of(COMPATIBILITY).or(() -> Optional.ofNullable(files.get(COMPATIBILITY))).stream()
                .anyMatch("5.6"::equals)) {
            settings.putAll(AS_IN_5_6);
        }
        NAMES.keySet().forEach(name -> environment.of(prefix + name).ifPresent(value -> put(name, value, settings)));
        files.forEach((key, value) -> {
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
            String strategy = constant(value);
            settings.put("hibernate.globally_quoted_identifiers", String.valueOf(strategy.startsWith("ALL")));
            settings.put(
                    "hibernate.globally_quoted_identifiers_skip_column_definitions",
                    String.valueOf("ALL_EXCEPT_COLUMN_DEFINITIONS".equals(strategy)));
            settings.put("hibernate.auto_quote_keyword", String.valueOf("ONLY_KEYWORDS".equals(strategy)));
        } else if ("mapping.timezone.default-storage".equals(name)) {
            settings.put(NAMES.get(name), constant(value));
        } else if ("validation.enabled".equals(name) && "false".equals(value)) {
            settings.put("jakarta.persistence.validation.mode", "none");
        } else if (NAMES.containsKey(name)) {
            settings.put(NAMES.get(name), value);
        }
    }

    /** As Java and Hibernate write a constant of an enum, which Quarkus takes as {@code normalize-utc}, too. */
    private static String constant(String value) {
        return value.replace('-', '_').toUpperCase(Locale.ROOT);
    }
}
