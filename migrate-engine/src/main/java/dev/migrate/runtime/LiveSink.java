package dev.migrate.runtime;

import dev.migrate.MigrateException;
import dev.migrate.ddl.ServerVersion;
import dev.migrate.ddl.Statement;
import dev.migrate.operation.DataOperation;
import dev.migrate.operation.Operation;
import dev.migrate.revision.RowChange;
import dev.migrate.revision.Step;
import dev.migrate.schema.Literals;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The live connection. Statements gather in a transaction that ends with the revision, together with its version rows
 * and its journal entry. One that can't be in a transaction ends it earlier: what came before is committed, the journal
 * says how far the revision got, and the statement runs alone.
 */
final class LiveSink implements Sink {

    private final LiveContext run;
    private final LiveTransaction transaction;
    private final Map<String, Interruption> interruptions;

    private int finished;
    private int durable;
    private int commits;
    private @Nullable LiveRevision current;

    /** @param interruptions what earlier runs left half applied, by revision */
    LiveSink(LiveContext run, Map<String, Interruption> interruptions) {
        this.run = run;
        this.transaction = run.transaction();
        this.interruptions = new HashMap<>(interruptions);
    }

    /** How many steps are committed: another attempt begins behind them. */
    int durable() {
        return durable;
    }

    /** How often something was committed: an attempt that got further than the one before shows it. */
    int commits() {
        return commits;
    }

    /** The revision that runs, or ran when the run failed. */
    @Nullable
    LiveRevision current() {
        return current;
    }

    /** How many of a step's statements are committed, although the step as a whole isn't. */
    Progress.Mark committedOf(Step step) {
        Interruption interruption = interruptions.get(step.revision().id());
        return interruption == null ? new Progress().mark() : interruption.mark();
    }

    @Override
    public ServerVersion server() {
        return run.session().survey().server();
    }

    @Override
    public boolean offline() {
        return false;
    }

    @Override
    public String currentSchema() {
        return guarded("Reading the current schema", () -> {
            transaction.ensureOpen(running().id());
            return transaction.currentSchema();
        });
    }

    @Override
    public void begin(Step step) {
        run.cancellation().check();
        Interruption interruption = interruptions.get(step.revision().id());
        if (interruption != null) {
            run.listener()
                    .notice("Resuming " + StepText.action(step) + " of "
                            + step.revision().id() + " behind statement "
                            + interruption.mark().statement() + ", the last one that is committed");
        }
        LiveRevision revision = new LiveRevision(step, new Replay(interruption));
        current = revision;
        String started = guarded(
                "Beginning " + revision.id(),
                () -> transaction.open(revision.id()).toString());
        revision.started(Literals.string(started) + "::timestamptz");
    }

    @Override
    public void apply(Operation operation, List<Statement> statements) {
        for (Statement statement : statements) {
            if (operation instanceof DataOperation.Backfill backfill) {
                run(statement, before -> runBatches(backfill, before));
            } else {
                run(statement, before -> runPlaced(statement, before, () -> execute(statement)));
            }
        }
    }

    @Override
    public void copy(DataOperation.BulkInsert insert, Statement statement) {
        CopyRun copy = new CopyRun(run, running(), insert);
        run(statement, new Way() {
            @Override
            public void run(Progress.Mark before) throws SQLException {
                runPlaced(statement, before, () -> copy.run(statement));
            }

            @Override
            public void count() {
                copy.count();
            }
        });
    }

    /** A way to run a statement. */
    private interface Way {
        /** @param before what came before it */
        void run(Progress.Mark before) throws SQLException;

        /** Counts what it sends behind the statement's text, when that is committed already. */
        default void count() {}
    }

    /** What a statement does, wherever that is. */
    private interface Execution {
        void run() throws SQLException;
    }

    private void run(Statement statement, Way way) {
        LiveRevision revision = running();
        revision.requireHealthy();
        run.cancellation().check();
        Progress.Mark before = revision.progress().mark();
        revision.progress().advance(statement.sql());
        guarded("Running a statement", () -> {
            if (revision.replay().covers(revision.progress())) {
                way.count();
                revision.replay().requireSame(revision.progress());
                return false;
            }
            endReplay(revision);
            way.run(before);
            return true;
        });
    }

    private void runPlaced(Statement statement, Progress.Mark before, Execution execution) throws SQLException {
        if (statement.transactional()) {
            transaction.ensureOpen(running().id());
            execution.run();
        } else {
            runAlone(running(), statement, before, execution);
        }
    }

    private void execute(Statement statement) {
        LiveRevision revision = running();
        run.statements().run(revision.step(), revision.progress().statement(), statement.sql(), transaction.backend());
    }

