package dev.migrate.autogen.change;

import dev.migrate.Migrate;
import dev.migrate.autogen.Autogenerate;
import dev.migrate.autogen.EntitySource;
import dev.migrate.autogen.catalog.CatalogScope;
import dev.migrate.autogen.diff.DiffOptions;
import dev.migrate.autogen.jpa.HibernateEntityReader;
import dev.migrate.autogen.testing.TestScratch;
import dev.migrate.ddl.ServerVersion;
import dev.migrate.revision.RevisionGraph;
import dev.migrate.revision.RevisionInfo;
import dev.migrate.testing.PostgresServer;
import dev.migrate.testing.SchemaDump;
import dev.migrate.testing.TestDatabase;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/**
 * The classes of all applications and all migrations.
 *
 * @param directory where they are
 */
record Project(Path directory) {

    private static final String HEAD = """
            package %s;
            import jakarta.persistence.*;
            import jakarta.persistence.CascadeType;
            import jakarta.persistence.ForeignKey;
            import jakarta.persistence.Index;
            import jakarta.persistence.OrderBy;
            import jakarta.persistence.Table;
            import java.math.*;
            import java.time.*;
            import java.util.*;
            import org.hibernate.annotations.*;
            import org.hibernate.type.SqlTypes;
            """;

    /** Small tables aren't changed online by themselves: these are, so that a failure can leave something behind. */
    private static final long ONLINE_FROM = Long.getLong("migrate.changes.onlineFrom", 0);

    static final String ROWS = "StoredRows";

    private static final String[] OURS = {
        "public.migrate_version", "public.migrate_journal", "public.migrate_journal_id_seq"
    };

    /** The sources of an application, by class name. */
    static Map<String, String> sources(String packageName, String entities, String rows) {
        String head = HEAD.formatted(packageName);
        return Map.of(
                packageName + ".Entities", head + entities, packageName + "." + ROWS, head + RowSource.of(ROWS, rows));
    }

    Application start(String packageName, TestDatabase database) {
        return Application.start(directory, packageName, classLoader(), database);
    }

    /** Compares an application's entities with a database at the end of a history. */
    Autogenerate autogenerate(
            String packageName, TestDatabase database, List<RevisionInfo> history, DiffOptions options) {
        ServerVersion server = new ServerVersion(Integer.parseInt(database.query("SHOW server_version_num")));
        EntitySource entities = EntitySource.of(classLoader())
                .roots(List.of(root(packageName)))
                .packages(List.of(packageName))
                .postgresMajor(server.major());
        return new Autogenerate(
                new HibernateEntityReader(),
                entities,
                target -> migrate(target, history),
                () -> TestScratch.on(PostgresServer.get()),
                CatalogScope.ofDefaultSchema(),
                options);
    }

    /** Each application's classes are looked for in a directory of their own. */
    Path root(String packageName) {
        return directory.resolve("roots").resolve(packageName);
    }

    Migrate migrate(DataSource target, List<RevisionInfo> history) {
        return Migrate.configure()
                .dataSource(target)
                .onlineFrom(ONLINE_FROM)
                .history(RevisionGraph.of(history))
                .classLoader(classLoader())
                .build();
    }

    static RevisionInfo revision(String id, List<String> revises, String className) {
        return new RevisionInfo(id, revises, List.of(), List.of(), "Change", null, className, null, "");
    }

    /** The schema, without what Migrate keeps there. */
    static String dump(TestDatabase database) {
        return SchemaDump.of(database, OURS);
    }

    private ClassLoader classLoader() {
        try {
            return new URLClassLoader(new URL[] {directory.toUri().toURL()}, Project.class.getClassLoader());
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }
}
