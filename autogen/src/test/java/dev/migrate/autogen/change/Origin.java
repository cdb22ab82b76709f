package dev.migrate.autogen.change;

import dev.migrate.autogen.diff.DiffOptions;
import dev.migrate.autogen.diff.Difference;
import dev.migrate.autogen.java.MigrationFile;
import dev.migrate.autogen.java.MigrationWriter;
import dev.migrate.autogen.online.OnlineOptions;
import dev.migrate.autogen.online.OnlineRewrite;
import dev.migrate.revision.RevisionInfo;
import dev.migrate.testing.PostgresServer;
import dev.migrate.testing.TestDatabase;
import java.util.List;
import java.util.Map;

/** An application before its change, with its first migration and its rows: many changes begin with the same one. */
final class Origin implements AutoCloseable {

    private final Project project;
    private final String id;
    private final String entities;
    private final String rowSource;
    private final TestDatabase database = PostgresServer.get().newDatabase();
    private Map<String, Map<String, String>> rows = Map.of();
    private String dump = "";

    Origin(Project project, String id, EntityChange change) {
        this.project = project;
        this.id = id;
        this.entities = change.before();
        this.rowSource = change.rows();
    }

    Map<String, String> sources() {
        return Project.sources(packageName(), entities, rowSource);
    }

    String packageName() {
        return "before" + id;
    }

    /** The migration that makes its tables. */
    RevisionInfo first() {
        return Project.revision("0001", List.of(), "First" + id);
    }

    /** The source of that migration. */
    String write() {
        Difference difference = project.autogenerate(packageName(), database, List.of(), DiffOptions.ENTITIES)
                .compareWith(database.dataSource());
        return MigrationWriter.write(OnlineRewrite.of(difference, OnlineOptions.ONLINE)
                .applyTo(MigrationFile.of("", first().className(), "0001", "First", "2026-01-01T00:00:00Z")));
    }

    /** Has the migration make the tables, and the application store its rows. */
    void store() {
        project.migrate(database.dataSource(), List.of(first())).upgrade("head");
        try (Application application = start(database)) {
            application.validateTables();
            application.store();
            rows = application.read();
        }
        dump = Project.dump(database);
    }

    Application start(TestDatabase where) {
        return project.start(packageName(), where);
    }

    /** A database with these tables and rows. */
    TestDatabase copy() {
        return PostgresServer.get().copyOf(database);
    }

    /** What the application has stored. */
    Map<String, Map<String, String>> rows() {
        return rows;
    }

    /** The schema with its tables. */
    String dump() {
        return dump;
    }

    @Override
    public void close() {
        database.close();
    }
}
