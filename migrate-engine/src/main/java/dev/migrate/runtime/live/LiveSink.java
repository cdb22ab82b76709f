package dev.migrate.runtime.live;

import dev.migrate.JdbcWork;
import dev.migrate.MigrateException;
import dev.migrate.Outcome;
import dev.migrate.ddl.ServerVersion;
import dev.migrate.operation.DataOperation;
import dev.migrate.operation.DataOperation.Require;
import dev.migrate.operation.Operation;
import dev.migrate.operation.Statement;
import dev.migrate.revision.Step;
import dev.migrate.runtime.HomeSchema;
import dev.migrate.runtime.Placement;
import dev.migrate.runtime.RevisionShape;
import dev.migrate.runtime.SessionSettings;
import dev.migrate.runtime.Sink;
import dev.migrate.runtime.TouchedTables;
import dev.migrate.runtime.UncommittedWork;
import dev.migrate.runtime.connection.Pooling;
import dev.migrate.runtime.connection.RedactedException;
import dev.migrate.runtime.connection.SqlErrors;
import dev.migrate.runtime.journal.Interruption;
import dev.migrate.runtime.journal.Progress;
import dev.migrate.runtime.journal.StepText;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The live connection. Statements gather in a transaction that ends with the revision, together with its version rows
 * and its journal entry. One that can't be in a transaction ends it earlier: what came before is committed, the journal
 * says how far the revision got, and the statement runs alone. {@link LiveCommits} is where all that is committed.
 */
final class LiveSink implements Sink {

    private final LiveContext run;
    private final LiveTransaction transaction;
    private final LiveCommits commits;
    private final Map<String, RevisionShape> shapes;
    private final Set<String> online = new HashSet<>();

    /** Revisions that run in one transaction because they are small, as far as they aren't committed yet. */
    private final Set<String> whole = new HashSet<>();

    private @Nullable LiveRevision current;

    /** @param shapes what is known of the revisions before they run */
    LiveSink(LiveContext run, LiveCommits commits, Map<String, RevisionShape> shapes) {
        this.shapes = shapes;
        this.run = run;
        this.transaction = run.transaction();
        this.commits = commits;
    }

    /** What of the run is committed. */
    LiveCommits commits() {
        return commits;
    }

