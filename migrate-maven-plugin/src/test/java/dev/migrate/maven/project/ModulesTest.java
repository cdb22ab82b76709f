package dev.migrate.maven.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.maven.model.Model;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.junit.jupiter.api.Test;

class ModulesTest {

    private final MavenProject service = project("service");
    private final MavenProject model = project("model");
    private final MavenProject leftOut = project("left-out");
    private final Modules modules = Modules.beside(service, List.of(model, service), List.of(leftOut, model, service));

    @Test
    void modulesAreFoundByWhatTheyMake() {
        assertThat(modules.built(artifact("model"))).containsSame(model);
        assertThat(modules.leftOut(artifact("model"))).isFalse();
        assertThat(modules.built(artifact("left-out"))).isEmpty();
        assertThat(modules.leftOut(artifact("left-out"))).isTrue();
        assertThat(modules.built(artifact("library"))).isEmpty();
        assertThat(modules.leftOut(artifact("library"))).isFalse();
    }

    @Test
    void aProjectIsNoModuleBesideItself() {
        // Else its last build's classes would be a dependency's, those of deleted migrations included.
        assertThat(modules.built(artifact("service"))).isEmpty();
        assertThat(modules.leftOut(artifact("service"))).isFalse();
    }

    private static MavenProject project(String artifactId) {
        Model pom = new Model();
        pom.setGroupId("com.example");
        pom.setArtifactId(artifactId);
        pom.setVersion("1.0");
        return new MavenProject(pom);
    }

    private static Artifact artifact(String artifactId) {
        return new DefaultArtifact("com.example", artifactId, "jar", "1.0");
    }
}
