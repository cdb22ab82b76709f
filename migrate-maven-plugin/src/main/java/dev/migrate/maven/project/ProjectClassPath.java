package dev.migrate.maven.project;

import dev.migrate.MigrateException;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.DefaultDependencyResolutionRequest;
import org.apache.maven.project.DependencyResolutionException;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.ProjectDependenciesResolver;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.graph.DependencyNode;

/**
 * A project's class path without its tests: its own classes, then its dependencies. A dependency that is a project of the
 * same build is taken from where that project's classes are, whether it has been packaged or not: a goal typed on the
 * command line by itself has to work without {@code mvn install}. A module that {@code -pl} leaves out is not built, and
 * its folders may be empty or old: it comes from the repository, as Maven's own goals have it.
 *
 * @param own the project's own classes and what they are made of
 * @param siblings the same of the projects of the same build that it depends on
 * @param libraries everything else, in the order of the class path
 */
public record ProjectClassPath(BuiltModule own, List<BuiltModule> siblings, List<Library> libraries) {

    /**
     * A dependency that this build doesn't build.
     *
     * @param coordinates {@code groupId:artifactId}
     * @param leftOutModule whether it would be built if all modules were
     */
    public record Library(String coordinates, Path file, boolean leftOutModule) {}

    public ProjectClassPath {
        siblings = List.copyOf(siblings);
        libraries = List.copyOf(libraries);
    }

    /**
     * Resolves it.
     *
     * @throws MigrateException if a dependency cannot be had; the message names it
     */
    public static ProjectClassPath of(
            MavenProject project, MavenSession session, ProjectDependenciesResolver resolver) {
        Modules modules = Modules.beside(project, session);
        Set<MavenProject> used = Collections.newSetFromMap(new IdentityHashMap<>());
        List<MavenProject> usedInOrder = new ArrayList<>();
        DefaultDependencyResolutionRequest request =
                new DefaultDependencyResolutionRequest(project, session.getRepositorySession());
        request.setResolutionFilter((node, parents) -> {
            if (isTest(node)) {
                return false;
            }
            Optional<MavenProject> sibling =
                    Optional.ofNullable(node.getArtifact()).flatMap(modules::built);
            sibling.filter(used::add).ifPresent(usedInOrder::add);
            return sibling.isEmpty();
        });
        // The filter notes the projects while it resolves: they are known only then.
        List<Library> libraries = resolve(request, resolver, modules);
        return new ProjectClassPath(
                BuiltModule.of(project, Path.of(project.getBuild().getOutputDirectory())),
                usedInOrder.stream()
                        .map(sibling -> BuiltModule.of(sibling, classes(sibling)))
                        .toList(),
                libraries);
    }

    private static List<Library> resolve(
            DefaultDependencyResolutionRequest request, ProjectDependenciesResolver resolver, Modules modules) {
        try {
            return resolver.resolve(request).getResolvedDependencies().stream()
                    .map(Dependency::getArtifact)
                    .map(artifact -> library(artifact, modules))
                    .toList();
        } catch (DependencyResolutionException e) {
            throw new MigrateException(modules.explain(e), e);
        }
    }

    private static Library library(Artifact artifact, Modules modules) {
        return new Library(
                artifact.getGroupId() + ":" + artifact.getArtifactId(),
                artifact.getFile().toPath(),
                modules.leftOut(artifact));
    }

    /** All of it, in the order of {@code java -cp}. */
    public List<Path> all() {
        return Stream.concat(ofThisBuild().stream(), files()).toList();
    }

    private Stream<Path> files() {
        return libraries.stream().map(Library::file);
    }

    /**
     * Where entities are looked for: what is compiled in this build, the modules that it leaves out, and some other
     * libraries.
     *
     * @param coordinates {@code groupId:artifactId} of each
     * @throws MigrateException if the project has no such dependency
     */
    public List<Path> ofThisBuildAnd(List<String> coordinates) {
        Set<Path> paths = new LinkedHashSet<>(ofThisBuild());
        libraries.stream().filter(Library::leftOutModule).map(Library::file).forEach(paths::add);
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
        return List.copyOf(paths);
    }

    /**
     * Whether it has a dependency that this build doesn't build.
     *
     * @param coordinates {@code groupId:artifactId}
     */
    public boolean has(String coordinates) {
        return libraries.stream().map(Library::coordinates).anyMatch(coordinates::equals);
    }

    /** What is compiled in this build. */
    public List<Path> ofThisBuild() {
        return modules().map(BuiltModule::classes).distinct().toList();
    }

    /** Where the migrations of some packages are. */
    public MigrationRoots migrations(List<String> packages) {
        List<BuiltModule> withSources =
                modules().filter(BuiltModule::hasSources).toList();
        Stream<Path> compiledOnly =
                modules().filter(module -> !module.hasSources()).map(BuiltModule::classes);
        return new MigrationRoots(
                new MigrationSources(
                        withSources.stream()
                                .flatMap(module -> module.sourceRoots().stream())
                                .toList(),
                        packages),
                withSources.stream().map(BuiltModule::classes).toList(),
                Stream.concat(compiledOnly, files()).toList());
    }

    /** The resources as they lie in the sources. */
    public SourceResources resources() {
        return SourceResources.of(
                modules().flatMap(module -> module.resources().stream()).toList());
    }

    private Stream<BuiltModule> modules() {
        return Stream.concat(Stream.of(own), siblings.stream());
    }

    /**
     * Whether only tests need it. Maven has resolved the scope of a node already, and widened it where something else needs
     * the artifact too: a runtime dependency may stand below a test dependency that is nearer to the root. So its
     * ancestors' scopes say nothing. Maven 4 adds test-only and test-runtime.
     */
    static boolean isTest(DependencyNode node) {
        return node.getDependency() != null && node.getDependency().getScope().startsWith("test");
    }

    private static Path classes(MavenProject sibling) {
        Path output = Path.of(sibling.getBuild().getOutputDirectory());
        File packaged = sibling.getArtifact().getFile();
        return Files.isDirectory(output) || packaged == null ? output : packaged.toPath();
    }
}
