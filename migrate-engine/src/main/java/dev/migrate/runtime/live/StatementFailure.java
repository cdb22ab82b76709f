package dev.migrate.runtime.live;

import dev.migrate.MigrateException;
import dev.migrate.runtime.connection.Blocker;
import dev.migrate.runtime.connection.RedactedException;
import dev.migrate.runtime.connection.Redaction;
import dev.migrate.runtime.connection.SqlErrors;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;

/** PostgreSQL refused a migration's statement. What comes out of {@code op.apply}, into the migration. */
final class StatementFailure extends MigrateException implements Blocked {

    private static final long serialVersionUID = 1L;

    /** Where in the statement, as the driver says it in any language. */
    private static final Pattern POSITION = Pattern.compile("\\n *\\S+ ?[:：] ?\\d+(?=\\n|$)");

    private final int number;
    private final String statement;
    private final String reason;
    private final RedactedException refusal;
    private final transient List<Blocker> blockers;

    StatementFailure(int number, String statement, SQLException refusal, List<Blocker> blockers, Redaction redaction) {
        this(
                number,
                statement,
                SqlErrors.message(refusal, redaction),
                new RedactedException(refusal, redaction),
                blockers);
    }

    private StatementFailure(
            int number, String statement, String reason, RedactedException refusal, List<Blocker> blockers) {
        super("Statement " + number + ": " + reason + "\n" + statement, refusal);
        this.number = number;
        this.statement = statement;
        this.reason = reason;
        this.refusal = refusal;
        this.blockers = List.copyOf(blockers);
    }

    /** This, where the statement is made from what is shown instead. */
    StatementFailure of(String shown) {
        return new StatementFailure(number, shown, POSITION.matcher(reason).replaceFirst(""), refusal, blockers);
    }

    /** The statement's position in the migration, from 1. */
    int number() {
        return number;
    }

    String statement() {
        return statement;
    }

    /** What PostgreSQL said. */
    String reason() {
        return reason;
    }

    @Override
    public List<Blocker> blockers() {
        return blockers;
    }
}
