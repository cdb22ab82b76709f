package dev.migrate.revision.loading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.MigrateException;
import dev.migrate.revision.RevisionGraph;
import dev.migrate.revision.RevisionInfo;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.zip.Deflater;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryLoaderTest {

    private static final List<String> PACKAGES = List.of("db.migrations");

    @TempDir
    Path folder;

    Path classes;

    @BeforeEach
    void a_folder_whose_name_needs_escaping_in_a_url() {
        classes = folder.resolve("the classes+more%20");
    }

    private MigrationSources two() {
        return new MigrationSources(classes)
                .migration("R0001_Initial", "id = \"0001\"")
                .source("db.migrations.later.R0002_AddEmail", """
                        package db.migrations.later;

                        import dev.migrate.*;

                        /**
                         * Adds an address to each user.
                         *
                         * <p>See ticket 12 \\ 13.
                         * @since 1.2
                         */
                        @Deprecated(since = "3", forRemoval = false)
                        @Revision(id = "0002", revises = "0001", dependsOn = {}, labels = {"mail", "b"},
                                message = "Add email", created = "2024-12-09T10:00:00Z")
                        public class R0002_AddEmail implements Migration {
                            static final long NUMBER = 5L;
                            static final double FRACTION = 0.5;
                            @Override public void upgrade(Operations op) { Runnable r = () -> System.out.println(op); }
                            @Override public void downgrade(Operations op) {}
                        }
                        """)
                .source("db.migrations.Shared", "package db.migrations; class Shared { enum Kind { A } }");
    }

    private static RevisionInfo second(String documentation) {
        return new RevisionInfo(
                "0002",
                List.of("0001"),
                List.of(),
                List.of("mail", "b"),
                "Add email",
                Instant.parse("2024-12-09T10:00:00Z"),
                "db.migrations.later.R0002_AddEmail",
                "R0002_AddEmail.java",
                documentation);
    }

    private static final byte[] NOT_A_CLASS = "Whoever opens this fails.".getBytes(StandardCharsets.UTF_8);

    private static final String DOCUMENTATION = "Adds an address to each user.\n\n<p>See ticket 12 \\ 13.";

    @Test
    void without_an_index_the_class_files_are_read() throws IOException {
        RevisionGraph graph = HistoryLoader.load(List.of(two().compile()), PACKAGES);
        assertThat(graph.size()).isEqualTo(2);
        assertThat(graph.get("0002")).isEqualTo(second(""));
        assertThat(graph.get("0001").source()).isEqualTo("R0001_Initial.java");
    }

    @Test
    void a_class_loader_finds_the_same_in_a_directory() throws IOException {
        two().compile();
        assertThat(load(classes).get("0002")).isEqualTo(second(""));
    }

    @Test
    void an_index_adds_the_javadoc() throws IOException {
        two().compileIndexed();
        assertThat(load(classes).get("0002")).isEqualTo(second(DOCUMENTATION));
    }

    @Test
    void a_jar_is_like_a_directory() throws IOException {
        Path jar = MigrationSources.jar(two().compileIndexed(), folder.resolve("the app.jar"), "", true);
        assertThat(load(jar).get("0002")).isEqualTo(second(DOCUMENTATION));
        assertThat(HistoryLoader.load(List.of(jar), PACKAGES).get("0002")).isEqualTo(second(DOCUMENTATION));
    }

    @Test
    void a_jar_without_an_index_is_read() throws IOException {
        Path jar = MigrationSources.jar(two().compile(), folder.resolve("app.jar"), "", true);
        assertThat(load(jar).get("0002")).isEqualTo(second(""));
    }

    @Test
    void a_jar_that_does_not_list_its_directories_is_found_by_its_index() throws IOException {
        Path jar = MigrationSources.jar(two().compileIndexed(), folder.resolve("app.jar"), "", false);
        assertThat(load(jar).ids()).containsExactly("0001", "0002");
    }

    @Test
    void classes_within_a_folder_of_a_jar_are_found() throws IOException {
        Path jar = MigrationSources.jar(two().compileIndexed(), folder.resolve("app.jar"), "BOOT-INF/classes/", true);
        URL inside = new URL("jar:" + jar.toUri() + "!/BOOT-INF/classes/");
        try (URLClassLoader loader = new URLClassLoader(new URL[] {inside}, null)) {
            assertThat(HistoryLoader.load(loader, PACKAGES).get("0002")).isEqualTo(second(DOCUMENTATION));
        }
    }

    @Test
    void an_index_cannot_show_a_class_that_is_gone() throws IOException {
        two().compileIndexed();
        Files.delete(classes.resolve("db/migrations/later/R0002_AddEmail.class"));
        Path jar = MigrationSources.jar(classes, folder.resolve("app.jar"), "", true);
        assertThat(load(classes).ids()).containsExactly("0001");
        assertThat(load(jar).ids()).containsExactly("0001");
    }

    @Test
    void an_index_cannot_hide_a_class_that_was_compiled_without_it() throws IOException {
        two().compileIndexed();
        new MigrationSources(classes)
                .migration("R0003", "id = \"0003\", revises = \"0002\"")
                .compile();
        Path jar = MigrationSources.jar(classes, folder.resolve("app.jar"), "", true);
        assertThat(load(classes).ids()).containsExactly("0001", "0002", "0003");
        assertThat(load(jar).ids()).containsExactly("0001", "0002", "0003");
    }

    @Test
    void in_a_directory_a_class_that_was_compiled_anew_without_the_index_counts() throws IOException {
        two().compileIndexed();
        new MigrationSources(classes)
                .migration("R0001_Initial", "id = \"0001\", message = \"Changed\"")
                .compile();
        assertThat(load(classes).get("0001").message()).isEqualTo("Changed");
    }

    @Test
    void in_a_directory_that_one_compilation_wrote_the_index_is_believed_and_what_it_lacks_is_read()
            throws IOException {
        two().compileIndexed();
        Files.write(classes.resolve("db/migrations/R0001_Initial.class"), NOT_A_CLASS);
        new MigrationSources(classes)
                .migration("R0003", "id = \"0003\", revises = \"0002\"")
                .compile();
        assertThat(HistoryLoader.load(Optional.of(classes), List.of(), List.of(), PACKAGES)
                        .ids())
                .containsExactly("0001", "0002", "0003");
    }

    @Test
    void what_an_earlier_build_made_of_java_files_that_are_gone_does_not_count_and_what_it_made_of_others_does()
            throws IOException {
        two().compileIndexed();
        Path earlier = folder.resolve("earlier");
        new MigrationSources(earlier)
                .migration("R0001_Initial", "id = \"0001\", message = \"Before\"")
                .migration("R0003_Gone", "id = \"0003\", revises = \"0001\"")
                .migration("R0004", "id = \"0004\", revises = \"0001\"")
                .compileIndexed();
        compiledFromKotlin(earlier.resolve("db/migrations/R0004.class"));

        assertThat(HistoryLoader.load(Optional.of(classes), List.of(earlier), List.of(), PACKAGES)
                        .ids())
                .containsExactly("0001", "0002", "0004");
        assertThat(HistoryLoader.fromJava(List.of(earlier), PACKAGES))
                .containsExactlyInAnyOrder("db.migrations.R0001_Initial", "db.migrations.R0003_Gone");
    }

    /** The constant with the file's name has its length before it (Java Virtual Machine Specification, 4.4.7). */
    private static void compiledFromKotlin(Path classFile) throws IOException {
        String bytes = Files.readString(classFile, StandardCharsets.ISO_8859_1);
        Files.writeString(classFile, bytes.replace("\0\12R0004.java", "\0\10R0004.kt"), StandardCharsets.ISO_8859_1);
    }

    @Test
    void a_class_file_that_ends_too_early_is_named() throws IOException {
        two().compile();
        Path file = classes.resolve("db/migrations/R0001_Initial.class");
        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 300));
        assertThatThrownBy(() -> load(classes))
                .hasMessage("Can't read the migrations in db.migrations: db/migrations/R0001_Initial.class:"
                        + " not a whole class file.");
    }

    @Test
    void texts_beyond_ASCII_are_read_from_the_class_file() throws IOException {
        new MigrationSources(classes)
                .migration("R1", "id = \"0001\", message = \"Größe in € \uD83D\uDE00\"")
                .compile();
        assertThat(load(classes).get("0001").message()).isEqualTo("Größe in € \uD83D\uDE00");
    }

    @Test
    void a_time_of_creation_that_does_not_exist_is_said_with_its_text() throws IOException {
        new MigrationSources(classes)
                .migration("R1", "id = \"a\", created = \"2024-13-09T10:00:00Z\"")
                .compile();
        assertThatThrownBy(() -> load(classes)).hasMessageContaining("Text '2024-13-09T10:00:00Z' could not be parsed");
    }

    @Test
    void several_directories_and_jars_are_one_history_and_the_first_of_two_equal_classes_counts() throws IOException {
        Path jar = MigrationSources.jar(two().compileIndexed(), folder.resolve("app.jar"), "", true);
        Path more = folder.resolve("more");
        new MigrationSources(more)
                .migration("R0001_Initial", "id = \"0001\", message = \"Mine\"")
                .compileIndexed();
        RevisionGraph graph = load(more, jar);
        assertThat(graph.ids()).containsExactly("0001", "0002");
        assertThat(graph.get("0001").message()).isEqualTo("Mine");
        assertThat(HistoryLoader.load(List.of(more, jar, folder.resolve("none")), PACKAGES)
                        .topological())
                .isEqualTo(graph.topological());
    }

    @Test
    void the_index_of_a_jar_spares_opening_ten_thousand_class_files() throws IOException {
        List<AnnotatedClass> indexed = new ArrayList<>();
        Path jar = folder.resolve("app.jar");
        try (JarOutputStream entries = new JarOutputStream(Files.newOutputStream(jar))) {
            entries.setLevel(Deflater.NO_COMPRESSION);
            for (int i = 1; i <= 10_000; i++) {
                String id = String.format(Locale.ROOT, "%05d", i);
                List<String> parent = i == 1 ? List.of() : List.of(String.format(Locale.ROOT, "%05d", i - 1));
                indexed.add(AnnotatedClass.of(
                        "db.migrations.R" + id, null, Map.of("id", List.of(id), "revises", parent), ""));
                entries.putNextEntry(new JarEntry("db/migrations/R" + id + ".class"));
                entries.write(NOT_A_CLASS);
            }
            entries.putNextEntry(new JarEntry(RevisionIndex.RESOURCE));
            entries.write(new RevisionIndex(indexed).text().getBytes(StandardCharsets.UTF_8));
        }
        RevisionGraph graph = load(jar);
        assertThat(graph.size()).isEqualTo(10_000);
        assertThat(graph.heads()).extracting(RevisionInfo::id).containsExactly("10000");
    }

    @Test
    void other_packages_are_left_alone() throws IOException {
        two().compileIndexed();
        new MigrationSources(classes).source("db.migrationsofothers.R1", """
                        package db.migrationsofothers;

                        @dev.migrate.Revision(id = "x")
                        public class R1 implements dev.migrate.Migration {
                            @Override public void upgrade(dev.migrate.Operations op) {}
                            @Override public void downgrade(dev.migrate.Operations op) {}
                        }
                        """).compileIndexed();
        assertThat(load(classes).ids()).containsExactly("0001", "0002");
    }

    @Test
    void everything_that_is_wrong_is_said_at_once_with_file_names() throws IOException {
        new MigrationSources(classes)
                .migration("R1", "id = \"a\", created = \"yesterday\"")
                .migration("R2", "id = \"a\", revises = \"b\"")
                .compile();
        assertThatThrownBy(() -> load(classes)).hasMessage("""
                        The revision history has 3 errors:
                          - Revision a (R1.java) has a malformed time of creation: Text 'yesterday' could not be parsed \
                        at index 0. Expected an ISO-8601 instant such as 2024-12-09T10:00:00Z.
                          - Revision a is present more than once: R1.java, R2.java. Give each its own id.
                          - Can't locate revision identified by 'b'. Revision a (R2.java) revises it; nearest: a.""");
    }

    @Test
    void a_file_that_is_no_class_file_is_named() throws IOException {
        Files.createDirectories(classes.resolve("db/migrations"));
        Files.writeString(classes.resolve("db/migrations/Broken.class"), "broken");
        assertThatThrownBy(() -> load(classes))
                .isInstanceOf(MigrateException.class)
                .hasMessage(
                        "Can't read the migrations in db.migrations: db/migrations/Broken.class: not a class file.");
    }

    private static RevisionGraph load(Path... roots) throws IOException {
        URL[] urls = new URL[roots.length];
        for (int i = 0; i < roots.length; i++) {
            urls[i] = roots[i].toUri().toURL();
        }
        try (URLClassLoader loader = new NeverLoading(urls)) {
            return HistoryLoader.load(loader, PACKAGES);
        }
    }

    private static final class NeverLoading extends URLClassLoader {

        NeverLoading(URL[] urls) {
            super(urls, null);
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) {
            throw new AssertionError("loaded " + name);
        }
    }
}
