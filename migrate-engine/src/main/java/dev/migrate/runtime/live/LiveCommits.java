package dev.migrate.runtime.live;

import dev.migrate.Outcome;
import dev.migrate.TransactionMode;
import dev.migrate.revision.RowChange;
import dev.migrate.revision.Step;
import dev.migrate.runtime.DeferredConstraints;
import dev.migrate.runtime.connection.Pooling;
import dev.migrate.runtime.journal.Detail;
import dev.migrate.runtime.journal.Interruption;
import dev.migrate.runtime.journal.Progress;
import dev.migrate.runtime.journal.VersionTable;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What of a live run is committed: whole steps, and of the one that runs how many statements. Nothing commits elsewhere,
 * so that each commit has its journal entry, and that of a step its version rows.
 */
final class LiveCommits {

    private final LiveContext run;
    private final LiveTransaction transaction;
    private final List<Step> steps;
    private final Map<String, Interruption> interruptions;

    private int finished;
    private int durable;
    private int completions;

    /**
     * @param steps what is to be committed, in that order
     * @param interruptions what earlier runs left half applied, by revision
     */
    LiveCommits(LiveContext run, List<Step> steps, Map<String, Interruption> interruptions) {
        this.steps = List.copyOf(steps);
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

    /** What is left half applied of a step. */
    Optional<Interruption> interruption(Step step) {
        return Optional.ofNullable(interruptions.get(step.revision().id()));
    }

    /** How many of a step's statements are committed, although the step as a whole isn't. */
    Progress.Mark of(Step step) {
        return interruption(step).map(Interruption::mark).orElseGet(() -> new Progress().mark());
    }

    /** Whether something before a point of a revision isn't committed. */
    boolean isBehind(LiveRevision revision, Progress.Mark point) {
        return of(revision.step()).statement() < point.statement() || durable < finished;
    }

    boolean runIsOneTransaction() {
        return run.pooled() || run.settings().transaction() == TransactionMode.RUN;
    }

    void ensureOpen(LiveRevision revision) throws SQLException {
        if (!transaction.isOpen()) {
            revision.started(transaction.open(revision.id()));
        }
    }

    /** Sees to it that a transaction is open in which the bookkeeping may be done, whatever the migration has set. */
    private void ensureOwn(LiveRevision revision) throws SQLException {
        String resuming = transaction.resuming(revision.id());
        if (!resuming.isEmpty()) {
            try (Statement statement = run.session().connection().createStatement()) {
                statement.execute(resuming);
            }
        }
        ensureOpen(revision);
    }

    private <T> T record(LiveRevision revision, LiveRevision.Work<T> work) throws SQLException {
        return run.statements().record("Recording " + revision.id(), transaction.backend(), work);
    }

    /**
     * Checks what a commit would, where one is left out: what follows can't alter a table whose checks are still pending.
     */
    void checkDeferred() throws SQLException {
        run.statements().record("Checking deferred constraints", transaction.backend(), () -> {
            try (Statement statement = run.session().connection().createStatement()) {
                statement.setEscapeProcessing(false);
                return statement.execute(String.join("; ", DeferredConstraints.CHECK));
            }
        });
    }

    /** Commits, together with a journal entry that says how far the revision has got. */
    void checkpoint(LiveRevision revision, Outcome outcome, Progress.Mark mark) throws SQLException {
        record(revision, () -> {
            ensureOwn(revision);
            append(revision, outcome, mark);
            return commit(revision, mark);
        });
        completions += outcome == Outcome.REACHED ? 1 : 0;
    }

    /** Commits a portion of a statement, with how far it has got in the journal entry that says that it has begun. */
    void portion(LiveRevision revision, Progress.Mark mark, String state) throws SQLException {
        record(revision, () -> {
            ensureOwn(revision);
            run.session().journal().update(run.session().connection(), revision.id(), state);
            return commit(revision, mark.inState(state));
        });
        completions++;
    }

    /**
     * Commits a journal entry that says that a statement outside a transaction has begun.
     *
     * @param state an SQL expression
     * @return its value
     */
    @Nullable
    String start(LiveRevision revision, Progress.Mark mark, String state) throws SQLException {
        return record(revision, () -> {
                    ensureOwn(revision);
                    String found = run.session()
                            .journal()
                            .appendReturning(
                                    run.session().connection(),
                                    revision.id(),
                                    revision.action(),
                                    revision.started(),
                                    Outcome.STARTED,
                                    mark,
                                    state,
                                    revision.detail(mark));
                    return commit(revision, mark.inState(found));
                })
                .state();
    }

    private Progress.Mark commit(LiveRevision revision, Progress.Mark mark) throws SQLException {
        if (!revision.knowsItsStart()) {
            revision.started(transaction.began());
        }
        transaction.commit();
        durable = finished;
        interruptions.put(
                revision.id(), new Interruption(revision.id(), revision.action(), mark, revision.detail(mark)));
        return mark;
    }

    /**
     * Completes a step: with its version rows and its journal entry, and, unless the run is one transaction, for good. All
     * of that is one round trip, so the server itself counts the rows: what it refuses, it doesn't commit.
     */
    void finish(LiveRevision revision) throws SQLException {
        boolean alone = !runIsOneTransaction();
        String resuming = transaction.resuming(revision.id());
        String opening = transaction.isOpen() ? "" : transaction.opening(revision.id());
        // What a transaction begins with has to be seen before it is committed.
        boolean whole = alone && opening.isEmpty();
        Optional<String> next = whole ? next() : Optional.empty();
        Optional<String> handOver = next.flatMap(transaction::handOver);
        List<RowChange> changes = revision.step().rowChanges();
        VersionTable versionTable = run.session().versionTable();
        StringBuilder sql = new StringBuilder(resuming).append(opening);
        if (!alone) {
            DeferredConstraints.CHECK.forEach(statement -> sql.append(statement).append("; "));
        }
        for (RowChange change : changes) {
            sql.append(versionTable.checkedSql(change, transaction.backend())).append("; ");
        }
        sql.append(entry(revision, Outcome.DONE, revision.progress().contents(), revision.completion()));
        handOver.ifPresent(settings -> sql.append("; ").append(settings));
        sql.append(whole ? "; COMMIT" : "");
        record(revision, () -> {
            try (Statement statement = run.session().connection().createStatement()) {
                statement.setEscapeProcessing(false);
                run.queries().execute(statement, sql.toString());
                if (!opening.isEmpty()) {
                    transaction.opened(statement);
                }
                run.statements().tellNotices(statement);
            } catch (SQLException e) {
                versionTable.requireUncontested(changes, e);
                run.session().requireMayWrite(e);
                Pooling.requireUnmoved(transaction.backend(), e);
                throw e;
            }
            finished++;
            return alone ? commitFinished() : 0;
        });
        if (handOver.isPresent()) {
            transaction.handedOver(next.orElseThrow());
        }
    }

    /** The revision that comes behind the one that runs. */
    private Optional<String> next() {
        return finished + 1 < steps.size()
                ? Optional.of(steps.get(finished + 1).revision().id())
                : Optional.empty();
    }

    /** Commits the steps that have finished. */
    void commit() throws SQLException {
        run.statements().record("Committing the run", transaction.backend(), this::commitFinished);
    }

    /** Returns how many there are. */
    private int commitFinished() throws SQLException {
        if (transaction.isOpen()) {
            transaction.commit();
            completions++;
        }
        durable = finished;
        return durable;
    }

    /** Takes back what isn't committed. */
    void rollback() throws SQLException {
        transaction.rollback();
        finished = durable;
    }

    /**
     * Appends to the journal that a revision failed.
     *
     * @param reason why, to be read by anybody
     * @return where the database is now
     */
    String recordFailure(LiveRevision revision, Throwable failure, String reason) throws SQLException {
        if (revision.takesBack(failure, of(revision.step()))) {
            interruptions.computeIfPresent(revision.id(), (id, interruption) -> interruption.withoutBegun());
        }
        interruptions.computeIfPresent(revision.id(), (id, interruption) -> interruption.failed(reason));
        Detail detail = interruption(revision.step())
                .map(Interruption::detail)
                .orElseGet(() -> revision.detail(new Progress().mark()).failed(reason));
        revision.missedItsStart();
        ensureOpen(revision);
        try (Statement statement = run.session().connection().createStatement()) {
            // Standbys may be what was waited for: nobody can cancel this commit any more.
            statement.executeUpdate("SET LOCAL synchronous_commit = local; "
                    + entry(revision, Outcome.FAILED, of(revision.step()), detail));
        }
        String place = place();
        transaction.commit();
        return place;
    }

    /** Where the database is, for who may read but not record. */
    String placeUnrecorded() throws SQLException {
        transaction.rollback();
        return place();
    }

    private String place() throws SQLException {
        Set<String> rows = run.session().applied();
        return rows.isEmpty() ? "base" : String.join(", ", rows);
    }

    private void append(LiveRevision revision, Outcome outcome, Progress.Mark mark) throws SQLException {
        try (Statement statement = run.session().connection().createStatement()) {
            statement.executeUpdate(entry(revision, outcome, mark, revision.detail(mark)));
        }
    }

    private String entry(LiveRevision revision, Outcome outcome, Progress.Mark mark, Detail detail) {
        return run.session()
                .journal()
                .appendSql(revision.id(), revision.action(), revision.started(), outcome, mark, detail);
    }
}
