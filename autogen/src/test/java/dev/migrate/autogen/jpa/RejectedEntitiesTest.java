package dev.migrate.autogen.jpa;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.MigrateException;
import dev.migrate.autogen.EntityClassLoader;
import dev.migrate.autogen.EntitySource;
import dev.migrate.autogen.scratch.Canonicalizer;
import dev.migrate.autogen.source.PersistenceUnit;
import dev.migrate.autogen.testing.CompiledClasses;
import dev.migrate.schema.Schema;
import dev.migrate.testing.PostgresTest;
import dev.migrate.testing.TestDatabase;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody reads whose entities cannot be read, or cannot be created. */
@PostgresTest
class RejectedEntitiesTest {

    @TempDir
    Path classes;

    @Test
    void an_entity_that_hibernate_rejects() {
        assertRejected("""
                Hibernate rejects the persistence unit 'default': Entity 'shop.Article' has no identifier (every\
                 '@Entity' class must declare or inherit at least one '@Id' or '@EmbeddedId' property). Correct the\
                 mapping and try again; the application itself would not start with it.""", Map.of("shop.Article", "@Entity class Article { String name; }"));
    }

    @Test
    void an_error_in_a_static_initializer() {
        assertRejected("""
                The static initializer of shop.Article throws java.lang.AssertionError: no rates today. Hibernate\
                 initializes the classes that it maps. Correct shop.Article and try again.""", Map.of("shop.Article", """
                @Entity class Article {
                    static final int RATE = rate();
                    @Id Long id;
                    static int rate() { throw new AssertionError("no rates today"); }
                }"""));
    }

    @Test
    void an_exception_in_a_static_initializer() {
        assertRejected(
                """
                The static initializer of shop.Rates throws java.lang.IllegalStateException: no rates today. Hibernate\
                 initializes the classes that it maps. Correct shop.Rates and try again.""",
                Map.of(
                        "shop.Article", "@Entity class Article { static final int RATE = Rates.ONE; @Id Long id; }",
                        "shop.Rates", """
                class Rates {
                    static final int ONE = one();
                    static int one() { throw new IllegalStateException("no rates today"); }
                }"""));
    }

    @Test
    void an_association_to_what_is_no_entity() {
        assertRejected(
                """
                Hibernate rejects the persistence unit 'default': Association 'shop.Article.shelf' targets the type\
                 'shop.Shelf' which is not an '@Entity' type. Correct the mapping and try again; the application itself\
                 would not start with it.""",
                Map.of(
                        "shop.Article",
                        "@Entity class Article { @Id Long id; @ManyToOne Shelf shelf; }",
                        "shop.Shelf",
                        "class Shelf {}"));
    }

    @Test
    void a_property_that_no_column_can_hold() {
        assertRejected("""
                Hibernate rejects the persistence unit 'default': Unable to determine SQL type name for column 'content'\
                 of table 'Article' because there is no type mapping for org.hibernate.type.SqlTypes code: 2000\
                 (JAVA_OBJECT). Correct the mapping and try again; the application itself would not start with it.""", Map.of("shop.Article", "@Entity class Article { @Id Long id; Object content; }"));
    }

    @Test
    void a_column_that_two_properties_write() {
        assertRejected(
                """
                Hibernate rejects the persistence unit 'default': [PersistenceUnit: default] Unable to build Hibernate\
                 SessionFactory: Column 'label' is duplicated in mapping for entity 'shop.Article' (use\
                 '@Column(insertable=false, updatable=false)' when mapping multiple properties to the same column).\
                 Correct the mapping and try again; the application itself would not start with it.""",
                Map.of(
                        "shop.Article",
                        "@Entity class Article { @Id Long id; String label; @Column(name = \"label\") String name; }"));
    }

    @Test
    void two_entities_that_one_table_cannot_tell_apart() {
        assertRejected(
                """
                Hibernate rejects the persistence unit 'default': Entities [shop.Book] and [shop.Film] are mapped with the\
                 same discriminator value 'M'. Correct the mapping and try again; the application itself would not start\
                 with it.""",
                Map.of(
                        "shop.Article", "@Entity class Article { @Id Long id; }",
                        "shop.Book", "@Entity @DiscriminatorValue(\"M\") class Book extends Article {}",
                        "shop.Film", "@Entity @DiscriminatorValue(\"M\") class Film extends Article {}"));
    }

    @Test
    void keys_that_each_table_of_a_hierarchy_would_count_for_itself() {
        assertRejected("""
                Hibernate rejects the persistence unit 'default': Cannot use identity column key generation with\
                 <union-subclass> mapping for: shop.Book. Correct the mapping and try again; the application itself would\
                 not start with it.""", Map.of("shop.Article", """
                                @Entity @Inheritance(strategy = InheritanceType.TABLE_PER_CLASS) class Article {
                                    @Id @GeneratedValue(strategy = GenerationType.IDENTITY) Long id;
                                }""", "shop.Book", "@Entity class Book extends Article {}"));
    }

