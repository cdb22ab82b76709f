package dev.migrate;

import dev.migrate.ddl.ServerVersion;
import dev.migrate.lint.BranchConflict;
import dev.migrate.lint.LintReport;
import dev.migrate.revision.Direction;
import dev.migrate.revision.Plan;
import dev.migrate.revision.Planner;
import dev.migrate.revision.RecordedRevision;
import dev.migrate.revision.RevisionGraph;
import dev.migrate.revision.RevisionInfo;
import dev.migrate.revision.RowChange;
import dev.migrate.revision.Target;
import dev.migrate.revision.Targets;
import dev.migrate.runtime.Inspection;
import dev.migrate.runtime.MigrationLoader;
import dev.migrate.runtime.PlanReview;
import dev.migrate.runtime.RunSettings;
import dev.migrate.runtime.journal.Journalled;
import dev.migrate.runtime.live.LiveRun;
import dev.migrate.runtime.offline.OfflineRun;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A history of migrations and the database that they are for. An application uses it at its start:
 *
 * <pre>{@code
 * Migrate migrate = Migrate.configure().dataSource(dataSource).packages("db.migrations").build();
 * migrate.upgrade("head");      // in development
 * migrate.requireCurrent();     // in production: refuses to start on an outdated database
 * }</pre>
 *
 * <p>Safe for use by several threads, and by several instances of an application at once: one of them migrates, the
 * others wait for it. A connection is given back as it was found.
 */
public final class Migrate {

    private final @Nullable DataSource dataSource;
    private final History history;
    private final MigrationLoader migrations;
    private final RunSettings settings;
    private final RunListener listener;
    private final ServerVersion scripts;
    private final PlanReview.Factory reviews;
    private final Recordings recordings;
    private final RunsInProgress running = new RunsInProgress();

    Migrate(
            @Nullable DataSource dataSource,
            History history,
            MigrationLoader migrations,
            RunSettings settings,
            RunListener listener,
            ServerVersion scripts,
            PlanReview.Factory reviews) {
        this.dataSource = dataSource;
        this.history = history;
        this.migrations = migrations;
        this.settings = settings;
        this.listener = listener;
        this.scripts = scripts;
        this.reviews = reviews;
        this.recordings = new Recordings(settings, migrations, scripts);
    }

    /** Says what to migrate, and how. */
    public static MigrateBuilder configure() {
        return new MigrateBuilder();
    }

    /**
     * The whole history.
     *
     * @throws MigrateException if it has errors: all of them; so does whatever else needs the history
     */
    public RevisionGraph graph() {
        return history.graph();
    }

    /**
     * Applies what leads to the target. Where a newer version of the application has upgraded the database further than
     * this history goes, there is nothing left to do up to {@code head} or {@code heads}.
     *
     * @param target {@code head}, {@code heads}, an id, {@code +1}, {@code label@head}, …
     * @throws dev.migrate.runtime.RevisionFailedException if a migration fails
     * @throws dev.migrate.runtime.CancelledException if the run is cancelled
     * @throws MigrateException if the target isn't one, there is no connection, or another instance keeps the lock
     */
    public void upgrade(String target) {
        Target parsed = Targets.parse(target);
        run(live -> live.run(
                (applied, journal) -> history.isAppliedUpTo(parsed, applied) || isBeyond(applied, journal, parsed)
                        ? Plan.EMPTY
                        : Planner.upgrade(graph(), applied, parsed),
                migrations,
                isUpToAllHeads(parsed)));
    }

    private boolean isBeyond(Set<String> applied, Supplier<Journalled> journal, Target target) {
        boolean isBeyond = isUpToAllHeads(target) && history.isOutrunBy(applied, journal);
        if (isBeyond) {
            listener.notice("The database is ahead of this history: it is at " + String.join(", ", applied)
                    + ", and all that this history has is applied.");
        }
        return isBeyond;
    }

    private static boolean isUpToAllHeads(Target target) {
        return target instanceof Target.Heads || target instanceof Target.Head;
    }

    /**
     * Reverts what is on top of the target.
     *
     * @param target {@code base}, an id, {@code -1}, a date, …
     * @throws MigrateException as {@link #upgrade}
     */
    public void downgrade(String target) {
        Target parsed = Targets.parse(target);
        run(live -> live.run((applied, journal) -> Planner.downgrade(graph(), applied, parsed), migrations, false));
    }

