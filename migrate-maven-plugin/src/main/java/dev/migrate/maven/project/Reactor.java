package dev.migrate.maven.project;

import java.util.List;
import java.util.function.Predicate;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Build;
import org.apache.maven.model.Model;
import org.apache.maven.model.Plugin;
import org.apache.maven.project.MavenProject;

/** Which projects of a session a goal is meant for. */
public final class Reactor {

    private final List<MavenProject> projects;
    private final String pluginKey;

    /** @param pluginKey {@code groupId:artifactId} of this plugin */
    public Reactor(MavenSession session, String pluginKey) {
        this.projects = session.getProjects();
        this.pluginKey = pluginKey;
    }

    /**
     * Whether a goal typed on the command line runs in this project: a single one always; of several those whose own POM
     * declares the plugin, or, if none does, those that inherit it, or else all. A parent POM without code is never meant
     * when there are others.
     */
    public boolean includes(MavenProject project) {
        if (projects.size() == 1) {
            return true;
        }
        List<MavenProject> withCode = projects.stream()
                .filter(candidate -> !candidate.getPackaging().equals("pom"))
                .toList();
        for (Predicate<MavenProject> criterion :
                List.<Predicate<MavenProject>>of(this::declaresPlugin, this::inheritsPlugin, candidate -> true)) {
            List<MavenProject> chosen = withCode.stream().filter(criterion).toList();
            if (!chosen.isEmpty()) {
                return chosen.contains(project);
            }
        }
        return true;
    }

    /** The other projects in which a goal typed on the command line runs. */
    public List<MavenProject> besides(MavenProject project) {
        return projects.stream()
                .filter(other -> !other.equals(project) && includes(other))
                .toList();
    }

    /**
     * Whether a goal that is bound to a phase runs in this project. A parent binds it for the projects that inherit it: in
     * a POM that only has modules, or nothing that migrations could come from, there is nothing to do.
     *
     * @param sources the project's own migrations
     */
    public static boolean bindsFor(MavenProject project, MigrationSources sources) {
        return !project.getPackaging().equals("pom")
                || !sources.files().isEmpty()
                || (project.getModules().isEmpty() && !project.getDependencies().isEmpty());
    }

    private boolean declaresPlugin(MavenProject project) {
        return hasPlugin(project.getOriginalModel());
    }

    private boolean inheritsPlugin(MavenProject project) {
        return hasPlugin(project.getModel());
    }

    private boolean hasPlugin(Model model) {
        Build build = model.getBuild();
        return build != null && build.getPlugins().stream().map(Plugin::getKey).anyMatch(pluginKey::equals);
    }
}
