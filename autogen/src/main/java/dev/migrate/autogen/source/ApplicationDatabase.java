package dev.migrate.autogen.source;

import dev.migrate.autogen.EntitySource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The database that an application connects to, as its own files configure it: for Spring Boot and Quarkus with the
 * environment and the active profiles, otherwise {@code META-INF/persistence.xml} and {@code hibernate.properties}.
 *
 * @param url a JDBC URL
 * @param source the setting that the URL comes from, as a message names it: {@code spring.datasource.url}
 */
public record ApplicationDatabase(String url, Optional<String> user, Optional<String> password, String source) {

    /** Settings that make Hibernate take its connections from a data source, whatever URL is there. */
    private static final List<String> DATA_SOURCES = List.of(
            "hibernate.connection.datasource",
            "jakarta.persistence.jtaDataSource",
            "javax.persistence.jtaDataSource",
            "jakarta.persistence.nonJtaDataSource",
            "javax.persistence.nonJtaDataSource");

    /** The prefixes of a connection's settings, the stronger first, as Hibernate takes them. */
    private static final List<String> HIBERNATE =
            List.of("hibernate.connection.", "jakarta.persistence.jdbc.", "javax.persistence.jdbc.");

    /**
     * Reads the settings; empty if they name no URL.
     *
     * @throws dev.migrate.MigrateException if several persistence units have different databases and none is named
     */
    public static Optional<ApplicationDatabase> of(EntitySource source) {
        if (SpringSettings.isPresent(source.classLoader())) {
            return SpringSettings.read(source).dataSource();
        }
        if (QuarkusSettings.isPresent(source.classLoader())) {
            return of(
                    QuarkusFiles.read(source),
                    new Environment(source.environment()),
                    "quarkus.datasource.",
                    "jdbc.url");
        }
        return PersistenceUnits.database(source);
    }

    /** From the settings of one persistence unit. */
    static Optional<ApplicationDatabase> ofHibernate(Map<String, String> settings) {
        if (DATA_SOURCES.stream().anyMatch(settings::containsKey)) {
            return Optional.empty();
        }
        return first(settings, "url", "url")
                .map(url -> new ApplicationDatabase(
                        url.getValue(),
                        first(settings, "username", "user").map(Map.Entry::getValue),
                        first(settings, "password", "password").map(Map.Entry::getValue),
                        url.getKey()));
    }

    /** The strongest setting that has a value; Hibernate and Jakarta Persistence name it differently. */
    private static Optional<Map.Entry<String, String>> first(
            Map<String, String> settings, String ofHibernate, String ofJakarta) {
        return HIBERNATE.stream()
                .map(prefix -> prefix + (prefix.startsWith("hibernate.") ? ofHibernate : ofJakarta))
                .map(name -> Map.entry(name, settings.getOrDefault(name, "")))
                .filter(setting -> !setting.getValue().isBlank())
                .findFirst();
    }

    /** From the settings of one framework; the environment wins over its files. */
    static Optional<ApplicationDatabase> of(
            Map<String, String> files, Environment environment, String prefix, String url) {
        return setting(files, environment, prefix + url)
                .map(text -> new ApplicationDatabase(
                        text,
                        setting(files, environment, prefix + "username"),
                        setting(files, environment, prefix + "password"),
                        prefix + url));
    }

    private static Optional<String> setting(Map<String, String> files, Environment environment, String name) {
        return environment
                .of(name)
                .or(() -> Optional.ofNullable(files.get(name)))
                .filter(value -> !value.isBlank());
    }
}
