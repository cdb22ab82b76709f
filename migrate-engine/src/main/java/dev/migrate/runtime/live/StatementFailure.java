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

    private static final String OF_REQUIREMENT = "the check of its requirement ";

    /** Where in the statement, as the driver says it in any language. */
    private static final Pattern POSITION = Pattern.compile("\\n *\\S+ ?[:：] ?\\d+(?=\\n|$)");

    private final String place;
    private final String statement;
    private final String reason;
    private final RedactedException refusal;
    private final transient List<Blocker> blockers;

    StatementFailure(int number, String statement, SQLException refusal, List<Blocker> blockers, Redaction redaction) {
        this(
                "statement " + number,
                statement,
                SqlErrors.message(refusal, redaction),
                new RedactedException(refusal, redaction),
                blockers);
    }

    private StatementFailure(
            String place, String statement, String reason, RedactedException refusal, List<Blocker> blockers) {
        super(Character.toUpperCase(place.charAt(0)) + place.substring(1) + ": " + reason + "\n" + statement, refusal);
        this.place = place;
        this.statement = statement;
        this.reason = reason;
        this.refusal = refusal;
        this.blockers = List.copyOf(blockers);
    }

    /** This, where the statement is made from what is shown instead. */
    StatementFailure of(String shown) {
        return new StatementFailure(place, shown, POSITION.matcher(reason).replaceFirst(""), refusal, blockers);
    }

    /** This, where the statement asks for the rows that break a rule. */
    StatementFailure ofRequirement(String rule, String query) {
        return new StatementFailure(
                OF_REQUIREMENT + "'" + rule + "'",
                query,
                POSITION.matcher(reason).replaceFirst(""),
                refusal,
                blockers);
    }

    boolean isOfRequirement() {
        return place.startsWith(OF_REQUIREMENT);
    }

    /** Where in the migration it is: {@code statement 3}. */
    String place() {
        return place;
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
