package dev.migrate.maven.project;

import dev.migrate.MigrateException;
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
 * @param libraries everything else, in the order of the class path
 */
public record ProjectClassPath(Path output, List<Path> siblings, List<Library> libraries) {

    /**
     * A dependency that this build doesn't build.
     *
     * @param coordinates {@code groupId:artifactId}
     */
    public record Library(String coordinates, Path file) {

        static Library of(Artifact artifact) {
            return new Library(
                    artifact.getGroupId() + ":" + artifact.getArtifactId(),
                    artifact.getFile().toPath());
        }
    }

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
                        .map(Library::of)
                        .toList());
    }

    /** All of it, in the order of {@code java -cp}. */
    public List<Path> all() {
        return Stream.concat(ofThisBuild().stream(), files()).toList();
    }

    private Stream<Path> files() {
        return libraries.stream().map(Library::file);
    }

    /**
     * What is compiled in this build, and some of the libraries.
     *
     * @param coordinates {@code groupId:artifactId} of each
     * @throws MigrateException if the project has no such dependency
     */
    public List<Path> ofThisBuildAnd(List<String> coordinates) {
        List<Path> paths = new ArrayList<>(ofThisBuild());
        for (String wanted : coordinates) {
            List<Path> found = libraries.stream()
                    .filter(library -> library.coordinates().equals(wanted.strip()))
                    .map(Library::file)
                    .toList();
            if (found.isEmpty()) {
                throw new MigrateException("No dependency '" + wanted + "' on the project's runtime class path, where"
                        + " entities were to be found. Expected groupId:artifactId, as mvn dependency:tree prints it.");
            }
            paths.addAll(found);
        }
        return paths;
    }

    /** What is compiled in this build. */
    public List<Path> ofThisBuild() {
        return Stream.concat(Stream.of(output), siblings.stream()).distinct().toList();
    }

    /** Everything but the project's own classes. */
    public List<Path> dependencies() {
        return Stream.concat(siblings.stream(), files()).toList();
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