    /**
     * Reverts one revision, and what needs it.
     *
     * @param revision a whole id
     * @throws MigrateException as {@link #upgrade}
     */
    public void revert(String revision) {
        run(live -> live.run((applied, journal) -> Planner.revert(graph(), applied, revision), migrations, false));
    }

    /**
     * Declares the database to be at the target, without running anything. A revision that was interrupted counts as
     * completed or undone by hand from then on, if the target needs it or is needed by it.
     *
     * @throws MigrateException if the target isn't one, if a revision of another branch was interrupted, or if another
     *     instance keeps the lock
     */
    public void stamp(String target) {
        Target parsed = Targets.parse(target);
        run(live -> live.stamp(
                applied -> Planner.stamp(graph(), applied, parsed),
                applied -> undeclared(Planner.declared(graph(), applied, parsed))));
    }

    /** What a stamp says nothing of; a revision that this history doesn't have isn't on another branch of it. */
    private Set<String> undeclared(Set<String> declared) {
        Set<String> others = new TreeSet<>(graph().ids());
        others.removeAll(declared);
        return others;
    }

    /** As {@link #stamp}, whatever the version table holds, unknown revisions included. */
    public void purgeAndStamp(String target) {
        Target parsed = Targets.parse(target);
        run(live -> live.purgeAndStamp(rows -> Planner.stamp(graph(), rows, parsed)));
    }

    /** The rows of the version table: the ids of the applied heads, sorted, known to this history or not. */
    public Set<String> current() {
        return inspection().applied();
    }

    /**
     * All that the database tells of this history, read over one connection.
     *
     * @throws MigrateException if the database can't be read
     */
    public Status status() {
        return new Status(history, recordings, inspection().standing());
    }

    /** The revisions that a run left half applied or half reverted, by id. */
    public List<InterruptedRevision> interrupted() {
        return inspection().interrupted();
    }

    /** As {@link Status#changed()}. */
    public List<RevisionInfo> changed() {
        return status().changed();
    }

    /** As {@link Status#neverRun()}. */
    public List<RevisionInfo> neverRun() {
        return status().neverRun();
    }

    /**
     * Refuses a database that is between two revisions, whatever its version table says: for who takes what is there for
     * what the history has made.
     *
     * @throws MigrateException if a revision was interrupted, also one that this history doesn't have
     */
    public void requireWhole() {
        interrupted().stream().findFirst().ifPresent(one -> {
            throw new MigrateException(one.message());
        });
    }

    /** What {@code upgrade} to the target would run now. */
    public Plan upgradePlan(String target) {
        return Planner.upgrade(graph(), current(), Targets.parse(target));
    }

    /** What {@code downgrade} to the target would run now. */
    public Plan downgradePlan(String target) {
        return Planner.downgrade(graph(), current(), Targets.parse(target));
    }

    /**
     * The revisions that aren't applied, in the order in which {@code upgrade("heads")} applies them. None if a newer version
     * of the application has upgraded the database further than this history goes.
     *
     * @throws MigrateException if a revision is half reverted, or if the database is at one that this history doesn't have
     *     and isn't ahead of it
     */
    public List<RevisionInfo> pending() {
        return history.pending(inspection().appliedWholly(), inspection()::journalled);
    }

    /** The revisions that no other one revises. */
    public List<RevisionInfo> heads() {
        return graph().heads();
    }

    /** All revisions, the newest first. */
    public List<RevisionInfo> history() {
        return Planner.history(graph(), Set.of(), Targets.parse(":"));
    }

    /** The latest entries of the journal, the newest first. */
    public List<JournalEntry> journal(int limit) {
        return inspection().journal(limit);
    }

    /**
     * Refuses a database that lags behind. One that is ahead, because a newer version of the application has upgraded it,
     * is what a rolling deployment looks like to the older version, and is accepted. Costs two round trips, and so
     * doesn't look into the journal: whether what counts as applied has run is {@link #neverRun()}'s to say.
     *
     * @throws MigrateException {@code Database is at 0011, expected 0012 (head). Run: mvn migrate:upgrade}; also if a
     *     revision is half applied or half reverted, with both ways out, and if there is no migration at all, since then nothing is known of what the database
     *     should be
     */
    public void requireCurrent() {
        history.requireAny();
        Set<String> applied = inspection().appliedWholly();
        if (!history.isAppliedUpTo(new Target.Heads(), applied) && !isAhead(applied)) {
            if (!Planner.isCurrent(graph(), applied)) {
                requireWhole();
            }
            Planner.requireCurrent(graph(), applied);
        }
    }

    private boolean isAhead(Set<String> applied) {
        return history.isOutrunBy(applied, inspection()::journalled);
    }

