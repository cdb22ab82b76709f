package dev.migrate.maven.project;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.DependencyResolutionException;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.graph.Dependency;

/**
 * The modules that Maven has read beside a project, by their coordinates.
 *
 * @param built those that this command builds
 * @param all also those that {@code -pl} or {@code -rf} leaves out
 */
record Modules(Map<String, MavenProject> built, Map<String, MavenProject> all) {

    Modules {
        built = Map.copyOf(built);
        all = Map.copyOf(all);
    }

    /** Those beside the project, which is the root of what Maven resolves and no dependency of its own. */
    static Modules beside(MavenProject project, MavenSession session) {
        return beside(project, session.getProjects(), session.getAllProjects());
    }

    static Modules beside(MavenProject project, List<MavenProject> built, List<MavenProject> all) {
        return new Modules(byCoordinates(without(project, built)), byCoordinates(without(project, all)));
    }

    private static List<MavenProject> without(MavenProject project, List<MavenProject> projects) {
        return projects.stream().filter(other -> !other.equals(project)).toList();
    }

    /** The other project of this build that makes the artifact. */
    Optional<MavenProject> built(Artifact artifact) {
        return coordinates(artifact).map(built::get);
    }

    /** Whether a module makes the artifact that this build leaves out. */
    boolean leftOut(Artifact artifact) {
        return built(artifact).isEmpty()
                && coordinates(artifact).filter(all::containsKey).isPresent();
    }

    /** Why dependencies can't be resolved, and, where it is modules that are left out, how to have them built too. */
    String explain(DependencyResolutionException failure) {
        List<String> missing = Stream.ofNullable(failure.getResult())
                .flatMap(result -> result.getUnresolvedDependencies().stream())
                .map(Dependency::getArtifact)
                .filter(this::leftOut)
                .map(artifact -> artifact.getGroupId() + ":" + artifact.getArtifactId())
                .sorted()
                .distinct()
                .toList();
        if (missing.isEmpty()) {
            return "The dependencies can't be resolved: " + failure.getMessage();
        }
        boolean one = missing.size() == 1;
        return String.join(", ", missing) + (one ? " is a module" : " are modules")
                + " that this command does not build, and the repository does not have " + (one ? "it" : "them")
                + " either. Add -am to -pl, which builds the modules that the chosen ones need, or install "
                + (one ? "it" : "them") + " first (mvn install).";
    }

    private static Map<String, MavenProject> byCoordinates(List<MavenProject> projects) {
        return projects.stream()
                .collect(Collectors.toMap(
                        project -> project.getGroupId() + ":" + project.getArtifactId() + ":" + project.getVersion(),
                        Function.identity(),
                        (first, second) -> first));
    }

    /** Without a classifier: what has one are other files than the module's classes. */
    private static Optional<String> coordinates(Artifact artifact) {
        return Optional.of(artifact)
                .filter(candidate -> candidate.getClassifier().isEmpty())
                .map(candidate ->
                        candidate.getGroupId() + ":" + candidate.getArtifactId() + ":" + candidate.getBaseVersion());
    }
}