    @Test
    void a_class_that_is_missing_on_the_class_path() throws IOException {
        compile(Map.of(
                "shop.Article",
                "@Entity class Article { @Id Long id; Colour colour() { return null; } }",
                "shop.Colour",
                "class Colour {}"));
        Files.delete(classes.resolve("shop/Colour.class"));

        assertThatThrownBy(this::read)
                .isInstanceOf(MigrateException.class)
                .hasMessage(
                        "The class shop.Colour, which the entities need, is not on the project's runtime class path."
                                + " Add the dependency that has it; in scope test it is not seen.");
    }

    @Test
    void a_class_that_a_mapping_file_names_and_nothing_has() throws IOException {
        Files.writeString(classes.resolve("Article.hbm.xml"), """
                <hibernate-mapping>
                  <class name="shop.Article"><id name="id"/></class>
                </hibernate-mapping>
                """);

        assertThatThrownBy(this::read)
                .isInstanceOf(MigrateException.class)
                .hasMessage(
                        "The class shop.Article, which the entities need, is not on the project's runtime class path."
                                + " Add the dependency that has it; in scope test it is not seen.");
    }

    @Test
    void a_failure_of_migrates_own_readers_is_not_blamed_on_the_application() {
        EntitySource source = EntitySource.of(getClass().getClassLoader());
        PersistenceUnit unit = new PersistenceUnit("shop", List.of(), List.of(), new TreeMap<>());

        assertThatThrownBy(() -> OfflineHibernate.read(unit, source, hibernate -> {
                    throw new IllegalStateException("value involves formulas");
                }))
                .isInstanceOf(MigrateException.class)
                .hasMessage("Hibernate accepts the persistence unit 'shop', but Migrate fails to read it:"
                        + " java.lang.IllegalStateException: value involves formulas. This is a defect in Migrate, not in"
                        + " the mapping. Run Maven with -e, and report the stack trace with the mapping.");
    }

    @Test
    void a_class_that_was_compiled_for_a_newer_java() throws IOException {
        compile(Map.of("shop.Article", "@Entity class Article { @Id Long id; }"));
        Path file = classes.resolve("shop/Article.class");
        byte[] classFile = Files.readAllBytes(file);
        // The version's lower byte (Java Virtual Machine Specification, "The ClassFile Structure").
        classFile[7] = 99;
        Files.write(file, classFile);

        assertThatThrownBy(this::read)
                .isInstanceOf(MigrateException.class)
                .hasMessage("The entities can't be read: shop/Article has been compiled by a more recent version of the"
                        + " Java Runtime (class file version 99.0), this version of the Java Runtime only recognizes"
                        + " class file versions up to " + System.getProperty("java.class.version")
                        + ". Run this with a JDK as new as the one that compiles them: set JAVA_HOME.");
    }

    @Test
    void a_converter_that_cannot_be_initialized() {
        assertRejected(
                """
                The static initializer of shop.Upper throws java.lang.IllegalStateException: no locale. Hibernate\
                 initializes the classes that it maps. Correct shop.Upper and try again.""",
                Map.of(
                        "shop.Article",
                        "@Entity class Article { @Id Long id; @Convert(converter = Upper.class) String name; }",
                        "shop.Upper",
                        """
                @Converter class Upper implements AttributeConverter<String, String> {
                    static { if (true) throw new IllegalStateException("no locale"); }
                    public String convertToDatabaseColumn(String s) { return s; }
                    public String convertToEntityAttribute(String s) { return s; }
                }"""));
    }

    @Test
    void two_tables_of_one_name_behind_the_limit() {
        String name = "a_table_with_a_name_of_more_than_63_bytes_whose_end_tells_them_apart";
        assertRejected(
                "Two tables are called a_table_with_a_name_of_more_than_63_bytes_whose_end_tells_them_ in the"
                        + " database: PostgreSQL cuts names at 63 bytes. Give one of them another name with @Table(name = …).",
                Map.of(
                        "shop.One", "@Entity @Table(name = \"" + name + "_1\") class One { @Id Long id; }",
                        "shop.Two", "@Entity @Table(name = \"" + name + "_2\") class Two { @Id Long id; }"));
    }

    @Test
    void two_columns_of_one_name_behind_the_limit() {
        String name = "a_column_with_a_name_of_more_than_63_bytes_whose_end_tells_them_apart";
        assertRejected(
                "Two columns of table article are called"
                        + " a_column_with_a_name_of_more_than_63_bytes_whose_end_tells_them in the database: PostgreSQL"
                        + " cuts names at 63 bytes. Give one of them another name with @Column(name = …).",
                Map.of("shop.Article", """
                        @Entity class Article {
                            @Id Long id;
                            @Column(name = "%1$s_1") String one;
                            @Column(name = "%1$s_2") String two;
                        }""".formatted(name)));
    }

