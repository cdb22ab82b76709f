package dev.migrate.autogen.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.MigrateException;
import dev.migrate.autogen.EntitySource;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What Spring Boot makes of an application's files, each as Spring Boot 3.5 itself answered. */
class SpringFilesTest {

    private static final String SCHEMA = "spring.jpa.properties.hibernate.default_schema";

    @RegisterExtension
    final TestApplication app = new TestApplication();

    @BeforeEach
    void writeClassPath() {
        app.compile("org.springframework.boot.SpringApplication", "class SpringApplication {}");
        app.write("META-INF/orm.xml", "");
    }

    @Test
    void the_environment_wins_over_files_for_hibernates_own_settings_too() {
        app.write("application.properties", SCHEMA + "=app\nspring.jpa.properties.hibernate.dialect=shop.Dialect\n");

        assertThat(settings(app.source()
                        .environment(Map.of(
                                "SPRING_JPA_PROPERTIES_HIBERNATE_DEFAULT_SCHEMA", "${prefix:shop}_live",
                                "SPRING_JPA_PROPERTIES_HIBERNATE_DIALECT", "shop.Other"))))
                .isEqualTo(Map.of("hibernate.default_schema", "shop_live", "hibernate.dialect", "shop.Other"));
    }

    @Test
    void a_setting_may_be_spelt_in_several_ways_and_the_later_file_wins() {
        app.write("application.yml", """
                spring:
                  JPA.hibernate.naming.physicalStrategy: shop.Base
                  jpa.mapping_resources: [a.xml, b.xml]
                  profiles.active: prod
                ---
                spring.config.activate.onProfile: test
                spring.jpa.properties.hibernate.default_schema: test
                """);
        app.write("application-prod.properties", """
                spring.jpa.hibernate.naming.physical-strategy=shop.Profile
                spring.jpa.mapping-resources[0]=c.xml
                spring.jpa.properties[hibernate.default_schema]=live
                """);

        assertThat(settings(app.source()))
                .isEqualTo(Map.of(
                        "hibernate.default_schema", "live", "hibernate.physical_naming_strategy", "shop.Profile"));
        assertThat(PersistenceUnits.choose(app.source()).mappingFiles()).containsExactly("META-INF/orm.xml", "c.xml");
    }

    @Test
    void a_placeholder_finds_a_setting_however_that_is_spelt_and_may_have_a_dollar_in_its_default() {
        app.write("application.yml", """
                shop:
                  dbSchema: camel
                  table_prefix: under
                spring.jpa.properties:
                  a: ${shop.db-schema}
                  b: ${shop.table-prefix}
                  c: ${shop.missing:one$two}
                """);

        assertThat(settings(app.source())).isEqualTo(Map.of("a", "camel", "b", "under", "c", "one$two"));
    }

    @Test
    void a_key_without_a_value_takes_back_what_another_file_says() {
        app.write("application.yml", SCHEMA + ": app\n");
        app.write("application-default.yml", SCHEMA + ":\n");

        assertThat(settings(app.source())).isEqualTo(Map.of("hibernate.default_schema", ""));
    }

    @Test
    void a_document_for_a_cloud_platform_counts_where_the_application_says_that_it_runs_there() {
        app.write("application.yml", """
                spring.jpa.properties.hibernate.default_schema: app
                ---
                spring.config.activate.on-cloud-platform: kubernetes
                spring.jpa.properties.hibernate.default_schema: cloud
                """);

        assertThat(settings(app.source())).isEqualTo(Map.of("hibernate.default_schema", "app"));
        assertThat(settings(app.source().environment(Map.of("SPRING_MAIN_CLOUD_PLATFORM", "KUBERNETES"))))
                .isEqualTo(Map.of("hibernate.default_schema", "cloud"));
    }

    @Test
    void an_import_may_be_a_directory_and_depend_on_settings() {
        app.write("application.yml", """
                region: eu
                spring.config.import: "classpath:db-${region}.yml, classpath:extra/, optional:missing/"
                """);
        app.write("db-eu.yml", "spring.jpa.properties: {region: eu, order: first}\n");
        app.write("db-eu-default.yml", "spring.jpa.properties.profile: default\n");
        app.write("extra/application.properties", "spring.jpa.properties.order=second\n");
        app.write("extra/application-default.yml", "spring.jpa.properties.extra: default\n");

        assertThat(settings(app.source()))
                .isEqualTo(Map.of("extra", "default", "order", "second", "profile", "default", "region", "eu"));
    }

    @Test
    void an_import_may_say_which_extension_its_file_lacks() {
        app.write(
                "application.properties",
                "spring.config.import=classpath:mounted[.yaml],classpath:plain[.properties],optional:missing[.yml]\n");
        app.write("mounted", "spring.jpa.properties: {order: first, mounted: yes it is}\n");
        app.write("mounted-default", "spring.jpa.properties.profile: default\n");
        app.write("plain", "spring.jpa.properties.order=second\n");

        assertThat(settings(app.source()))
                .isEqualTo(Map.of("mounted", "yes it is", "order", "second", "profile", "default"));
    }

    @Test
    void an_import_that_depends_on_what_nobody_says_is_an_error() {
        app.write("application.properties", "spring.config.import=optional:classpath:db-${REGION}.yml\n");

        assertThatThrownBy(() -> settings(app.source()))
                .isInstanceOf(MigrateException.class)
                .hasMessage(
                        "application.properties imports optional:classpath:db-${REGION}.yml, and neither the application's files"
                                + " nor the environment say what REGION is. Set the environment variable.");
    }

    @Test
    void an_import_of_a_directory_without_a_slash_is_an_error() {
        app.write("application.properties", "spring.config.import=classpath:extra\n");
        app.write("extra/application.properties", "a=b\n");

        assertThatThrownBy(() -> settings(app.source()))
                .isInstanceOf(MigrateException.class)
                .hasMessage(
                        "application.properties imports classpath:extra, which is none of *.yaml, *.yml, *.properties. Give it"
                                + " such a name; a directory ends with /.");
    }

    private static Map<String, String> settings(EntitySource source) {
        return PersistenceUnits.choose(source).settings();
    }
}
