package dev.migrate.runtime.live;

import dev.migrate.MigrateException;
import dev.migrate.runtime.connection.Blocker;
import dev.migrate.runtime.connection.RedactedException;
import dev.migrate.runtime.connection.Redaction;
import dev.migrate.runtime.connection.SqlErrors;
import java.sql.SQLException;
import java.util.List;

/** PostgreSQL refused what a run does by itself, while others were in the way. */
final class RecordingFailure extends MigrateException implements Blocked {

    private static final long serialVersionUID = 1L;

    private final transient List<Blocker> blockers;

    RecordingFailure(String what, SQLException refusal, List<Blocker> blockers, Redaction redaction) {
        super(
                what + " failed: " + SqlErrors.message(refusal, redaction) + "\nIt waited for:\n"
                        + Blocker.describe(blockers, redaction).indent(2).stripTrailing(),
                new RedactedException(refusal, redaction));
        this.blockers = List.copyOf(blockers);
    }

    @Override
    public List<Blocker> blockers() {
        return blockers;
    }
}
