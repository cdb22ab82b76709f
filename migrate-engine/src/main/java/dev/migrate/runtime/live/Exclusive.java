package dev.migrate.runtime.live;

import dev.migrate.MigrateException;
import dev.migrate.RunListener;
import dev.migrate.runtime.Cancellation;
import dev.migrate.runtime.RunSettings;
import dev.migrate.runtime.Session;
import dev.migrate.runtime.SessionSettings;
import dev.migrate.runtime.connection.OtherConnections;
import dev.migrate.runtime.connection.Pooling;
import dev.migrate.runtime.connection.RedactedException;
import dev.migrate.runtime.connection.Redaction;
import dev.migrate.runtime.connection.SideChannel;
import dev.migrate.runtime.connection.SimpleQueries;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The time during which this instance, and no other, changes the version table. */
final class Exclusive implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Exclusive.class);
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(250);
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(15);

    private final LiveContext context;
    private final AdvisoryLock lock;
    private final SideChannel side;

    private Exclusive(LiveContext context, AdvisoryLock lock, SideChannel side) {
        this.context = context;
        this.lock = lock;
        this.side = side;
    }

    /**
     * Waits until no other instance is migrating, and creates the version table and the journal if they are missing.
     *
     * @throws MigrateException if the server is a standby, if another server's history is replicated into the version
     *     table, or if another instance keeps the lock longer than {@code lockWait}
     */
    static Exclusive enter(
            Session session,
            DataSource dataSource,
            RunSettings settings,
            RunListener listener,
            Cancellation cancellation)
            throws SQLException {
        session.survey().requirePrimary();
        session.survey().requireOwnTables(settings);
        Redaction redaction = new Redaction(settings.secrets());
        SideChannel side = new SideChannel(new OtherConnections(dataSource, session.connection()), redaction);
        try {
            session.waitForAnswers();
            session.avoidPreparedStatements();
            boolean pooled =
                    Pooling.detect(session.connection(), session.survey().backend(), side);
            if (!pooled) {
                session.allowPreparedStatements();
            }
            SessionSettings sessionSettings = SessionSettings.of(settings, session.survey());
            Map<String, String> before = pooled ? Map.of() : session.claim(sessionSettings);
            SimpleQueries queries = new SimpleQueries(session.connection());
            LiveContext context = new LiveContext(
                    settings,
                    session,
                    sessionSettings,
                    new LiveTransaction(session.connection(), sessionSettings, before, session.survey(), pooled),
                    queries,
                    new StatementRunner(
                            session.connection(), queries, side, settings, listener, redaction, cancellation),
                    listener,
                    redaction,
                    cancellation,
                    pooled);
            Exclusive exclusive = new Exclusive(
                    context, new AdvisoryLock(session.versionTable().name()), side);
            exclusive.enter();
            return exclusive;
        } catch (SQLException | RuntimeException e) {
            side.close();
            throw e;
        }
    }

    private void enter() throws SQLException {
        if (context.pooled()) {
            context.listener()
                    .notice("This connection goes through a proxy that pools transactions:"
                            + " the whole run is one transaction");
        }
        acquire();
        boolean changed = context.statements()
                .record(
                        "Preparing " + context.session().versionTable().name() + " and "
                                + context.session().journal().name(),
                        context.transaction().backend(),
                        context.session()::prepareTables);
        if (changed && context.pooled()) {
            // The tables are to stay, whatever becomes of the run.
            context.transaction().commit();
            acquire();
        }
    }

    /** Takes the lock again where it ended with a transaction that was rolled back. */
    void again() throws SQLException {
        if (context.pooled()) {
            acquire();
        }
    }

    private void acquire() throws SQLException {
        long begin = System.nanoTime();
        long lastLine = 0;
        while (!tryAcquire()) {
            Duration waited = Duration.ofNanos(System.nanoTime() - begin);
            Optional<LockHolder> holder = lock.holder(context.session().connection());
            if (waited.compareTo(context.settings().lockWait()) >= 0) {
                throw tooLong(waited, holder);
            }
            if (lastLine == 0 || System.nanoTime() - lastLine > BETWEEN_LINES.toNanos()) {
                lastLine = System.nanoTime();
                holder.ifPresent(other -> context.listener()
                        .notice("Another instance is migrating, waiting for it: " + other.describe()));
            }
            context.cancellation().sleep(BETWEEN_TRIES);
        }
    }

    private boolean tryAcquire() throws SQLException {
        context.cancellation().check();
        if (!context.pooled()) {
            return lock.tryAcquire(context.session().connection(), AdvisoryLock.Scope.SESSION);
        }
        context.transaction().ensureOpen("");
        boolean acquired = lock.tryAcquire(context.session().connection(), AdvisoryLock.Scope.TRANSACTION);
        if (!acquired) {
            context.transaction().rollback();
        }
        return acquired;
    }

    private static MigrateException tooLong(Duration waited, Optional<LockHolder> holder) {
        return new MigrateException("Another instance is migrating this database: "
                + holder.map(LockHolder::describe).orElse("it has just changed hands")
                + ". Waited " + waited.toSeconds() + " s (lockWait). Run the command again when it is done"
                + holder.map(other -> "; if it hangs, end it with SELECT pg_terminate_backend(" + other.pid() + ")")
                        .orElse("")
                + ".");
    }

    LiveContext context() {
        return context;
    }

    /** Frees the lock: by ending the session, if there is no other way. */
    @Override
    public void close() {
        try {
            context.transaction().rollback();
            if (!context.pooled()) {
                context.transaction().discardTemporary();
                lock.release(context.session().connection());
            }
        } catch (SQLException e) {
            LOG.debug(
                    "The lock could not be released, so its session is ended",
                    new RedactedException(e, context.redaction()));
            context.session().breakOff();
        } finally {
            side.close();
        }
    }
}
