package dev.migrate.runtime;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.postgresql.PGConnection;

/** The connection of PostgreSQL's driver, which has more than JDBC knows. */
final class DriverConnection {

    private DriverConnection() {}

    /** The one behind that of a pool; empty if it is another driver's, or out of reach. */
    static Optional<PGConnection> of(Connection connection) throws SQLException {
        try {
            return connection.isWrapperFor(PGConnection.class)
                    ? Optional.of(connection.unwrap(PGConnection.class))
                    : Optional.empty();
        } catch (NoClassDefFoundError e) {
            // The driver belongs to another class loader.
            return Optional.empty();
        }
    }
}
