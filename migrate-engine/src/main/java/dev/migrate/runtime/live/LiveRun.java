package dev.migrate.runtime.live;

import dev.migrate.MigrateException;
import dev.migrate.Outcome;
import dev.migrate.RunListener;
import dev.migrate.revision.Plan;
import dev.migrate.revision.RowChange;
import dev.migrate.revision.Step;
import dev.migrate.runtime.Cancellation;
import dev.migrate.runtime.CancelledException;
import dev.migrate.runtime.MigrationLoader;
import dev.migrate.runtime.PlanReview;
import dev.migrate.runtime.Rehearsal;
import dev.migrate.runtime.RevisionFailedException;
import dev.migrate.runtime.RunSettings;
import dev.migrate.runtime.Runner;
import dev.migrate.runtime.Session;
import dev.migrate.runtime.connection.Blocker;
import dev.migrate.runtime.connection.Redaction;
import dev.migrate.runtime.connection.SafeCause;
import dev.migrate.runtime.connection.SqlErrors;
import dev.migrate.runtime.journal.Interruption;
import dev.migrate.runtime.journal.Journal;
import dev.migrate.runtime.journal.Journalled;
import dev.migrate.runtime.journal.Progress;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Type;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * One run on a live database. With nothing to do it reads and leaves: two round trips, no lock. Otherwise it takes the
 * lock, plans again from what is applied now, runs the plan, and tries again what another session's lock was in the way
 * of.
 */
public final class LiveRun {

    private static final String UNKNOWN = "unknown";

    /** Plans from the rows of the version table. */
    public interface Planning {
        /**
         * @param journal knows what is applied where the history doesn't have a row's revision, on the connection of the run;
         *     throws {@link MigrateException} if it can't be read
         */
        Plan plan(Set<String> applied, Supplier<Journalled> journal);
    }

    /** Decides how the rows of the version table are to change. */
    public interface Stamping {
        List<RowChange> changes(Set<String> applied);
    }

    /** Tells of which revisions a stamp says nothing. */
    public interface Undeclared {
        Set<String> revisions(Set<String> applied);
    }

    private final RunSettings settings;
    private final DataSource dataSource;
    private final RunListener listener;
    private final Cancellation cancellation;
    private final Redaction redaction;
    private final Backoff backoff;
    private final PlanReview.Factory reviews;

    /**
     * Prepares a run.
     *
     * @param random spreads the attempts of several instances
     * @param reviews of what is about to run
     */
    public LiveRun(
            RunSettings settings,
            DataSource dataSource,
            RunListener listener,
            Cancellation cancellation,
            RandomGenerator random,
            PlanReview.Factory reviews) {
        this.reviews = reviews;
        this.settings = settings;
        this.dataSource = dataSource;
        this.listener = listener;
        this.cancellation = cancellation;
        this.redaction = new Redaction(settings.secrets());
        this.backoff = new Backoff(random);
    }

    /** Loads what a connection is made with: for a thread beside the one that connects. */
    public static void loadDriverAhead() {
        LoadingAhead.driver();
    }

    /** Loads what a run needs as soon as it is connected: for a thread that has nothing else to do until then. */
    public static void loadAhead() {
        LoadingAhead.firstLook();
    }

    /**
     * Runs what is planned.
     *
     * @param includesUnfinished whether a revision that is half applied is part of any such plan: then a plan that has
     *     nothing to do needs no second look at the database
     * @throws RevisionFailedException if a migration fails
     * @throws CancelledException if the run is cancelled
     * @throws MigrateException if there is no plan, no connection, or another instance keeps the lock too long
     */
    public void run(Planning planning, MigrationLoader migrations, boolean includesUnfinished) {
        long begin = System.nanoTime();
        try (Session session = Session.open(dataSource, settings)) {
            Map<String, Boolean> reverting = session.reverting();
            Plan plan = planning.plan(reverting.keySet(), () -> journalled(session));
            if (plan.isEmpty()) {
                session.requireNone(reverting);
                if (!includesUnfinished) {
                    Interruption.requirePlanned(session.interruptions().values(), plan);
                }
                session.survey().replicated(settings).ifPresent(listener::notice);
                return;
            }
            try (LoadingAhead loading = LoadingAhead.of(plan, migrations);
                    Exclusive exclusive = Exclusive.enter(session, dataSource, settings, listener, cancellation)) {
                run(planning, exclusive, migrations, loading);
            }
        } catch (SQLException e) {
            throw told(SqlErrors.unexpected("Migrating", e, redaction), begin);
        } catch (MigrateException e) {
            throw told(e, begin);
        }
    }

    private Journalled journalled(Session session) {
        try {
            return session.journalled();
        } catch (SQLException e) {
            throw SqlErrors.unexpected("Migrating", e, redaction);
        }
    }

