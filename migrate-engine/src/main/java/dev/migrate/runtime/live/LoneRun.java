package dev.migrate.runtime.live;

import dev.migrate.ddl.LoneStatement;
import dev.migrate.runtime.connection.RedactedException;
import dev.migrate.runtime.journal.CatalogState;
import dev.migrate.runtime.journal.Progress;
import dev.migrate.schema.Literals;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One statement outside any transaction. PostgreSQL can't commit it together with a journal entry: one before it says
 * that it has begun, with what the catalog had then, so that whoever finds that entry can tell what became of it.
 */
final class LoneRun {

    private static final Logger LOG = LoggerFactory.getLogger(LoneRun.class);

    /** Commits the entry that says that the statement has begun. */
    interface Start {
        /**
         * Appends the entry.
         *
         * @param state an SQL expression
         * @return its value
         */
        @Nullable
        String with(String state) throws SQLException;
    }

    private final LiveContext run;
    private final LiveRevision revision;
    private final String sql;
    private final LoneStatement statement;
    private @Nullable String state;

    LoneRun(LiveContext run, LiveRevision revision, String sql) {
        this.run = run;
        this.revision = revision;
        this.sql = sql;
        this.statement = LoneStatement.of(sql);
    }

    /** Runs the statement, or what an earlier attempt has left of it. */
    void run(Start start, LiveSink.Execution execution) throws SQLException {
        Optional<Progress.Mark> begun = revision.replay().resumes(revision.progress());
        state = start.with(
                begun.isPresent() ? Literals.literal(begun.get().state()) : statement.accept(CatalogState.INSTANCE));
        run.transaction().leave(run.sessionSettings().named(revision.id()).alone(sql, run.settings()));
        Settlement settlement =
                new Settlement(run.session().connection(), run.listener(), this::execute, run.redaction());
        if (begun.isEmpty()) {
            settlement.prepare(statement);
            execution.run();
            return;
        }
        Optional<String> rest = settlement.rest(statement, sql, state);
        if (!rest.equals(Optional.of(sql))) {
            run.listener()
                    .notice("Statement " + revision.progress().statement() + " of " + revision.id()
                            + rest.map(completion -> " is completed with " + completion)
                                    .orElse(" was complete when it was interrupted, and isn't run again"));
        }
        if (rest.equals(Optional.of(sql))) {
            execution.run();
        } else if (rest.isPresent()) {
            execute(rest.get());
        }
    }

    private void execute(String text) {
        run.statements()
                .run(
                        revision.step(),
                        revision.progress().statement(),
                        text,
                        run.transaction().backend());
    }

    /**
     * Clears away what the failed statement has left behind, as far as that is possible now and at once.
     *
     * @return whether the database is as if the statement had never begun
     */
    boolean takeBack(Throwable failure) {
        if (statement instanceof LoneStatement.Other) {
            // What fails by itself is known to have failed; what else went wrong came before or after it.
            return failure instanceof StatementFailure;
        }
        try {
            run.transaction().leave(run.sessionSettings().named(revision.id()).brief());
            Settlement settlement =
                    new Settlement(run.session().connection(), run.listener(), this::executeUnwatched, run.redaction());
            if (statement instanceof LoneStatement.DropIndex drop && settlement.isInvalid(drop)) {
                run.listener()
                        .notice("The index " + drop.name()
                                + " is INVALID now: no query uses it, and it is to be dropped all the same");
                return false;
            }
            return settlement.rest(statement, sql, state).equals(Optional.of(sql));
        } catch (SQLException e) {
            LOG.debug(
                    "What a statement of {} has left is cleared away by the next run",
                    revision.id(),
                    new RedactedException(e, run.redaction()));
            return false;
        }
    }

    private void executeUnwatched(String text) throws SQLException {
        try (Statement clearing = run.session().connection().createStatement()) {
            clearing.execute(text);
        }
    }
}
