package dev.migrate.autogen.source;

import dev.migrate.autogen.EntitySource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What Spring Boot tells Hibernate: its own naming strategies, and {@code spring.jpa.*} of the application's files with
 * their profiles (Spring Boot reference, Externalized Configuration).
 */
final class SpringSettings {

    private final Environment environment;

    /** By {@linkplain SpringNames uniform names}. */
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
        files.forEach((name, value) -> {
            if (name.startsWith(SpringNames.PROPERTIES)) {
                settings.put(name.substring(SpringNames.PROPERTIES.length()), value);
            }
        });
        of("spring.jpa.databaseplatform").ifPresent(name -> settings.put("hibernate.dialect", name));
        of("spring.jpa.hibernate.naming.implicitstrategy")
                .ifPresent(name -> settings.put("hibernate.implicit_naming_strategy", name));
        of("spring.jpa.hibernate.naming.physicalstrategy")
                .ifPresent(name -> settings.put("hibernate.physical_naming_strategy", name));
        return settings;
    }

    /** A text with its placeholders replaced by what the application would put there. */
    String filledIn(String text) {
        return Placeholders.resolve(text, name -> of(SpringNames.uniform(name)));
    }

    /** The DataSource that Spring Boot makes of {@code spring.datasource.*}. */
    Optional<ApplicationDatabase> dataSource() {
        return ApplicationDatabase.of(files, environment, "spring.datasource.", "url");
    }

    List<String> mappingFiles() {
        return of("spring.jpa.mappingresources").map(SpringSettings::list).orElse(List.of());
    }

    private Optional<String> of(String uniformName) {
        return environment.of(uniformName).or(() -> Optional.ofNullable(files.get(uniformName)));
    }

    private static List<String> list(String value) {
        return Arrays.stream(value.split(","))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }
}