    /** Tells the listener of a failure, and keeps it even if the listener fails too. */
    private MigrateException told(MigrateException failure, long begin) {
        try {
            listener.runFailed(failure, since(begin));
        } catch (RuntimeException | Error e) {
            failure.addSuppressed(e);
        }
        return failure;
    }

    private void run(Planning planning, Exclusive exclusive, MigrationLoader migrations, LoadingAhead loading)
            throws SQLException {
        long begin = System.nanoTime();
        Session session = exclusive.context().session();
        Plan plan = planning.plan(session.applied(), () -> journalled(session));
        if (plan.isEmpty()) {
            return;
        }
        Map<String, Interruption> interruptions = session.interruptions();
        Interruption.requirePlanned(interruptions.values(), plan);
        PlanReview review = reviews.begin((table, column) -> typeOf(session, table, column));
        Rehearsal rehearsal =
                new Rehearsal(settings, migrations, session.survey().server(), false, review);
        Runner runner = new Runner(migrations, settings.arguments(), listener, rehearsal.of(plan));
        review.finish(plan).forEach(listener::warning);
        loading.close();
        LiveSink sink = new LiveSink(
                exclusive.context(),
                new LiveCommits(exclusive.context(), plan.steps(), interruptions),
                rehearsal.shapes());
        listener.runStarted(plan);
        OptionalInt retry = attempt(plan.steps(), runner, sink, 0);
        while (retry.isPresent()) {
            exclusive.again();
            if (exclusive.context().pooled()) {
                // The lock was gone for a while: another instance may have been faster.
                plan = planning.plan(session.applied(), () -> journalled(session));
            }
            retry = attempt(plan.steps(), runner, sink, retry.getAsInt());
        }
        listener.runFinished(plan, since(begin));
    }

    private Optional<Type> typeOf(Session session, QualifiedName table, String column) {
        try {
            return session.typeOf(table, column);
        } catch (SQLException e) {
            throw SqlErrors.unexpected("Reading the type of " + table + "." + column, e, redaction);
        }
    }

    /**
     * Runs the rest of the steps.
     *
     * @param retry which one it is, from 1; 0 for the first attempt
     * @return the number of the retry that it is time for now; empty if all succeeded
     */
    private OptionalInt attempt(List<Step> steps, Runner runner, LiveSink sink, int retry) throws SQLException {
        int completions = sink.commits().completions();
        try {
            runner.run(steps.subList(sink.commits().durable(), steps.size()), sink);
            sink.commits().commit();
            return OptionalInt.empty();
        } catch (Exception | Error e) {
            LiveRevision revision = sink.current();
            boolean lost = !rollBack(sink, e);
            if (!lost && runsOnline(sink, revision, e)) {
                return OptionalInt.of(retry);
            }
            boolean contention =
                    !lost && SqlErrors.in(e).filter(SqlErrors::isContention).isPresent();
            // What has got further begins to count anew: a long backfill may meet many locks.
            int next = sink.commits().completions() > completions ? 1 : retry + 1;
            if (contention && next <= settings.retries() && !cancellation.isRequested()) {
                waitFor(revision, e, next);
                return OptionalInt.of(next);
            }
            if (revision == null) {
                throw between(e);
            }
            if (cancellation.isRequested()) {
                throw report(sink, steps, revision, e, lost).cancelled();
            }
            throw report(sink, steps, revision, e, lost).exception(redaction);
        }
    }

    /** Whether what was to be one transaction is to run again as it is written. */
    private boolean runsOnline(LiveSink sink, @Nullable LiveRevision revision, Throwable thrown) {
        Optional<SQLException> refusal = SqlErrors.in(thrown).filter(SqlErrors::isOfOneTransaction);
        if (revision == null || refusal.isEmpty() || cancellation.isRequested() || !sink.goOnline()) {
            return false;
        }
        listener.notice("The " + revision.action() + " of " + revision.id()
                + " can't be one transaction now, and was rolled back: "
                + SqlErrors.message(refusal.get(), redaction)
                + ". It runs again as it is written, and commits on the way."
                + blockers(thrown));
        return true;
    }

    private String blockers(Throwable thrown) {
        return thrown instanceof Blocked failure && !failure.blockers().isEmpty()
                ? "\nIt waited for:\n" + Blocker.describe(failure.blockers(), redaction)
                : "";
    }

    /** What went wrong while no revision was running: a listener, or the commit of a whole run. */
    private MigrateException between(Throwable thrown) {
        return thrown instanceof MigrateException failure
                ? failure
                : new MigrateException(
                        "The run stopped between two revisions: " + redaction.of(thrown.toString())
                                + ". What was committed is complete. See where the database is with mvn"
                                + " migrate:current.",
                        SafeCause.of(thrown, redaction));
    }

