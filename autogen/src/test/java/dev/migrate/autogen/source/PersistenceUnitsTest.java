package dev.migrate.autogen.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.MigrateException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

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

    @RegisterExtension
    final TestApplication app = new TestApplication();

    @Test
    void the_unit_that_is_named_brings_its_classes_files_and_settings_but_no_database() throws IOException {
        app.write("META-INF/persistence.xml", TWO_UNITS);

        assertThat(PersistenceUnits.choose(app.source().persistenceUnit("shop")))
                .hasToString("PersistenceUnit[name=shop, classNames=[shop.Article], mappingFiles=[shop.hbm.xml],"
                        + " settings={hibernate.default_schema=shop, jakarta.persistence.validation.mode=NONE}]");
    }

    @Test
    void of_the_settings_of_hibernates_own_export_only_the_one_that_says_what_the_schema_is_counts()
            throws IOException {
        app.write("META-INF/persistence.xml", unit("""
                <class>shop.Article</class>
                <properties>
                  <property name="hibernate.hbm2ddl.auto" value="update"/>
                  <property name="hibernate.hbm2ddl.default_constraint_mode" value="NO_CONSTRAINT"/>
                </properties>"""));

        assertThat(PersistenceUnits.choose(app.source()).settings())
                .isEqualTo(Map.of("hibernate.hbm2ddl.default_constraint_mode", "NO_CONSTRAINT"));
    }

    @Test
    void several_units_without_a_choice_are_listed() throws IOException {
        app.write("META-INF/persistence.xml", TWO_UNITS);

        assertThatThrownBy(() -> PersistenceUnits.choose(app.source()))
                .isInstanceOf(MigrateException.class)
                .hasMessage("Several persistence units: shop, audit. Choose one with -Dmigrate.persistenceUnit=shop.");
    }

    @Test
    void the_connection_of_the_unit_is_the_applications_database() {
        app.write("META-INF/persistence.xml", unit("""
                <properties>
                  <property name="jakarta.persistence.jdbc.url" value="jdbc:postgresql://localhost/shop"/>
                  <property name="jakarta.persistence.jdbc.user" value="ann"/>
                </properties>"""));
        app.write("hibernate.properties", "hibernate.connection.password=secret\n");

        assertThat(ApplicationDatabase.of(app.source()))
                .contains(new ApplicationDatabase(
                        "jdbc:postgresql://localhost/shop",
                        Optional.of("ann"),
                        Optional.of("secret"),
                        "jakarta.persistence.jdbc.url"));
    }

    @Test
    void a_connection_may_have_the_names_that_hibernate_gives_it_which_win() {
        app.write("hibernate.properties", """
                hibernate.connection.url=jdbc:postgresql://localhost/shop
                hibernate.connection.username=ann
                hibernate.connection.password=secret
                """);
        ApplicationDatabase found = new ApplicationDatabase(
                "jdbc:postgresql://localhost/shop",
                Optional.of("ann"),
                Optional.of("secret"),
                "hibernate.connection.url");

        assertThat(ApplicationDatabase.of(app.source())).contains(found);
        app.write("META-INF/persistence.xml", unit("""
                <properties>
                  <property name="jakarta.persistence.jdbc.url" value="jdbc:postgresql://localhost/other"/>
                  <property name="javax.persistence.jdbc.user" value="bob"/>
                </properties>"""));
        assertThat(ApplicationDatabase.of(app.source())).contains(found);
    }

    @Test
    void a_unit_with_a_data_source_or_without_a_url_names_no_database() {
        app.write("META-INF/persistence.xml", unit("""
                <jta-data-source>java:/shop</jta-data-source>
                <properties>
                  <property name="jakarta.persistence.jdbc.url" value="jdbc:postgresql://localhost/shop"/>
                </properties>"""));
        assertThat(ApplicationDatabase.of(app.source())).isEmpty();

        app.write("META-INF/persistence.xml", unit("""
                <properties><property name="jakarta.persistence.jdbc.user" value="ann"/></properties>"""));
        assertThat(ApplicationDatabase.of(app.source())).isEmpty();
    }

    @Test
    void of_two_files_with_the_same_unit_the_first_on_the_class_path_names_the_database() throws IOException {
        String url = "<properties><property name=\"jakarta.persistence.jdbc.url\" value=\"%s\"/></properties>";
        app.write("META-INF/persistence.xml", unit(url.formatted("jdbc:postgresql://localhost/edited")));
        Path copy = Files.createDirectories(app.application().resolve("META-INF"));
        Files.writeString(copy.resolve("persistence.xml"), unit(url.formatted("jdbc:postgresql://localhost/copied")));

        assertThat(ApplicationDatabase.of(app.source()).map(ApplicationDatabase::url))
                .contains("jdbc:postgresql://localhost/edited");
    }

    @Test
    void of_units_with_different_databases_one_has_to_be_named() {
        app.write("META-INF/persistence.xml", TWO_UNITS);

        assertThatThrownBy(() -> ApplicationDatabase.of(app.source()))
                .isInstanceOf(MigrateException.class)
                .hasMessage("Several persistence units: shop, audit. Choose one with -Dmigrate.persistenceUnit=shop.");
        assertThat(ApplicationDatabase.of(app.source().persistenceUnit("shop")).map(ApplicationDatabase::url))
                .contains("jdbc:postgresql://production/shop");
        assertThat(ApplicationDatabase.of(app.source().persistenceUnit("audit")))
                .isEmpty();

        app.write("META-INF/persistence.xml", TWO_UNITS.replace("jakarta.persistence.jdbc.url", "unit.note"));
        app.write("hibernate.properties", "hibernate.connection.url=jdbc:postgresql://localhost/both\n");
        assertThat(ApplicationDatabase.of(app.source()).map(ApplicationDatabase::url))
                .contains("jdbc:postgresql://localhost/both");
    }

    @Test
    void a_unit_that_does_not_exist_is_answered_with_those_that_do() throws IOException {
        app.write("META-INF/persistence.xml", TWO_UNITS);

        assertThatThrownBy(() -> PersistenceUnits.choose(app.source().persistenceUnit("stock")))
                .isInstanceOf(MigrateException.class)
                .hasMessage("No persistence unit 'stock'; META-INF/persistence.xml has shop, audit.");
    }

    @Test
    void classes_without_an_entity_are_an_error_that_says_what_to_do() {
        assertThatThrownBy(() -> PersistenceUnits.choose(app.source()))
                .isInstanceOf(MigrateException.class)
                .hasMessage("No entity in [" + app.classes().resolve("target")
                        + "]: no class there is annotated with jakarta.persistence.Entity. Compile those that are"
                        + " (mvn compile), or name the dependencies that contain them:"
                        + " -Dmigrate.entityDependencies=groupId:artifactId.");
    }

    @Test
    void packages_without_an_entity_are_named() {
        assertThatThrownBy(() -> PersistenceUnits.choose(app.source().packages(List.of("shop", "stock"))))
                .isInstanceOf(MigrateException.class)
                .hasMessageStartingWith("No entity in [" + app.classes().resolve("target")
                        + "] in the packages [shop, stock]: no class there is");
    }

    @Test
    void a_unit_that_is_named_where_no_file_lists_any_is_an_error() {
        assertThatThrownBy(() -> PersistenceUnits.choose(app.source().persistenceUnit("shop")))
                .isInstanceOf(MigrateException.class)
                .hasMessage("No persistence unit 'shop': the runtime class path has no META-INF/persistence.xml."
                        + " Leave out -Dmigrate.persistenceUnit to take the project's entities.");
    }

    @Test
    void a_class_that_mentions_an_annotation_is_not_mapped_by_it() throws IOException {
        app.compile("shop.Article", "@jakarta.persistence.Entity class Article {}");
        app.compile("shop.Part", "@jakarta.persistence.Embeddable class Part {}");
        app.compile("shop.Reader", "class Reader { jakarta.persistence.Entity annotation; }");
        app.compile("shop.Plain", "class Plain {}");

        assertThat(PersistenceUnits.choose(app.source().roots(List.of(app.classes())))
                        .classNames())
                .containsExactly("shop.Article", "shop.Part");
    }

    @Test
    void a_mapped_class_that_cannot_be_loaded_is_left_to_hibernate() throws IOException {
        app.compile("lost.Base", "public class Base {}");
        app.compile("shop.Article", "@jakarta.persistence.Entity class Article extends lost.Base {}");
        Files.delete(app.classes().resolve("lost/Base.class"));

        assertThat(PersistenceUnits.choose(app.source().roots(List.of(app.classes())))
                        .classNames())
                .containsExactly("shop.Article");
    }

    @Test
    void hibernate_6_finds_mapping_files_beside_the_unit_and_in_its_jars_even_if_classes_are_excluded()
            throws IOException {
        app.compile("org.hibernate.boot.archive.scan.internal.StandardScanner", "class StandardScanner {}");
        app.write("META-INF/persistence.xml", unit("<jar-file>library</jar-file><exclude-unlisted-classes/>"));
        app.write("shop/Article.hbm.xml", "");
        app.write("library/stock/Shelf.hbm.xml", "");
        app.compile("shop.Unlisted", "@jakarta.persistence.Entity class Unlisted {}");

        assertThat(PersistenceUnits.choose(app.source()))
                .hasToString("PersistenceUnit[name=shop, classNames=[],"
                        + " mappingFiles=[library/stock/Shelf.hbm.xml, shop/Article.hbm.xml, stock/Shelf.hbm.xml],"
                        + " settings={}]");
    }

    @Test
    void a_jar_may_be_named_by_a_url() throws IOException {
        Path absolute = app.application().resolve("all classes");
        app.write("library/unseen", "");
        app.compile("shop.Article", "@jakarta.persistence.Entity class Article {}", absolute);
        app.compile(
                "stock.Shelf",
                "@jakarta.persistence.Entity class Shelf {}",
                app.classes().resolve("library"));

        for (String url : List.of(absolute.toUri().toString(), "file://" + absolute, "file:" + absolute)) {
            app.write(
                    "META-INF/persistence.xml",
                    unit("<jar-file>" + url + "</jar-file>"
                            + "<jar-file>file:library</jar-file><exclude-unlisted-classes/>"));

            assertThat(PersistenceUnits.choose(app.source()))
                    .as(url)
                    .hasToString("PersistenceUnit[name=shop, classNames=[shop.Article, stock.Shelf], mappingFiles=[],"
                            + " settings={}]");
        }
    }

    @Test
    void a_jar_that_is_not_there_is_an_error_unless_nothing_is_searched_for() throws IOException {
        app.write(
                "META-INF/persistence.xml",
                unit("<class>shop.Article</class><jar-file>file:lib/missing.jar</jar-file>"));

        assertThatThrownBy(() -> PersistenceUnits.choose(app.source()))
                .isInstanceOf(MigrateException.class)
                .hasMessage("The persistence unit 'shop' of "
                        + app.classes()
                                .resolve("META-INF/persistence.xml")
                                .toUri()
                                .toURL() + " has the"
                        + " <jar-file> file:lib/missing.jar, and there is no "
                        + app.classes().resolve("lib/missing.jar")
                        + ": what it maps would look dropped. Build it first, or correct the <jar-file>.");
        assertThat(PersistenceUnits.choose(app.source().setting("hibernate.archive.autodetection", "none"))
                        .classNames())
                .containsExactly("shop.Article");
    }

    @Test
    void an_application_may_have_hibernate_search_for_nothing_or_for_classes_only() throws IOException {
        app.compile("org.hibernate.boot.archive.scan.internal.StandardScanner", "class StandardScanner {}");
        app.write("META-INF/persistence.xml", unit("<class>shop.Article</class>"));
        app.write("shop/Article.hbm.xml", "");
        app.compile("shop.Unlisted", "@jakarta.persistence.Entity class Unlisted {}");

        assertThat(PersistenceUnits.choose(app.source().setting("hibernate.archive.autodetection", "none")))
                .hasToString("PersistenceUnit[name=shop, classNames=[shop.Article], mappingFiles=[],"
                        + " settings={hibernate.archive.autodetection=none}]");
        assertThat(PersistenceUnits.choose(app.source().setting("hibernate.archive.autodetection", "class")))
                .hasToString("PersistenceUnit[name=shop, classNames=[shop.Article, shop.Unlisted], mappingFiles=[],"
                        + " settings={hibernate.archive.autodetection=class}]");
    }

    @Test
    void without_any_file_that_lists_them_mapping_files_are_searched_where_classes_are() throws IOException {
        app.write("target/shop/Article.hbm.xml", "");

        assertThat(PersistenceUnits.choose(app.source()))
                .hasToString("PersistenceUnit[name=default, classNames=[], mappingFiles=[shop/Article.hbm.xml],"
                        + " settings={}]");
    }

    @Test
    void hibernates_own_configuration_file_says_what_is_mapped_beside_annotated_classes() throws IOException {
        app.write("hibernate.cfg.xml", "");
        app.write("target/shop/Article.hbm.xml", "");

        assertThat(PersistenceUnits.choose(app.source()))
                .hasToString("PersistenceUnit[name=default, classNames=[], mappingFiles=[],"
                        + " settings={hibernate.cfg_xml_file=hibernate.cfg.xml}]");
    }

    private static String unit(String content) {
        return "<persistence xmlns=\"https://jakarta.ee/xml/ns/persistence\" version=\"3.0\">"
                + "<persistence-unit name=\"shop\">" + content + "</persistence-unit></persistence>";
    }
}
