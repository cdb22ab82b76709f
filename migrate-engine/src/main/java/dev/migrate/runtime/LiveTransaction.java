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
    private boolean announced;

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
        String sql = opening(revision);
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
            return opened(statement);
        }
    }

    /** The next statement is to be in a transaction: its opening can be sent along with it. */
    void announce() throws SQLException {
        announced = !isOpen();
    }

    /** Whether a transaction is to begin with the next statement. */
    boolean isAnnounced() {
        return announced;
    }

    /**
     * Begins a transaction if none is open.
     *
     * @return what to send before the transaction's first statement, or, if one is open, before those of another
     *     revision; {@link #opened} reads its result
     */
    String opening(String revision) throws SQLException {
        boolean fresh = !isOpen();
        announced = false;
        if (fresh) {
            connection.setAutoCommit(false);
        }
        // An application's connections may be serializable by default: DDL waits for others, and must see what they
        // did.
        String isolation = fresh ? "SET TRANSACTION ISOLATION LEVEL READ COMMITTED, READ WRITE; " : "";
        return isolation + "SELECT pg_backend_pid(), clock_timestamp(), "
                + settings.named(revision).columns(true) + "; ";
    }

    /**
     * Reads the result of {@link #opening}, and leaves the statement at the result behind it.
     *
     * @return the server's time
     * @throws dev.migrate.MigrateException if another session has answered
     */
    OffsetDateTime opened(Statement executed) throws SQLException {
        try (ResultSet row = firstRows(executed)) {
            row.next();
            int serving = row.getInt(1);
            if (!pooled && serving != backend) {
                throw Pooling.moved(backend, serving);
            }
            backend = serving;
            OffsetDateTime time = row.getObject(2, OffsetDateTime.class);
            executed.getMoreResults();
            return time;
        }
    }

    private static ResultSet firstRows(Statement executed) throws SQLException {
        ResultSet rows = executed.getResultSet();
        if (rows != null) {
            return rows;
        }
        executed.getMoreResults();
        return executed.getResultSet();
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
        announced = false;
        if (isOpen()) {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }
}
