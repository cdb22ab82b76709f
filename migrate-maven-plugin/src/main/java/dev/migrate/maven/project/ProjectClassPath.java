package dev.migrate.maven.project;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.DefaultDependencyResolutionRequest;
import org.apache.maven.project.DependencyResolutionException;
import org.apache.maven.project.DependencyResolutionResult;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.ProjectDependenciesResolver;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.graph.DependencyNode;

/**
 * A project's class path without its tests: its own classes, then its dependencies. A dependency that is a project of the
 * same build is taken from where that project's classes are, whether it has been packaged or not: a goal typed on the
 * command line by itself has to work without {@code mvn install}.
 *
 * @param output where the project's own classes are
 * @param siblings the classes of the projects of the same build that it depends on
 * @param libraries everything else
 */
public record ProjectClassPath(Path output, List<Path> siblings, List<Path> libraries) {

    public ProjectClassPath {
        siblings = List.copyOf(siblings);
        libraries = List.copyOf(libraries);
    }

    /**
     * Resolves it.
     *
     * @throws DependencyResolutionException if a dependency cannot be had; the message names it
     */
    public static ProjectClassPath of(MavenProject project, MavenSession session, ProjectDependenciesResolver resolver)
            throws DependencyResolutionException {
        Map<String, MavenProject> siblings = session.getAllProjects().stream()
                .collect(
                        Collectors.toMap(ProjectClassPath::coordinates, Function.identity(), (first, second) -> first));
        Set<MavenProject> used = Collections.newSetFromMap(new java.util.IdentityHashMap<>());
        List<MavenProject> usedInOrder = new ArrayList<>();
        DefaultDependencyResolutionRequest request =
                new DefaultDependencyResolutionRequest(project, session.getRepositorySession());
        request.setResolutionFilter((node, parents) -> {
            if (isTest(node, parents)) {
                return false;
            }
            Optional<MavenProject> sibling = sibling(node, siblings);
            sibling.filter(used::add).ifPresent(usedInOrder::add);
            return sibling.isEmpty();
        });
        DependencyResolutionResult result = resolver.resolve(request);

        return new ProjectClassPath(
                Path.of(project.getBuild().getOutputDirectory()),
                usedInOrder.stream().map(ProjectClassPath::classes).toList(),
                result.getResolvedDependencies().stream()
                        .map(Dependency::getArtifact)
                        .map(Artifact::getFile)
                        .map(File::toPath)
                        .toList());
    }

    /** All of it, in the order of {@code java -cp}. */
    public List<Path> all() {
        return Stream.of(ofThisBuild(), libraries).flatMap(List::stream).toList();
    }

    /** What is compiled in this build. */
    public List<Path> ofThisBuild() {
        return Stream.concat(Stream.of(output), siblings.stream()).toList();
    }

    /** Everything but the project's own classes. */
    public List<Path> dependencies() {
        return Stream.of(siblings, libraries).flatMap(List::stream).toList();
    }

    private static boolean isTest(DependencyNode node, Collection<DependencyNode> parents) {
        return hasTestScope(node) || parents.stream().anyMatch(ProjectClassPath::hasTestScope);
    }

    private static boolean hasTestScope(DependencyNode node) {
        return node.getDependency() != null
                && "test".equals(node.getDependency().getScope());
    }

    private static Optional<MavenProject> sibling(DependencyNode node, Map<String, MavenProject> siblings) {
        Artifact artifact = node.getArtifact();
        return artifact == null || !artifact.getClassifier().isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(siblings.get(
                        artifact.getGroupId() + ":" + artifact.getArtifactId() + ":" + artifact.getBaseVersion()));
    }

    private static String coordinates(MavenProject project) {
        return project.getGroupId() + ":" + project.getArtifactId() + ":" + project.getVersion();
    }

    private static Path classes(MavenProject sibling) {
        Path output = Path.of(sibling.getBuild().getOutputDirectory());
        File packaged = sibling.getArtifact().getFile();
        return Files.isDirectory(output) || packaged == null ? output : packaged.toPath();
    }
}
