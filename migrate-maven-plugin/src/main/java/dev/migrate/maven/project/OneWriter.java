package dev.migrate.maven.project;

import dev.migrate.MigrateException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/**
 * One goal typed on the command line writes one revision on top of a history: modules that stand on the same one would each
 * get it, with an id of its own, and none of them see the others'.
 *
 * @param project the module that is about to get it
 * @param others the modules of this build in which the goal runs as well
 * @param goal what is run
 * @param history the files of a module's migrations, its own and those of the modules that it depends on
 */
public record OneWriter(
        MavenProject project,
        List<MavenProject> others,
        MojoDescriptor goal,
        Function<MavenProject, MigrationSources> history) {

    public OneWriter {
        others = List.copyOf(others);
    }

    /** @throws MigrateException if another module would get the same; the message says how to choose */
    public void require() {
        MigrationSources sources = history.apply(project);
        List<Path> files = sources.files();
        List<String> writers = others.stream()
                .filter(other -> !files.isEmpty()
                        && Stream.of("packages", "skip").allMatch(name -> isConfiguredAlike(other, name)))
                .filter(other -> {
                    MigrationSources seen = history.apply(other);
                    return seen.files().equals(files) && !sees(seen, project) && !sees(sources, other);
                })
                .map(MavenProject::getArtifactId)
                .toList();
        if (!writers.isEmpty()) {
            throw new MigrateException(project.getArtifactId() + " and " + String.join(", ", writers)
                    + " stand on the same history, " + files.get(0).getParent()
                    + ": each would get this revision, with an id of its own, and none see another's. Nothing is written."
                    + " Choose one, as by mvn -pl :" + project.getArtifactId() + " -am "
                    + goal.getPluginDescriptor().getGoalPrefix()
                    + ":" + goal.getGoal()
                    + ", or declare the plugin in the POM of the module that has the history, and not in"
                    + " theirs.");
        }
    }

    /** Whether what is written into the module is among them. */
    private static boolean sees(MigrationSources sources, MavenProject module) {
        return module.getCompileSourceRoots().stream().map(Path::of).anyMatch(sources.roots()::contains);
    }

    private boolean isConfiguredAlike(MavenProject other, String parameter) {
        return Objects.equals(configured(other, parameter), configured(project, parameter));
    }

    private @Nullable String configured(MavenProject module, String parameter) {
        Xpp3Dom configuration = module.getGoalConfiguration(
                goal.getPluginDescriptor().getGroupId(),
                goal.getPluginDescriptor().getArtifactId(),
                null,
                goal.getGoal());
        Xpp3Dom value = configuration == null ? null : configuration.getChild(parameter);
        return value == null ? module.getProperties().getProperty("migrate." + parameter) : value.toString();
    }
}
