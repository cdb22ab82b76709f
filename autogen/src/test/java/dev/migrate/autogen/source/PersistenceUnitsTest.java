package dev.migrate.autogen.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.MigrateException;
import dev.migrate.autogen.EntitySource;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PersistenceUnitsTest {

    private static final String TWO_UNITS = """
            <persistence xmlns="https://jakarta.ee/xml/ns/persistence" version="3.0">
              <persistence-unit name="shop">
                <mapping-file>shop.hbm.xml</mapping-file>
                <class>shop.Article</class>
                <exclude-unlisted-classes/>
                <validation-mode>NONE</validation-mode>
                <properties>
                  <property name="hibernate.default_schema" value="shop"/>
                  <property name="jakarta.persistence.jdbc.url" value="jdbc:postgresql://production/shop"/>
                </properties>
              </persistence-unit>
              <persistence-unit name="audit"><class>audit.Event</class></persistence-unit>
            </persistence>
            """;

    @TempDir
    Path classes;

    @Test
    void the_unit_that_is_named_brings_its_classes_files_and_settings_but_no_database() throws IOException {
        write("META-INF/persistence.xml", TWO_UNITS);

        assertThat(PersistenceUnits.choose(source().persistenceUnit("shop")))
                .hasToString("PersistenceUnit[name=shop, classNames=[shop.Article], mappingFiles=[shop.hbm.xml],"
                        + " settings={hibernate.default_schema=shop, jakarta.persistence.validation.mode=NONE}]");
    }

    @Test
    void several_units_without_a_choice_are_listed() throws IOException {
        write("META-INF/persistence.xml", TWO_UNITS);

        assertThatThrownBy(() -> PersistenceUnits.choose(source()))
                .isInstanceOf(MigrateException.class)
                .hasMessage("Several persistence units: shop, audit. Choose one with -Dmigrate.persistenceUnit=shop.");
    }

    @Test
    void a_unit_that_does_not_exist_is_answered_with_those_that_do() throws IOException {
        write("META-INF/persistence.xml", TWO_UNITS);

        assertThatThrownBy(() -> PersistenceUnits.choose(source().persistenceUnit("stock")))
                .isInstanceOf(MigrateException.class)
                .hasMessage("No persistence unit 'stock'; META-INF/persistence.xml has shop, audit.");
    }

    @Test
    void classes_without_an_entity_are_an_error_that_says_what_to_do() {
        assertThatThrownBy(() -> PersistenceUnits.choose(source()))
                .isInstanceOf(MigrateException.class)
                .hasMessage("No entity in [" + classes.resolve("target") + "]. Compile the project first (mvn compile),"
                        + " or name the dependencies that contain entities.");
    }

    @Test
    void spring_boot_settings_follow_the_active_profile_and_lose_to_the_callers() throws IOException {
        write("org/springframework/boot/SpringApplication.class", "");
        write("META-INF/orm.xml", "");
        write("application.yml", """
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
        write("application-prod.properties", "app.schema=live\n");

        assertThat(PersistenceUnits.choose(source().setting("hibernate.timezone.default_storage", "NATIVE"))
                        .settings())
                .isEqualTo(Map.of(
                        "hibernate.default_schema", "live",
                        "hibernate.physical_naming_strategy", "org.example.Upper",
                        "hibernate.timezone.default_storage", "NATIVE"));
    }

    @Test
    void quarkus_settings_are_those_of_production() throws IOException {
        write("io/quarkus/hibernate/orm/PersistenceUnit.class", "");
        write("application.properties", """
                quarkus.hibernate-orm.mapping-files=META-INF/a.xml,META-INF/b.xml
                quarkus.hibernate-orm.database.default-schema=app
                %dev.quarkus.hibernate-orm.database.default-schema=dev
                %prod.quarkus.hibernate-orm.database.default-schema=live
                quarkus.hibernate-orm.unsupported-properties."hibernate.type.preferred_uuid_jdbc_type"=CHAR
                """);

        assertThat(PersistenceUnits.choose(source()))
                .hasToString(
                        "PersistenceUnit[name=default, classNames=[], mappingFiles=[META-INF/a.xml, META-INF/b.xml],"
                                + " settings={hibernate.default_schema=live, hibernate.type.preferred_uuid_jdbc_type=CHAR}]");
    }

    private EntitySource source() {
        try {
            // the class loader is as short-lived as the test, and holds no jar open
            ClassLoader loader =
                    new URLClassLoader(new URL[] {classes.toUri().toURL()}, ClassLoader.getPlatformClassLoader());
            return EntitySource.of(loader).roots(List.of(classes.resolve("target")));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void write(String file, String text) throws IOException {
        Path path = classes.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
