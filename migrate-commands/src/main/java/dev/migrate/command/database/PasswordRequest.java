package dev.migrate.command.database;

import java.sql.SQLException;
import java.util.stream.Stream;
import org.postgresql.util.GT;

/**
 * Whether the driver gives up a connection because the server asks for a password. It has no SQL state of its own for
 * that, and shares 08004 with a server that lacks TLS or channel binding; only the words differ, in the language of the
 * Java that runs.
 */
final class PasswordRequest {

    private PasswordRequest() {}

    static boolean is(SQLException e) {
        return Stream.of(
                        GT.tr(
                                "The server requested password-based authentication, but no password was provided by plugin"
                                        + " {0}",
                                "null"),
                        GT.tr("The server requested SCRAM-based authentication, but no password was provided."))
                .anyMatch(text -> text.equals(e.getMessage()));
    }
}
