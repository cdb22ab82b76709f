package dev.migrate.runtime;

import dev.migrate.MigrateException;
import dev.migrate.revision.Step;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/**
 * Transaction pooling: a proxy such as PgBouncer gives each transaction whatever server session is free. A session lock
 * and session settings then end up anywhere. The whole run is made one transaction with a transaction's lock; what
 * can't be in a transaction is refused.
 */
final class Pooling {

    /** A pool without a spare connection lets one wait. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private Pooling() {}

    /**
     * Whether transactions of this connection move between server sessions. Another connection's transaction gets the
     * session that this one has just left, or keeps this one from getting it back.
     *
     * @param backend the process that served this connection last; no transaction is open
     */
    static boolean detect(Connection connection, int backend, SideChannel side) throws SQLException {
        boolean taken = side.ask(
                        other -> {
                            other.setAutoCommit(false);
                            int others = backend(other);
                            other.rollback();
                            other.setAutoCommit(true);
                            return others == backend;
                        },
                        PATIENCE)
                .orElse(false);
        return taken || backend(connection) != backend;
    }

    private static int backend(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT pg_backend_pid()")) {
            row.next();
            return row.getInt(1);
        }
    }

    static MigrateException refusal(Step step, String sql) {
        return new MigrateException("This connection goes through a proxy that pools transactions (PgBouncer with"
                + " pool_mode = transaction, or the like). A statement of revision "
                + step.revision().id()
                + " can't run in a transaction, and outside one neither the lock nor lock_timeout can be relied on:\n"
                + sql
                + "\nConnect to the server itself, or through a pool with pool_mode = session, and run the command"
                + " again.");
    }
}
