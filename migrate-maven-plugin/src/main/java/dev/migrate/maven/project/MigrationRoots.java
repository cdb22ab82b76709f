package dev.migrate.maven.project;

import java.nio.file.Path;
import java.util.List;

/**
 * Where migrations are: in the sources of the modules of this build, which say alone what there is in Java, and compiled
 * everywhere else.
 *
 * @param sources those of all modules that have some
 * @param earlier what earlier builds made of these modules: it may be older than the sources, or of deleted ones
 * @param compiled the classes of the other modules, and the libraries
 */
public record MigrationRoots(MigrationSources sources, List<Path> earlier, List<Path> compiled) {

    public MigrationRoots {
        earlier = List.copyOf(earlier);
        compiled = List.copyOf(compiled);
    }
}
