package dev.migrate.autogen.change;

import dev.migrate.Migrate;
import dev.migrate.MigrateException;
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
import dev.migrate.autogen.scratch.ScratchDatabase;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** One change, done to a database with rows. */
final class ChangeRun implements AutoCloseable {

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

    private static final String[] OURS = {
        "public.migrate_version", "public.migrate_journal", "public.migrate_journal_id_seq"
    };

    private final EntityChange change;
    private final String id;
    private final Path directory;
    private final TestDatabase database = PostgresServer.get().newDatabase();
    private Map<String, Map<String, String>> rows = Map.of();
    private String dump = "";
    private String source = "";
    private String said = "";
    private boolean isNothing;
    private Map<String, Map<String, String>> inserted = Map.of();

    /**
     * @param id of its packages and its migration
     * @param directory where the classes of all changes are
     */
    ChangeRun(EntityChange change, String id, Path directory) {
        this.change = change;
        this.id = id;
        this.directory = directory;
    }

    /** The sources of one side, by class name. */
    Map<String, String> sources(Side side) {
        String packageName = packageName(side);
        String entities = side == Side.BEFORE ? change.before() : change.after();
        return Map.of(packageName + ".Entities", HEAD.formatted(packageName) + entities);
    }

    String packageName(Side side) {
        return id + (side == Side.BEFORE ? "a" : "b");
    }

    String migrationName() {
        return "R" + id;
    }

    /** Has the earlier application make its tables, fills them, and writes the migration; empty if there is none. */
    String write() {
        try (Application application = start(Side.BEFORE)) {
            application.createTables();
            database.execute(change.rows());
            rows = application.read();
        }
        dump = dump();
        try {
            Difference difference = autogenerate(
                            source(Side.AFTER),
                            DiffOptions.ENTITIES
                                    .renames(change.option("rename"))
                                    .dropUnknown(true))
                    .compareWith(database.dataSource());
            if (difference.isEmpty()) {
                isNothing = true;
                return "";
            }
            OnlineOptions options = OnlineOptions.ONLINE
                    .online(!change.options().contains("offline"))
                    .backfill(change.option("backfill"))
                    .leaveRows(change.option("leaveRows"));
            OnlineRewrite rewrite = OnlineRewrite.of(difference, options);
            List<String> sentences = new ArrayList<>(rewrite.difference().losses());
            sentences.addAll(difference.undeclarable());
            sentences.addAll(rewrite.preconditions());
            said = String.join("\n", sentences);
            source = MigrationWriter.write(
                    rewrite.applyTo(MigrationFile.of("", migrationName(), "0001", "Change", "2026-01-01T00:00:00Z")));
            said += source;
        } catch (MigrateException e) {
            said = e.getMessage();
        }
        return source;
    }

    /** Runs it, and says what has come of it. */
    String outcome() {
        if (isNothing) {
            try (Application application = start(Side.AFTER)) {
                application.validateTables();
                Map<String, Map<String, String>> read = application.read();
                String wrong = ReadRows.difference(ReadRows.expected(rows, read, change.reads()), read);
                return wrong.isEmpty() ? "NOTHING" : "wrong without a change: " + wrong;
            }
        }
        return source.isEmpty() ? "NOT_WRITTEN" : runUp();
    }

    private String runUp() {
        Migrate migrate = migrate(database.dataSource());
        change.option("meanwhile").forEach(database::execute);
        try {
            migrate.upgrade("head");
        } catch (RuntimeException e) {
            return failed(e);
        }
        String drift = autogenerate(source(Side.AFTER), DiffOptions.ENTITIES)
                .driftOf(database.dataSource())
                .operations()
                .toString();
        if (!drift.equals("[]")) {
            return "differs after the upgrade: " + drift;
        }
        Map<String, Map<String, String>> upgraded;
        try (Application application = start(Side.AFTER)) {
            application.validateTables();
            upgraded = application.read();
            String wrong = ReadRows.difference(ReadRows.expected(rows, upgraded, change.reads()), upgraded);
            if (!wrong.isEmpty()) {
                return "wrong after the upgrade: " + wrong;
            }
            if (inserts(application)) {
                upgraded = application.read();
                rows = upgraded;
            }
            migrate.downgrade("-1");
            String wrongBack = readBack();
            if (!wrongBack.isEmpty()) {
                return wrongBack;
            }
            migrate.upgrade("head");
            String wrongAgain = ReadRows.difference(inserted.isEmpty() ? upgraded : inserted, application.read());
            if (!wrongAgain.isEmpty()) {
                return "wrong after the second upgrade: " + wrongAgain;
            }
        } catch (RuntimeException e) {
            return "fails after the upgrade: " + causes(e);
        }
        // Another one, since the former has numbers in reserve.
        try (Application application = start(Side.AFTER)) {
            inserts(application);
        } catch (RuntimeException e) {
            return "fails after the upgrade: " + causes(e);
        }
        return change.lost().isEmpty() ? "RIGHT" : "LOSES";
    }