    /** Each batch commits with a journal entry that says how far the backfill has got. */
    private void runBatches(DataOperation.Backfill backfill, Progress.Mark before) throws SQLException {
        LiveRevision revision = running();
        if (run.pooled()) {
            throw Pooling.refusal(revision.step(), "Backfill of " + backfill.table());
        }
        String last = revision.replay().resumes(revision.progress())
                ? committedOf(revision.step()).detail()
                : null;
        checkpoint(revision, Outcome.STARTED, before.reaching(last));
        new BackfillRun(run, revision, backfill)
                .run(last, key -> checkpoint(revision, Outcome.STARTED, before.reaching(key)));
        checkpoint(revision, Outcome.REACHED, revision.progress().mark());
    }

    private void runAlone(LiveRevision revision, Statement statement, Progress.Mark before, Execution execution)
            throws SQLException {
        if (run.pooled()) {
            throw Pooling.refusal(revision.step(), run.redaction().of(statement.sql()));
        }
        boolean interrupted = revision.replay().resumes(revision.progress());
        checkpoint(revision, Outcome.STARTED, before);
        transaction.leave(run.sessionSettings().named(revision.id()).alone(statement.sql(), run.settings()));
        Leftovers leftovers = new Leftovers(run.session().connection(), run.listener());
        if (!leftovers.settle(statement.sql(), interrupted)) {
            execution.run();
        }
        checkpoint(revision, Outcome.REACHED, revision.progress().mark());
    }

    /** Commits, together with a journal entry that says how far the revision has got. */
    private void checkpoint(LiveRevision revision, Outcome outcome, Progress.Mark mark) throws SQLException {
        transaction.ensureOpen(revision.id());
        append(revision, outcome, mark);
        transaction.commit();
        durable = finished;
        commits++;
        interruptions.put(
                revision.id(), new Interruption(revision.id(), revision.action(), outcome == Outcome.STARTED, mark));
    }

    private void append(LiveRevision revision, Outcome outcome, Progress.Mark mark) throws SQLException {
        run.session()
                .journal()
                .append(
                        run.session().connection(),
                        revision.id(),
                        revision.action(),
                        revision.started(),
                        outcome,
                        mark);
    }

    /** Work over {@link #connection} that is committed already was done again for its results only. */
    private void endReplay(LiveRevision revision) throws SQLException {
        if (revision.endsReplayedJdbc()) {
            transaction.rollback();
        }
    }

    @Override
    public Connection connection() {
        LiveRevision revision = running();
        revision.requireHealthy();
        run.cancellation().check();
        revision.progress().handOutConnection();
        return guarded("Handing out the connection", () -> {
            if (revision.replay().covers(revision.progress())) {
                revision.replay().requireSame(revision.progress());
                run.listener()
                        .notice("The JDBC work of " + revision.id()
                                + " that is committed already is repeated for its results, and rolled back");
                revision.replaysJdbc();
            } else {
                endReplay(revision);
            }
            transaction.ensureOpen(revision.id());
            return MigrationConnection.guarding(
                    run.session().connection(),
                    revision.id(),
                    () -> transaction.ensureOpen(revision.id()),
                    run.cancellation());
        });
    }

    @Override
    public void finish(Step step) {
        LiveRevision revision = running();
        revision.requireHealthy();
        run.cancellation().check();
        revision.replay().requireExhausted(revision.progress());
        guarded("Recording " + revision.id(), () -> {
            endReplay(revision);
            transaction.ensureOpen(revision.id());
            for (RowChange change : step.rowChanges()) {
                run.session().versionTable().change(run.session().connection(), change);
            }
            append(revision, Outcome.DONE, revision.progress().contents());
            finished++;
            if (!runIsOneTransaction()) {
                commit();
            }
            return finished;
        });
    }

    boolean runIsOneTransaction() {
        return run.pooled() || run.settings().transaction() == TransactionMode.RUN;
    }

    /** Commits the steps that have finished. */
    void commit() throws SQLException {
        if (transaction.isOpen()) {
            transaction.commit();
            commits++;
        }
        durable = finished;
    }

    /** Takes back what isn't committed. */
    void rollback() throws SQLException {
        transaction.rollback();
        finished = durable;
    }

    /**
     * Appends to the journal that the revision failed.
     *
     * @return where the database is now
     */
    String recordFailure() throws SQLException {
        LiveRevision revision = running();
        transaction.ensureOpen(revision.id());
        append(revision, Outcome.FAILED, committedOf(revision.step()));
        Set<String> rows = run.session().applied();
        transaction.commit();
        return rows.isEmpty() ? "base" : String.join(", ", rows);
    }

    private LiveRevision running() {
        if (current == null) {
            throw new IllegalStateException("No revision runs");
        }
        return current;
    }

    private <T> T guarded(String doing, LiveRevision.Work<T> work) {
        try {
            return work.run();
        } catch (SQLException e) {
            throw failed(SqlErrors.unexpected(doing, e, run.redaction()));
        } catch (MigrateException e) {
            throw failed(e);
        }
    }

    private MigrateException failed(MigrateException failure) {
        if (current != null) {
            current.failed(failure);
        }
        return failure;
    }
}
