package dev.migrate.autogen.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.migrate.MigrateException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Which classes an application of Spring Boot maps. */
class SpringEntityScanTest {

    @RegisterExtension
    final TestApplication app = new TestApplication();

    @BeforeEach
    void writeClassPath() {
        app.compile("org.springframework.boot.SpringApplication", "class SpringApplication {}");
    }

    @Test
    void spring_boot_takes_the_entities_below_its_application_and_no_persistence_xml() {
        app.write("META-INF/persistence.xml", """
                <persistence xmlns="https://jakarta.ee/xml/ns/persistence" version="3.0">
                  <persistence-unit name="audit"><class>audit.Event</class></persistence-unit>
                </persistence>
                """);
        app.compile(
                "org.springframework.boot.autoconfigure.SpringBootApplication",
                "public @interface SpringBootApplication {}");
        app.compile(
                "shop.web.Application",
                "@org.springframework.boot.autoconfigure.SpringBootApplication class Application {}");
        app.compile("shop.web.model.Article", "@jakarta.persistence.Entity class Article {}");
        app.compile("shop.Unseen", "@jakarta.persistence.Entity class Unseen {}");

        assertThat(PersistenceUnits.choose(app.compiled()).classNames()).containsExactly("shop.web.model.Article");
    }

    @Test
    void the_package_of_an_application_may_have_a_name_of_any_letters() {
        assumeTrue(
                Charset.forName(System.getProperty("sun.jnu.encoding"))
                        .newEncoder()
                        .canEncode("größe"),
                "Files cannot have such a name here");
        app.compile(
                "org.springframework.boot.autoconfigure.SpringBootApplication",
                "public @interface SpringBootApplication {}");
        app.compile(
                "größe.Application",
                "@org.springframework.boot.autoconfigure.SpringBootApplication class Application {}");
        app.compile("größe.Article", "@jakarta.persistence.Entity class Article {}");

        assertThat(PersistenceUnits.choose(app.compiled()).classNames()).containsExactly("größe.Article");
    }

    @Test
    void an_annotation_that_makes_an_application_is_not_where_its_entities_are() {
        app.compile(
                "org.springframework.boot.autoconfigure.SpringBootApplication",
                "public @interface SpringBootApplication {}");
        app.compile(
                "platform.Service",
                "@org.springframework.boot.autoconfigure.SpringBootApplication public @interface Service {}");
        app.compile("shop.Application", "@platform.Service class Application {}");
        app.compile("shop.Article", "@jakarta.persistence.Entity class Article {}");

        assertThat(PersistenceUnits.choose(app.compiled()).classNames()).containsExactly("shop.Article");
    }

    @Test
    void spring_boot_takes_the_entities_of_an_entity_scan_wherever_they_are() {
        app.compile(
                "org.springframework.boot.autoconfigure.domain.EntityScan",
                "public @interface EntityScan { String[] basePackages() default {}; Class<?>[] basePackageClasses(); }");
        app.compile(
                "library.Converters",
                "public class Converters {" + " @jakarta.persistence.Converter static class Dates {} }");
        app.compile("model.Article", "@jakarta.persistence.Entity class Article {}");
        app.compile("app.Unseen", "@jakarta.persistence.Entity class Unseen {}", app.application());
        app.compile(
                "app.Application",
                "@org.springframework.boot.autoconfigure.domain.EntityScan("
                        + "basePackages = \"model\", basePackageClasses = library.Converters.class) class Application {}",
                app.application());

        assertThat(PersistenceUnits.choose(app.source().roots(List.of(app.application())))
                        .classNames())
                .containsExactly("library.Converters$Dates", "model.Article");
    }

    @Test
    void packages_of_an_entity_scan_may_be_patterns_as_spring_reads_them() {
        app.compile("shop.Root", "@jakarta.persistence.Entity class Root {}");
        app.compile("shop.orders.domain.Order", "@jakarta.persistence.Entity class Order {}");
        app.compile("shop.orders.domain.line.Line", "@jakarta.persistence.Entity class Line {}");
        app.compile("shop.orders.web.OrderForm", "@jakarta.persistence.Entity class OrderForm {}");
        app.compile("shop.eu.stock.domain.Shelf", "@jakarta.persistence.Entity class Shelf {}", app.application());

        assertThat(scanned("shop.orders.domain"))
                .containsExactly("shop.orders.domain.Order", "shop.orders.domain.line.Line");
        assertThat(scanned("shop.*.domain"))
                .containsExactly("shop.orders.domain.Order", "shop.orders.domain.line.Line");
        assertThat(scanned("shop.orders.web\", \"shop.o?ders.*.line"))
                .containsExactly("shop.orders.domain.line.Line", "shop.orders.web.OrderForm");
        assertThat(scanned("shop.**.domain"))
                .containsExactly(
                        "shop.eu.stock.domain.Shelf", "shop.orders.domain.Order", "shop.orders.domain.line.Line");
        assertThat(scanned("shop.*"))
                .containsExactly(
                        "shop.eu.stock.domain.Shelf",
                        "shop.orders.domain.Order",
                        "shop.orders.domain.line.Line",
                        "shop.orders.web.OrderForm");
        assertThat(scanned("shop.orders.**"))
                .containsExactly(
                        "shop.orders.domain.Order", "shop.orders.domain.line.Line", "shop.orders.web.OrderForm");
    }

    @Test
    void packages_of_an_entity_scan_may_be_several_in_one_text_and_come_from_the_applications_files() {
        app.compile("shop.orders.Order", "@jakarta.persistence.Entity class Order {}");
        app.compile("shop.stock.Shelf", "@jakarta.persistence.Entity class Shelf {}");
        app.compile("shop.web.Form", "@jakarta.persistence.Entity class Form {}");
        app.write("application.properties", "entities=shop.stock\n");

        assertThat(scanned("shop.orders, ${entities}")).containsExactly("shop.orders.Order", "shop.stock.Shelf");
        assertThat(PersistenceUnits.choose(app.compiled().environment(Map.of("ENTITIES", "shop.web")))
                        .classNames())
                .containsExactly("shop.orders.Order", "shop.web.Form");
    }

    @Test
    void a_package_that_nothing_fills_in_is_an_error_and_its_entities_are_not_dropped() {
        app.compile("shop.orders.Order", "@jakarta.persistence.Entity class Order {}");

        assertThatThrownBy(() -> scanned("shop.orders\", \"${ENTITIES}"))
                .isInstanceOf(MigrateException.class)
                .hasMessage(
                        "@EntityScan names the package ${ENTITIES}, and neither the application's files nor the environment"
                                + " say what ENTITIES is: its entities would look dropped. Set the environment variable, or name the"
                                + " packages: -Dmigrate.entityPackages=….");
    }

    private List<String> scanned(String packages) {
        app.compile(
                "org.springframework.boot.autoconfigure.domain.EntityScan",
                "public @interface EntityScan { String[] value(); }");
        app.compile(
                "shop.Application",
                "@org.springframework.boot.autoconfigure.domain.EntityScan({\"" + packages
                        + "\"}) class Application {}");
        return PersistenceUnits.choose(app.compiled()).classNames();
    }
}
