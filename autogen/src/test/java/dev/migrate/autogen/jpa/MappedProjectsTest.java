package dev.migrate.autogen.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.autogen.EntityClassLoader;
import dev.migrate.autogen.EntitySource;
import dev.migrate.schema.Schema;
import dev.migrate.testing.PostgresTest;
import dev.migrate.testing.TestDatabase;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Projects that say in files what is mapped, and not only in annotations. The measure is the application itself: what
 * Hibernate exports when it starts from the same class path.
 */
@PostgresTest
class MappedProjectsTest {

    /** Only Hibernate 6 searches the place of {@code persistence.xml} by itself. */
    private static final List<String> FOUND_BY_SEARCHING = List.of("hbm-xml-found");

    private static final Map<String, EntityClassLoader> HIBERNATES = new TreeMap<>();

    static Stream<Arguments> projects() throws IOException {
        List<String> versions = Models.VERSIONS.stream()
                .filter(version -> Models.VERSIONS.size() > 3 || !version.startsWith("6.4"))
                .toList();
        try (Stream<Path> directories = Files.list(MappedProject.PROJECTS)) {
            List<String> names = directories
                    .map(directory -> directory.getFileName().toString())
                    .sorted()
                    .toList();
            return versions.stream().flatMap(version -> names.stream()
                    .filter(name -> version.startsWith("6.") || !FOUND_BY_SEARCHING.contains(name))
                    .map(name -> Arguments.of(version, name)));
        }
    }

    @AfterAll
    static void close() throws IOException {
        for (EntityClassLoader hibernate : HIBERNATES.values()) {
            hibernate.close();
        }
    }

    @ParameterizedTest(name = "Hibernate {0}: {1}")
    @MethodSource("projects")
    void what_is_read_is_what_the_application_itself_would_map(
            String version, String name, TestDatabase generated, TestDatabase exported) throws Exception {
        EntityClassLoader hibernate = HIBERNATES.computeIfAbsent(version, each -> Models.hibernate(each, true));
        MappedProject project = MappedProject.build(name, version);
        try (URLClassLoader classes =
                new URLClassLoader(new URL[] {project.classes().toUri().toURL()}, hibernate)) {
            EntitySource source =
                    EntitySource.of(classes).roots(List.of(project.classes())).postgresMajor(17);
            Schema declared = hibernate.read(source);

            if (version.equals(Models.COMPILED)) {
                assertThat(SchemaText.of(declared)).isEqualTo(project.declared());
            }
            new EntityRoundTrip(declared, ModelComparison.applicationsExport(hibernate, source))
                    .run(generated, exported, true);
        }
    }
}
