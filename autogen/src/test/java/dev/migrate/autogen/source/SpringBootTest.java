package dev.migrate.autogen.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.MigrateException;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An application of Spring Boot: what it maps, and what it tells Hibernate. */
class SpringBootTest {

    private static final String SCHEMA = "spring.jpa.properties.hibernate.default_schema=";

    @RegisterExtension
    final TestApplication app = new TestApplication();

    @BeforeEach
    void writeClassPath() {
        app.compile("org.springframework.boot.SpringApplication", "class SpringApplication {}");
        app.write("META-INF/orm.xml", "");
    }

    @Test
    void the_data_source_of_the_active_profile_is_the_applications_database() {
        app.write("application.properties", """
                spring.datasource.url=jdbc:postgresql://localhost/${app.database}
                spring.datasource.username=ann
                spring.profiles.active=dev
                app.database=shop
                """);
        app.write("application-dev.properties", "spring.datasource.password=secret\n");

        assertThat(ApplicationDatabase.of(app.source()))
                .contains(new ApplicationDatabase(
                        "jdbc:postgresql://localhost/shop",
                        Optional.of("ann"),
                        Optional.of("secret"),
                        "spring.datasource.url"));
        assertThat(ApplicationDatabase.of(
                        app.source().environment(Map.of("SPRING_DATASOURCE_URL", "jdbc:postgresql://prod/shop"))))
                .map(ApplicationDatabase::url)
                .contains("jdbc:postgresql://prod/shop");
    }

    @Test
    void spring_boot_settings_follow_the_active_profile_and_lose_to_the_callers() {
        app.write("org/springframework/boot/SpringApplication.class", "");
        app.write("META-INF/orm.xml", "");
        app.write("application.yml", """
                spring:
                  profiles.active: prod
                  jpa:
                    hibernate:
                      ddl-auto: validate
                      naming:
                        physicalStrategy: org.example.Upper
                    properties:
                      hibernate:
                        default_schema: ${app.schema:app}
                        timezone.default_storage: NORMALIZE
                ---
                spring:
                  config.activate.on-profile: "!prod"
                  jpa.properties.hibernate.default_schema: dev
                """);
        app.write("application-prod.properties", "app.schema=live\n");

        assertThat(PersistenceUnits.choose(app.source().setting("hibernate.timezone.default_storage", "NATIVE"))
                        .settings())
                .isEqualTo(Map.of(
                        "hibernate.default_schema", "live",
                        "hibernate.physical_naming_strategy", "org.example.Upper",
                        "hibernate.timezone.default_storage", "NATIVE"));
    }

    @Test
    void without_an_active_profile_the_default_one_is() {
        app.write(
                "application.properties",
                SCHEMA + "app\n#---\n" + "spring.config.activate.on-profile=default\n" + SCHEMA + "plain\n");
        app.write("application-default.yml", "spring.jpa.database-platform: shop.Dialect\n");

        assertThat(settings())
                .isEqualTo(Map.of(
                        "hibernate.default_schema", "plain",
                        "hibernate.dialect", "shop.Dialect"));
        assertThat(PersistenceUnits.choose(app.source().profiles(List.of("prod")))
                        .settings())
                .isEqualTo(Map.of("hibernate.default_schema", "app"));
    }

    @Test
    void profiles_bring_the_members_of_their_group_and_those_that_are_included() {
        app.write("application.yml", """
                spring:
                  profiles:
                    active: [eu, prod]
                    include: base
                    group.prod: live, metrics
                """);
        app.write("application-base.properties", SCHEMA + "base\nspring.jpa.properties.order=base\n");
        app.write("application-eu.properties", SCHEMA + "eu\n");
        app.write("application-live.properties", SCHEMA + "live\n");
        app.write("application-metrics.properties", "spring.jpa.properties.metrics=on\n");

        assertThat(settings())
                .isEqualTo(Map.of(
                        "hibernate.default_schema", "live",
                        "metrics", "on",
                        "order", "base"));
    }

    @Test
    void a_document_may_have_a_condition_of_several_profiles() {
        app.write(
                "application.properties",
                SCHEMA + "app\n#---\n"
                        + "spring.config.activate.on-profile=(eu | us) & !test\n" + SCHEMA + "live\n#---\n"
                        + "spring.config.activate.on-profile=asia, test\n" + SCHEMA + "other\n");

        assertThat(schemaWith("eu")).isEqualTo("live");
        assertThat(schemaWith("us", "test")).isEqualTo("other");
        assertThat(schemaWith("asia")).isEqualTo("other");
        assertThat(schemaWith("prod")).isEqualTo("app");
    }

