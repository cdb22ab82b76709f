package dev.migrate.autogen.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.MigrateException;
import dev.migrate.autogen.EntityClassLoader;
import dev.migrate.autogen.EntitySource;
import dev.migrate.autogen.testing.CompiledClasses;
import dev.migrate.schema.Schema;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which Hibernate a project may have on its class path. */
class ProjectsHibernateTest {

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
                                + " Add org.hibernate.orm:hibernate-core, 6.4 to 7.4, as a dependency.");
    }

    /** In front of the one that the tests have. */
    private void hibernateSays(String version) {
        CompiledClasses.compile(
                Map.of(
                        "org.hibernate.Version",
                        "package org.hibernate; public class Version {"
                                + " public static String getVersionString() { return \"" + version + "\"; }"
                                + " public static void logVersion() {} }",
                        "shop.Article",
                        "package shop; @jakarta.persistence.Entity class Article { @jakarta.persistence.Id Long id; }"),
                List.of(),
                classes);
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
