package dev.migrate.autogen.change;

import dev.migrate.Migrate;
import dev.migrate.MigrateException;
import dev.migrate.autogen.diff.DiffOptions;
import dev.migrate.autogen.diff.Difference;
import dev.migrate.autogen.java.MigrationFile;
import dev.migrate.autogen.java.MigrationWriter;
import dev.migrate.autogen.online.OnlineOptions;
import dev.migrate.autogen.online.OnlineRewrite;
import dev.migrate.revision.RevisionInfo;
import dev.migrate.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One change, done to a database with rows. */
final class ChangeRun implements AutoCloseable {

    private final EntityChange change;
    private final Origin origin;
    private final Project project;
    private final String id;
    private final TestDatabase database;
    private String source = "";
    private String error = "";
    private List<String> said = List.of();
    private boolean isNothing;
    private Map<String, Map<String, String>> inserted = Map.of();

    /** @param id of its package and its migration */
    ChangeRun(EntityChange change, Origin origin, Project project, String id) {
        this.change = change;
        this.origin = origin;
        this.project = project;
        this.id = id;
        this.database = origin.copy();
    }

    static Map<String, String> sources(EntityChange change, String id) {
        return Project.sources(packageName(id), change.after(), change.writes());
    }

    static String packageName(String id) {
        return "after" + id;
    }

    private RevisionInfo second() {
        return Project.revision("0002", List.of("0001"), "Second" + id);
    }

    private List<RevisionInfo> history() {
        return List.of(origin.first(), second());
    }

    /** The migration that autogenerate writes, by class name; empty if there is none. */
    Map<String, String> write() {
        try {
            DiffOptions options = DiffOptions.ENTITIES.renames(change.option("rename"));
            Difference difference = project.autogenerate(packageName(id), database, List.of(origin.first()), options)
                    .compareWith(database.dataSource());
            OnlineRewrite rewrite = OnlineRewrite.of(
                    difference,
                    OnlineOptions.ONLINE
                            .online(!change.options().contains("offline"))
                            .backfill(change.option("backfill"))
                            .leaveRows(change.option("leaveRows")));
            said = said(difference, rewrite);
            if (difference.isEmpty()) {
                isNothing = true;
                return Map.of();
            }
            String name = second().className();
            source = MigrationWriter.write(
                    rewrite.applyTo(MigrationFile.of("", name, "0002", "Change", "2026-01-01T00:00:00Z")));
            return Map.of(name, source);
        } catch (MigrateException e) {
            error = String.valueOf(e.getMessage());
            return Map.of();
        }
    }

    /** What the goal says beside the changes. */
    private static List<String> said(Difference difference, OnlineRewrite rewrite) {
        List<String> sentences = new ArrayList<>(rewrite.difference().losses());
        sentences.addAll(difference.leftAlone());
        sentences.addAll(difference.demands());
        sentences.addAll(difference.undeclarable());
        sentences.addAll(difference.unwritten());
        sentences.addAll(rewrite.preconditions());
        return sentences;
    }

    /** Runs it, and says what has come of it. */
    String outcome() {
        if (isNothing) {
            return unchanged();
        }
        return source.isEmpty() ? Outcome.NOT_WRITTEN.name() : up();
    }

    private String unchanged() {
        try (Application application = start()) {
            application.validateTables();
            Map<String, Map<String, String>> read = application.read();
            String wrong = ReadRows.difference(ReadRows.expected(origin.rows(), read, change.reads()), read);
            return wrong.isEmpty() ? Outcome.NOTHING.name() : "wrong without a change: " + wrong;
        } catch (RuntimeException e) {
            return "can't be used without a change: " + causes(e);
        }
    }

