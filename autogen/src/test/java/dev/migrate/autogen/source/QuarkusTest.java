package dev.migrate.autogen.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.MigrateException;
import dev.migrate.autogen.testing.CompiledClasses;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An application of Quarkus: what its units map, and what it tells Hibernate. */
class QuarkusTest {

    @RegisterExtension
    final TestApplication app = new TestApplication();

    @BeforeEach
    void writeClassPath() {
        app.compile("io.quarkus.hibernate.orm.PersistenceUnit", """
                import java.lang.annotation.*;
                @Target({ElementType.TYPE, ElementType.PACKAGE})
                @Retention(RetentionPolicy.RUNTIME)
                @Repeatable(PersistenceUnit.List.class)
                public @interface PersistenceUnit {
                    String DEFAULT = "<default>";
                    String value() default DEFAULT;
                    @Target({ElementType.TYPE, ElementType.PACKAGE})
                    @Retention(RetentionPolicy.RUNTIME)
                    @interface List { PersistenceUnit[] value(); }
                }""");
    }

    @Test
    void quarkus_settings_are_those_of_production() {
        app.write("application.properties", """
                quarkus.hibernate-orm.mapping-files=META-INF/a.xml,META-INF/b.xml
                quarkus.hibernate-orm.database.default-schema=app
                %dev.quarkus.hibernate-orm.database.default-schema=dev
                %prod.quarkus.hibernate-orm.database.default-schema=live
                quarkus.hibernate-orm.unsupported-properties."hibernate.type.preferred_uuid_jdbc_type"=CHAR
                """);

        assertThat(PersistenceUnits.choose(app.source()))
                .hasToString(
                        "PersistenceUnit[name=default, classNames=[], mappingFiles=[META-INF/a.xml, META-INF/b.xml],"
                                + " settings={hibernate.default_schema=live, hibernate.type.preferred_uuid_jdbc_type=CHAR}]");
    }

    @Test
    void quarkus_takes_the_packages_of_a_unit_and_may_ignore_orm_xml() {
        app.write("META-INF/orm.xml", "");
        app.write("application.properties", """
                quarkus.hibernate-orm."stock".packages=stock
                quarkus.hibernate-orm."stock".mapping-files=no-file
                quarkus.hibernate-orm."stock".validation.enabled=false
                """);
        app.compile("shop.Article", "@jakarta.persistence.Entity class Article {}");
        app.compile("stock.Shelf", "@jakarta.persistence.Entity class Shelf {}");

        assertThat(PersistenceUnits.choose(app.compiled().persistenceUnit("stock")))
                .hasToString("PersistenceUnit[name=stock, classNames=[stock.Shelf], mappingFiles=[],"
                        + " settings={jakarta.persistence.validation.mode=none}]");
    }

    @Test
    void the_name_of_a_quarkus_unit_may_be_without_quotes_in_properties_and_in_yaml() {
        app.write("application.properties", """
                quarkus.hibernate-orm.stock.packages=stock
                %prod.quarkus.hibernate-orm."stock".database.default-schema=live
                """);
        app.write("application.yaml", """
                quarkus:
                  hibernate-orm:
                    "stock":
                      dialect: org.example.Dialect
                      unsupported-properties:
                        "hibernate.order": last
                """);
        app.compile("shop.Article", "@jakarta.persistence.Entity class Article {}");
        app.compile("stock.Shelf", "@jakarta.persistence.Entity class Shelf {}");

        assertThat(PersistenceUnits.choose(app.compiled().persistenceUnit("stock")))
                .hasToString("PersistenceUnit[name=stock, classNames=[stock.Shelf], mappingFiles=[],"
                        + " settings={hibernate.default_schema=live, hibernate.dialect=org.example.Dialect,"
                        + " hibernate.order=last}]");
    }

    @Test
    void a_unit_of_which_no_setting_of_quarkus_speaks_is_an_error() {
        app.write("application.properties", """
                quarkus.hibernate-orm.stock.packages=stock
                %dev.quarkus.hibernate-orm.stocks.packages=stock
                """);

        assertThatThrownBy(() -> PersistenceUnits.choose(app.compiled().persistenceUnit("stocks")))
                .isInstanceOf(MigrateException.class)
                .hasMessage("No persistence unit 'stocks': no file of the application sets anything of"
                        + " quarkus.hibernate-orm.stocks.* for the profile prod. Name a unit that has settings, or leave"
                        + " out -Dmigrate.persistenceUnit to take the default one.");
    }

