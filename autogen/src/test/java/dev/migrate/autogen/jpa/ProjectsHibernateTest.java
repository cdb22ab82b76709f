package dev.migrate.autogen.jpa;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.MigrateException;
import dev.migrate.autogen.EntityClassLoader;
import dev.migrate.autogen.EntitySource;
import dev.migrate.autogen.testing.CompiledClasses;
import dev.migrate.schema.Schema;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which Hibernate a project may have on its class path. */
class ProjectsHibernateTest {

    private static final String ARTICLE =
            "package shop; @jakarta.persistence.Entity class Article { @jakarta.persistence.Id Long id; ";

    @TempDir
    Path classes;

    @ParameterizedTest
    @ValueSource(strings = {"5.6.15.Final", "6.3.2.Final", "8.0.0.Beta1", "10.0.0.Final"})
    void oneThatEntitiesAreNotReadWithIsNamed(String version) {
        hibernateSays(version);

        assertThatThrownBy(() -> read(classPath()))
                .isInstanceOf(MigrateException.class)
                .hasMessage("Hibernate " + version + " is on the project's runtime class path. Entities are read with"
                        + " Hibernate 6.4 to 7.4: use one of these. Without it, revisions can still be written by hand"
                        + " (mvn migrate:revision) and applied.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"6.10.0.Final", "7.5.0.CR1", "[WORKING]"})
    void aNewerOneOfTheSameMajorAndOneWithoutAVersionAreTried(String version) throws IOException {
        hibernateSays(version);

        assertThat(read(classPath()).tables())
                .extracting(table -> table.name().name())
                .containsExactly("article");
    }

    @Test
    void noneAtAllIsAskedFor() {
        assertThatThrownBy(() -> read(Stream.of(classes)))
                .isInstanceOf(MigrateException.class)
                .hasMessage(
                        "No Hibernate on the project's runtime class path, which autogenerate reads the entities with."
                                + " Add org.hibernate.orm:hibernate-core, 6.4 to 7.4, as a dependency, in scope provided where"
                                + " a server brings it.");
    }

    /** It makes all proxies when it builds the application. A session factory is begun here, for Bean Validation. */
    @Test
    void quarkusLeavesOutWhatMakesProxies() throws IOException {
        compile("shop.Article", ARTICLE + "@jakarta.validation.constraints.NotNull String name; }");

        Schema read = read(classPath().filter(path -> !path.toString().contains("byte-buddy")));

        assertThat(nullability(read)).containsExactly("id false", "name false");
    }

    /** A server has the provider; the project has Jakarta EE's API in scope provided. */
    @Test
    void theApiOfJsonBindingMayLackItsProvider() throws IOException {
        compile(
                "jakarta.json.bind.JsonbBuilder",
                "package jakarta.json.bind; public interface JsonbBuilder { static Jsonb create() {"
                        + " throw new IllegalStateException(\"no provider\"); } } interface Jsonb {}");
        compile("shop.Article", ARTICLE + "@jakarta.validation.constraints.NotNull String name; }");

        assertThat(nullability(read(classPath()))).containsExactly("id false", "name false");
    }

    @Test
    @ResourceLock(Resources.SYSTEM_ERR)
    void theApiOfBeanValidationWithoutItsProviderIsToldOf() throws IOException {
        compile("shop.Article", ARTICLE + "@jakarta.validation.constraints.NotNull String name; }");

        PrintStream before = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        Schema read;
        System.setErr(new PrintStream(printed, true, UTF_8));
        try {
            read = read(classPath().filter(path -> !path.toString().contains("hibernate-validator")));
        } finally {
            System.setErr(before);
        }

        assertThat(nullability(read)).containsExactly("id false", "name true");
        assertThat(printed.toString(UTF_8)).contains("""
                shop.Article has constraints of Bean Validation, and only its API is on the project's class path: they make no\
                 column NOT NULL and set no length. If the application has a provider where it runs, add it here, too\
                 (org.hibernate.validator:hibernate-validator, in scope provided where a server brings it).""");
    }

    @Test
    void aServiceForHibernateThatIsNotThereIsNamed() throws IOException {
        compile("shop.Article", ARTICLE + "}");
        Path services = Files.createDirectories(classes.resolve("META-INF/services"));
        Files.writeString(services.resolve("org.hibernate.boot.model.TypeContributor"), "shop.Contributed");

        assertThatThrownBy(() -> read(classPath()))
                .isInstanceOf(MigrateException.class)
                .hasMessage(
                        "Hibernate rejects the persistence unit 'default': org.hibernate.boot.model.TypeContributor:"
                                + " Provider shop.Contributed not found. Correct the mapping and try again; the application itself"
                                + " would not start with it.");
    }

    /** In front of the one that the tests have. */
    private void hibernateSays(String version) {
        compile(
                "org.hibernate.Version",
                "package org.hibernate; public class Version { public static String getVersionString() { return \""
                        + version + "\"; } public static void logVersion() {} }");
        compile("shop.Article", ARTICLE + "}");
    }

    private static List<String> nullability(Schema schema) {
        return schema.tables().stream()
                .flatMap(table -> table.columns().stream())
                .map(column -> column.name() + " " + column.nullable())
                .toList();
    }

    private void compile(String name, String source) {
        CompiledClasses.compile(Map.of(name, source), List.of(), classes);
    }

    private Stream<Path> classPath() {
        return Stream.concat(
                Stream.of(classes),
                Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                        .map(Path::of));
    }

    private Schema read(Stream<Path> classPath) throws IOException {
        try (EntityClassLoader entities = EntityClassLoader.of(classPath.toList())) {
            return entities.read(
                    EntitySource.of(entities).roots(List.of(classes)).postgresMajor(17));
        }
    }
}
