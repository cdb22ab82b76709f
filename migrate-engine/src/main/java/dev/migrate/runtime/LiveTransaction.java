package dev.migrate.runtime;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;

/** The transaction of a live run, and the settings that end with it. */
final class LiveTransaction {

    private final Connection connection;
    private final SessionSettings settings;
    private final boolean pooled;
    private int backend;

    /**
     * @param backend the server process that has served the connection so far
     * @param pooled whether each transaction may have another one
     */
    LiveTransaction(Connection connection, SessionSettings settings, int backend, boolean pooled) {
        this.connection = connection;
        this.settings = settings;
        this.backend = backend;
        this.pooled = pooled;
    }

    /** The server process that served the last transaction. */
    int backend() {
        return backend;
    }

    boolean isOpen() throws SQLException {
        return !connection.getAutoCommit();
    }

    /**
     * Sees to it that a transaction is open and knows what it is for. In one round trip.
     *
     * @return the server's time
     */
    OffsetDateTime open(String revision) throws SQLException {
        boolean fresh = !isOpen();
        if (fresh) {
            connection.setAutoCommit(false);
        }
        // An application's connections may be serializable by default: DDL waits for others, and must see what they
        // did.
        String isolation = fresh ? "SET TRANSACTION ISOLATION LEVEL READ COMMITTED, READ WRITE; " : "";
        try (Statement statement = connection.createStatement()) {
            boolean rows = statement.execute(isolation + "SELECT pg_backend_pid(), clock_timestamp(), "
                    + settings.named(revision).columns(true));
            if (!rows) {
                statement.getMoreResults();
            }
            try (ResultSet row = statement.getResultSet()) {
                row.next();
                int serving = row.getInt(1);
                if (!pooled && serving != backend) {
                    throw Pooling.moved(backend, serving);
                }
                backend = serving;
                return row.getObject(2, OffsetDateTime.class);
            }
        }
    }

    /** As {@link #open}, if none is open. */
    void ensureOpen(String revision) throws SQLException {
        if (!isOpen()) {
            open(revision);
        }
    }

    /** Prepares the session for a statement outside any transaction. */
    void leave(SessionSettings forStatement) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SELECT " + forStatement.columns(false));
        }
    }

    String currentSchema() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT current_schema()")) {
            row.next();
            return row.getString(1);
        }
    }

    void commit() throws SQLException {
        connection.commit();
        connection.setAutoCommit(true);
    }

    /** Rolls back, if there is something to roll back. */
    void rollback() throws SQLException {
        if (isOpen()) {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }
}
