package dev.migrate.maven.project;

import dev.migrate.MigrateException;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.lifecycle.LifecycleExecutionException;
import org.apache.maven.lifecycle.LifecycleExecutor;
import org.apache.maven.plugin.AbstractMojoExecutionException;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.project.DependencyResolutionException;
import org.apache.maven.project.MavenProject;

/**
 * Sees to it that the entities are compiled when a goal that needs them is typed by itself. The project's own build does
 * it, with whatever generates or enhances its classes, up to {@code process-classes}: first in the projects of the same
 * build that it depends on, then in the project. A project that has been compiled in this session is left alone.
 */
public final class EntityBuild {

    private static final String ENGINE = "migrate-engine";

    private static final String PHASE = "process-classes";

    /** What Maven remembers of a project as soon as its classes have been compiled. */
    private static final String COMPILED = "compile";

    private final LifecycleExecutor lifecycle;
    private final MavenSession session;
    private final MojoExecution goal;
    private final MigrationSources migrations;

    /**
     * @param goal the goal that needs the classes
     * @param migrations which are compiled with them
     */
    public EntityBuild(
            LifecycleExecutor lifecycle, MavenSession session, MojoExecution goal, MigrationSources migrations) {
        this.lifecycle = lifecycle;
        this.session = session;
        this.goal = goal;
        this.migrations = migrations;
    }

    /**
     * Compiles what has not been compiled.
     *
     * @throws MigrateException if a dependency cannot be had; the message names it
     * @throws MojoFailureException if the entities do not compile, or migrations beside them; the message names file and
     *     line
     * @throws MojoExecutionException if the build can't be run
     */
    public void ensureCompiled(MavenProject project) throws MojoExecutionException, MojoFailureException {
        if (goal.getLifecyclePhase() != null) {
            // Bound to a phase: the build around it has compiled what it compiles.
            return;
        }
        List<MavenProject> projects =
                new ArrayList<>(session.getProjectDependencyGraph().getUpstreamProjects(project, true));
        projects.add(project);
        for (MavenProject candidate : projects) {
            // Under -T, goals in other modules may need it at the same time: the first compiles, the others find it
            // done.
            synchronized (candidate) {
                if (!candidate.hasLifecyclePhase(COMPILED)
                        && !candidate.getPackaging().equals("pom")) {
                    compile(candidate);
                }
            }
        }
    }

    private void compile(MavenProject project) throws MojoExecutionException, MojoFailureException {
        MavenProject current = session.getCurrentProject();
        try {
            session.setCurrentProject(project);
            MojoExecution forking = new MojoExecution(forking(goal.getMojoDescriptor()), goal.getExecutionId());
            lifecycle.calculateForkedExecutions(forking, session);
            lifecycle.executeForkedExecutions(forking, session);
        } catch (LifecycleExecutionException e) {
            if (e.getCause() instanceof DependencyResolutionException unresolved) {
                throw new MigrateException(Modules.beside(project, session).explain(unresolved), e);
            }
            throw new MojoFailureException(
                    explanation(project, e)
                            + e.getMessage()
                            + new LanguageLevelAdvice(project, session.getUserProperties()).text(),
                    e);
        } catch (Exception e) {
            // Whatever else Maven's planning of a build can fail with: its interface declares them all.
            throw new MojoExecutionException("The build up to " + PHASE + " can't be run: " + e.getMessage(), e);
        } finally {
            session.setCurrentProject(current);
        }
    }

    /** Names the migrations that the compiler names, or else the entities. */
    private String explanation(MavenProject project, LifecycleExecutionException e) {
        String text = e.getCause() instanceof AbstractMojoExecutionException compiler
                ? e.getMessage() + compiler.getLongMessage()
                : String.valueOf(e.getMessage());
        List<String> named = migrations.files().stream()
                .filter(file -> text.contains(file.toString()))
                .map(file -> file.getFileName().toString())
                .toList();
        if (named.isEmpty()) {
            return "The entities can't be compiled: ";
        }
        return (named.size() == 1 ? "The migration " : "The migrations ") + String.join(", ", named)
                + " can't be compiled: "
                + (hasEngine(project)
                        ? ""
                        : "the project has no dependency " + ENGINE
                                + ". Add what mvn migrate:init prints to the POM. ");
    }

    /** What is to be compiled has been resolved before the compiler failed. */
    private static boolean hasEngine(MavenProject project) {
        return project.getArtifacts().stream()
                .anyMatch(artifact -> artifact.getArtifactId().equals(ENGINE));
    }

    /** The goal as if it were declared with {@code @Execute(phase = PROCESS_CLASSES)}, which Maven heeds always. */
    private static MojoDescriptor forking(MojoDescriptor descriptor) {
        MojoDescriptor forking = descriptor.clone();
        forking.setExecutePhase(PHASE);
        return forking;
    }
}
