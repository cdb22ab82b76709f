package dev.migrate.runtime.connection;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.postgresql.PGConnection;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.TransactionState;

/** The connection of PostgreSQL's driver, which has more than JDBC knows. */
public final class DriverConnection {

    private DriverConnection() {}

    /** The one behind that of a pool; empty if it is another driver's, or out of reach. */
    public static Optional<PGConnection> of(Connection connection) throws SQLException {
        try {
            return connection.isWrapperFor(PGConnection.class)
                    ? Optional.of(connection.unwrap(PGConnection.class))
                    : Optional.empty();
        } catch (NoClassDefFoundError e) {
            // The driver belongs to another class loader.
            return Optional.empty();
        }
    }

    /** Cancels what the server does for it, if the driver is within reach: the end of a transaction, too. */
    public static void cancel(Connection connection) throws SQLException {
        Optional<PGConnection> driver = of(connection);
        if (driver.isPresent()) {
            driver.get().cancelQuery();
        }
    }

    /** Whether it is known, without a word to the server, that no transaction is open. */
    static boolean isIdle(Connection connection) throws SQLException {
        try {
            return connection.isWrapperFor(BaseConnection.class)
                    && connection.unwrap(BaseConnection.class).getTransactionState() == TransactionState.IDLE;
        } catch (NoClassDefFoundError e) {
            return false;
        }
    }
}