    @Test
    void a_column_definition_that_postgresql_refuses(TestDatabase database) throws SQLException {
        assertRefused(database, "varchr(20) not null", """
                PostgreSQL refuses column name of table article as it is declared: type "varchr" does not exist. Correct\
                 the mapping that declares it, and run again. Declared:
                ALTER TABLE article ADD COLUMN name varchr(20) not null
                To compare without this table: -Dmigrate.excludeTables=article""");
    }

    @Test
    void a_type_of_an_extension_that_the_database_does_not_have(TestDatabase database) throws SQLException {
        assertRefused(database, "citext not null", """
                PostgreSQL refuses column name of table article as it is declared: type "citext" does not exist. The\
                 extension 'citext' has it, and the database doesn't have the extension. Write a migration with\
                 op.createExtension("citext") (mvn migrate:revision), upgrade, and run again. Declared:
                ALTER TABLE article ADD COLUMN name citext not null
                To compare without this table: -Dmigrate.excludeTables=article""");
    }

    @Test
    void a_function_of_an_extension_that_the_database_does_not_have(TestDatabase database) throws SQLException {
        assertRefused(database, "uuid default uuid_generate_v4()", """
                PostgreSQL refuses column name of table article as it is declared: function uuid_generate_v4() does not\
                 exist. Hint: No function matches the given name and argument types. You might need to add explicit type\
                 casts. The extension 'uuid-ossp' has it, and the database doesn't have the extension. Write a migration\
                 with op.createExtension("uuid-ossp") (mvn migrate:revision), upgrade, and run again. Declared:
                ALTER TABLE article ADD COLUMN name uuid default uuid_generate_v4()
                To compare without this table: -Dmigrate.excludeTables=article""");
    }

    @Test
    void a_type_of_an_extension_that_the_server_does_not_offer(TestDatabase database) throws SQLException {
        assertRefused(database, "geometry(Point, 4326)", """
                PostgreSQL refuses column name of table article as it is declared: type "geometry" does not exist. The\
                 extension 'postgis' has it, and this server doesn't offer the extension. Install it there, or compare on\
                 a server that has it: -Dmigrate.devDatabase=jdbc:postgresql://…. Declared:
                ALTER TABLE article ADD COLUMN name geometry(Point, 4326)
                To compare without this table: -Dmigrate.excludeTables=article""");
    }

    @Test
    void a_formula_over_a_column_whose_type_is_missing_is_not_what_is_blamed(TestDatabase database)
            throws SQLException {
        compile(Map.of("shop.Article", """
                @Entity class Article {
                    @Id Long id;
                    @Column(columnDefinition = "float8 generated always as (st_x(place)) stored") Double longitude;
                    @Column(columnDefinition = "geometry(Point, 4326)") String place;
                }"""));
        assertRefused(database, """
                PostgreSQL refuses column place of table article as it is declared: type "geometry" does not exist. The\
                 extension 'postgis' has it, and this server doesn't offer the extension. Install it there, or compare on\
                 a server that has it: -Dmigrate.devDatabase=jdbc:postgresql://…. Declared:
                ALTER TABLE article ADD COLUMN place geometry(Point, 4326)
                To compare without this table: -Dmigrate.excludeTables=article""");
    }

    private void assertRefused(TestDatabase database, String definition, String message) throws SQLException {
        compile(Map.of("shop.Article", """
                @Entity class Article {
                    @Id Long id;
                    @Column(columnDefinition = "%s") String name;
                }""".formatted(definition)));
        assertRefused(database, message);
    }

    private void assertRefused(TestDatabase database, String message) throws SQLException {
        Schema declared = read();

        try (Connection connection = database.connect()) {
            assertThatThrownBy(() -> new Canonicalizer(connection).canonicalize(declared))
                    .isInstanceOf(MigrateException.class)
                    .hasMessage(message);
        }
    }

    private void assertRejected(String message, Map<String, String> sources) {
        compile(sources);
        assertThatThrownBy(this::read).isInstanceOf(MigrateException.class).hasMessage(message);
    }

    private void compile(Map<String, String> bodies) {
        Map<String, String> sources = new TreeMap<>();
        bodies.forEach((name, body) -> sources.put(name, "package shop;\nimport jakarta.persistence.*;\n" + body));
        CompiledClasses.compile(sources, List.of(), classes);
    }

    private Schema read() {
        List<Path> classPath = new ArrayList<>(List.of(classes));
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .map(Path::of)
                .forEach(classPath::add);
        try (EntityClassLoader entities = EntityClassLoader.of(classPath)) {
            return entities.read(
                    EntitySource.of(entities).roots(List.of(classes)).postgresMajor(17));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
