package dev.migrate.runtime.live;

import dev.migrate.RunListener;
import dev.migrate.revision.Step;
import dev.migrate.runtime.Cancellation;
import dev.migrate.runtime.RunSettings;
import dev.migrate.runtime.SessionSettings;
import dev.migrate.runtime.connection.Blocker;
import dev.migrate.runtime.connection.BlockerWatch;
import dev.migrate.runtime.connection.DriverConnection;
import dev.migrate.runtime.connection.RedactedException;
import dev.migrate.runtime.connection.Redaction;
import dev.migrate.runtime.connection.SideChannel;
import dev.migrate.runtime.connection.SimpleQueries;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs a migration's statement: watched, so that it is known whom it waits for, and cancelled when the run is. */
final class StatementRunner {

    private static final Duration RAREST_LOOK = Duration.ofSeconds(5);
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(15);
    private static final Duration MOST_FREQUENT_LOOK = Duration.ofMillis(20);

    /** What is recorded in less time isn't broken off: the run's end waits for it. */
    private static final Duration QUICK = Duration.ofSeconds(1);

    private static final Logger LOG = LoggerFactory.getLogger(StatementRunner.class);

    private static final String CONNECTION_FAILURE = "08006";

    private final Connection connection;
    private final SimpleQueries queries;
    private final SideChannel side;
    private final RunSettings settings;
    private final Duration interval;
    private final RunListener listener;
    private final Redaction redaction;
    private final Cancellation cancellation;

    StatementRunner(
            Connection connection,
            SimpleQueries queries,
            SideChannel side,
            RunSettings settings,
            RunListener listener,
            Redaction redaction,
            Cancellation cancellation) {
        this.connection = connection;
        this.queries = queries;
        this.side = side;
        this.settings = settings;
        this.interval = interval(settings.lockTimeout());
        this.listener = listener;
        this.redaction = redaction;
        this.cancellation = cancellation;
    }

    /** Several looks before the lock timeout strikes. */
    private static Duration interval(Duration lockTimeout) {
        Duration quarter = lockTimeout.dividedBy(4);
        if (lockTimeout.isZero() || quarter.compareTo(RAREST_LOOK) > 0) {
            return RAREST_LOOK;
        }
        return quarter.compareTo(MOST_FREQUENT_LOOK) < 0 ? MOST_FREQUENT_LOOK : quarter;
    }

    /** What to do with a statement's result. */
    interface Reading<T> {
        T of(Statement executed) throws SQLException;
    }

    /** @throws StatementFailure if PostgreSQL refuses it */
    void run(Step step, int number, String sql, int backend) {
        run(step, number, sql, backend, executed -> sql);
    }

    /** As {@link #run(Step, int, String, int)}, with a result. */
    <T> T run(Step step, int number, String sql, int backend, Reading<T> reading) {
        return runBehind("", step, number, sql, backend, reading);
    }

    /**
     * As {@link #run(Step, int, String, int, Reading)}, in one round trip with statements of our own before it, whose
     * result is read. These can't fail, so that what PostgreSQL refuses is always the migration's.
     */
    <T> T runBehind(String own, Step step, int number, String sql, int backend, Reading<T> reading) {
        return watched(step, number, sql, backend, () -> {
            try (Statement statement = connection.createStatement()) {
                // Braces are PostgreSQL's here, not JDBC's.
                statement.setEscapeProcessing(false);
                cancellation.register(statement);
                try {
                    return own.isEmpty() ? one(statement, sql, reading) : behind(own, statement, sql, reading);
                } finally {
                    cancellation.forget(statement);
                }
            }
        });
    }

    private <T> T one(Statement statement, String sql, Reading<T> reading) throws SQLException {
        queries.execute(statement, sql);
        tellNotices(statement);
        return reading.of(statement);
    }

    /** As statements apart, so that the position of an error is one in the migration's. */
    private <T> T behind(String own, Statement statement, String sql, Reading<T> reading) throws SQLException {
        if (sql.indexOf(';') < 0) {
            statement.execute(own + sql);
            tellNotices(statement);
            return reading.of(statement);
        }
        // The driver cuts at semicolons, and finds one where PostgreSQL has a string: E'it' that goes on with '\'s; …'.
        statement.execute(own);
        T result = reading.of(statement);
        one(statement, sql, executed -> sql);
        return result;
    }

    /** Sends a statement, and data behind it. */
    interface Sending {
        void send(String sql) throws SQLException;
    }

