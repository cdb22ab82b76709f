package dev.migrate.maven.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.MigrateException;
import dev.migrate.Migration;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrationCompilerTest {

    private static final String FIRST = """
            package db.migrations;

            import dev.migrate.Migration;
            import dev.migrate.Operations;
            import dev.migrate.Revision;

            @Revision(id = "0001", message = "first")
            public class R0001_First implements Migration {
                @Override
                public void upgrade(Operations op) {
                    op.execute("SELECT 1");
                }

                @Override
                public void downgrade(Operations op) {}
            }
            """;

    @TempDir
    private Path project;

    private Path root;
    private Path applicationClasses;
    private MigrationCompiler compiler;

    @BeforeEach
    void layOutProject() throws IOException {
        root = project.resolve("src/main/java");
        applicationClasses = Files.createDirectories(project.resolve("target/classes"));
        compiler = new MigrationCompiler(project, project.resolve("target/migrate"), StandardCharsets.UTF_8);
        write("R0001_First", FIRST);
    }

    @Test
    void migrationsCompileWithoutTheApplication() throws Exception {
        Files.createDirectories(root.resolve("app"));
        Files.writeString(root.resolve("app/Broken.java"), "package app; class Broken { not java }");

        try (ProjectClassLoader loader = loader()) {
            Class<?> migration = loader.loadClass("db.migrations.R0001_First");

            assertThat(Migration.class).isAssignableFrom(migration);
        }
    }

    @Test
    void thePackageMayBeALinkToAFolderElsewhere() throws IOException {
        Path elsewhere = project.resolve("migrations");
        Path folder = root.resolve("db/migrations");
        Files.move(folder, elsewhere);
        Files.createSymbolicLink(folder, elsewhere);

        assertThat(new MigrationSources(List.of(root), List.of("db.migrations")).files())
                .containsExactly(folder.resolve("R0001_First.java"));
    }

    @Test
    void aMigrationMayReferToClassesThatAreCompiledAlready() throws Exception {
        Path source = Files.createDirectories(project.resolve("elsewhere/app")).resolve("Status.java");
        Files.writeString(source, "package app; public enum Status { ACTIVE }");
        runJavac(source.toString());
        write("R0001_First", FIRST.replace("\"SELECT 1\"", "\"SELECT '\" + app.Status.ACTIVE + \"'\""));

        try (ProjectClassLoader loader = loader()) {
            assertThat(loader.loadClass("app.Status").getClassLoader()).isSameAs(loader);
            assertThat(loader.loadClass("db.migrations.R0001_First")).isNotNull();
        }
    }

    @Test
    void errorsNameFileAndLine() throws IOException {
        write("R0001_First", FIRST.replace("op.execute(", "op.exceute("));
        write("R0002_Second", "package db.migrations;\nclass R0002_Second {\n    int a = ;\n}\n");

        assertThatThrownBy(this::compile).isInstanceOf(MigrateException.class).hasMessage("""
                        The migrations do not compile:
                        src/main/java/db/migrations/R0002_Second.java:3: illegal start of expression""");

        Files.delete(file("R0002_Second"));
        assertThatThrownBy(this::compile).isInstanceOf(MigrateException.class).hasMessage("""
                        The migrations do not compile:
                        src/main/java/db/migrations/R0001_First.java:11: cannot find symbol
                          symbol:   method exceute(java.lang.String)
                          location: variable op of type dev.migrate.Operations""");
    }

    @Test
    void errorsNameFileAndLineWhenTheProjectIsNamedRelatively() throws IOException {
        write("R0001_First", "package db.migrations;\nclass R0001_First {\n    int a = ;\n}\n");
        Path here = Path.of("").toAbsolutePath();
        Path relative = here.relativize(project.toAbsolutePath());
        MigrationSources sources =
                new MigrationSources(List.of(relative.resolve("src/main/java")), List.of("db.migrations"));
        MigrationCompiler relatively =
                new MigrationCompiler(relative, relative.resolve("target/migrate"), StandardCharsets.UTF_8);

        assertThatThrownBy(() -> relatively.compile(sources, List.of(applicationClasses), List.of()))
                .isInstanceOf(MigrateException.class)
                .hasMessage("""
                        The migrations do not compile:
                        src/main/java/db/migrations/R0001_First.java:3: illegal start of expression""");
    }

    @Test
    void anUnchangedFileIsNotCompiledAgainAndAChangedOneIs() throws IOException {
        Path classFile = compile().orElseThrow().resolve("db/migrations/R0001_First.class");
        FileTime longAgo = FileTime.fromMillis(0);
        Files.setLastModifiedTime(classFile, longAgo);

        compile();
        assertThat(Files.getLastModifiedTime(classFile)).isEqualTo(longAgo);

        write("R0001_First", FIRST.replace("SELECT 1", "SELECT 2"));
        compile();
        assertThat(Files.getLastModifiedTime(classFile)).isNotEqualTo(longAgo);
    }

    @Test
    void aDeletedFileLeavesNoClass() throws IOException {
        write("R0002_Second", FIRST.replace("R0001_First", "R0002_Second").replace("\"0001\"", "\"0002\""));
        Path classes = compile().orElseThrow();
        assertThat(classes.resolve("db/migrations/R0002_Second.class")).exists();

        Files.delete(file("R0002_Second"));
        compile();

        assertThat(classes.resolve("db/migrations/R0002_Second.class")).doesNotExist();
        assertThat(classes.resolve("db/migrations/R0001_First.class")).exists();
    }

    @Test
    void aRenamedFileIsNotTakenForASecondRevisionBesideWhatAnEarlierBuildMadeOfIt() throws IOException {
        runJavac(
                "-classpath",
                System.getProperty("java.class.path"),
                file("R0001_First").toString());
        Files.delete(file("R0001_First"));
        write("R0001_Initial", FIRST.replace("R0001_First", "R0001_Initial"));

        assertThat(compile().orElseThrow().resolve("db/migrations/R0001_Initial.class"))
                .exists();
    }

    @Test
    void whatDidNotCompileIsTriedAgain() throws IOException {
        write("R0001_First", FIRST.replace("op.execute(", "op.exceute("));
        assertThatThrownBy(this::compile).isInstanceOf(MigrateException.class);

        assertThatThrownBy(this::compile).isInstanceOf(MigrateException.class);
    }

    @Test
    void withoutSourcesThereIsNothingToCompile() throws IOException {
        Files.delete(file("R0001_First"));

        assertThat(compile()).isEmpty();
    }

    /** As an earlier build of the application does. */
    private void runJavac(String... arguments) {
        ToolProvider.findFirst("javac")
                .orElseThrow()
                .run(
                        System.out,
                        System.err,
                        Stream.concat(Stream.of("-d", applicationClasses.toString()), Stream.of(arguments))
                                .toArray(String[]::new));
    }

    private Optional<Path> compile() {
        return compiler.compile(
                new MigrationSources(List.of(root), List.of("db.migrations")),
                List.of(applicationClasses),
                List.of(applicationClasses));
    }

    private ProjectClassLoader loader() {
        return new ProjectClassLoader(
                SourceResources.NONE,
                List.of(compile().orElseThrow(), applicationClasses),
                getClass().getClassLoader());
    }

    private void write(String className, String source) throws IOException {
        Files.createDirectories(file(className).getParent());
        Files.writeString(file(className), source);
    }

    private Path file(String className) {
        return root.resolve("db/migrations/" + className + ".java");
    }
}
