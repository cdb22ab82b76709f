package dev.migrate.runtime.connection;

import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * The time during which the driver gives no statement a name. By itself it prepares even its COMMIT under one (pgjdbc's
 * documentation, Server Prepared Statements), which a proxy that pools transactions then sends to a session that doesn't
 * know it, or that knows another one of that name.
 */
public final class UnnamedStatements {

    /** What is done meanwhile. */
    @FunctionalInterface
    public interface Work<T> {
        T run() throws SQLException;
    }

    /** Not for a lambda or a method reference, which would look for a class that isn't there. */
    private final @Nullable PGConnection driver;

    private final int threshold;

    public UnnamedStatements(Connection connection) throws SQLException {
        this.driver = DriverConnection.of(connection).orElse(null);
        this.threshold = driver == null ? 0 : driver.getPrepareThreshold();
        prepareFrom(0);
    }

    private void prepareFrom(int executions) {
        if (driver != null) {
            driver.setPrepareThreshold(executions);
        }
    }

    /** Does something while the driver gives no statement a name. */
    public static <T> T during(Connection connection, Work<T> work) throws SQLException {
        UnnamedStatements unnamed = new UnnamedStatements(connection);
        try {
            return work.run();
        } finally {
            unnamed.close();
        }
    }

    /** The driver does as it did before. */
    public void close() {
        prepareFrom(threshold);
    }
}
