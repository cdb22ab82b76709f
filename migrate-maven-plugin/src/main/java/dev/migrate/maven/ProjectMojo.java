package dev.migrate.maven;

import dev.migrate.maven.project.MigrationCompiler;
import dev.migrate.maven.project.ProjectClassLoader;
import dev.migrate.maven.project.ProjectClassPath;
import dev.migrate.maven.project.SourceResources;
import dev.migrate.revision.loading.HistoryLoader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.project.ProjectDependenciesResolver;

/** A goal that needs the history: it compiles the migrations, as they are now, and reads them. */
abstract class ProjectMojo extends MigrateMojo {

    @Inject
    private ProjectDependenciesResolver dependenciesResolver;

    /** The history of the packages, from the sources if there are any, and from the class path. */
    protected final ProjectHistory history() {
        ProjectClassPath classPath = classPath();
        Optional<Path> compiled =
                new MigrationCompiler(baseDirectory(), home(), encoding()).compile(sources(), classPath.all());
        // Where the sources are, what an earlier build made of them says nothing: a class may be that of a deleted
        // file.
        List<Path> migrations = new ArrayList<>(compiled.isPresent() ? List.of() : List.of(classPath.output()));
        migrations.addAll(classPath.dependencies());
        List<Path> all = new ArrayList<>(compiled.stream().toList());
        all.addAll(classPath.all());
        return new ProjectHistory(
                HistoryLoader.load(compiled, migrations, packages()),
                new ProjectClassLoader(
                        SourceResources.of(project().getResources()), all, ProjectMojo.class.getClassLoader()));
    }

    protected final ProjectClassPath classPath() {
        return ProjectClassPath.of(project(), session(), dependenciesResolver);
    }

    /** How the project encodes its sources. */
    protected final Charset encoding() {
        String name = project().getProperties().getProperty("project.build.sourceEncoding");
        return name == null ? StandardCharsets.UTF_8 : Charset.forName(name);
    }
}
