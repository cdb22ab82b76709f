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
    private final Connection connection;
    private boolean isCommitted;
    private @Nullable Savepoint beginning;

    Workspace(PostgresServer server) throws SQLException {
        this.database = server.newDatabase();
        this.connection = database.connect();
        execute("CREATE SCHEMA extensions; CREATE EXTENSION btree_gist SCHEMA extensions");
        execute("SET jit = off"); // Compiling the catalog queries takes longer than running them.
        connection.setAutoCommit(false);
        isCommitted = true;
        clear();
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

    /** What was rolled back or dropped is still in the catalog's files. */
    void vacuum() throws SQLException {
        connection.setAutoCommit(true);
        execute("VACUUM");
        connection.setAutoCommit(false);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
        database.close();
    }
}
