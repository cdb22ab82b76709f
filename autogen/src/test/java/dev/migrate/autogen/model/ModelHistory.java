package dev.migrate.autogen.model;

import dev.migrate.Migrate;
import dev.migrate.autogen.Autogenerate;
import dev.migrate.autogen.EntitySource;
import dev.migrate.autogen.catalog.CatalogScope;
import dev.migrate.autogen.diff.DiffOptions;
import dev.migrate.autogen.diff.Difference;
import dev.migrate.autogen.java.MigrationFile;
import dev.migrate.autogen.java.MigrationWriter;
import dev.migrate.autogen.jpa.HibernateEntityReader;
import dev.migrate.autogen.online.OnlineOptions;
import dev.migrate.autogen.online.OnlineRewrite;
import dev.migrate.autogen.testing.CompiledClasses;
import dev.migrate.autogen.testing.TestScratch;
import dev.migrate.revision.RevisionGraph;
import dev.migrate.revision.RevisionInfo;
import dev.migrate.testing.TestDatabase;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** Migrations that are written for a database, one behind the other, compiled and applied. */
final class ModelHistory {

    private final TestDatabase database;
    private final Path classes;
    private final List<RevisionInfo> revisions = new ArrayList<>();
    private String lastSource = "";

    /** @param classes the directory that they are compiled into */
    ModelHistory(TestDatabase database, Path classes) {
        this.database = database;
        this.classes = classes;
    }

    /** Compares the entities with the database, and writes what makes one of the other. */
    void autogenerate(EntitySource entities, List<String> renames, OnlineOptions options) {
        Difference difference =
                autogenerate(entities, DiffOptions.ENTITIES.renames(renames)).compareWith(database.dataSource());
        String id = "000" + (revisions.size() + 1);
        String name = "R" + id;
        MigrationFile file = MigrationFile.of("", name, id, "Step " + id, "2026-01-01T00:00:00Z");
        lastSource = MigrationWriter.write(OnlineRewrite.of(difference, options).applyTo(file));
        CompiledClasses.compile(Map.of(name, lastSource), List.of(), classes);
        List<String> parents = revisions.stream()
                .map(RevisionInfo::id)
                .skip(Math.max(0, revisions.size() - 1))
                .toList();
        revisions.add(new RevisionInfo(id, parents, List.of(), List.of(), "Step " + id, null, name, null, ""));
    }

    /** What still differs, in words; empty if nothing does. */
    String drift(EntitySource entities) {
        Difference difference = autogenerate(entities, DiffOptions.ENTITIES).driftOf(database.dataSource());
        return difference.isEmpty() ? "" : difference.operations().toString();
    }

    /** Whether autogenerate would write nothing, on the database as by a replay. */
    boolean isCurrent(EntitySource entities) {
        Autogenerate autogenerate = autogenerate(entities, DiffOptions.ENTITIES);
        return autogenerate.compareWith(database.dataSource()).isEmpty()
                && autogenerate.compareWithHistory().isEmpty();
    }

    /** Whether autogenerate would only record what ordinals stand for. */
    boolean onlyRecords(EntitySource entities) {
        return autogenerate(entities, DiffOptions.ENTITIES)
                .compareWith(database.dataSource())
                .onlyRecords();
    }

    /** The Java of the last migration. */
    String lastSource() {
        return lastSource;
    }

    void upgrade() {
        migrate(database.dataSource()).upgrade("head");
    }

    void downgrade() {
        migrate(database.dataSource()).downgrade("-1");
    }

    private Autogenerate autogenerate(EntitySource entities, DiffOptions options) {
        return new Autogenerate(
                new HibernateEntityReader(),
                entities,
                this::migrate,
                () -> TestScratch.on(database.server()),
                CatalogScope.ofDefaultSchema(),
                options);
    }

    private Migrate migrate(DataSource target) {
        return Migrate.configure()
                .dataSource(target)
                .onlineFrom(0)
                .history(RevisionGraph.of(revisions))
                .classLoader(classLoader(classes))
                .build();
    }

    static ClassLoader classLoader(Path classes) {
        try {
            return new URLClassLoader(new URL[] {classes.toUri().toURL()}, ModelHistory.class.getClassLoader());
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }
}
