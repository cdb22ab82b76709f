package dev.migrate;

import dev.migrate.ddl.ServerVersion;
import dev.migrate.lint.Ignored;
import dev.migrate.revision.RevisionGraph;
import dev.migrate.runtime.Listeners;
import dev.migrate.runtime.LoggingListener;
import dev.migrate.runtime.MigrationLoader;
import dev.migrate.runtime.PlanReview;
import dev.migrate.runtime.RunSettings;
import dev.migrate.runtime.recorder.FlightRecorderListener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Collects what a {@link Migrate} needs. Everything has a default but the database. */
public final class MigrateBuilder {

    /** Where migrations are if nobody says otherwise. */
    public static final String DEFAULT_PACKAGE = "db.migrations";

    private @Nullable DataSource dataSource;
    private List<String> packages = List.of(DEFAULT_PACKAGE);
    private @Nullable RevisionGraph history;
    private @Nullable ClassLoader classLoader;
    private String versionTable = RunSettings.DEFAULT_VERSION_TABLE;
    private @Nullable String versionSchema;
    private List<String> searchPath = List.of();
    private TransactionMode transaction = TransactionMode.REVISION;
    private Duration lockTimeout = RunSettings.DEFAULT_LOCK_TIMEOUT;
    private @Nullable Duration statementTimeout;
    private Duration lockWait = RunSettings.DEFAULT_LOCK_WAIT;
    private int retries = RunSettings.DEFAULT_RETRIES;
    private long onlineFrom = RunSettings.DEFAULT_ONLINE_FROM;
    private ServerVersion scripts = ServerVersion.ofMajor(ServerVersion.NEWEST_TESTED);
    private final Map<String, String> arguments = new LinkedHashMap<>();
    private final List<String> secrets = new ArrayList<>();
    private final List<RunListener> listeners = new ArrayList<>();
    private OnDataLoss loss = OnDataLoss.WARN;
    private List<Ignored> lintIgnore = List.of();
    private boolean quiet;

    MigrateBuilder() {}

    /** Where the database is. Only what works without one can do without. */
    public MigrateBuilder dataSource(DataSource source) {
        dataSource = source;
        return this;
    }

    /** The packages that the migrations are in, subpackages included; {@code db.migrations} if not given. */
    public MigrateBuilder packages(String... names) {
        packages = List.of(names);
        return this;
    }

    /** The history, if it isn't to be read from packages. */
    public MigrateBuilder history(RevisionGraph graph) {
        history = graph;
        return this;
    }

    /**
     * Where the migrations are; otherwise the context class loader of the thread that builds or, if that doesn't see the
     * engine, the engine's own.
     */
    public MigrateBuilder classLoader(ClassLoader loader) {
        classLoader = loader;
        return this;
    }

    /** The version table's name; {@code migrate_version} if not given. */
    public MigrateBuilder versionTable(String name) {
        versionTable = name;
        return this;
    }

    /** The schema of the version table and the journal: created when missing. */
    public MigrateBuilder versionSchema(String name) {
        versionSchema = name;
        return this;
    }

    /** The schemas that migrations see, the first being where they create; otherwise those of the connection. */
    public MigrateBuilder searchPath(String... schemas) {
        searchPath = List.of(schemas);
        return this;
    }

    /** What commits together; each revision by itself if not given. */
    public MigrateBuilder transaction(TransactionMode mode) {
        transaction = mode;
        return this;
    }

    /** How long a statement may wait for a lock; 5 s if not given, zero for ever. */
    public MigrateBuilder lockTimeout(Duration timeout) {
        lockTimeout = timeout;
        return this;
    }

    /** How long a statement may take; as the server is configured if not given. */
    public MigrateBuilder statementTimeout(Duration timeout) {
        statementTimeout = timeout;
        return this;
    }

