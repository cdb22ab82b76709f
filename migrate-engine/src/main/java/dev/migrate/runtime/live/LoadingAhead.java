package dev.migrate.runtime.live;

import dev.migrate.ddl.DdlRenderer;
import dev.migrate.ddl.SqlIdentifiers;
import dev.migrate.ddl.SqlScript;
import dev.migrate.revision.Plan;
import dev.migrate.revision.Planner;
import dev.migrate.revision.Step;
import dev.migrate.runtime.MigrationLoader;
import dev.migrate.runtime.Survey;
import dev.migrate.runtime.connection.BlockerWatch;
import dev.migrate.runtime.journal.Journal;
import dev.migrate.runtime.journal.Progress;
import dev.migrate.runtime.journal.VersionTable;
import dev.migrate.schema.Literals;
import java.text.NumberFormat;
import java.util.GregorianCalendar;
import java.util.Locale;
import org.postgresql.core.v3.QueryExecutorImpl;
import org.postgresql.jdbc.PgResultSet;
import org.postgresql.jdbc.PgStatement;
import org.postgresql.jdbc.TimestampUtils;
import org.postgresql.jdbc.TypeInfoCache;

/**
 * Loads classes in a thread of its own, while the one of the run waits for the server: of what the run is about to do, and
 * of a plan's migrations. Of these it initializes none, and what is wrong with one is left to whoever needs it.
 */
final class LoadingAhead implements AutoCloseable {

    private volatile boolean needless;

    private LoadingAhead() {}

    /**
     * What PostgreSQL's driver needs to connect and to answer, behind what it loads first: another thread that is connecting
     * meanwhile finds it there. Where it is loaded already, this is nearly nothing.
     */
    static void driver() {
        try {
            initialize(
                    QueryExecutorImpl.class,
                    TimestampUtils.class,
                    TypeInfoCache.class,
                    PgStatement.class,
                    PgResultSet.class);
            // For the server's version and the session's time zone.
            NumberFormat.getIntegerInstance(Locale.getDefault(Locale.Category.FORMAT));
            new GregorianCalendar();
        } catch (LinkageError e) {
            // Not there, or of another version, whose inside differs: then it connects as fast as it does by itself.
            return;
        }
    }

    /** What a run needs as soon as it is connected, whether there is something to do or not. */
    static void firstLook() {
        SqlIdentifiers.quote("migrate_version");
        initialize(Survey.class, Literals.class, VersionTable.class, Journal.class, Planner.class);
    }

    /** What each migration needs. */
    static void firstRevision() {
        try {
            initialize(
                    DdlRenderer.class,
                    LiveSink.class,
                    LiveCommits.class,
                    LiveRevision.class,
                    Progress.class,
                    SqlScript.class,
                    BlockerWatch.class);
        } catch (LinkageError e) {
            // The run has ended before its first revision, and Maven has closed the plugin's class loader.
            return;
        }
    }

    private static void initialize(Class<?>... classes) {
        for (Class<?> one : classes) {
            try {
                Class.forName(one.getName(), true, one.getClassLoader());
            } catch (ClassNotFoundException e) {
                throw new IllegalStateException(e); // It is there, since it has a name.
            }
        }
    }

    static LoadingAhead of(Plan plan, MigrationLoader migrations) {
        LoadingAhead loading = new LoadingAhead();
        Thread thread = new Thread(() -> loading.load(plan, migrations), "migrate-loading");
        thread.setDaemon(true);
        thread.start();
        return loading;
    }

    private void load(Plan plan, MigrationLoader migrations) {
        for (Step step : plan.steps()) {
            if (needless || !migrations.prepare(step.revision())) {
                return;
            }
        }
        firstRevision();
    }

    /** Whatever isn't loaded by now need not be. */
    @Override
    public void close() {
        needless = true;
    }
}