    @Test
    void lists_may_be_written_element_by_element() {
        StringBuilder group = new StringBuilder();
        for (int i = 0; i < 11; i++) {
            group.append("spring.profiles.group.production[%d]=part%d%n".formatted(i, i));
        }
        app.write("application.properties", group + """
                spring.profiles.active[0]=production
                spring.profiles.include[0]=base
                spring.config.import[0]=classpath:first.properties
                spring.config.import[1]=classpath:second.properties
                #---
                spring.config.activate.on-profile[0]=test
                spring.config.activate.on-profile[1]=part3
                spring.jpa.properties.condition=holds
                """);
        app.write("first.properties", "spring.jpa.properties.imported=first\n");
        app.write("second.properties", "spring.jpa.properties.imported=second\n");
        app.write("application-base.properties", SCHEMA + "base\nspring.jpa.properties.base=on\n");
        app.write("application-part2.properties", SCHEMA + "part2\n");
        app.write("application-part10.properties", SCHEMA + "part10\n");

        assertThat(settings())
                .isEqualTo(Map.of(
                        "base", "on",
                        "condition", "holds",
                        "hibernate.default_schema", "part10",
                        "imported", "second"));
    }

    @Test
    void what_a_file_imports_from_the_class_path_wins_over_it_and_has_profiles_too() {
        app.write("config/application.yml", """
                spring:
                  config.import: "optional:classpath:/missing.yml, db.properties, file:/etc/shop.yml, configtree:/run/"
                  jpa.properties.hibernate.default_schema: app
                """);
        app.write("config/db.properties", SCHEMA + "imported\n");
        app.write("config/db-prod.properties", SCHEMA + "live\n");

        assertThat(schemaWith("test")).isEqualTo("imported");
        assertThat(schemaWith("prod")).isEqualTo("live");
    }

    @Test
    void an_import_that_is_missing_is_an_error_as_it_is_in_the_application() {
        app.write("application.properties", "spring.config.import=classpath:db.yml\n");

        assertThatThrownBy(this::settings)
                .isInstanceOf(MigrateException.class)
                .hasMessage(
                        "application.properties imports classpath:db.yml, but the runtime class path has no db.yml. Without it the"
                                + " application doesn't start; write optional:classpath:db.yml if it may be missing.");
    }

    @Test
    void variables_of_the_environment_choose_profiles_fill_in_and_win() {
        app.write(
                "application.properties",
                SCHEMA + "${shop.schema:${SCHEMA:app}}_${suffix}\nsuffix=file\n"
                        + "spring.jpa.hibernate.naming.physical-strategy=org.example.Upper\n");
        app.write("application-prod.properties", "suffix=live\n");

        assertThat(settings())
                .isEqualTo(Map.of(
                        "hibernate.default_schema", "app_file",
                        "hibernate.physical_naming_strategy", "org.example.Upper"));
        assertThat(PersistenceUnits.choose(app.source()
                                .environment(Map.of(
                                        "SHOP_SCHEMA", "shop",
                                        "SPRING_PROFILES_ACTIVE", "prod",
                                        "SPRING_JPA_HIBERNATE_NAMING_PHYSICALSTRATEGY", "org.example.Lower")))
                        .settings())
                .isEqualTo(Map.of(
                        "hibernate.default_schema", "shop_live",
                        "hibernate.physical_naming_strategy", "org.example.Lower"));
    }

    @Test
    void a_setting_that_nothing_fills_in_is_an_error_and_no_name_of_a_schema() {
        app.write(
                "application.properties",
                SCHEMA + "${DB_SCHEMA}\n" + "spring.jpa.properties.hibernate.connection.password=${SECRET}\n");

        assertThatThrownBy(this::settings)
                .isInstanceOf(MigrateException.class)
                .hasMessage(
                        "The application sets hibernate.default_schema to ${DB_SCHEMA}, and neither its files nor the environment say"
                                + " what DB_SCHEMA is. Set the environment variable, or say it in the plugin's <configuration>:"
                                + " <hibernate><hibernate.default_schema>…</hibernate.default_schema></hibernate>.");
        assertThat(PersistenceUnits.choose(app.source().setting("hibernate.default_schema", "shop"))
                        .settings())
                .isEqualTo(Map.of("hibernate.default_schema", "shop"));
    }

    @Test
    void its_naming_strategies_win_over_hibernates_own_file_as_they_do_at_run_time() {
        app.write("org/hibernate/boot/model/naming/CamelCaseToUnderscoresNamingStrategy.class", "");
        app.write(
                "hibernate.properties", "hibernate.physical_naming_strategy=org.example.Upper\nhibernate.order=file\n");

        assertThat(settings())
                .isEqualTo(Map.of(
                        "hibernate.order", "file",
                        "hibernate.physical_naming_strategy",
                                "org.hibernate.boot.model.naming.CamelCaseToUnderscoresNamingStrategy"));
    }

