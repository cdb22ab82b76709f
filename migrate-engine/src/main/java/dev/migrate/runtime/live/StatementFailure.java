package dev.migrate.runtime.live;

import dev.migrate.MigrateException;
import dev.migrate.runtime.connection.Blocker;
import dev.migrate.runtime.connection.RedactedException;
import dev.migrate.runtime.connection.Redaction;
import dev.migrate.runtime.connection.SqlErrors;
import java.sql.SQLException;
import java.util.List;

/** PostgreSQL refused a migration's statement. What comes out of {@code op.apply}, into the migration. */
final class StatementFailure extends MigrateException implements Blocked {

    private static final long serialVersionUID = 1L;

    private final int number;
    private final String statement;
    private final transient List<Blocker> blockers;

    StatementFailure(int number, String statement, SQLException refusal, List<Blocker> blockers, Redaction redaction) {
        super(
                "Statement " + number + ": " + SqlErrors.message(refusal, redaction) + "\n" + statement,
                new RedactedException(refusal, redaction));
        this.number = number;
        this.statement = statement;
        this.blockers = List.copyOf(blockers);
    }

    /** The statement's position in the migration, from 1. */
    int number() {
        return number;
    }

    String statement() {
        return statement;
    }

    @Override
    public List<Blocker> blockers() {
        return blockers;
    }
}
