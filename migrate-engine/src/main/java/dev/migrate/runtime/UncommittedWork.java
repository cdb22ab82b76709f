package dev.migrate.runtime;

import dev.migrate.MigrateException;
import dev.migrate.operation.DataOperation.Backfill;
import dev.migrate.operation.Operation;
import dev.migrate.operation.Statement;
import dev.migrate.runtime.connection.Redaction;

/**
 * The work over JDBC that a revision has done. It commits with the revision and not before: a run that goes on behind it
 * couldn't know what it returned, and to do it again would give other keys, times and counts.
 */
public final class UncommittedWork {

    private final Redaction redaction;
    private boolean isDone;

    public UncommittedWork(Redaction redaction) {
        this.redaction = redaction;
    }

    /** The revision does work. */
    public void add() {
        isDone = true;
    }

    public boolean isDone() {
        return isDone;
    }

    /** @throws MigrateException if there is work, and the statement would commit it */
    public void requireKept(Operation operation, Statement statement) {
        if (isDone && Placement.of(statement) != Placement.INSIDE) {
            throw new MigrateException("The work of op.withConnection(…) would be committed before the revision is"
                    + " complete, since what follows it can't be in its transaction: "
                    + redaction.of(
                            operation instanceof Backfill backfill
                                    ? "the backfill of " + backfill.table()
                                    : statement.sql())
                    + "\n  If the run stopped there, the next one would not know what the work returned. Write two revisions:"
                    + " the work, with the operations that use its results, belongs into one of its own. A statement that"
                    + " doesn't need the work can also stand before it.");
        }
    }
}
