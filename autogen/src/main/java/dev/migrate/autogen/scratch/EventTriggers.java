package dev.migrate.autogen.scratch;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** What to do where an event trigger of the database refuses what is only created to be compared. */
final class EventTriggers {

    /** A function that raises an error is named in the error's context (PostgreSQL manual, 43.6.8 Trapping Errors). */
    private static final String NAMED = """
            SELECT string_agg(quote_ident(evtname), ', ' ORDER BY evtname)
            FROM pg_event_trigger JOIN pg_proc ON pg_proc.oid = evtfoid
            WHERE evtenabled <> 'D' AND strpos(?, quote_ident(proname) || '()') > 0""";

    private EventTriggers() {}

    /** @param refusal the server's message with its context */
    static Optional<String> advice(String refusal, Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(NAMED)) {
            statement.setString(1, refusal);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return Optional.ofNullable(row.getString(1))
                        .map(names -> "This is the database's event trigger " + names
                                + ". What the entities declare is created in pg_temp here, in an order of its own, to be"
                                + " compared, and taken back: let the trigger pass over objects whose schema_name is"
                                + " pg_temp, or compare with the migrations alone, without a URL.");
            }
        }
    }
}
