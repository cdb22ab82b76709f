package dev.migrate.runtime.live;

import dev.migrate.revision.Direction;
import dev.migrate.revision.Step;
import dev.migrate.runtime.CancelledException;
import dev.migrate.runtime.RevisionFailedException;
import dev.migrate.runtime.connection.Blocker;
import dev.migrate.runtime.connection.Redaction;
import dev.migrate.runtime.connection.SafeCause;
import dev.migrate.runtime.connection.SqlErrors;
import dev.migrate.runtime.journal.Detail;
import dev.migrate.runtime.journal.Interruption;
import dev.migrate.runtime.journal.Progress;
import dev.migrate.runtime.journal.StepText;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * What is told when a migration fails.
 *
 * @param committed how much of the revision is committed nevertheless
 * @param whole whether the run is one transaction
 * @param kept up to where such a run is committed nevertheless; empty if all of it was rolled back
 * @param lost whether the connection is gone
 * @param place where the database is now
 */
record FailureReport(
        Step step,
        Throwable thrown,
        Progress.Mark committed,
        boolean whole,
        Optional<Kept> kept,
        boolean lost,
        String place) {

    private static final int WHOLE_LINES = 20;
    private static final int FIRST_LINES = 6;

    /**
     * A statement that can't run in a transaction has ended one that was to hold the whole run.
     *
     * @param revision the one that isn't committed as a whole
     * @param statement how many of its statements are
     */
    record Kept(String revision, int statement) {

        private String text() {
            return "Everything " + (statement == 0 ? "before" : "up to statement " + statement + " of") + " revision "
                    + revision
                    + " is committed, because a statement that follows it can't run in a transaction; the rest of the"
                    + " run was rolled back. The database is at ";
        }
    }

    RevisionFailedException exception(Redaction redaction) {
        Optional<SQLException> refusal = SqlErrors.in(thrown);
        if (thrown instanceof ChangedMigration) {
            // It says all there is to do; nothing was run, so that nothing has to be said of that.
            String message = String.valueOf(thrown.getMessage());
            return new RevisionFailedException(
                    message, message, step.revision().id(), "", SafeCause.of(thrown, redaction));
        }
        StringBuilder text = new StringBuilder("The ")
                .append(StepText.action(step))
                .append(" of revision ")
                .append(step.revision().summary())
                .append(isRefused() ? " was refused, because rows break what it requires" : " failed");
        if (thrown instanceof StatementFailure failure) {
            text.append(" at ").append(failure.place()).append(":\n").append(indent(excerpt(failure.statement())));
        } else {
            text.append(":\n");
        }
        text.append(indent(redaction.of(reason(thrown))));
        if (thrown instanceof StatementFailure failure && !failure.blockers().isEmpty()) {
            text.append("It waited for:\n").append(indent(Blocker.describe(failure.blockers(), redaction)));
        }
        text.append("Migration: ")
                .append(StepText.place(step, thrown))
                .append('\n')
                .append(fate());
        StringBuilder hints = new StringBuilder();
        if (thrown instanceof StatementFailure failure && failure.isOfRequirement()) {
            hints.append(
                    "\nRequirements are checked before the revision's first statement: their queries can use only what"
                            + " exists then.");
        }
        refusal.map(SqlErrors::limit).filter(limit -> !limit.isEmpty()).ifPresent(limit -> hints.append('\n')
                .append(limit));
        if (refusal.filter(SqlErrors::isTransactionRefused).isPresent()) {
            hints.append(
                    "\nA statement that can't be in a transaction, such as a call of a procedure that commits, is run"
                            + " outside by op.outsideTransaction(() -> …).");
        }
        if (refusal.filter(SqlErrors::isOfAnotherEncoding).isPresent()) {
            hints.append(
                    "\nThe session reads and writes UTF-8, and these bytes are no text in it: correct them, or don't read"
                            + " them. A backfill reads the primary keys that it goes along, op.update(…) reads nothing.");
        }
        String adoption = refusal.filter(SqlErrors::isDuplicate).isPresent() && step.direction() == Direction.UPGRADE
                ? adoption()
                : "";
        return new RevisionFailedException(
                text + "\n" + next() + hints + adoption,
                text.toString() + hints,
                step.revision().id(),
                refusal.map(SqlErrors::state).orElse(""),
                SafeCause.of(thrown, redaction));
    }

    CancelledException cancelled() {
        return new CancelledException("Cancelled during the " + StepText.action(step) + " of revision "
                + step.revision().id() + ". " + fate() + " To go on, run " + command() + " again.");
    }

    private boolean isRefused() {
        return thrown instanceof BrokenRequirements;
    }

    /** What went wrong, without where. */
    static String reason(Throwable thrown) {
        if (thrown instanceof StatementFailure failure) {
            return failure.reason();
        }
        return thrown instanceof dev.migrate.MigrateException ? String.valueOf(thrown.getMessage()) : thrown.toString();
    }

    private String fate() {
        if (lost) {
            return "The connection was lost, and PostgreSQL rolls back what wasn't committed.";
        }
        if (committed.statement() == 0 && committed.begun() == null) {
            return kept.map(Kept::text)
                            .orElse(
                                    whole
                                            ? "The whole run was rolled back; the database is at "
                                            : isRefused()
                                                    ? "Nothing of it was done; the database is at "
                                                    : "It was rolled back and left nothing behind; the database is at ")
                    + place + ".";
        }
        String first = committed.statement() == 0
                ? ""
                : "Of its statements the first " + committed.statement() + " are committed, because one of those that"
                        + " followed can't run in a transaction; the rest was rolled back. ";
        String begun = committed.begun() == null ? "" : "Statement " + (committed.statement() + 1) + " is half done. ";
        return first + begun + "The database is at " + place + ".";
    }

    private String next() {
        if (lost) {
            return "See where the database is with mvn migrate:current, then run " + command()
                    + " again: it continues.";
        }
        String again = "Correct " + (isRefused() ? "these rows" : "the cause") + " and run " + command() + " again";
        if (committed.begun() != null || committed.statement() > 0) {
            return new Interruption(step.revision().id(), StepText.action(step), committed, Detail.NONE).waysOut();
        }
        return again
                + kept.filter(part -> part.statement() > 0)
                        .map(part -> ": it continues behind statement " + part.statement() + " of revision "
                                + part.revision() + ".")
                        .orElse(".");
    }

    /** Somebody who starts to use Migrate on a database that has a schema sees just this failure. */
    private String adoption() {
        return "\nIf the database has what this revision makes already, by other means, declare it to be there: mvn"
                + " migrate:stamp -Dmigrate.revision=" + step.revision().id();
    }

    private String command() {
        return step.direction() == Direction.UPGRADE ? "mvn migrate:upgrade" : "mvn migrate:downgrade";
    }

    /** As much of a statement as leaves in sight what is wrong with it. */
    static String excerpt(String statement) {
        List<String> lines = statement.lines().toList();
        return lines.size() <= WHOLE_LINES
                ? statement
                : String.join("\n", lines.subList(0, FIRST_LINES)) + "\n… (" + (lines.size() - FIRST_LINES)
                        + " more lines)";
    }

    private static String indent(String text) {
        return text.strip().indent(2);
    }
}
