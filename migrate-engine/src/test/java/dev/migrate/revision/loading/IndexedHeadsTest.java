package dev.migrate.revision.loading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.Migrate;
import dev.migrate.testing.PostgresTest;
import dev.migrate.testing.Psql;
import dev.migrate.testing.TestDatabase;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The heads of a history in a jar are known without reading its revisions, if they are what the jar really holds. */
@PostgresTest
class IndexedHeadsTest {

    private static final List<String> PACKAGES = List.of("db.migrations");

    @TempDir
    Path folder;

    private Path classes;
    private MigrationSources two;

    @BeforeEach
    void two_revisions() {
        classes = folder.resolve("classes");
        two = new MigrationSources(classes)
                .migration("R0001_Initial", "id = \"0001\"")
                .migration("R0002_AddEmail", "id = \"0002\", revises = \"0001\"");
    }

    @Test
    void a_jar_tells_the_heads_of_its_history() throws IOException {
        two.migration("R0003_Branch", "id = \"0003\", revises = \"0001\"").compileIndexed();
        assertThat(heads(jar("app.jar"))).contains(Set.of("0002", "0003"));
    }

    @Test
    void so_do_classes_within_a_folder_of_a_jar() throws IOException {
        Path jar = MigrationSources.jar(two.compileIndexed(), folder.resolve("app.jar"), "BOOT-INF/classes/", true);
        assertThat(heads(new URL("jar:" + jar.toUri() + "!/BOOT-INF/classes/"))).contains(Set.of("0002"));
    }

    @Test
    void a_directory_does_not_since_somebody_may_have_compiled_a_class_anew() throws IOException {
        assertThat(heads(two.compileIndexed())).isEmpty();
    }

    @Test
    void nor_does_a_jar_with_a_class_that_is_not_in_the_index() throws IOException {
        two.compileIndexed();
        new MigrationSources(classes)
                .migration("R0003", "id = \"0003\", revises = \"0002\"")
                .compile();
        assertThat(heads(jar("app.jar"))).isEmpty();
    }

    @Test
    void nor_one_without_a_class_that_is_in_the_index() throws IOException {
        two.compileIndexed();
        Files.delete(classes.resolve("db/migrations/R0002_AddEmail.class"));
        assertThat(heads(jar("app.jar"))).isEmpty();
    }

    @Test
    void nor_one_without_an_index() throws IOException {
        two.compile();
        assertThat(heads(jar("app.jar"))).isEmpty();
    }

    @Test
    void nor_two_jars_that_have_a_history_together() throws IOException {
        two.compileIndexed();
        Path first = jar("first.jar");
        Path more = new MigrationSources(folder.resolve("more"))
                .migration("R0003", "id = \"0003\"")
                .compileIndexed();
        Path second = MigrationSources.jar(more, folder.resolve("second.jar"), "", true);
        assertThat(heads(second)).contains(Set.of("0003"));
        assertThat(heads(first, second)).isEmpty();
        assertThat(heads(second, first)).isEmpty();
    }

    @Test
    void nor_a_jar_of_which_only_some_packages_are_asked_for() throws IOException {
        two.source("db.others.R1", """
                        package db.others;

                        @dev.migrate.Revision(id = "x")
                        public class R1 implements dev.migrate.Migration {
                            @Override public void upgrade(dev.migrate.Operations op) {}
                            @Override public void downgrade(dev.migrate.Operations op) {}
                        }
                        """).compileIndexed();
        Path jar = jar("app.jar");
        assertThat(heads(jar)).isEmpty();
        try (URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, null)) {
            assertThat(HistoryLoader.heads(loader, List.of("db"))).contains(Set.of("0002", "x"));
            assertThat(HistoryLoader.heads(loader, List.of("db.others", "db.migrations")))
                    .contains(Set.of("0002", "x"));
        }
    }

    @Test
    void a_start_with_nothing_to_do_reads_no_more_than_that(TestDatabase database) throws IOException {
        two.compileIndexed();
        upgrade(database, jar("app.jar"));
        Path index = classes.resolve(RevisionIndex.RESOURCE);
        Files.writeString(index, Files.readString(index).replace("revises 0001", "revises nothing"));
        Path broken = jar("broken.jar");
        assertThat(heads(broken)).contains(Set.of("0002"));

        upgrade(database, broken);
        requireCurrent(database, broken);
        Psql.run(database, "UPDATE migrate_version SET revision = '0001'");
        assertThatThrownBy(() -> upgrade(database, broken))
                .hasMessageContaining("Can't locate revision identified by 'nothing'");
        assertThatThrownBy(() -> requireCurrent(database, broken))
                .hasMessageContaining("Can't locate revision identified by 'nothing'");
    }

    @Test
    void several_heads_are_no_head_even_if_the_database_is_at_all_of_them(TestDatabase database) throws IOException {
        two.migration("R0003_Branch", "id = \"0003\", revises = \"0001\"").compileIndexed();
        Path jar = jar("app.jar");
        try (URLClassLoader loader = loader(jar)) {
            Migrate migrate = migrate(database, loader);
            migrate.upgrade("heads");
            migrate.upgrade("heads");
            assertThat(migrate.current()).containsExactly("0002", "0003");
            assertThatThrownBy(() -> migrate.upgrade("head")).hasMessageContaining("0002");
        }
    }

    private Path jar(String name) throws IOException {
        return MigrationSources.jar(classes, folder.resolve(name), "", true);
    }

    private static Optional<Set<String>> heads(Path... roots) throws IOException {
        URL[] urls = new URL[roots.length];
        for (int i = 0; i < roots.length; i++) {
            urls[i] = roots[i].toUri().toURL();
        }
        return heads(urls);
    }

    private static Optional<Set<String>> heads(URL... roots) throws IOException {
        try (URLClassLoader loader = new URLClassLoader(roots, null)) {
            return HistoryLoader.heads(loader, PACKAGES);
        }
    }

    private static void upgrade(TestDatabase database, Path jar) throws IOException {
        try (URLClassLoader loader = loader(jar)) {
            migrate(database, loader).upgrade("head");
        }
    }

    private static void requireCurrent(TestDatabase database, Path jar) throws IOException {
        try (URLClassLoader loader = loader(jar)) {
            migrate(database, loader).requireCurrent();
        }
    }

    private static URLClassLoader loader(Path jar) throws IOException {
        return new URLClassLoader(new URL[] {jar.toUri().toURL()}, IndexedHeadsTest.class.getClassLoader());
    }

    private static Migrate migrate(TestDatabase database, ClassLoader classes) {
        return Migrate.configure()
                .dataSource(database.dataSource())
                .classLoader(classes)
                .packages("db.migrations")
                .build();
    }
}
