package dev.migrate.autogen.adoption;

import dev.migrate.Migrate;
import dev.migrate.Migration;
import dev.migrate.autogen.Autogenerate;
import dev.migrate.autogen.EntitySource;
import dev.migrate.autogen.catalog.CatalogScope;
import dev.migrate.autogen.diff.DiffOptions;
import dev.migrate.autogen.diff.Difference;
import dev.migrate.autogen.diff.ownership.KeptText;
import dev.migrate.autogen.diff.text.DetectedText;
import dev.migrate.autogen.jpa.HibernateEntityReader;
import dev.migrate.autogen.testing.CompiledClasses;
import dev.migrate.autogen.testing.TestScratch;
import dev.migrate.revision.RevisionGraph;
import dev.migrate.revision.RevisionInfo;
import dev.migrate.testing.PostgresServer;
import dev.migrate.testing.TestDatabase;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** Entities, migrations, and what is said of them and a database. */
record AdoptedProject(Path classes, List<Class<? extends Migration>> migrations, DiffOptions options) {

    private static final String HEAD = """
            package app;
            import jakarta.persistence.*;
            import java.math.*;
            import java.time.*;
            import java.util.*;
            """;

    static AdoptedProject of(Path classes, String entities) {
        CompiledClasses.compile(Map.of("app.Entities", HEAD + entities), List.of(), classes);
        return new AdoptedProject(classes, List.of(), DiffOptions.ENTITIES);
    }

    AdoptedProject migrations(List<Class<? extends Migration>> inOrder) {
        return new AdoptedProject(classes, inOrder, options);
    }

    AdoptedProject hibernateDefaults() {
        return new AdoptedProject(classes, migrations, options.hibernateDefaults(true));
    }

    /** What differs between the entities and where the migrations lead. */
    Difference withHistory() {
        return autogenerate().compareWithHistory();
    }

    /** What differs between the entities and a database that is at the migrations' head. */
    Difference with(TestDatabase database) {
        return autogenerate().compareWith(database.dataSource());
    }

    Difference driftOf(TestDatabase database) {
        return autogenerate().driftOf(database.dataSource());
    }

    /** What a goal says of a difference. */
    static String said(Difference difference) {
        return String.join(
                "\n",
                Stream.concat(
                                DetectedText.of(difference.operations()).stream(),
                                KeptText.summary(difference.kept()).stream())
                        .toList());
    }

    private Autogenerate autogenerate() {
        return new Autogenerate(
                new HibernateEntityReader(),
                EntitySource.of(loader()).roots(List.of(classes)).packages(List.of("app")),
                this::migrate,
                () -> TestScratch.on(PostgresServer.get()),
                CatalogScope.ofDefaultSchema(),
                options);
    }

    private ClassLoader loader() {
        try {
            return new URLClassLoader(new URL[] {classes.toUri().toURL()}, AdoptedProject.class.getClassLoader());
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }

    Migrate migrate(DataSource database) {
        List<RevisionInfo> revisions = new ArrayList<>();
        for (Class<? extends Migration> migration : migrations) {
            List<String> parents = revisions.isEmpty()
                    ? List.of()
                    : List.of(revisions.get(revisions.size() - 1).id());
            revisions.add(new RevisionInfo(
                    "000" + (revisions.size() + 1),
                    parents,
                    List.of(),
                    List.of(),
                    "step",
                    null,
                    migration.getName(),
                    null,
                    ""));
        }
        return Migrate.configure()
                .dataSource(database)
                .history(RevisionGraph.of(revisions))
                .build();
    }
}
