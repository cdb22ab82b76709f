package dev.migrate.runtime.live;

import dev.migrate.MigrateException;
import dev.migrate.operation.DataOperation.Require;
import dev.migrate.revision.Step;
import dev.migrate.runtime.UncommittedWork;
import dev.migrate.runtime.journal.Detail;
import dev.migrate.runtime.journal.Journal;
import dev.migrate.runtime.journal.Progress;
import dev.migrate.runtime.journal.StepText;
import dev.migrate.schema.Literals;
import java.sql.SQLException;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** The revision that runs on a live connection, during one attempt. */
final class LiveRevision {

    /** Something that talks to the database. */
    interface Work<T> {
        T run() throws SQLException;
    }

    private final Step step;
    private final Replay replay;
    private final OptionalInt statements;
    private final Progress progress = new Progress();
    private final long begin = System.nanoTime();
    private String started = Journal.NOW;
    private final UncommittedWork work;
    private boolean hasRepeatedSettings;
    private List<Require> checked = List.of();
    private @Nullable String oneTransaction;
    private @Nullable LoneRun begun;
    private @Nullable MigrateException failure;

    /** @param statements how many it has, if that is known */
    LiveRevision(Step step, Replay replay, UncommittedWork work, OptionalInt statements) {
        this.step = step;
        this.statements = statements;
        this.replay = replay;
        this.work = work;
    }

    /** @param time when its first transaction began: later ones don't count */
    void started(String time) {
        if (!knowsItsStart()) {
            started = Literals.string(time) + "::timestamptz";
        }
    }

    /** Whether it is known when its first transaction began; one that holds all of it needn't know. */
    boolean knowsItsStart() {
        return !started.equals(Journal.NOW);
    }

    /** Its first transaction is gone, and with it the time when that began, if nobody has asked for it. */
    void missedItsStart() {
        if (!knowsItsStart()) {
            long microseconds = (System.nanoTime() - begin) / 1000;
            started = "clock_timestamp() - interval '" + microseconds + " microseconds'";
        }
    }

    /** These requirements were checked before its first statement, in this run or in the one that it continues. */
    void checked(List<Require> requirements) {
        checked = requirements;
    }

    boolean isChecked(Require requirement) {
        return checked.contains(requirement);
    }

    /** It runs as one transaction, without what it would commit on the way. */
    void inOneTransaction(String why) {
        oneTransaction = why;
    }

    /** Whether it is all or nothing although it isn't written so. */
    boolean isInOneTransaction() {
        return oneTransaction != null;
    }

    /** What the journal is to know of it when it is complete. */
    Detail completion() {
        return oneTransaction == null ? Detail.NONE : Detail.inOneTransaction(oneTransaction);
    }

    Step step() {
        return step;
    }

    String id() {
        return step.revision().id();
    }

    String action() {
        return StepText.action(step);
    }

    /** When its first transaction began, as an SQL expression. */
    String started() {
        return started;
    }

    Replay replay() {
        return replay;
    }

    Progress progress() {
        return progress;
    }

    /** What the journal is to know of it at a point that it has got to. */
    Detail detail(Progress.Mark mark) {
        List<String> digests = progress.digests();
        int known = mark.statement() + (mark.begun() == null ? 0 : 1);
        return Detail.of(statements, digests.subList(0, Math.min(known, digests.size())));
    }

    /** Remembers what failed: a migration that catches it can't go on, since PostgreSQL ignores what comes after it. */
    void failed(MigrateException what) {
        failure = what;
    }

    /** @throws MigrateException what failed before, if the migration caught it and went on */
    void requireHealthy() {
        if (failure != null) {
            throw failure;
        }
    }

    /** A statement outside the transaction begins. */
    void begins(LoneRun statement) {
        begun = statement;
    }

    /** It is complete, and the journal says so. */
    void completes() {
        begun = null;
    }

    /**
     * Clears away what a statement has left behind that was begun and not completed.
     *
     * @param committed what the journal says
     * @return whether nothing of it is left
     */
    boolean takesBack(Throwable thrown, Progress.Mark committed) {
        return begun == null ? committed.state() == null : begun.takeBack(thrown);
    }

    /** What it has done over JDBC, in the transaction that is open. */
    UncommittedWork work() {
        return work;
    }

    /** A setting that is committed already was set again: what is not committed is to find it. */
    void repeatsSetting() {
        hasRepeatedSettings = true;
    }

    /** Whether settings were set again since this was asked last. */
    boolean endsRepeating() {
        boolean any = hasRepeatedSettings;
        hasRepeatedSettings = false;
        return any;
    }
}
