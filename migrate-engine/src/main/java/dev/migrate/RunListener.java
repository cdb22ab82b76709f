package dev.migrate;

import dev.migrate.revision.Plan;
import dev.migrate.revision.Step;
import java.time.Duration;
import java.util.Set;

/**
 * Hears what a run does. Called in the thread of the run, except for {@link #notice}, which may also come from a thread
 * that watches a waiting statement. An exception thrown here ends the run like one of a migration.
 *
 * <p>A revision that is tried again because of a lock is reported again from its start. Texts contain no secrets.
 */
public interface RunListener {

    /** There is something to do, and the lock is held. */
    default void runStarted(Plan plan) {}

    /** Everything is done and committed. */
    default void runFinished(Plan plan, Duration duration) {}

    /** The run ended with an error; what is not committed is rolled back. */
    default void runFailed(MigrateException failure, Duration duration) {}

    /** A migration is about to run. */
    default void revisionStarted(Step step) {}

    /** A migration has run, and is committed unless the whole run is one transaction. */
    default void revisionFinished(Step step, Duration duration) {}

    /**
     * The version table changes without a migration.
     *
     * @param before its rows until now, unknown revisions included
     * @param after its rows from now on
     */
    default void stamping(Set<String> before, Set<String> after) {}

    /** A statement of a migration is about to run. */
    default void statementStarted(Step step, String sql) {}

    /** A statement of a migration has run. */
    default void statementFinished(Step step, String sql, Duration duration) {}

    /** Something that a person should read before the run begins: what it loses for good. */
    default void warning(String text) {}

    /** Something that a person should know: a wait and for whom, a retry, a resumed revision, a server's notice. */
    default void notice(String text) {}
}
