package dev.migrate.runtime.connection;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/** Connections beside the one that migrates, for as long as it does. */
public final class OtherConnections {

    private final DataSource dataSource;
    private final Connection migrating;
    private final Optional<?> migratingDriver;
    private volatile boolean ended;

    public OtherConnections(DataSource dataSource, Connection migrating) throws SQLException {
        this.dataSource = dataSource;
        this.migrating = migrating;
        this.migratingDriver = DriverConnection.of(migrating);
    }

    /** None is lent any more: from here on a pool may lend the one that migrated to whoever has waited for another. */
    void end() {
        ended = true;
    }

    /** @throws SQLException if there is none, or if the data source lends the one that migrates again */
    public Connection borrow() throws SQLException {
        Connection borrowed;
        try {
            borrowed = dataSource.getConnection();
        } catch (RuntimeException e) {
            // A data source may decide by the thread where it connects to, and this is none of the application's.
            throw new SQLException("The data source failed", e);
        }
        // One that is fetched when it is first used is waited for here.
        boolean isMigrating = isMigrating(borrowed);
        if (ended) {
            borrowed.close();
            throw new SQLException("The run has ended");
        }
        if (isMigrating) {
            // It isn't closed: that might close it for the migration, too.
            throw new SQLException("The data source lends one connection to all");
        }
        return borrowed;
    }

    /** One that every borrower gets, such as that of Spring's SingleConnectionDataSource. */
    private boolean isMigrating(Connection borrowed) throws SQLException {
        Optional<?> driver = DriverConnection.of(borrowed);
        return driver.isPresent() ? driver.equals(migratingDriver) : borrowed.equals(migrating);
    }
}
