package dev.migrate.benchmarks;

import dev.migrate.Migrate;
import dev.migrate.autogen.Autogenerate;
import dev.migrate.autogen.EntityClassLoader;
import dev.migrate.autogen.EntitySource;
import dev.migrate.autogen.catalog.CatalogScope;
import dev.migrate.autogen.diff.DiffOptions;
import dev.migrate.autogen.diff.text.DetectedText;
import dev.migrate.autogen.java.MigrationFile;
import dev.migrate.autogen.java.MigrationWriter;
import dev.migrate.autogen.online.OnlineOptions;
import dev.migrate.autogen.online.OnlineRewrite;
import dev.migrate.autogen.proof.RoundTrip;
import dev.migrate.revision.RevisionGraph;
import dev.migrate.revision.loading.HistoryLoader;
import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * Writes the first revision of a history, compiles it, and tries it on a scratch database: up, down, up, and a comparison
 * with the entities, as the goal autogenerate does.
 */
final class AutogenerateEntities {

    private static final String PACKAGE = "db.migrations";

    private AutogenerateEntities() {}

    /** {@code CLASSES-DIRECTORY DIRECTORY}: that of the entities, on the class path too, and one for the revision */
    public static void main(String[] args) throws IOException {
        List<Path> classPath = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .map(Path::of)
                .toList();
        Path directory = Path.of(args[1]);
        try (EntityClassLoader entities = EntityClassLoader.of(classPath)) {
            Autogenerate autogenerate = new Autogenerate(
                    entities,
                    EntitySource.of(entities).roots(List.of(Path.of(args[0]))),
                    history(RevisionGraph.of(List.of()), AutogenerateEntities.class.getClassLoader()),
                    BenchmarkScratch::create,
                    CatalogScope.ofDefaultSchema(),
                    DiffOptions.ENTITIES);
            Path source = write(
                    OnlineRewrite.of(autogenerate.compareWithHistory(), OnlineOptions.ONLINE),
                    directory.resolve("sources"));
            Path classes = Compilation.compile(List.of(source), directory.resolve("classes"));
            prove(autogenerate, classes);
        }
    }

    private static Path write(OnlineRewrite rewrite, Path sources) throws IOException {
        MigrationFile file =
                rewrite.applyTo(MigrationFile.of(PACKAGE, "R0001_All", "0001", "all tables", "2026-01-01T00:00:00Z"));
        Path folder = Files.createDirectories(sources.resolve("db/migrations"));
        return Files.writeString(folder.resolve("R0001_All.java"), MigrationWriter.write(file));
    }

    private static void prove(Autogenerate autogenerate, Path classes) throws IOException {
        try (URLClassLoader migrations =
                new URLClassLoader(new URL[] {classes.toUri().toURL()}, AutogenerateEntities.class.getClassLoader())) {
            Function<DataSource, Migrate> history =
                    history(HistoryLoader.load(migrations, List.of(PACKAGE)), migrations);
            Autogenerate withIt = autogenerate.history(history);
            new RoundTrip(
                            BenchmarkScratch::create,
                            history,
                            database -> DetectedText.of(withIt.driftOf(database).operations()))
                    .ofHead("0001")
                    .orThrow();
        }
    }

    private static Function<DataSource, Migrate> history(RevisionGraph graph, ClassLoader migrations) {
        return database -> Migrate.configure()
                .dataSource(database)
                .history(graph)
                .classLoader(migrations)
                .onlineFrom(0)
                .quiet()
                .build();
    }
}
