package dev.migrate.it;

import dev.migrate.Migrate;
import dev.migrate.maven.project.MigrationCompiler;
import dev.migrate.maven.project.MigrationSources;
import dev.migrate.maven.project.ProjectClassLoader;
import dev.migrate.maven.project.SourceResources;
import dev.migrate.revision.loading.HistoryLoader;
import dev.migrate.testing.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The migrations of an integration project as its story left them, those that it wrote included.
 *
 * @param stories where the projects are
 * @param folder the project's folder
 */
record StoryHistory(Path stories, Path folder) {

    private static final List<String> PACKAGES = List.of("db.migrations");
    private static final Path SOURCES = Path.of("src", "main", "java");
    private static final Path RESOURCES = Path.of("src", "main", "resources");
    private static final Path MIGRATIONS = SOURCES.resolve(Path.of("db", "migrations"));

    /** Projects whose story leaves no history that this test could run, and why. */
    private static final Map<String, String> LEFT_OUT = Map.of(
            "autopr", "its last migration fails on purpose, and stays",
            "gateway", "its migrations need libraries of the application, which is compiled with them",
            "src", "no story, but what InterruptTest copies: its migration sleeps until it is interrupted");

    /** Those of all projects, and of their modules, sorted by name. */
    static List<StoryHistory> in(Path stories) throws IOException {
        try (Stream<Path> folders = Files.walk(stories)) {
            return folders.filter(folder -> folder.endsWith(MIGRATIONS))
                    .filter(Files::isDirectory)
                    .filter(folder -> !LEFT_OUT.containsKey(
                            stories.relativize(folder).getName(0).toString()))
                    .map(folder -> new StoryHistory(
                            stories, folder.resolve("../../../../..").normalize()))
                    .sorted((a, b) -> a.folder().compareTo(b.folder()))
                    .toList();
        }
    }

    /**
     * Runs the migrations on a database.
     *
     * @param home where they are compiled to
     */
    Migrate on(TestDatabase database, Path home) {
        Path applicationClasses = folder.resolve(Path.of("target", "classes"));
        Path classes = new MigrationCompiler(folder, home, StandardCharsets.UTF_8)
                .compile(
                        new MigrationSources(List.of(folder.resolve(SOURCES)), PACKAGES),
                        List.of(applicationClasses),
                        List.of(applicationClasses))
                .orElse(home);
        return Migrate.configure()
                .onlineFrom(0) // Scripts always have the online forms.
                .history(HistoryLoader.load(List.of(classes), PACKAGES))
                .classLoader(new ProjectClassLoader(
                        SourceResources.NONE,
                        List.of(classes, folder.resolve(RESOURCES), applicationClasses),
                        StoryHistory.class.getClassLoader()))
                .dataSource(database.dataSource())
                .quiet()
                .build();
    }

    @Override
    public String toString() {
        return stories.relativize(folder).toString();
    }
}
