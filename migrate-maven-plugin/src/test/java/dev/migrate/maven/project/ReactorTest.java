package dev.migrate.maven.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.model.Dependency;
import org.apache.maven.model.Model;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReactorTest {

    @TempDir
    private Path sources;

    @Test
    void aBoundGoalPassesOverAParent() {
        Model parent = pom();
        parent.addModule("service");
        assertThat(bindsFor(parent)).isFalse();
        assertThat(bindsFor(pom())).isFalse();

        parent.addDependency(new Dependency());
        assertThat(bindsFor(parent)).isFalse();
    }

    @Test
    void aBoundGoalRunsWhereMigrationsMayBe() throws IOException {
        assertThat(bindsFor(new Model())).isTrue();
        Model deployment = pom();
        deployment.addDependency(new Dependency());
        assertThat(bindsFor(deployment)).isTrue();

        Model parent = pom();
        parent.addModule("service");
        Files.writeString(
                Files.createDirectories(sources.resolve("db/migrations")).resolve("R0001_Users.java"), "");
        assertThat(bindsFor(parent)).isTrue();
    }

    private boolean bindsFor(Model model) {
        return Reactor.bindsFor(
                new MavenProject(model), new MigrationSources(List.of(sources), List.of("db.migrations")));
    }

    private static Model pom() {
        Model model = new Model();
        model.setPackaging("pom");
        return model;
    }
}
