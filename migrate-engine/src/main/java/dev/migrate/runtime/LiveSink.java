package dev.migrate.runtime;

import dev.migrate.MigrateException;
import dev.migrate.ddl.ServerVersion;
import dev.migrate.ddl.Statement;
import dev.migrate.operation.DataOperation;
import dev.migrate.operation.Operation;
import dev.migrate.revision.RowChange;
import dev.migrate.revision.Step;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
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
    private int completions;
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

    /** How often something was completed for good: an attempt that got further than the one before shows it. */
    int completions() {
        return completions;
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
            ensureOpen(running());
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
        if (runIsOneTransaction()) {
            guarded("Beginning " + revision.id(), () -> {
                revision.started(transaction.open(revision.id()));
                return revision;
            });
        }
        // Otherwise with its first statement, in one round trip.
    }

    /** What isn't sent with the transaction's first statement has to go ahead of it. */
    private void openAnnounced(LiveRevision revision) throws SQLException {
        if (transaction.isAnnounced()) {
            ensureOpen(revision);
        }
    }

    private void ensureOpen(LiveRevision revision) throws SQLException {
        if (!transaction.isOpen()) {
            revision.started(transaction.open(revision.id()));
        }
    }

    @Override
    public void apply(Operation operation, List<Statement> statements) {
        Way way = operation instanceof DataOperation.Backfill backfill
                ? (statement, before) -> runBatches(backfill, before)
                : (statement, before) -> runPlaced(statement, before, () -> execute(statement));
        statements.forEach(statement -> run(operation, statement, way));
    }

    @Override
    public void copy(DataOperation.BulkInsert insert, Statement statement) {
        CopyRun copy = new CopyRun(run, running(), insert);
        run(insert, statement, new Way() {
            @Override
            public void run(Statement ignored, Progress.Mark before) throws SQLException {
                runPlaced(statement, before, () -> {
                    openAnnounced(running());
                    copy.run(statement);
                });
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
        void run(Statement statement, Progress.Mark before) throws SQLException;

        /** Counts what it sends behind the statement's text, when that is committed already. */
        default void count() {}
    }

    /** What a statement does, wherever that is. */
    interface Execution {
        void run() throws SQLException;
    }

    private void run(Operation operation, Statement statement, Way way) {
        LiveRevision revision = running();
        revision.requireHealthy();
        run.cancellation().check();
        Progress.Mark before = revision.progress().mark();
        revision.progress().advance(operation, statement);
        guarded("Running a statement", () -> {
            if (revision.replay().covers(revision.progress())) {
                way.count();
                revision.replay().requireSame(revision.progress());
                if (SessionSettings.changesForSession(statement.sql())) {
                    // The session that had it is gone.
                    runInside(() -> execute(statement));
                }
                return false;
            }
            endReplay(revision);
            way.run(statement, before);
            return true;
        });
    }

    private void execute(Statement statement) throws SQLException {
        LiveRevision revision = running();
        int number = revision.progress().statement();
        if (SessionSettings.mayChange(statement.sql())) {
            transaction.mayChangeSettings();
        }
        if (transaction.isAnnounced()) {
            String time = run.statements()
                    .runBehind(
                            transaction.opening(revision.id()),
                            revision.step(),
                            number,
                            statement.sql(),
                            transaction.backend(),
                            transaction::opened);
            revision.started(time);
        } else {
            run.statements().run(revision.step(), number, statement.sql(), transaction.backend());
        }
    }

    private void runPlaced(Statement statement, Progress.Mark before, Execution execution) throws SQLException {
        LiveRevision revision = running();
        switch (Placement.of(statement)) {
            case INSIDE -> runInside(execution);
            case LAST -> {
                runInside(execution);
                if (!run.pooled()) {
                    checkpoint(revision, Outcome.REACHED, revision.progress().mark());
                }
            }
            case APART -> runApart(revision, statement, before, execution);
            case ALONE -> runAlone(revision, statement, before, execution);
        }
    }

    private void runInside(Execution execution) throws SQLException {
        transaction.announce();
        execution.run();
    }

    /** Commits with its journal entry, so that it can't be done twice; unless PostgreSQL refuses a transaction. */
    private void runApart(LiveRevision revision, Statement statement, Progress.Mark before, Execution execution)
            throws SQLException {
        if (run.pooled()) {
            throw Pooling.refusal(revision.step(), run.redaction().of(statement.sql()));
        }
        if (revision.replay().resumes(revision.progress()).isPresent()) {
            runAlone(revision, statement, before, execution);
            return;
        }
        if (committedOf(revision.step()).statement() < before.statement() || durable < finished) {
            checkpoint(revision, Outcome.REACHED, before);
        }
        try {
            ensureOpen(revision);
            execution.run();
        } catch (StatementFailure e) {
            if (SqlErrors.in(e).filter(SqlErrors::isTransactionRefused).isEmpty()) {
                throw e;
            }
            transaction.rollback();
            runAlone(revision, statement, before, execution);
            return;
        }
        checkpoint(revision, Outcome.REACHED, revision.progress().mark());
    }

    private void runAlone(LiveRevision revision, Statement statement, Progress.Mark before, Execution execution)
            throws SQLException {
        if (run.pooled()) {
            throw Pooling.refusal(revision.step(), run.redaction().of(statement.sql()));
        }
        Progress.Mark begun = before.beginning(revision.progress().mark(), null);
        LoneRun lone = new LoneRun(run, revision, statement.sql());
        revision.begins(lone);
        lone.run(state -> start(revision, begun, state), execution);
        checkpoint(revision, Outcome.REACHED, revision.progress().mark());
        revision.completes();
    }

    /** Each batch commits with a journal entry that says how far the backfill has got. */
    private void runBatches(DataOperation.Backfill backfill, Progress.Mark before) throws SQLException {
        LiveRevision revision = running();
        if (run.pooled()) {
            throw Pooling.refusal(revision.step(), "Backfill of " + backfill.table());
        }
        Progress.Mark after = revision.progress().mark();
        String last = revision.replay()
                .resumes(revision.progress())
                .map(Progress.Mark::state)
                .orElse(null);
        checkpoint(revision, Outcome.STARTED, before.beginning(after, last));
        new BackfillRun(run, revision, backfill).run(last, key -> {
            ensureOpen(revision);
            run.session().journal().update(run.session().connection(), revision.id(), key);
            committed(revision, before.beginning(after, key));
            completions++;
        });
        checkpoint(revision, Outcome.REACHED, after);
    }

    /** Commits, together with a journal entry that says how far the revision has got. */
    private void checkpoint(LiveRevision revision, Outcome outcome, Progress.Mark mark) throws SQLException {
        ensureOpen(revision);
        append(revision, outcome, mark);
        committed(revision, mark);
        completions += outcome == Outcome.REACHED ? 1 : 0;
    }

    private void committed(LiveRevision revision, Progress.Mark mark) throws SQLException {
        transaction.commit();
        durable = finished;
        interruptions.put(revision.id(), new Interruption(revision.id(), revision.action(), mark));
    }

    private @Nullable String start(LiveRevision revision, Progress.Mark mark, String state) throws SQLException {
        ensureOpen(revision);
        String found = run.session()
                .journal()
                .appendReturning(
                        run.session().connection(),
                        revision.id(),
                        revision.action(),
                        revision.started(),
                        Outcome.STARTED,
                        mark,
                        state);
        committed(revision, mark.inState(found));
        return found;
    }

    private void append(LiveRevision revision, Outcome outcome, Progress.Mark mark) throws SQLException {
        try (java.sql.Statement statement = run.session().connection().createStatement()) {
            statement.executeUpdate(entry(revision, outcome, mark));
        }
    }

    private String entry(LiveRevision revision, Outcome outcome, Progress.Mark mark) {
        return run.session().journal().appendSql(revision.id(), revision.action(), revision.started(), outcome, mark);
    }

    /** Work over {@link #connection} that is committed already was done again for its results only. */
    private void endReplay(LiveRevision revision) throws SQLException {
        Savepoint before = revision.endsRepeating();
        if (before != null) {
            run.session().connection().rollback(before);
        }
    }

    @Override
    public Connection connection() {
        LiveRevision revision = running();
        requestConnection(revision);
        return MigrationConnection.guarding(
                run.session().connection(), revision.id(), new Use(revision), run.cancellation());
    }

    /** A migration may keep its connection: what it does with it behind another operation counts anew. */
    private final class Use implements MigrationConnection.BeforeUse {

        private final LiveRevision revision;
        private int position;

        Use(LiveRevision revision) {
            this.revision = revision;
            this.position = revision.progress().statement();
        }

        @Override
        public void run() throws SQLException {
            if (revision != running()) {
                throw new MigrateException("The connection of revision " + revision.id() + " is used during "
                        + running().id() + ", which has to ask for its own: op.connection().");
            }
            if (position != revision.progress().statement()) {
                requestConnection(revision);
                position = revision.progress().statement();
            }
            ensureOpen(revision);
        }
    }

    /** The migration is about to work over JDBC: what it does until its next operation counts as a statement. */
    private void requestConnection(LiveRevision revision) {
        revision.requireHealthy();
        run.cancellation().check();
        transaction.mayChangeSettings();
        revision.progress().handOutConnection();
        guarded("Handing out the connection", () -> {
            boolean covered = revision.replay().covers(revision.progress());
            if (covered) {
                revision.replay().requireSame(revision.progress());
            } else {
                endReplay(revision);
            }
            ensureOpen(revision);
            if (covered && !revision.isRepeating()) {
                run.listener()
                        .notice("The JDBC work of " + revision.id()
                                + " that is committed already is repeated for its results, and rolled back");
                revision.repeats(run.session().connection().setSavepoint());
            }
            return covered;
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
            record(revision);
            finished++;
            if (!runIsOneTransaction()) {
                commit();
            }
            return finished;
        });
        current = null;
    }

    /** Changes the version rows and writes the journal entry, in one round trip. */
    private void record(LiveRevision revision) throws SQLException {
        List<RowChange> changes = revision.step().rowChanges();
        VersionTable versionTable = run.session().versionTable();
        boolean fresh = !transaction.isOpen();
        StringBuilder sql = new StringBuilder(fresh ? transaction.opening(revision.id()) : "");
        for (RowChange change : changes) {
            sql.append(versionTable.sql(change)).append("; ");
        }
        sql.append(entry(revision, Outcome.DONE, revision.progress().contents()));
        try (java.sql.Statement statement = run.session().connection().createStatement()) {
            statement.execute(sql.toString());
            if (fresh) {
                transaction.opened(statement);
            }
            for (RowChange change : changes) {
                versionTable.requireOne(change, statement.getUpdateCount());
                statement.getMoreResults();
            }
        }
    }

    boolean runIsOneTransaction() {
        return run.pooled() || run.settings().transaction() == TransactionMode.RUN;
    }

    /** Commits the steps that have finished. */
    void commit() throws SQLException {
        if (transaction.isOpen()) {
            transaction.commit();
            completions++;
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
    String recordFailure(Throwable failure) throws SQLException {
        LiveRevision revision = running();
        if (revision.takesBack(failure, committedOf(revision.step()))) {
            interruptions.computeIfPresent(revision.id(), (id, interruption) -> interruption.withoutBegun());
        }
        ensureOpen(revision);
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