    /** Whether the connection is still there. */
    private static boolean rollBack(LiveSink sink, Throwable thrown) {
        if (SqlErrors.in(thrown).filter(SqlErrors::isConnectionLost).isPresent()) {
            return false;
        }
        try {
            sink.commits().rollback();
            return true;
        } catch (SQLException e) {
            thrown.addSuppressed(e);
            return false;
        }
    }

    private void waitFor(@Nullable LiveRevision revision, Throwable thrown, int retry) {
        Duration wait = backoff.before(retry);
        Optional<SQLException> refusal = SqlErrors.in(thrown);
        String reason = refusal.map(one -> SqlErrors.message(one, redaction)).orElse("");
        String met = refusal.filter(SqlErrors::isCatalogConflict).isPresent() ? "another session's change" : "a lock";
        String what = revision == null ? "run" : revision.action() + " of " + revision.id();
        listener.notice("The " + what + " met " + met + " and was rolled back: "
                + reason
                + ". Attempt " + (retry + 1) + " of " + (settings.retries() + 1) + " follows in " + wait.toMillis()
                + " ms." + blockers(thrown));
        cancellation.sleep(wait);
    }

    private FailureReport report(
            LiveSink sink, List<Step> steps, LiveRevision revision, Throwable thrown, boolean lost) {
        // A changed migration has run nothing: why the revision failed before stays on record.
        String place = lost || thrown instanceof ChangedMigration ? UNKNOWN : recordFailure(sink, revision, thrown);
        boolean whole = sink.commits().runIsOneTransaction();
        return new FailureReport(
                revision.step(),
                thrown,
                sink.commits().of(revision.step()),
                whole,
                whole ? kept(sink, steps) : Optional.empty(),
                lost,
                place);
    }

    /** Returns where the database is now. */
    private String recordFailure(LiveSink sink, LiveRevision revision, Throwable thrown) {
        try {
            return sink.commits().recordFailure(revision, thrown, redaction.of(FailureReport.reason(thrown)));
        } catch (SQLException e) {
            thrown.addSuppressed(e);
        }
        try {
            return sink.commits().placeUnrecorded();
        } catch (SQLException | MigrateException e) {
            thrown.addSuppressed(e);
            return UNKNOWN;
        }
    }

    /** Up to where a run in one transaction is committed. */
    private static Optional<FailureReport.Kept> kept(LiveSink sink, List<Step> steps) {
        Step first = steps.get(sink.commits().durable());
        int statements = sink.commits().of(first).statement();
        return sink.commits().durable() == 0 && statements == 0
                ? Optional.empty()
                : Optional.of(new FailureReport.Kept(first.revision().id(), statements));
    }

    /**
     * Changes the version table without running anything.
     *
     * @param undeclared none of these may be interrupted: that would be forgotten
     * @throws MigrateException if the change can't be decided, or another instance keeps the lock too long
     */
    public void stamp(Stamping stamping, Undeclared undeclared) {
        stamp(stamping, undeclared, false);
    }

    /** As {@link #stamp}, in a version table that is emptied before: what it held doesn't count. */
    public void purgeAndStamp(Stamping stamping) {
        stamp(stamping, applied -> Set.of(), true);
    }

    private void stamp(Stamping stamping, Undeclared undeclared, boolean purging) {
        try (Session session = Session.open(dataSource, settings);
                Exclusive exclusive = Exclusive.enter(session, dataSource, settings, listener, cancellation)) {
            Set<String> before = session.applied();
            List<RowChange> changes = stamping.changes(purging ? Set.of() : before);
            Interruption.requireNoneOf(undeclared.revisions(before), session.interruptions());
            LiveTransaction transaction = exclusive.context().transaction();
            exclusive.context().statements().record("Stamping", transaction.backend(), () -> {
                transaction.ensureOpen("stamp");
                try {
                    Set<String> rows = stamp(session, before, changes, purging);
                    transaction.commit();
                    return rows;
                } catch (SQLException e) {
                    session.requireMayWrite(e);
                    throw e;
                }
            });
        } catch (SQLException e) {
            throw SqlErrors.unexpected("Stamping", e, redaction);
        }
    }

    /** Returns the rows that there are then. */
    private Set<String> stamp(Session session, Set<String> before, List<RowChange> changes, boolean purging)
            throws SQLException {
        if (purging) {
            session.versionTable().purge(session.connection());
        }
        for (RowChange change : changes) {
            session.versionTable().change(session.connection(), change);
        }
        Set<String> rows = session.applied();
        listener.stamping(before, rows);
        for (String revision : rows.isEmpty() ? Set.of("base") : rows) {
            session.journal()
                    .append(
                            session.connection(),
                            revision,
                            Journal.STAMP,
                            Journal.NOW,
                            Outcome.DONE,
                            new Progress().mark());
        }
        return rows;
    }

    private static Duration since(long begin) {
        return Duration.ofNanos(System.nanoTime() - begin);
    }
}
