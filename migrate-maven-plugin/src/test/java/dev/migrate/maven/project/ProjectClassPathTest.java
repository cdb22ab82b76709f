package dev.migrate.maven.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.MigrateException;
import dev.migrate.maven.project.ProjectClassPath.Library;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.graph.DefaultDependencyNode;
import org.eclipse.aether.graph.Dependency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectClassPathTest {

    private final ProjectClassPath classPath = new ProjectClassPath(
            new BuiltModule(Path.of("service/target/classes"), List.of(), List.of()),
            List.of(new BuiltModule(Path.of("model/target/classes"), List.of(), List.of())),
            List.of(
                    new Library("com.example:left-out", Path.of("left-out-1.0.jar"), true),
                    new Library("com.example:library", Path.of("library-1.0.jar"), false),
                    new Library("org.hibernate.orm:hibernate-core", Path.of("hibernate-core.jar"), false)));

    @Test
    void entitiesAreLookedForInAllModulesAndInTheDependenciesThatAreNamed() {
        assertThat(classPath.ofThisBuildAnd(List.of()))
                .containsExactly(
                        Path.of("service/target/classes"),
                        Path.of("model/target/classes"),
                        Path.of("left-out-1.0.jar"));
        assertThat(classPath.ofThisBuildAnd(List.of("com.example:library", "com.example:left-out")))
                .containsExactly(
                        Path.of("service/target/classes"),
                        Path.of("model/target/classes"),
                        Path.of("left-out-1.0.jar"),
                        Path.of("library-1.0.jar"));
    }

    @Test
    void aDependencyIsKnownByItsWholeName() {
        assertThat(classPath.has("com.example:library")).isTrue();
        assertThat(classPath.has("com.example:lib")).isFalse();
    }

    @Test
    void theScopeThatMavenResolvedSaysWhatOnlyTestsNeed() {
        assertThat(Stream.of("compile", "runtime", "provided", "system", "", "test", "test-only", "test-runtime")
                        .filter(scope -> !ProjectClassPath.isTest(new DefaultDependencyNode(
                                new Dependency(new DefaultArtifact("com.example:library:1.0"), scope)))))
                .containsExactly("compile", "runtime", "provided", "system", "");
    }

    @Test
    void theProjectItselfIsNotWhatOnlyTestsNeed() {
        assertThat(ProjectClassPath.isTest(new DefaultDependencyNode(new DefaultArtifact("com.example:project:1.0"))))
                .isFalse();
    }

    @Test
    void aNameOfNoDependencyIsAnErrorThatSaysWhereToFindNames() {
        assertThatThrownBy(() -> classPath.ofThisBuildAnd(List.of("com.example:model")))
                .isInstanceOf(MigrateException.class)
                .hasMessage(
                        "No dependency 'com.example:model' on the project's runtime class path, where entities were to"
                                + " be found. Expected groupId:artifactId, as mvn dependency:tree prints it.");
    }

    @Test
    void theMigrationsOfAllModulesCountAsTheirSourcesHaveThem(@TempDir Path build) throws IOException {
        BuiltModule application = module(build, "application");
        BuiltModule migrations = module(build, "migrations");
        BuiltModule generated = new BuiltModule(build.resolve("generated/target/classes"), List.of(), List.of());
        Path jar = build.resolve("library-1.0.jar");

        assertThat(new ProjectClassPath(
                                application,
                                List.of(migrations, generated),
                                List.of(new Library("com.example:library", jar, false)))
                        .migrations(List.of("db.migrations")))
                .isEqualTo(new MigrationRoots(
                        new MigrationSources(
                                List.of(
                                        build.resolve("application/src/main/java"),
                                        build.resolve("migrations/src/main/java")),
                                List.of("db.migrations")),
                        List.of(
                                build.resolve("application/target/classes"),
                                build.resolve("migrations/target/classes")),
                        List.of(build.resolve("generated/target/classes"), jar)));
    }

    private static BuiltModule module(Path build, String name) throws IOException {
        Path sources = Files.createDirectories(build.resolve(name).resolve("src/main/java"));
        return new BuiltModule(build.resolve(name).resolve("target/classes"), List.of(sources), List.of());
    }
}
