package dev.migrate.runtime.connection;

import dev.migrate.MigrateException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/**
 * The transaction that a lent connection may be in. It is the application's: Spring's
 * {@code TransactionAwareDataSourceProxy} and the pools of application servers lend the connection of the thread's
 * transaction, and to leave it would commit it (JDBC, {@code Connection.setAutoCommit}).
 */
public final class LentTransaction {

    /** A transaction has a number from its first change on (PostgreSQL manual, 9.27.8 Transaction ID Functions). */
    private static final String HAS_CHANGED = "SELECT txid_current_if_assigned() IS NOT NULL";

    private static final String FAILED = "25P02";

    private LentTransaction() {}

    /**
     * Ends it, so that each statement is a transaction of its own.
     *
     * @throws MigrateException if it has changed something, or isn't to be ended by who borrows the connection
     */
    public static void end(Connection connection, Redaction redaction) throws SQLException {
        if (connection.getAutoCommit()) {
            return;
        }
        if (!DriverConnection.isIdle(connection) && hasChanged(connection)) {
            throw refusal(null);
        }
        try {
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            if (SqlErrors.isConnectionLost(e)) {
                throw e;
            }
            throw refusal(new RedactedException(e, redaction));
        }
    }

    private static boolean hasChanged(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(HAS_CHANGED)) {
            row.next();
            return row.getBoolean(1);
        } catch (SQLException e) {
            if (SqlErrors.isConnectionLost(e)) {
                throw e;
            }
            // Another database doesn't know the question. It is told as such by who asks next.
            return SqlErrors.state(e).equals(FAILED);
        }
    }

    private static MigrateException refusal(@Nullable RedactedException cause) {
        return new MigrateException(
                "The data source lends the connection of a transaction that the application has begun, and to use it"
                        + " would commit what the application has done there. Call Migrate outside of transactions,"
                        + " or give it a data source that doesn't take part in them.",
                cause);
    }
}
