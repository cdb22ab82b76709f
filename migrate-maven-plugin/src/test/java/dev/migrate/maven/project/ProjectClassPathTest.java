package dev.migrate.maven.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.MigrateException;
import dev.migrate.maven.project.ProjectClassPath.Library;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProjectClassPathTest {

    private final ProjectClassPath classPath = new ProjectClassPath(
            Path.of("service/target/classes"),
            List.of(Path.of("model/target/classes")),
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
    void aNameOfNoDependencyIsAnErrorThatSaysWhereToFindNames() {
        assertThatThrownBy(() -> classPath.ofThisBuildAnd(List.of("com.example:model")))
                .isInstanceOf(MigrateException.class)
                .hasMessage(
                        "No dependency 'com.example:model' on the project's runtime class path, where entities were to"
                                + " be found. Expected groupId:artifactId, as mvn dependency:tree prints it.");
    }
}