    /** The revision that runs, or ran when the run failed. */
    @Nullable
    LiveRevision current() {
        return current;
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
            commits.ensureOpen(running());
            return transaction.currentSchema();
        });
    }

    @Override
    public void begin(Step step, List<Require> requirements) {
        run.cancellation().check();
        Optional<Interruption> interruption = commits.interruption(step);
        interruption.ifPresent(left -> run.listener()
                .notice("Resuming " + StepText.action(step) + " of "
                        + step.revision().id() + " behind statement "
                        + left.mark().statement() + ", the last one that is committed"));
        RevisionShape shape = shapes.get(step.revision().id());
        if (!commits.runIsOneTransaction()) {
            whole.clear();
        }
        LiveRevision revision = new LiveRevision(
                step,
                new Replay(step, interruption.orElse(null), run.redaction()),
                new UncommittedWork(run.redaction()),
                shape == null ? OptionalInt.empty() : OptionalInt.of(shape.statements()));
        current = revision;
        if (commits.runIsOneTransaction()) {
            guarded("Beginning " + revision.id(), () -> {
                revision.started(transaction.open(revision.id()));
                return revision;
            });
        }
        // Otherwise with its first statement, in one round trip.
        if (shape != null && interruption.isEmpty()) {
            shape.tables().ifPresent(touched -> chooseForm(revision, touched));
        }
        revision.checked(requirements);
        if (!requirements.isEmpty() && revision.replay().isEmpty()) {
            check(revision, requirements);
        }
    }

    /** What would commit on the way runs in one transaction if that keeps nobody waiting for long. */
    private void chooseForm(LiveRevision revision, TouchedTables touched) {
        long onlineFrom = run.settings().onlineFrom();
        if (onlineFrom == 0 || online.contains(revision.id())) {
            return;
        }
        guarded("Looking at the size of the tables of " + revision.id(), () -> {
            commits.ensureOpen(revision);
            new SmallTables(run.session().connection(), onlineFrom)
                    .reason(touched)
                    .ifPresent(why -> {
                        revision.inOneTransaction(why);
                        whole.add(revision.id());
                        run.listener()
                                .notice("The " + revision.action() + " of " + revision.id() + " is one transaction: "
                                        + why);
                    });
            return revision;
        });
    }

    /**
     * Lets what ran in one transaction because it is small, and was rolled back, run as it is written.
     *
     * @return whether there is something that can: behind a proxy that pools transactions nothing commits on the way
     */
    boolean goOnline() {
        boolean any = !run.pooled() && online.addAll(whole);
        whole.clear();
        return any;
    }

    private void check(LiveRevision revision, List<Require> requirements) {
        guarded("Checking what " + revision.id() + " requires", () -> {
            endReplay(revision);
            commits.ensureOpen(revision);
            new RequirementCheck(run, revision).check(requirements);
            return revision;
        });
    }

    /** What the rehearsal couldn't know is checked where it stands. */
    private void require(Require requirement) {
        LiveRevision revision = running();
        revision.requireHealthy();
        if (!revision.isChecked(requirement) && !revision.replay().goesOnBehind(revision.progress())) {
            check(revision, List.of(requirement));
        }
    }

    /** What isn't sent with the transaction's first statement has to go ahead of it. */
    private void openAnnounced(LiveRevision revision) throws SQLException {
        if (transaction.isAnnounced()) {
            commits.ensureOpen(revision);
        }
    }

    @Override
    public void apply(Operation operation, List<Statement> statements) {
        if (operation instanceof Require requirement) {
            require(requirement);
            return;
        }
        List<Statement> executed =
                running().isInOneTransaction() ? new BlockingForm(server()).of(operation, statements) : statements;
        for (int i = 0; i < statements.size(); i++) {
            Statement form = executed.get(i);
            Way way = operation instanceof DataOperation.Backfill backfill
                    ? (statement, before) -> runBatches(backfill, before)
                    : (statement, before) ->
                            runPlaced(statement, before, () -> execute(HomeSchema.spared(form, home())));
            run(operation, statements.get(i), way);
        }
    }

    private String home() {
        return run.session().survey().schema();
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
            revision.work().requireKept(operation, statement);
            if (revision.replay().covers(revision.progress(), statement.sql())) {
                way.count();
                if (!revision.replay().isSame(revision.progress())) {
                    return false;
                }
                Optional<String> setting = SessionSettings.forSession(statement.sql());
                if (setting.isPresent()) {
                    // The session that had it is gone.
                    runInside(() -> execute(Statement.of(setting.get())));
                    revision.repeatsSetting();
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
        String opening = transaction.isAnnounced() ? transaction.opening(revision.id()) : "";
        if (opening.isEmpty()) {
            run.statements().run(revision.step(), number, statement.sql(), transaction.backend());
        } else {
            String time = run.statements()
                    .runBehind(
                            opening,
                            revision.step(),
                            number,
                            statement.sql(),
                            transaction.backend(),
                            transaction::opened);
            revision.started(time);
        }
    }

    private void runPlaced(Statement statement, Progress.Mark before, Execution execution) throws SQLException {
        LiveRevision revision = running();
        if (revision.isInOneTransaction()) {
            runWhole(statement, execution);
            return;
        }
        switch (Placement.of(statement)) {
            case INSIDE -> runInside(execution);
            case LAST -> {
                runInside(execution);
                if (!run.pooled()) {
                    commits.checkpoint(
                            revision, Outcome.REACHED, revision.progress().mark());
                }
            }
            case APART -> runApart(revision, statement, before, execution);
            case ALONE -> runAlone(revision, statement, before, execution);
        }
    }

    /** Without the commits that the statement is written to have before it and after it. */
    private void runWhole(Statement statement, Execution execution) throws SQLException {
        if (Placement.of(statement) == Placement.INSIDE) {
            runInside(execution);
        } else {
            commits.checkDeferred();
            runInside(execution);
            commits.checkDeferred();
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
        if (commits.isBehind(revision, before)) {
            commits.checkpoint(revision, Outcome.REACHED, before);
        }
        try {
            commits.ensureOpen(revision);
            execution.run();
        } catch (StatementFailure e) {
            if (SqlErrors.in(e).filter(SqlErrors::isTransactionRefused).isEmpty()) {
                throw e;
            }
            transaction.rollback();
            runAlone(revision, statement, before, execution);
            return;
        }
        commits.checkpoint(revision, Outcome.REACHED, revision.progress().mark());
    }

    private void runAlone(LiveRevision revision, Statement statement, Progress.Mark before, Execution execution)
            throws SQLException {
        if (run.pooled()) {
            throw Pooling.refusal(revision.step(), run.redaction().of(statement.sql()));
        }
        Progress.Mark begun = before.beginning(revision.progress().mark(), null);
        LoneRun lone = new LoneRun(run, revision, statement.sql());
        revision.begins(lone);
        lone.run(state -> commits.start(revision, begun, state), execution);
        commits.checkpoint(revision, Outcome.REACHED, revision.progress().mark());
        revision.completes();
    }

    /** Each batch commits with a journal entry that says how far the backfill has got. */
    private void runBatches(DataOperation.Backfill backfill, Progress.Mark before) throws SQLException {
        LiveRevision revision = running();
        if (revision.isInOneTransaction()) {
            new BackfillRun(run, revision, backfill).run(null, key -> {});
            commits.checkDeferred();
            return;
        }
        if (run.pooled()) {
            throw Pooling.refusal(revision.step(), "Backfill of " + backfill.table());
        }
        Progress.Mark after = revision.progress().mark();
        String last = revision.replay()
                .resumes(revision.progress())
                .map(Progress.Mark::state)
                .orElse(null);
        Progress.Mark begun = before.beginning(after, last);
        commits.checkpoint(revision, Outcome.STARTED, begun);
        new BackfillRun(run, revision, backfill).run(last, key -> commits.portion(revision, begun, key));
        commits.checkpoint(revision, Outcome.REACHED, after);
    }

    /** What was set for the session stays; a role, which ends with the transaction, has ended. */
    private void endReplay(LiveRevision revision) throws SQLException {
        if (revision.endsRepeating()) {
            try (java.sql.Statement statement = run.session().connection().createStatement()) {
                statement.execute(transaction.resuming(revision.id()));
            }
        }
    }

    /** What it does counts as one statement. */
    @Override
    public void work(JdbcWork work) {
        LiveRevision revision = running();
        revision.requireHealthy();
        run.cancellation().check();
        transaction.mayChangeSettings();
        revision.progress().work();
        revision.work().add();
        guarded("Working over JDBC", () -> {
            revision.replay().requireOtherThanWork(revision.progress());
            endReplay(revision);
            commits.ensureOpen(revision);
            return revision;
        });
        try (MigrationConnection connection =
                new MigrationConnection(run.session().connection(), revision.id(), run.cancellation())) {
            work.run(connection.guarded());
        } catch (SQLException e) {
            throw failed(new MigrateException(
                    SqlErrors.message(e, run.redaction()), new RedactedException(e, run.redaction())));
        }
    }

    @Override
    public void finish(Step step) {
        LiveRevision revision = running();
        revision.requireHealthy();
        run.cancellation().check();
        revision.replay().requireExhausted(revision.progress());
        guarded("Recording " + revision.id(), () -> {
            endReplay(revision);
            commits.finish(revision);
            return revision;
        });
        current = null;
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
