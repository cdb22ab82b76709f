package dev.migrate.runtime.connection;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.QueryExecutor;
import org.postgresql.jdbc.PreferQueryMode;

/**
 * Sends statements as simple queries (PostgreSQL manual, Message Flow), in which the server finds one or several of them
 * as they were written. By itself the driver cuts the text into statements and has each parsed, bound, described and
 * executed: for one that runs once, that is twice the work of both sides. A driver that isn't within reach does so.
 */
public final class SimpleQueries {

    private final @Nullable QueryExecutor driver;

    public SimpleQueries(Connection connection) throws SQLException {
        this.driver = driver(connection);
    }

    private static @Nullable QueryExecutor driver(Connection connection) throws SQLException {
        PGConnection found = DriverConnection.of(connection).orElse(null);
        if (!(found instanceof BaseConnection base)) {
            return null;
        }
        try {
            QueryExecutor executor = base.getQueryExecutor();
            executor.setPreferQueryMode(executor.getPreferQueryMode());
            return executor;
        } catch (LinkageError e) {
            // Of another version, whose inside differs.
            return null;
        }
    }

    /** Executes a text, which the statement must not change: its escape processing is off. */
    public void execute(Statement statement, String sql) throws SQLException {
        if (driver == null) {
            statement.execute(sql);
            return;
        }
        PreferQueryMode before = driver.getPreferQueryMode();
        driver.setPreferQueryMode(PreferQueryMode.SIMPLE);
        try {
            statement.execute(sql);
        } finally {
            driver.setPreferQueryMode(before);
        }
    }
}