    /** Stores new rows, if the change is about how they get their keys. */
    private boolean inserts(Application application) {
        change.option("insert").forEach(application::insert);
        return !change.option("insert").isEmpty();
    }

    private String readBack() {
        String dumpBack = dump();
        if (!dumpBack.equals(dump)) {
            return "another schema after the downgrade:\n" + dumpBack;
        }
        try (Application application = start(Side.BEFORE)) {
            Map<String, Map<String, String>> downgraded = application.read();
            String wrong = ReadRows.difference(ReadRows.changed(rows, change.lost()), downgraded);
            if (!change.options().contains("begins anew") && inserts(application)) {
                inserted = application.read();
            }
            return wrong.isEmpty() ? "" : "wrong after the downgrade: " + wrong;
        }
    }

    /** A failure is no more than a refusal if nothing has changed, and the rest can be done when the rows are right. */
    private String failed(RuntimeException failure) {
        said += causes(failure);
        if (!dump().equals(dump)) {
            return "half way through: " + causes(failure);
        }
        change.option("undone").forEach(database::execute);
        try (Application application = start(Side.BEFORE)) {
            String wrong = ReadRows.difference(rows, application.read());
            return wrong.isEmpty() ? "REFUSED" : "other rows after a failure: " + wrong;
        }
    }

    /** What was said on the way, with the migration. */
    String said() {
        return said;
    }

    String source() {
        return source;
    }

    private static String causes(Throwable failure) {
        StringBuilder causes = new StringBuilder(String.valueOf(failure.getMessage()));
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            causes.append("\n  because of: ").append(cause);
        }
        return causes.toString();
    }

    private String dump() {
        return SchemaDump.of(database, OURS);
    }

    private Application start(Side side) {
        return Application.start(directory, packageName(side), classLoader(), database);
    }

    private ClassLoader classLoader() {
        try {
            return new URLClassLoader(new URL[] {directory.toUri().toURL()}, ChangeRun.class.getClassLoader());
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }

    private EntitySource source(Side side) {
        ServerVersion server = new ServerVersion(Integer.parseInt(database.query("SHOW server_version_num")));
        return EntitySource.of(classLoader())
                .roots(List.of(directory.resolve("roots").resolve(packageName(side))))
                .packages(List.of(packageName(side)))
                .postgresMajor(server.major());
    }

    private Autogenerate autogenerate(EntitySource entities, DiffOptions options) {
        return new Autogenerate(
                new HibernateEntityReader(),
                entities,
                this::empty,
                this::scratch,
                CatalogScope.ofDefaultSchema(),
                options);
    }

    private Migrate empty(DataSource target) {
        return Migrate.configure()
                .dataSource(target)
                .history(RevisionGraph.of(List.of()))
                .build();
    }

    private Migrate migrate(DataSource target) {
        RevisionInfo revision =
                new RevisionInfo("0001", List.of(), List.of(), List.of(), "Change", null, migrationName(), null, "");
        return Migrate.configure()
                .dataSource(target)
                .onlineFrom(0)
                .history(RevisionGraph.of(List.of(revision)))
                .classLoader(classLoader())
                .build();
    }

    private ScratchDatabase scratch() {
        throw new IllegalStateException("Nothing is replayed: the tables are the application's.");
    }

    @Override
    public void close() {
        database.close();
    }

    /** Which of the two applications. */
    enum Side {
        BEFORE,
        AFTER
    }
}