    @Test
    void a_naming_strategy_that_is_a_component_wins_over_what_files_say() {
        compileSpring();
        app.compile("shop.Base", "class Base implements org.hibernate.boot.model.naming.PhysicalNamingStrategy {}");
        app.compile(
                "shop.Upper",
                "@org.springframework.stereotype.Component class Upper extends Base"
                        + " { org.hibernate.boot.model.naming.PhysicalNamingStrategy next; }");
        app.write("application.properties", "spring.jpa.hibernate.naming.physical-strategy=org.example.Lower\n");

        assertThat(PersistenceUnits.choose(app.compiled()).settings())
                .isEqualTo(Map.of("hibernate.physical_naming_strategy", "shop.Upper"));
    }

    @Test
    void a_component_that_needs_others_is_asked_for() {
        compileSpring();
        app.compile(
                "shop.Upper",
                "@org.springframework.stereotype.Component"
                        + " class Upper implements org.hibernate.boot.model.naming.PhysicalNamingStrategy"
                        + " { Upper(String prefix) {} }");

        assertThatThrownBy(() -> PersistenceUnits.choose(app.compiled()))
                .isInstanceOf(MigrateException.class)
                .hasMessage(
                        "shop.Upper is the application's naming strategy, and only code says how: another strategy would"
                                + " give the tables other names. Say it in the plugin's <configuration>:"
                                + " <hibernate><hibernate.physical_naming_strategy>the strategy's class"
                                + "</hibernate.physical_naming_strategy></hibernate>.");
    }

    @Test
    void a_naming_strategy_that_a_method_makes_is_asked_for() {
        compileSpring();
        app.compile("shop.Configuration", """
                class Configuration {
                    @org.springframework.context.annotation.Bean int count() { return 1; }
                    @org.springframework.context.annotation.Bean
                    org.hibernate.boot.model.naming.PhysicalNamingStrategy names() { return null; }
                }""");

        assertThatThrownBy(() -> PersistenceUnits.choose(app.compiled()))
                .isInstanceOf(MigrateException.class)
                .hasMessage("shop.Configuration.names makes the application's naming strategy, and only code says how:"
                        + " another strategy would give the tables other names. Say it in the plugin's <configuration>:"
                        + " <hibernate><hibernate.physical_naming_strategy>the strategy's class"
                        + "</hibernate.physical_naming_strategy></hibernate>.");
        assertThat(PersistenceUnits.choose(
                                app.compiled().setting("hibernate.physical_naming_strategy", "org.example.Upper"))
                        .settings())
                .isEqualTo(Map.of("hibernate.physical_naming_strategy", "org.example.Upper"));
    }

    @Test
    void an_application_that_starts_hibernate_by_itself_is_asked_for_its_naming_strategy() throws IOException {
        String asked =
                "shop.Configuration.factory makes the application's EntityManagerFactory, and only code says how:"
                        + " another strategy would give the tables other names. Say it in the plugin's <configuration>:"
                        + " <hibernate><hibernate.physical_naming_strategy>the strategy's class"
                        + "</hibernate.physical_naming_strategy></hibernate>.";
        compileSpring();
        app.compile("jakarta.persistence.EntityManagerFactory", "public interface EntityManagerFactory {}");
        app.compile("shop.Configuration", """
                class Configuration {
                    @org.springframework.context.annotation.Bean
                    jakarta.persistence.EntityManagerFactory factory() { return null; }
                }""");

        assertThatThrownBy(() -> PersistenceUnits.choose(app.compiled()))
                .isInstanceOf(MigrateException.class)
                .hasMessage(asked);

        Files.delete(app.classes().resolve("org/springframework/boot/SpringApplication.class"));

        assertThatThrownBy(() -> PersistenceUnits.choose(app.compiled()))
                .as("without Spring Boot")
                .isInstanceOf(MigrateException.class)
                .hasMessage(asked);
    }

    /** What of Spring and Hibernate such an application mentions, and an entity. */
    private void compileSpring() {
        app.compile("org.springframework.stereotype.Component", """
                @java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME)
                public @interface Component {}""");
        app.compile("org.springframework.context.annotation.Bean", """
                @java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME)
                public @interface Bean {}""");
        app.compile(
                "org.hibernate.boot.model.naming.PhysicalNamingStrategy", "public interface PhysicalNamingStrategy {}");
    }

    private String schemaWith(String... profiles) {
        return PersistenceUnits.choose(app.source().profiles(List.of(profiles)))
                .settings()
                .get("hibernate.default_schema");
    }

    private Map<String, String> settings() {
        return PersistenceUnits.choose(app.source()).settings();
    }
}
