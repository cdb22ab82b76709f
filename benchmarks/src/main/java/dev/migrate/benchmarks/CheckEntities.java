package dev.migrate.benchmarks;

import dev.migrate.Migrate;
import dev.migrate.autogen.Autogenerate;
import dev.migrate.autogen.EntityClassLoader;
import dev.migrate.autogen.EntitySource;
import dev.migrate.autogen.catalog.CatalogScope;
import dev.migrate.autogen.diff.DiffOptions;
import dev.migrate.autogen.diff.Difference;
import dev.migrate.autogen.diff.text.DetectedText;
import dev.migrate.revision.RevisionGraph;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.postgresql.ds.PGSimpleDataSource;

/** Compares entities with a database that has no history, as the goal check does. Fails if they differ. */
final class CheckEntities {

    private CheckEntities() {}

    /** {@code JDBC-URL CLASSES-DIRECTORY}, which is on the class path too */
    public static void main(String[] args) throws IOException {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(args[0]);
        List<Path> classPath = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .map(Path::of)
                .toList();
        try (EntityClassLoader entities = EntityClassLoader.of(classPath)) {
            Difference difference = new Autogenerate(
                            entities,
                            EntitySource.of(entities).roots(List.of(Path.of(args[1]))),
                            database -> Migrate.configure()
                                    .dataSource(database)
                                    .history(RevisionGraph.of(List.of()))
                                    .build(),
                            BenchmarkScratch::create,
                            CatalogScope.ofDefaultSchema(),
                            DiffOptions.ENTITIES)
                    .compareWith(dataSource);
            // What values stand for is only recorded: the goal says so, and doesn't fail.
            if (!difference.isEmpty() && !difference.onlyRecords()) {
                throw new IllegalStateException("Expected no difference, found:\n  - "
                        + String.join("\n  - ", DetectedText.of(difference.operations())));
            }
            System.out.println("No changes");
        }
    }
}
