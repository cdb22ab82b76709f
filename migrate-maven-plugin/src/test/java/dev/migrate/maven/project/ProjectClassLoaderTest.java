package dev.migrate.maven.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.Migration;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.StringJoiner;
import org.apache.maven.model.Resource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectClassLoaderTest {

    private final ProjectClassLoader loader =
            new ProjectClassLoader(SourceResources.NONE, List.of(), getClass().getClassLoader());

    @Test
    void migratesOwnClassesAreThePlugins() throws ClassNotFoundException {
        assertThat(loader.loadClass("dev.migrate.Migration")).isSameAs(Migration.class);
    }

    @Test
    void nothingElseOfThePluginIsVisible() {
        assertThatThrownBy(() -> loader.loadClass("org.postgresql.Driver")).isInstanceOf(ClassNotFoundException.class);
        assertThat(loader.getResource("META-INF/services/java.sql.Driver")).isNull();
    }

    @Test
    void theJdkIsVisible() throws ClassNotFoundException {
        assertThat(loader.loadClass("java.sql.Connection").getName()).isEqualTo("java.sql.Connection");
    }

    @Test
    void aResourceIsTheOneOfTheSourcesBeforeTheCopyOfTheLastBuild(@TempDir Path project) throws IOException {
        write(project, "classes/db/seed.sql", "old");
        write(project, "classes/db/made.sql", "only in the output");
        write(project, "resources/db/seed.sql", "edited");
        write(project, "resources/db/added.sql", "new");

        assertThat(read(
                        project,
                        List.of(resource(project)),
                        "db/seed.sql",
                        "db/made.sql",
                        "db/added.sql",
                        "db/none.sql"))
                .isEqualTo("""
                        db/seed.sql: edited, old
                        db/made.sql: only in the output
                        db/added.sql: new
                        db/none.sql:""");
    }

    @Test
    void whatABuildDoesNotCopyAsItIsComesFromTheOutput(@TempDir Path project) throws IOException {
        for (String name : List.of("filtered.sql", "db/filtered.sql", "drafts/seed.sql", "[old]{1}.sql", "seed.sql")) {
            write(project, "classes/" + name, "built");
            write(project, "resources/" + name, "source");
        }
        // As Spring Boot's parent has it: the same folder twice.
        Resource filtered = resource(project);
        filtered.setFiltering(true);
        filtered.addInclude("**/filtered*.sql");
        Resource plain = resource(project);
        plain.addInclude("**/*.sql");
        plain.addExclude("**/filtered*.sql");
        plain.addExclude("drafts/");
        plain.addExclude("[old]{1}.sql");
        Resource moved = resource(project);
        moved.setTargetPath("elsewhere");

        assertThat(read(
                        project,
                        List.of(filtered, moved, plain),
                        "filtered.sql",
                        "db/filtered.sql",
                        "drafts/seed.sql",
                        "[old]{1}.sql",
                        project.resolve("resources/seed.sql").toString(),
                        "seed.sql"))
                .isEqualTo("""
                        filtered.sql: built
                        db/filtered.sql: built
                        drafts/seed.sql: built
                        [old]{1}.sql: built
                        %s:
                        seed.sql: source, built""".formatted(project.resolve("resources/seed.sql")));
    }

    private static Resource resource(Path project) {
        Resource resource = new Resource();
        resource.setDirectory(project.resolve("resources").toString());
        return resource;
    }

    /** Of each name all that is found, the first of which is the one that counts. */
    private static String read(Path project, List<Resource> resources, String... names) throws IOException {
        StringJoiner lines = new StringJoiner("\n");
        try (ProjectClassLoader loader = new ProjectClassLoader(
                SourceResources.of(resources),
                List.of(project.resolve("classes")),
                ProjectClassLoaderTest.class.getClassLoader())) {
            for (String name : names) {
                StringJoiner texts = new StringJoiner(", ", name + ": ", "").setEmptyValue(name + ":");
                List<URL> found = Collections.list(loader.getResources(name));
                assertThat(loader.getResource(name)).isEqualTo(found.isEmpty() ? null : found.get(0));
                for (URL url : found) {
                    try (InputStream stream = url.openStream()) {
                        texts.add(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
                    }
                }
                lines.add(texts.toString());
            }
        }
        return lines.toString();
    }

    private static void write(Path project, String name, String text) throws IOException {
        Path file = project.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