    @Test
    void the_environment_wins_over_files_and_may_set_what_they_leave_open() {
        app.compile("shop.Article", "@jakarta.persistence.Entity class Article {}");
        app.write("application.properties", """
                quarkus.hibernate-orm.database.default-schema=app
                quarkus.hibernate-orm.dialect=
                """);

        assertThat(PersistenceUnits.choose(app.compiled()
                                .environment(Map.of(
                                        "QUARKUS_HIBERNATE_ORM_DATABASE_DEFAULT_SCHEMA", "live",
                                        "QUARKUS_HIBERNATE_ORM_PHYSICAL_NAMING_STRATEGY", "org.example.Upper")))
                        .settings())
                .isEqualTo(Map.of(
                        "hibernate.default_schema", "live",
                        "hibernate.physical_naming_strategy", "org.example.Upper"));
    }

    @Test
    void a_setting_may_be_of_several_profiles_and_one_of_a_single_profile_wins() {
        app.compile("shop.Article", "@jakarta.persistence.Entity class Article {}");
        app.write("application.properties", """
                %prod.quarkus.hibernate-orm.database.default-schema=live
                %prod,staging.quarkus.hibernate-orm.database.default-schema=shared
                %dev,prod.quarkus.hibernate-orm.dialect=org.example.Dialect
                """);

        assertThat(PersistenceUnits.choose(app.compiled()).settings())
                .isEqualTo(Map.of(
                        "hibernate.default_schema", "live",
                        "hibernate.dialect", "org.example.Dialect"));
    }

    @Test
    void settings_that_choose_column_types_and_discriminators_count() {
        app.compile("shop.Article", "@jakarta.persistence.Entity class Article {}");
        app.write("application.properties", """
                quarkus.hibernate-orm.mapping.duration.preferred-jdbc-type=INTERVAL_SECOND
                quarkus.hibernate-orm.mapping.instant.preferred-jdbc-type=INSTANT
                quarkus.hibernate-orm.mapping.boolean.preferred-jdbc-type=BIT
                quarkus.hibernate-orm.mapping.uuid.preferred-jdbc-type=CHAR
                quarkus.hibernate-orm.discriminator.ignore-explicit-for-joined=true
                """);

        assertThat(PersistenceUnits.choose(app.compiled()).settings())
                .isEqualTo(Map.of(
                        "hibernate.type.preferred_duration_jdbc_type", "INTERVAL_SECOND",
                        "hibernate.type.preferred_instant_jdbc_type", "INSTANT",
                        "hibernate.type.preferred_boolean_jdbc_type", "BIT",
                        "hibernate.type.preferred_uuid_jdbc_type", "CHAR",
                        "hibernate.discriminator.ignore_explicit_for_joined", "true"));
    }

    @Test
    void an_application_that_keeps_the_tables_of_hibernate_5_6_has_its_sequence_and_types_in_each_unit() {
        app.compile("stock.Shelf", "@jakarta.persistence.Entity class Shelf {}");
        app.write("application.properties", """
                quarkus.hibernate-orm.database.orm-compatibility.version=5.6
                quarkus.hibernate-orm.stock.packages=stock
                quarkus.hibernate-orm.stock.mapping.timezone.default-storage=column
                """);

        assertThat(PersistenceUnits.choose(app.compiled().persistenceUnit("stock"))
                        .settings())
                .isEqualTo(Map.of(
                        "hibernate.id.db_structure_naming_strategy", "legacy",
                        "hibernate.type.preferred_duration_jdbc_type", "BIGINT",
                        "hibernate.type.preferred_instant_jdbc_type", "TIMESTAMP",
                        "hibernate.timezone.default_storage", "COLUMN"));
        assertThat(PersistenceUnits.choose(app.compiled()
                                .persistenceUnit("stock")
                                .environment(
                                        Map.of("QUARKUS_HIBERNATE_ORM_DATABASE_ORM_COMPATIBILITY_VERSION", "latest")))
                        .settings())
                .isEqualTo(Map.of("hibernate.timezone.default_storage", "COLUMN"));
    }