    /** As {@link #run(Step, int, String, int)}, with data that follows the statement. */
    void send(Step step, int number, String sql, int backend, Cancellation.Cancellable cancellable, Sending sending) {
        watched(step, number, sql, backend, () -> {
            cancellation.register(cancellable);
            try {
                sending.send(sql);
                return sql;
            } finally {
                cancellation.forget(cancellable);
            }
        });
    }

    /**
     * Does what the run itself has to, such as a commit: watched, since standbys or another session may keep it waiting, and
     * cancelled with the run if they do.
     *
     * @param what as the beginning of a sentence
     * @throws RecordingFailure if PostgreSQL refuses it, and somebody was in the way
     */
    <T> T record(String what, int backend, LiveRevision.Work<T> work) throws SQLException {
        connection.clearWarnings();
        long begin = System.nanoTime();
        Cancellation.Cancellable slow = () -> {
            if (System.nanoTime() - begin > QUICK.toNanos()) {
                DriverConnection.cancel(connection);
            }
        };
        cancellation.registerLast(slow);
        List<Blocker> blockers = List.of();
        boolean ended = false;
        try (BlockerWatch.Watched watch = side.watch(
                backend, interval, longWait(what, settings.lockTimeout().isZero()), this::breakOff)) {
            try {
                T result = work.run();
                tellWarnings(connection.getWarnings());
                return result;
            } finally {
                blockers = watch.seen();
                ended = watch.isEnded();
            }
        } catch (SQLException e) {
            if (ended) {
                throw ended(backend, e);
            }
            if (blockers.isEmpty()) {
                throw e;
            }
            throw new RecordingFailure(what, e, blockers, redaction);
        } finally {
            cancellation.forget(slow);
        }
    }

    private <T> T watched(Step step, int number, String sql, int backend, LiveRevision.Work<T> work) {
        String shown = redaction.of(sql);
        listener.statementStarted(step, shown);
        long begin = System.nanoTime();
        List<Blocker> blockers = List.of();
        boolean ended = false;
        T result;
        try (BlockerWatch.Watched watch = side.watch(
                backend,
                interval,
                longWait("Statement " + number + " of " + step.revision().id(), isPatient(sql)),
                this::breakOff)) {
            try {
                result = work.run();
            } finally {
                blockers = watch.seen();
                ended = watch.isEnded();
            }
        } catch (SQLException e) {
            throw new StatementFailure(number, shown, ended ? ended(backend, e) : e, blockers, redaction);
        }
        listener.statementFinished(step, shown, Duration.ofNanos(System.nanoTime() - begin));
        return result;
    }

    /** Nobody answers any more: who waits for it gets an exception. */
    private void breakOff() {
        try {
            connection.abort(Runnable::run);
        } catch (SQLException e) {
            LOG.debug("The connection could not be broken off", new RedactedException(e, redaction));
        }
    }

    private static SQLException ended(int backend, SQLException e) {
        return new SQLException(
                "The server has no session with the pid " + backend
                        + " any more, and nothing came over the network that says so. The connection was broken off.",
                CONNECTION_FAILURE,
                e);
    }

    /** Whether a statement may wait longer than the lock timeout. */
    private boolean isPatient(String sql) {
        return settings.lockTimeout().isZero() || SessionSettings.isPatient(sql, settings);
    }

    /** Tells whom something waits for, if the lock timeout doesn't end that. */
    private Consumer<List<Blocker>> longWait(String what, boolean patient) {
        Duration lockTimeout = settings.lockTimeout();
        long begin = System.nanoTime();
        AtomicLong told = new AtomicLong(begin);
        return blockers -> {
            if (!patient && blockers.stream().noneMatch(Blocker::isStandbys)) {
                return;
            }
            long now = System.nanoTime();
            boolean first = told.get() == begin && now - begin > lockTimeout.toNanos();
            if (first || (told.get() != begin && now - told.get() > BETWEEN_LINES.toNanos())) {
                told.set(now);
                listener.notice(what + " waits for:\n" + Blocker.describe(blockers, redaction));
            }
        };
    }

    /** What the server said beside a statement's result. */
    void tellNotices(Statement statement) throws SQLException {
        tellWarnings(statement.getWarnings());
    }

    private void tellWarnings(@Nullable SQLWarning first) {
        for (SQLWarning warning = first; warning != null; warning = warning.getNextWarning()) {
            listener.notice(redaction.of(String.valueOf(warning.getMessage())));
        }
    }
}
