package dev.migrate.runtime;

import dev.migrate.MigrateException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.Set;

/**
 * The connection as a migration sees it: it can't end the transaction that its revision belongs to, and its statements
 * are cancelled when the run is. A proxy, since the other fifty methods of the interface are simply passed on.
 */
final class MigrationConnection {

    private static final Set<String> REFUSED = Set.of("commit", "setAutoCommit", "abort");

    private MigrationConnection() {}

    /** Opens the revision's transaction again, if a statement outside it came between. */
    interface BeforeUse {
        void run() throws SQLException;
    }

    static Connection guarding(
            Connection connection, String revision, BeforeUse transaction, Cancellation cancellation) {
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (isRefused(method, arguments)) {
                        throw new MigrateException("Revision " + revision + " called " + method.getName()
                                + " on op.connection(), but its transaction also holds its version row and its journal"
                                + " entry, and ends with the revision. Remove the call; roll back to a savepoint, or"
                                + " put what must be committed earlier into a revision of its own.");
                    }
                    if (method.getName().equals("close")) {
                        // A migration may use try-with-resources; the connection is not its own.
                        return null;
                    }
                    cancellation.check();
                    transaction.run();
                    Object result = invoke(connection, method, arguments);
                    if (result instanceof Statement statement) {
                        cancellation.register(statement);
                    }
                    return result;
                });
    }

    private static boolean isRefused(Method method, Object[] arguments) {
        boolean wholeRollback =
                method.getName().equals("rollback") && (arguments == null || !(arguments[0] instanceof Savepoint));
        boolean needless = method.getName().equals("setAutoCommit") && Boolean.FALSE.equals(arguments[0]);
        return wholeRollback || (REFUSED.contains(method.getName()) && !needless);
    }

    private static Object invoke(Connection connection, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(connection, arguments);
        } catch (InvocationTargetException e) {
            Throwable thrown = e.getCause();
            throw thrown == null ? new SQLException(e) : thrown;
        }
    }
}
