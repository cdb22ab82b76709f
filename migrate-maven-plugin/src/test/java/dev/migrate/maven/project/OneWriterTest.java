package dev.migrate.maven.project;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.MigrateException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.maven.model.Model;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OneWriterTest {

    @TempDir
    private Path build;

    private MavenProject model;
    private MavenProject shop;
    private MavenProject office;

    @BeforeEach
    void modules() throws IOException {
        model = module("model");
        shop = module("shop");
        office = module("office");
        migration("model", "R0001_Orders");
    }

    @Test
    void twoApplicationsOfOneHistoryHaveToBeChosenFrom() {
        assertThatThrownBy(() -> require(shop, office))
                .isInstanceOf(MigrateException.class)
                .hasMessage("shop and office stand on the same history, " + build
                        + "/model/src/main/java/db/migrations: each would get this revision, with an id of its own, and none"
                        + " see another's. Nothing is written. Choose one, as by mvn -pl :shop -am migrate:autogenerate, or"
                        + " declare the plugin in the POM of the module that has the history, and not in theirs.");
    }

    @Test
    void whatAnotherModuleSeesItDoesNotWriteAgain() {
        assertThatCode(() -> require(model, shop)).doesNotThrowAnyException();
        assertThatCode(() -> require(shop, model)).doesNotThrowAnyException();
    }

    @Test
    void applicationsWithRevisionsOfTheirOwnHaveTheirOwnHistories() throws IOException {
        migration("office", "R0002_Desks");

        assertThatCode(() -> require(shop, office)).doesNotThrowAnyException();
    }

    @Test
    void anApplicationWithOtherPackagesHasAnotherHistory() {
        office.getProperties().setProperty("migrate.packages", "db.office");

        assertThatCode(() -> require(shop, office)).doesNotThrowAnyException();
    }

    @Test
    void aHistoryThatBeginsMayBeOfEachApplication() throws IOException {
        Files.delete(build.resolve("model/src/main/java/db/migrations/R0001_Orders.java"));

        assertThatCode(() -> require(shop, office)).doesNotThrowAnyException();
    }

    private void require(MavenProject project, MavenProject other) {
        PluginDescriptor plugin = new PluginDescriptor();
        plugin.setGroupId("dev.migrate");
        plugin.setArtifactId("migrate-maven-plugin");
        plugin.setGoalPrefix("migrate");
        MojoDescriptor goal = new MojoDescriptor();
        goal.setPluginDescriptor(plugin);
        goal.setGoal("autogenerate");
        new OneWriter(project, List.of(other), goal, this::history).require();
    }

    /** All depend on the model. */
    private MigrationSources history(MavenProject module) {
        return new MigrationSources(
                Stream.of(module, model)
                        .flatMap(one -> one.getCompileSourceRoots().stream())
                        .map(Path::of)
                        .distinct()
                        .toList(),
                List.of("db.migrations"));
    }

    private MavenProject module(String name) {
        Model pom = new Model();
        pom.setArtifactId(name);
        MavenProject project = new MavenProject(pom);
        project.addCompileSourceRoot(build.resolve(name + "/src/main/java").toString());
        return project;
    }

    private void migration(String module, String name) throws IOException {
        Path folder = Files.createDirectories(build.resolve(module + "/src/main/java/db/migrations"));
        Files.writeString(folder.resolve(name + ".java"), "");
    }
}
