package dev.migrate.maven.project;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.model.Resource;
import org.apache.maven.project.MavenProject;

/**
 * A project of this build.
 *
 * @param classes a folder, or a jar if nothing else is left
 * @param sourceRoots folders of Java sources
 */
public record BuiltModule(Path classes, List<Path> sourceRoots, List<Resource> resources) {

    public BuiltModule {
        sourceRoots = List.copyOf(sourceRoots);
        resources = List.copyOf(resources);
    }

    static BuiltModule of(MavenProject project, Path classes) {
        return new BuiltModule(
                classes, project.getCompileSourceRoots().stream().map(Path::of).toList(), project.getResources());
    }

    /** Whether its sources say which migrations in Java it has. */
    boolean hasSources() {
        return sourceRoots.stream().anyMatch(Files::isDirectory);
    }
}
