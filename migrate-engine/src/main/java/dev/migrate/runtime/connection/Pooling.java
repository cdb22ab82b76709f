package dev.migrate.runtime.connection;

import dev.migrate.MigrateException;
import dev.migrate.revision.Step;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;

/**
 * Transaction pooling: a proxy such as PgBouncer gives each transaction whatever server session is free. A session lock
 * and session settings then end up anywhere. The whole run is made one transaction with a transaction's lock; what
 * can't be in a transaction is refused.
 */
public final class Pooling {

    /** A pool without a spare connection lets one wait. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final int ROUNDS = 10;

    private static final String MOVED = "Another server process: ";

    /** In PL/pgSQL. */
    public static final String RAISE_MOVED = "RAISE EXCEPTION '" + MOVED + "%.', pg_backend_pid()";

    /** A condition of a script: whether its session has no lock. */
    public static final String IS_UNLOCKED =
            "NOT EXISTS (SELECT FROM pg_locks WHERE locktype = 'advisory' AND pid = pg_backend_pid())";

    /** What comes behind RAISE EXCEPTION in PL/pgSQL. */
    public static final String UNLOCKED =
            "'The lock of this script is not held by pid %: its top was not run (do so, up to the lock), somebody else"
                    + " is migrating, or a proxy pools transactions (connect to the server itself)', pg_backend_pid()";

    private Pooling() {}

    /**
     * Whether transactions of this connection move between server sessions. Another connection's transaction gets the
     * session that this one has just left, or keeps this one from getting it back. While others use the proxy too, it
     * may happen that neither does: that's why it is tried several times.
     *
     * @param backend the process that served this connection last; no transaction is open
     */
    public static boolean detect(Connection connection, int backend, SideChannel side) throws SQLException {
        Optional<Connection> second = side.borrow(PATIENCE);
        if (second.isEmpty()) {
            return backend(connection) != backend;
        }
        try (Connection other = second.get()) {
            UnnamedStatements unnamed = new UnnamedStatements(other);
            try {
                return moves(connection, backend, other);
            } finally {
                unnamed.close();
            }
        }
    }

    private static boolean moves(Connection connection, int backend, Connection other) throws SQLException {
        boolean autoCommit = other.getAutoCommit();
        other.setAutoCommit(false);
        try {
            boolean moves = movesBeside(connection, backend, other);
            other.rollback();
            other.setAutoCommit(autoCommit);
            return moves;
        } catch (SQLException e) {
            try {
                other.rollback();
                other.setAutoCommit(autoCommit);
            } catch (SQLException closed) {
                e.addSuppressed(closed);
            }
            throw e;
        }
    }

    private static boolean movesBeside(Connection connection, int backend, Connection other) throws SQLException {
        for (int round = 0; round < ROUNDS; round++) {
            boolean taken = backend(other) == backend;
            // If it is taken, and there is no other one, this connection would have to wait for it.
            if (taken || backend(connection) != backend) {
                return true;
            }
            other.rollback();
            // A proxy hands out the session that was given back last: the other one's, now that it is free. Without
            // this look the two would keep to the sessions that they happened to get first.
            if (backend(connection) != backend) {
                return true;
            }
        }
        return false;
    }

    private static int backend(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT pg_backend_pid()")) {
            row.next();
            return row.getInt(1);
        }
    }

    /** A condition: whether another process runs it. */
    public static String isMovedSql(int backend) {
        return "pg_backend_pid() <> " + backend;
    }

    /** @throws MigrateException if a statement was refused by {@link #RAISE_MOVED} */
    public static void requireUnmoved(int backend, SQLException refusal) {
        String message = String.valueOf(refusal.getMessage());
        int found = message.indexOf(MOVED);
        if (SqlErrors.isRaised(refusal) && found >= 0) {
            int number = found + MOVED.length();
            throw moved(backend, Integer.parseInt(message, number, message.indexOf('.', number), 10));
        }
    }

    /** What is said when it turns out late that transactions move. */
    public static MigrateException moved(int from, int to) {
        return new MigrateException("The server session changed during the run, from pid " + from + " to pid " + to
                + ": this connection goes through a proxy that pools transactions. Connect to the server itself, or"
                + " through a pool with pool_mode = session, and run the command again. If it then waits for pid "
                + from
                + ", the lock has stayed in the proxy's pool: free it with SELECT pg_terminate_backend(" + from + ").");
    }

    /** What is said when the driver's prepared statements show it. */
    static String ofPreparedStatements() {
        return ". This connection goes through a proxy that pools transactions, and the driver prepares statements in"
                + " sessions that it then loses: add prepareThreshold=0 to the URL, or connect to the server itself.";
    }

    public static MigrateException refusal(Step step, String sql) {
        return new MigrateException("This connection goes through a proxy that pools transactions (PgBouncer with"
                + " pool_mode = transaction, or the like). A statement of revision "
                + step.revision().id()
                + " can't run in a transaction, and outside one neither the lock nor lock_timeout can be relied on:\n"
                + sql
                + "\nConnect to the server itself, or through a pool with pool_mode = session, and run the command"
                + " again.");
    }
}
