package dev.migrate.maven;

import dev.migrate.MigrateException;
import dev.migrate.command.ProjectHistory;
import dev.migrate.maven.project.MigrationCompiler;
import dev.migrate.maven.project.MigrationRoots;
import dev.migrate.maven.project.MigrationSources;
import dev.migrate.maven.project.ProjectClassLoader;
import dev.migrate.maven.project.ProjectClassPath;
import dev.migrate.revision.loading.HistoryLoader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javax.inject.Inject;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.ProjectDependenciesResolver;

/** A goal that needs the history: it compiles the migrations, as they are now, and reads them. */
abstract class ProjectMojo extends MigrateMojo {

    private static final String ENCODING = "project.build.sourceEncoding";

    @Inject
    private ProjectDependenciesResolver dependenciesResolver;

    /** The history of the packages: from the sources of this build, compiled now, and from the class path. */
    protected final ProjectHistory history() {
        return history(UnaryOperator.identity());
    }

    /**
     * As {@link #history()}, of some of the sources only.
     *
     * @param selection what is taken of the sources
     */
    protected final ProjectHistory history(UnaryOperator<MigrationSources> selection) {
        ProjectClassPath classPath = classPath();
        MigrationRoots migrations = classPath.migrations(packages());
        Optional<Path> compiled = new MigrationCompiler(baseDirectory(), home(), encoding())
                .compile(selection.apply(migrations.sources()), classPath.all(), migrations.earlier());
        List<Path> all = new ArrayList<>(compiled.stream().toList());
        all.addAll(classPath.all());
        return new ProjectHistory(
                HistoryLoader.load(compiled, migrations.earlier(), migrations.compiled(), packages()),
                new ProjectClassLoader(classPath.resources(), all, ProjectMojo.class.getClassLoader()));
    }

    protected final ProjectClassPath classPath() {
        return classPathOf(project());
    }

    protected final ProjectClassPath classPathOf(MavenProject module) {
        return ProjectClassPath.of(module, session(), dependenciesResolver);
    }

    /** How the project encodes its sources: as the compiler is told, the command line before the POM. */
    protected final Charset encoding() {
        String name = session()
                .getUserProperties()
                .getProperty(ENCODING, project().getProperties().getProperty(ENCODING, StandardCharsets.UTF_8.name()));
        try {
            return Charset.forName(name);
        } catch (IllegalArgumentException e) {
            throw new MigrateException(
                    ENCODING + " is '" + name + "', which Java doesn't know. Expected UTF-8, or"
                            + " another encoding's name.",
                    e);
        }
    }
}
