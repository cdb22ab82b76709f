package dev.migrate.autogen.source;

import dev.migrate.autogen.EntitySource;
import java.util.Map;
import java.util.Optional;

/**
 * The database that an application of Spring Boot or Quarkus connects to, as its own files and the environment configure it
 * for the active profiles.
 *
 * @param url a JDBC URL
 * @param source the setting that the URL comes from, as a message names it: {@code spring.datasource.url}
 */
public record ApplicationDatabase(String url, Optional<String> user, Optional<String> password, String source) {

    /** Reads the settings; empty if the application has no framework that is known, or configures no URL. */
    public static Optional<ApplicationDatabase> of(EntitySource source) {
        if (SpringSettings.isPresent(source.classLoader())) {
            return SpringSettings.read(source).dataSource();
        }
        return QuarkusSettings.isPresent(source.classLoader())
                ? of(
                        QuarkusFiles.read(source),
                        new Environment(source.environment()),
                        "quarkus.datasource.",
                        "jdbc.url")
                : Optional.empty();
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
