package dev.migrate.runtime;

import dev.migrate.MigrateException;
import dev.migrate.revision.Step;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The revision that runs on a live connection, during one attempt. */
final class LiveRevision {

    /** Something that talks to the database. */
    interface Work<T> {
        T run() throws SQLException;
    }

    private final Step step;
    private final Replay replay;
    private final Progress progress = new Progress();
    private String started = Journal.NOW;
    private boolean replayingJdbc;
    private @Nullable MigrateException failure;

    LiveRevision(Step step, Replay replay) {
        this.step = step;
        this.replay = replay;
    }

    /** @param time when its transaction began, as an SQL expression */
    void started(String time) {
        started = time;
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

    String started() {
        return started;
    }

    Replay replay() {
        return replay;
    }

    Progress progress() {
        return progress;
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

    void replaysJdbc() {
        replayingJdbc = true;
    }

    /** Whether repeated JDBC work is to be rolled back now. */
    boolean endsReplayedJdbc() {
        boolean was = replayingJdbc;
        replayingJdbc = false;
        return was;
    }
}