    private String up() {
        Migrate migrate = project.migrate(database.dataSource(), history());
        change.option("meanwhile").forEach(database::execute);
        try {
            migrate.upgrade("head");
        } catch (RuntimeException e) {
            return failed(e, migrate);
        }
        String drift = drift();
        if (!drift.isEmpty()) {
            return "differs after the upgrade: " + drift;
        }
        String dump = Project.dump(database);
        try (Application application = start()) {
            application.validateTables();
            application.store();
            Map<String, Map<String, String>> upgraded = application.read();
            String wrong = ReadRows.difference(ReadRows.expected(origin.rows(), upgraded, change.reads()), upgraded);
            if (!wrong.isEmpty()) {
                return "wrong after the upgrade: " + wrong;
            }
            Map<String, Map<String, String>> stored = origin.rows();
            if (inserts(application)) {
                upgraded = application.read();
                stored = upgraded;
            }
            try {
                migrate.downgrade("-1");
            } catch (RuntimeException e) {
                return stays(e, dump, upgraded, application);
            }
            String wrongBack = readBack(stored);
            if (!wrongBack.isEmpty()) {
                return wrongBack;
            }
            migrate.upgrade("head");
            String wrongAgain = ReadRows.difference(
                    ReadRows.changed(inserted.isEmpty() ? upgraded : inserted, change.again()), application.read());
            if (!wrongAgain.isEmpty()) {
                return "wrong after the second upgrade: " + wrongAgain;
            }
        } catch (RuntimeException e) {
            return "fails after the upgrade: " + causes(e);
        }
        // Another one, since the former has numbers in reserve.
        try (Application application = start()) {
            inserts(application);
        } catch (RuntimeException e) {
            return "fails after the second upgrade: " + causes(e);
        }
        boolean isLost = change.lost().stream()
                .map(lost -> lost.replaceFirst("^-", ""))
                .map(lost -> lost.contains("=") ? lost.substring(0, lost.indexOf('.', lost.indexOf('#'))) : lost)
                .anyMatch(origin.rows()::containsKey);
        return isLost ? Outcome.LOSES.name() : Outcome.RIGHT.name();
    }

    /** What is written next; nothing if the history has led to the entities. */
    private String drift() {
        Difference difference = project.autogenerate(packageName(id), database, history(), DiffOptions.ENTITIES)
                .compareWith(database.dataSource());
        return difference.isEmpty() ? "" : difference.operations().toString();
    }

    private String stays(
            RuntimeException failure, String dump, Map<String, Map<String, String>> upgraded, Application application) {
        error = causes(failure);
        if (!Project.dump(database).equals(dump)) {
            return "half way back: " + error;
        }
        String wrong = ReadRows.difference(upgraded, application.read());
        return wrong.isEmpty() ? Outcome.REFUSES_BACK.name() : "other rows after a failed downgrade: " + wrong;
    }

    /** Stores new rows, if the change is about how they get their keys. */
    private boolean inserts(Application application) {
        change.option("insert").forEach(application::insert);
        return !change.option("insert").isEmpty();
    }

    private String readBack(Map<String, Map<String, String>> stored) {
        String dumpBack = Project.dump(database);
        if (!dumpBack.equals(origin.dump())) {
            return "another schema after the downgrade:\n" + dumpBack;
        }
        try (Application application = origin.start(database)) {
            String wrong = ReadRows.difference(ReadRows.changed(stored, change.lost()), application.read());
            if (!change.options().contains("begins anew") && inserts(application)) {
                inserted = application.read();
            }
            return wrong.isEmpty() ? "" : "wrong after the downgrade: " + wrong;
        }
    }

    /** A failure is no more than a refusal if nothing has changed, and the revision has not begun. */
    private String failed(RuntimeException failure, Migrate migrate) {
        error = causes(failure);
        if (!Project.dump(database).equals(origin.dump())) {
            return "half way through: " + error;
        }
        change.option("undone").forEach(database::execute);
        try (Application application = origin.start(database)) {
            migrate.requireWhole();
            String wrong = ReadRows.difference(origin.rows(), application.read());
            return wrong.isEmpty() ? Outcome.REFUSED.name() : "other rows after a failure: " + wrong;
        } catch (MigrateException e) {
            return "half way through: " + e.getMessage();
        }
    }

    /** What autogenerate says beside the changes. */
    List<String> said() {
        return said;
    }

    /** What went wrong, in the words of whoever refused it. */
    String error() {
        return error;
    }

    /** The migration. */
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

    private Application start() {
        return project.start(packageName(id), database);
    }

    @Override
    public void close() {
        database.close();
    }
}
