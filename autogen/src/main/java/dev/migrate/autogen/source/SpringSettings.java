package dev.migrate.autogen.source;

import dev.migrate.autogen.EntitySource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What Spring Boot tells Hibernate: its own naming strategies, and {@code spring.jpa.*} of the application's files with
 * their profiles (Spring Boot reference, Externalized Configuration).
 */
final class SpringSettings {

    private static final String PROPERTIES = "spring.jpa.properties.";

    private final Environment environment;
    private final Map<String, String> files;

    private SpringSettings(Map<String, String> files, Environment environment) {
        this.files = files;
        this.environment = environment;
    }

    static boolean isPresent(ClassLoader classLoader) {
        return classLoader.getResource("org/springframework/boot/SpringApplication.class") != null;
    }

    static SpringSettings read(EntitySource source) {
        return new SpringSettings(SpringFiles.read(source), new Environment(source.environment()));
    }

    /** What holds although no file says so. */
    static Map<String, String> defaults(ClassLoader classLoader) {
        Map<String, String> defaults = new TreeMap<>();
        firstPresent(
                        classLoader,
                        "org.springframework.boot.orm.jpa.hibernate.SpringImplicitNamingStrategy",
                        "org.springframework.boot.hibernate.SpringImplicitNamingStrategy")
                .forEach(strategy -> defaults.put("hibernate.implicit_naming_strategy", strategy));
        firstPresent(
                        classLoader,
                        "org.hibernate.boot.model.naming.CamelCaseToUnderscoresNamingStrategy",
                        "org.hibernate.boot.model.naming.PhysicalNamingStrategySnakeCaseImpl")
                .forEach(strategy -> defaults.put("hibernate.physical_naming_strategy", strategy));
        return defaults;
    }

    private static Stream<String> firstPresent(ClassLoader classLoader, String... classNames) {
        return Stream.of(classNames)
                .filter(name -> classLoader.getResource(name.replace('.', '/') + ".class") != null)
                .limit(1);
    }

    /** The settings as Hibernate knows them. */
    Map<String, String> hibernate() {
        Map<String, String> settings = new TreeMap<>();
        files.forEach((key, value) -> {
            if (key.startsWith(PROPERTIES)) {
                settings.put(unbracketed(key.substring(PROPERTIES.length())), value);
            }
        });
        relaxed("spring.jpa.databaseplatform").forEach(name -> settings.put("hibernate.dialect", name));
        relaxed("spring.jpa.hibernate.naming.implicitstrategy")
                .forEach(name -> settings.put("hibernate.implicit_naming_strategy", name));
        relaxed("spring.jpa.hibernate.naming.physicalstrategy")
                .forEach(name -> settings.put("hibernate.physical_naming_strategy", name));
        return settings;
    }

    /** A text with its placeholders replaced by what the application would put there. */
    String filledIn(String text) {
        return Placeholders.resolve(text, files, environment);
    }

    List<String> mappingFiles() {
        List<String> files = new ArrayList<>();
        relaxed("spring.jpa.mappingresources").forEach(value -> files.addAll(list(value)));
        return files;
    }

    /** A value whose key may be written in kebab case, camel case or with underscores, or as a variable's name. */
    private Stream<String> relaxed(String plainKey) {
        Optional<String> variable = environment.of(plainKey);
        return variable.isPresent()
                ? variable.stream()
                : files.entrySet().stream()
                        .filter(entry -> entry.getKey()
                                .replaceAll("[-_]|\\[\\d+]$", "")
                                .toLowerCase(Locale.ROOT)
                                .equals(plainKey))
                        .map(Map.Entry::getValue);
    }

    /** A map key in YAML may be written {@code "[hibernate.format_sql]"}. */
    private static String unbracketed(String key) {
        return key.startsWith("[") && key.endsWith("]") ? key.substring(1, key.length() - 1) : key;
    }

    private static List<String> list(String value) {
        return Arrays.stream(value.split(","))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }
}
