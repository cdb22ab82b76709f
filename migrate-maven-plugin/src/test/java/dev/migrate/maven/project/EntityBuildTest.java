package dev.migrate.maven.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.FutureTask;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.DefaultMavenExecutionResult;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.execution.ProjectDependencyGraph;
import org.apache.maven.lifecycle.LifecycleExecutor;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;

class EntityBuildTest {

    private final MavenProject model = project("model");
    private final List<String> compiled = new CopyOnWriteArrayList<>();

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
                    meanwhile.run();
                }
                project.addLifecyclePhase("compile");
            }
            return List.of();
        });
        new EntityBuild(maven, session, new MojoExecution(new MojoDescriptor(), "default-cli"))
                .ensureCompiled(project(name));
        return null;
    }

    @FunctionalInterface
    private interface Answer {
        List<MavenProject> to(String method);
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
        return project;
    }
}