    /**
     * The server that scripts are for, and operations that are recorded; the newest that is supported if not given. What
     * it lacks is an error when the script is written.
     *
     * @param major such as 17
     * @throws MigrateException if it is older than what is supported
     */
    public MigrateBuilder scriptsFor(int major) {
        if (major < ServerVersion.OLDEST_SUPPORTED) {
            throw new MigrateException("scriptsFor is " + major + ". Expected a major version of PostgreSQL, "
                    + ServerVersion.OLDEST_SUPPORTED + " or later.");
        }
        scripts = ServerVersion.ofMajor(major);
        return this;
    }

    /** How long to wait for another instance that is migrating; 10 minutes if not given. */
    public MigrateBuilder lockWait(Duration longest) {
        lockWait = longest;
        return this;
    }

    /** How often to try again what failed because of a lock; 10 times if not given. */
    public MigrateBuilder retries(int count) {
        retries = count;
        return this;
    }

    /**
     * How many rows a table has to have, by the catalog's estimate, before its revision runs online: with {@code
     * CONCURRENTLY}, and with commits between the batches of a backfill. A revision whose tables are all smaller runs in
     * one transaction, so that it is all or nothing. 100,000 if not given; 0 runs all revisions online.
     */
    public MigrateBuilder onlineFrom(long rows) {
        onlineFrom = rows;
        return this;
    }

    /** What a run does that would lose data for good; it says so and runs if not given. */
    public MigrateBuilder loss(OnDataLoss what) {
        loss = what;
        return this;
    }

    /** Rules of lint that are ignored, each with its reason: what they are about may be lost. */
    public MigrateBuilder lintIgnore(List<Ignored> rules) {
        lintIgnore = List.copyOf(rules);
        return this;
    }

    /** An argument for migrations: {@code op.x(key)}. */
    public MigrateBuilder x(String key, String value) {
        arguments.put(key, value);
        return this;
    }

    /** A text that must not appear in any message, such as the password. */
    public MigrateBuilder secret(String text) {
        secrets.add(text);
        return this;
    }

    /** Hears what runs; may be called for several. */
    public MigrateBuilder listener(RunListener listener) {
        listeners.add(listener);
        return this;
    }

    /** Leaves the log alone, for runs that nobody wants to hear of: on a scratch database, or into a script. */
    public MigrateBuilder quiet() {
        quiet = true;
        return this;
    }

    /**
     * Begins to read the history, and doesn't wait for it: if it has errors, what needs it throws a
     * {@link MigrateException} with all of them.
     */
    public Migrate build() {
        ClassLoader classes = classLoader == null ? surroundingClasses() : classLoader;
        RunSettings settings = new RunSettings(
                versionTable,
                Optional.ofNullable(versionSchema),
                searchPath,
                transaction,
                lockTimeout,
                Optional.ofNullable(statementTimeout),
                lockWait,
                retries,
                onlineFrom,
                arguments,
                secrets);
        List<RunListener> heard = new ArrayList<>(listeners);
        if (!quiet) {
            heard.add(0, new LoggingListener());
        }
        if (FlightRecorderListener.isAvailable()) {
            heard.add(new FlightRecorderListener());
        }
        return new Migrate(
                dataSource,
                history == null
                        ? new History(HistoryReading.of(classes, packages), packages)
                        : new History(HistoryReading.of(history), List.of()),
                new MigrationLoader(classes),
                settings,
                new Listeners(heard),
                scripts,
                reviews());
    }

    /** Of a quiet run, such as one on a scratch database, nobody hears what it loses. */
    private PlanReview.Factory reviews() {
        OnDataLoss what = loss;
        List<Ignored> allowed = lintIgnore;
        return quiet && what == OnDataLoss.WARN && listeners.isEmpty()
                ? PlanReview.NONE
                : types -> new DataLossReview(what, allowed, types);
    }

    /**
     * That of a thread, if its classes know this engine: some threads have none, those of native code for example, and those
     * of the common pool have the system's, which doesn't see into an application's jar or web archive.
     */
    private static ClassLoader surroundingClasses() {
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        return context != null && knows(context) ? context : MigrateBuilder.class.getClassLoader();
    }

    private static boolean knows(ClassLoader context) {
        try {
            return context.loadClass(Migration.class.getName()) == Migration.class;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }
}
