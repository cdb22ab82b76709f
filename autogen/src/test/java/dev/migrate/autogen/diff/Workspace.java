package dev.migrate.autogen.diff;

import dev.migrate.testing.PostgresServer;
import dev.migrate.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A database in whose open transaction schemas are built and changed; it is empty before and after. */
final class Workspace implements AutoCloseable {

    private final TestDatabase database;
    private Connection connection;
    private boolean isCommitted;
    private @Nullable Savepoint beginning;

    Workspace(PostgresServer server) throws SQLException {
        this.database = server.newDatabase();
        this.connection = connect(database);
        execute("CREATE SCHEMA extensions; CREATE EXTENSION btree_gist SCHEMA extensions");
        connection.commit();
        isCommitted = true;
        clear();
    }

    private static Connection connect(TestDatabase database) throws SQLException {
        Connection connection = database.connect();
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            // Compiling the catalog queries takes longer than running them.
            statement.execute("SET jit = off");
        }
        connection.commit();
        return connection;
    }

    Connection connection() {
        return connection;
    }

    void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Statements as one script; one by one if it fails, to say which it was. */
    void run(List<String> script) throws SQLException {
        if (script.isEmpty()) {
            return;
        }
        Savepoint before = connection.setSavepoint();
        try {
            execute(String.join(";\n", script));
            connection.releaseSavepoint(before);
        } catch (SQLException e) {
            connection.rollback(before);
            for (String sql : script) {
                try {
                    execute(sql);
                } catch (SQLException cause) {
                    throw new SQLException(cause.getMessage() + "\n" + sql, cause);
                }
            }
            throw new SQLException("Fails as a script only: " + e.getMessage(), e);
        }
    }

    /** Marks what {@link #end} goes back to: statements that are undone should leave no trace for those to come. */
    void begin() throws SQLException {
        beginning = connection.setSavepoint();
    }

    void end() throws SQLException {
        if (beginning != null) {
            connection.rollback(beginning);
            connection.releaseSavepoint(beginning);
            beginning = null;
        }
    }

    /** What an enum type got by {@code ADD VALUE} can be used from the next transaction on. */
    void commit() throws SQLException {
        connection.commit();
        isCommitted = true;
        beginning = null;
    }

    void clear() throws SQLException {
        connection.rollback();
        beginning = null;
        if (isCommitted) {
            execute("DROP SCHEMA IF EXISTS audit CASCADE; DROP SCHEMA public CASCADE; CREATE SCHEMA public");
            connection.commit();
            isCommitted = false;
        }
    }

    /**
     * What was rolled back or dropped is still in the catalog's files, and its types are in the session's memory, which is
     * searched whenever a table changes.
     */
    void renew() throws SQLException {
        connection.setAutoCommit(true);
        execute("VACUUM");
        connection.close();
        connection = connect(database);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
        database.close();
    }
}