    /**
     * Looks for hazards in what {@code upgrade("heads")} would apply now. Loads the classes of all revisions.
     *
     * @throws MigrateException if a class can't be loaded, or its {@code upgrade} throws; if the database is at a revision
     *     that this history doesn't have
     */
    public LintReport lint() {
        Set<String> applied = current();
        Plan plan = Planner.upgrade(graph(), applied, new Target.Heads());
        return recordings.lint(graph(), applied, plan);
    }

    /**
     * Looks for hazards in a part of the history, without a database.
     *
     * @param range {@code from:to}, the revisions behind {@code from} up to {@code to}; an empty side is the base, or the
     *     head
     * @throws MigrateException as {@link #lint()}, and if the range needs a database to be understood
     */
    public LintReport lint(String range) {
        Target parsed = Targets.parse(range);
        Plan plan = Planner.offline(graph(), Direction.UPGRADE, parsed);
        return recordings.lint(graph(), Planner.offlineStart(graph(), Direction.UPGRADE, parsed), plan);
    }

    /**
     * What branches do to the same objects, so that it fails, or depends on which of them a database had first. Read from
     * the operations; raw SQL isn't looked at.
     *
     * @param revisions whole ids: the last revisions of branches that aren't joined yet; or one that joins some, for what
     *     it leaves unsettled
     * @throws MigrateException if a class can't be loaded, or its {@code upgrade} throws
     */
    public List<BranchConflict> conflicts(List<String> revisions) {
        return recordings.conflicts(graph(), revisions);
    }

    /**
     * What a migration does, without a database.
     *
     * @throws MigrateException if the class can't be loaded or throws
     */
    public RecordedRevision record(String revision, Direction direction) {
        return recordings.of(graph().get(revision), direction);
    }

    /**
     * Writes the script that does what {@link #upgrade} would do, for psql.
     *
     * @param target where the script leads from the base, or a range {@code from:to}
     * @throws MigrateException if the target needs a database to be understood, or a migration does
     */
    public void upgradeSql(String target, Appendable out) {
        sql(Direction.UPGRADE, target, out);
    }

    /**
     * Writes the script that does what {@link #downgrade} would do, for psql.
     *
     * @param target a range {@code from:to}
     * @throws MigrateException as {@link #upgradeSql}
     */
    public void downgradeSql(String target, Appendable out) {
        sql(Direction.DOWNGRADE, target, out);
    }

    private void sql(Direction direction, String target, Appendable out) {
        Target parsed = Targets.parse(target);
        Plan plan = Planner.offline(graph(), direction, parsed);
        offline().script(plan, Planner.offlineStart(graph(), direction, parsed), out);
    }

    /** Writes the script that does what {@link #stamp} would do with an empty version table, or with a range's start. */
    public void stampSql(String target, Appendable out) {
        Target parsed = Targets.parse(target);
        Set<String> start = Planner.offlineStart(graph(), Direction.UPGRADE, parsed);
        Target end = parsed instanceof Target.Range range ? range.to() : parsed;
        List<RowChange> changes = Planner.stamp(graph(), start, end);
        offline().stampScript(changes, start, undeclared(Planner.declared(graph(), start, end)), out);
    }

    /**
     * Writes the script that does what {@link #purgeAndStamp} would do: it runs wherever the database is.
     *
     * @throws MigrateException if the target isn't one, or needs a database to be understood
     */
    public void purgeAndStampSql(String target, Appendable out) {
        offline().purgeAndStampScript(Planner.stamp(graph(), Set.of(), Targets.parse(target)), out);
    }

    /**
     * Stops what other threads run with this object: the statement that runs is cancelled on the server, the transaction
     * is rolled back and the lock released. Returns when that has happened, or after ten seconds. A machine that shuts
     * down, because of Ctrl-C or SIGTERM, does so by itself.
     */
    public void cancel() {
        running.cancel();
    }

    private void run(Consumer<LiveRun> action) {
        running.run(cancellation -> action.accept(new LiveRun(
                settings, requireDataSource(), listener, cancellation, ThreadLocalRandom.current(), reviews)));
    }

    private Inspection inspection() {
        return new Inspection(settings, requireDataSource());
    }

    private OfflineRun offline() {
        return new OfflineRun(settings, migrations, listener, scripts, reviews);
    }

    private DataSource requireDataSource() {
        if (dataSource == null) {
            throw new MigrateException("No database is configured. Give Migrate.configure() a dataSource(…).");
        }
        return dataSource;
    }
}
