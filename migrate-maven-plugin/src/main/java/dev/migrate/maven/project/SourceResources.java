package dev.migrate.maven.project;

import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.Optional;
import org.apache.maven.model.Resource;

/**
 * The project's resources as they lie in its sources, newer than what the last build has copied of them. Only of those
 * that a build would copy as they are: one that is filtered, or put under another name, is nowhere but in the output.
 */
public final class SourceResources {

    /** No resources but those of the class path. */
    public static final SourceResources NONE = new SourceResources(List.of());

    private final List<Folder> folders;

    /** Like a {@code <resource>} of the POM: without includes it has all files. */
    private record Folder(Path directory, List<PathMatcher> includes, List<PathMatcher> excludes) {

        Folder {
            includes = List.copyOf(includes);
            excludes = List.copyOf(excludes);
        }

        boolean has(Path name) {
            return (includes.isEmpty() || includes.stream().anyMatch(pattern -> pattern.matches(name)))
                    && excludes.stream().noneMatch(pattern -> pattern.matches(name))
                    && Files.isRegularFile(directory.resolve(name));
        }
    }

    private SourceResources(List<Folder> folders) {
        this.folders = List.copyOf(folders);
    }

    /** @param resources the project's, their folders absolute */
    public static SourceResources of(List<Resource> resources) {
        return new SourceResources(resources.stream()
                .filter(resource -> !resource.isFiltering() && resource.getTargetPath() == null)
                .map(resource -> new Folder(
                        Path.of(resource.getDirectory()),
                        patterns(resource.getIncludes()),
                        patterns(resource.getExcludes())))
                .toList());
    }

    /** @param name as class loaders have it: {@code db/migrations/seed.sql} */
    Optional<Path> find(String name) {
        Path relative = Path.of(name);
        return folders.stream()
                .filter(folder -> !relative.isAbsolute() && folder.has(relative))
                .map(folder -> folder.directory().resolve(relative))
                .findFirst();
    }

    /**
     * Ant's patterns, as the POM has them, in the words of {@link java.nio.file.FileSystem#getPathMatcher}: there
     * {@code **}{@code /} isn't also no folder at all, a trailing slash doesn't stand for all below, and braces and brackets
     * aren't themselves.
     */
    private static List<PathMatcher> patterns(List<String> patterns) {
        return patterns.stream()
                .map(pattern -> pattern.replace('\\', '/').replaceAll("[\\[\\]{}]", "\\\\$0"))
                .map(pattern -> pattern.endsWith("/") ? pattern + "**" : pattern)
                .map(pattern -> pattern.replace("**/", "{**/,}"))
                .map(pattern -> FileSystems.getDefault().getPathMatcher("glob:" + pattern))
                .toList();
    }
}
