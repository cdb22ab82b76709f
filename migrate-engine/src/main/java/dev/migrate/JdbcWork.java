package dev.migrate;

import java.sql.Connection;
import java.sql.SQLException;

/** Reads and writes rows over JDBC in a revision's transaction: see {@link Operations#withConnection}. */
@FunctionalInterface
public interface JdbcWork {

    /**
     * Does the work.
     *
     * @param connection is in the revision's transaction, and is of no use after the work
     * @throws SQLException ends the revision, which is rolled back
     */
    void run(Connection connection) throws SQLException;
}