    @Test
    void constants_may_be_written_with_dashes_and_in_any_case() {
        app.compile("shop.Article", "@jakarta.persistence.Entity class Article {}");
        app.write("application.properties", """
                quarkus.hibernate-orm.mapping.timezone.default-storage=normalize-utc
                quarkus.hibernate-orm.quote-identifiers.strategy=ALL_EXCEPT_COLUMN_DEFINITIONS
                %dev.quarkus.hibernate-orm.mapping.timezone.default-storage=COLUMN
                %dev.quarkus.hibernate-orm.quote-identifiers.strategy=only-keywords
                """);

        assertThat(PersistenceUnits.choose(app.compiled()).settings())
                .isEqualTo(Map.of(
                        "hibernate.auto_quote_keyword", "false",
                        "hibernate.globally_quoted_identifiers", "true",
                        "hibernate.globally_quoted_identifiers_skip_column_definitions", "true",
                        "hibernate.timezone.default_storage", "NORMALIZE_UTC"));
        assertThat(PersistenceUnits.choose(app.compiled().profiles(List.of("dev")))
                        .settings())
                .isEqualTo(Map.of(
                        "hibernate.auto_quote_keyword", "true",
                        "hibernate.globally_quoted_identifiers", "false",
                        "hibernate.globally_quoted_identifiers_skip_column_definitions", "false",
                        "hibernate.timezone.default_storage", "COLUMN"));
    }

    @Test
    void packages_may_say_by_annotations_which_units_they_belong_to() {
        app.compile("shop.Article", "@jakarta.persistence.Entity class Article {}");
        app.compile("stock.shelf.Shelf", "@jakarta.persistence.Entity class Shelf {}");
        app.compile("shared.Person", "@jakarta.persistence.Entity class Person {}");
        annotate("shop", "@io.quarkus.hibernate.orm.PersistenceUnit");
        annotate("stock", "@io.quarkus.hibernate.orm.PersistenceUnit(\"stock\")");
        annotate(
                "shared",
                "@io.quarkus.hibernate.orm.PersistenceUnit @io.quarkus.hibernate.orm.PersistenceUnit(\"stock\")");

        assertThat(PersistenceUnits.choose(app.compiled()).classNames())
                .containsExactly("shared.Person", "shop.Article");
        assertThat(PersistenceUnits.choose(app.compiled().persistenceUnit("stock"))
                        .classNames())
                .containsExactly("shared.Person", "stock.shelf.Shelf");

        app.write("application.properties", "quarkus.hibernate-orm.stock.packages=shop.\n");

        assertThat(PersistenceUnits.choose(app.compiled().persistenceUnit("stock"))
                        .classNames())
                .as("what files say of packages wins")
                .containsExactly("shop.Article");
    }

    @Test
    void a_unit_without_packages_beside_one_that_has_some_is_an_error() {
        app.compile("shop.Article", "@jakarta.persistence.Entity class Article {}");
        app.write("application.properties", """
                quarkus.hibernate-orm.stock.packages=stock
                quarkus.hibernate-orm.audit.dialect=org.example.Dialect
                """);

        assertThatThrownBy(() -> PersistenceUnits.choose(app.compiled()))
                .isInstanceOf(MigrateException.class)
                .hasMessage("The persistence unit <default> of Quarkus has no packages, but others have: stock."
                        + " Choose one with -Dmigrate.persistenceUnit=stock.");
        assertThatThrownBy(() -> PersistenceUnits.choose(app.compiled().persistenceUnit("audit")))
                .isInstanceOf(MigrateException.class)
                .hasMessage("The persistence unit audit of Quarkus has no packages, but others have: stock."
                        + " Choose one with -Dmigrate.persistenceUnit=stock.");
    }

    private void annotate(String packageName, String annotations) {
        CompiledClasses.compile(
                Map.of(packageName + ".package-info", annotations + " package " + packageName + ";"),
                List.of(app.classes()),
                app.classes());
    }
}
