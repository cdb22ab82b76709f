package dev.migrate.maven.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.FutureTask;
import org.apache.maven.artifact.DefaultArtifact;
import org.apache.maven.artifact.handler.DefaultArtifactHandler;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.DefaultMavenExecutionResult;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.execution.ProjectDependencyGraph;
import org.apache.maven.lifecycle.LifecycleExecutionException;
import org.apache.maven.lifecycle.LifecycleExecutor;
import org.apache.maven.model.Plugin;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EntityBuildTest {

    private final MavenProject model = project("model");
    private final List<String> compiled = new CopyOnWriteArrayList<>();
    private MigrationSources migrations = new MigrationSources(List.of(), List.of());

    @Test
    void aModuleThatSeveralNeedIsCompiledOnceWhereTheyAreBuiltAtTheSameTime() throws Exception {
        FutureTask<Void> worker = new FutureTask<>(() -> ensureCompiled("worker", () -> {}));
        Thread second = new Thread(worker);

        ensureCompiled("service", () -> {
            second.start();
            // Until it waits for the model, or has compiled it as well.
            while (second.getState() != Thread.State.BLOCKED && second.isAlive()) {
                Thread.onSpinWait();
            }
        });
        worker.get();

        assertThat(compiled).containsExactlyInAnyOrder("model", "service", "worker");
    }

    @Test
    void whatDoesNotCompileIsAMigrationIfTheCompilerNamesOne(@TempDir Path root) throws Exception {
        Path folder = Files.createDirectories(root.resolve("db/migrations"));
        Files.writeString(folder.resolve("R0001.java"), "");
        Path wrong = Files.writeString(folder.resolve("R0002.java"), "");
        migrations = new MigrationSources(List.of(root), List.of("db.migrations"));

        model.setArtifacts(Set.of(new DefaultArtifact(
                "dev.migrate", "migrate-engine", "1", "compile", "jar", null, new DefaultArtifactHandler("jar"))));
        assertThatThrownBy(() -> ensureCompiled("service", () -> {
                    throw new IllegalStateException(wrong + ":[7,5] ';' expected");
                }))
                .hasMessage("The migration R0002.java can't be compiled: " + wrong + ":[7,5] ';' expected");
        model.setArtifacts(Set.of());
        assertThatThrownBy(() -> ensureCompiled("service", () -> {
                    throw new IllegalStateException(wrong + ":[3,19] package dev.migrate does not exist");
                }))
                .hasMessage("The migration R0002.java can't be compiled: the project has no dependency migrate-engine."
                        + " Add what mvn migrate:init prints to the POM. " + wrong
                        + ":[3,19] package dev.migrate does not exist");
        assertThatThrownBy(() -> ensureCompiled("service", () -> {
                    throw new IllegalStateException(root.resolve("User.java") + ":[7,5] ';' expected");
                }))
                .hasMessage("The entities can't be compiled: " + root.resolve("User.java") + ":[7,5] ';' expected");
    }

    @Test
    void aPomWithoutTheVersionOfJavaIsToldWhatToAdd() {
        model.getProperties().remove("maven.compiler.release");

        assertThatThrownBy(() -> ensureCompiled("service", () -> {
                    throw new IllegalStateException("Source option 5 is no longer supported. Use 7 or later.");
                }))
                .hasMessage("""
                        The entities can't be compiled: Source option 5 is no longer supported. Use 7 or later.
                        The POM doesn't say which Java the sources are written in. Add to it, if that is the cause:
                        <properties>
                          <maven.compiler.source>17</maven.compiler.source>
                          <maven.compiler.target>17</maven.compiler.target>
                          <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
                        </properties>""");
    }

    @Test
    void aCompilerPluginThatIgnoresTheReleaseIsNamed() {
        Plugin compiler = new Plugin();
        compiler.setArtifactId("maven-compiler-plugin");
        compiler.setVersion("3.1");
        model.getBuild().addPlugin(compiler);

        assertThatThrownBy(() -> ensureCompiled("service", () -> {
                    throw new IllegalStateException("Source option 5 is no longer supported. Use 7 or later.");
                }))
                .hasMessage("""
                        The entities can't be compiled: Source option 5 is no longer supported. Use 7 or later.
                        maven-compiler-plugin 3.1 ignores maven.compiler.release. Give the plugin a version from 3.6.0 on \
                        in the POM, or add:
                        <properties>
                          <maven.compiler.source>17</maven.compiler.source>
                          <maven.compiler.target>17</maven.compiler.target>
                          <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
                        </properties>""");
    }

    /** @param meanwhile what happens while the model is being compiled */
    // A session outside of Maven has no constructor that is not deprecated.
    @SuppressWarnings("deprecation")
    private Void ensureCompiled(String name, Runnable meanwhile) throws Exception {
        MavenSession session =
                new MavenSession(null, null, new DefaultMavenExecutionRequest(), new DefaultMavenExecutionResult());
        session.setProjectDependencyGraph(proxy(ProjectDependencyGraph.class, method -> List.of(model)));
        LifecycleExecutor maven = proxy(LifecycleExecutor.class, method -> {
            if (method.equals("executeForkedExecutions")) {
                MavenProject project = session.getCurrentProject();
                compiled.add(project.getArtifactId());
                if (project.getArtifactId().equals("model")) {
                    try {
                        meanwhile.run();
                    } catch (IllegalStateException e) {
                        throw new LifecycleExecutionException(e.getMessage());
                    }
                }
                project.addLifecyclePhase("compile");
            }
            return List.of();
        });
        new EntityBuild(maven, session, new MojoExecution(new MojoDescriptor(), "default-cli"), migrations)
                .ensureCompiled(project(name));
        return null;
    }

    @FunctionalInterface
    private interface Answer {
        List<MavenProject> to(String method) throws LifecycleExecutionException;
    }

    private static <T> T proxy(Class<T> type, Answer answer) {
        return type.cast(Proxy.newProxyInstance(
                EntityBuildTest.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    List<MavenProject> projects = answer.to(method.getName());
                    return method.getReturnType() == List.class ? projects : null;
                }));
    }

    private static MavenProject project(String name) {
        MavenProject project = new MavenProject();
        project.setArtifactId(name);
        project.getProperties().setProperty("maven.compiler.release", "17");
        return project;
    }
}
