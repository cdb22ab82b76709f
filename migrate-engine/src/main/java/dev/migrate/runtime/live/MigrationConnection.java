package dev.migrate.runtime.live;

import dev.migrate.MigrateException;
import dev.migrate.ddl.SqlScript;
import dev.migrate.runtime.Cancellation;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The connection as a migration sees it while it works: it can't end the transaction that its revision belongs to, its
 * statements are cancelled when the run is, and nothing of it outlives the work. Proxies, since the other methods of the
 * two interfaces, more than a hundred, are simply passed on.
 */
final class MigrationConnection implements AutoCloseable {

    private static final Set<String> REFUSED = Set.of("commit", "setAutoCommit", "abort");
    private static final Pattern EXECUTING = Pattern.compile("execute|prepare|addBatch");
    private static final Set<String> HARMLESS = Set.of("equals", "hashCode", "toString");

    private final Connection connection;
    private final String revision;
    private final Cancellation cancellation;
    private final Connection proxy;
    private final Set<Statement> open = Collections.newSetFromMap(new IdentityHashMap<>());
    private boolean isClosed;

    MigrationConnection(Connection connection, String revision, Cancellation cancellation) {
        this.connection = connection;
        this.revision = revision;
        this.cancellation = cancellation;
        this.proxy = proxy(Connection.class, (self, method, arguments) -> ofConnection(method, arguments));
    }

    /** What the migration is given. */
    Connection guarded() {
        return proxy;
    }

    /** Closes what the work has left open, so that what it found out can't be read, nor more be done, outside of it. */
    @Override
    public void close() throws SQLException {
        isClosed = true;
        for (Statement statement : List.copyOf(open)) {
            close(statement);
        }
    }

    private void close(Statement statement) throws SQLException {
        open.remove(statement);
        cancellation.forget(statement);
        statement.close();
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(Connection.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private @Nullable Object ofConnection(Method method, Object @Nullable [] arguments) throws Throwable {
        if (isRefused(method, arguments)) {
            throw refusal("called " + method.getName() + " on its connection");
        }
        refuseTransactionEnd(method, arguments);
        if (method.getName().equals("close")) {
            // A migration may use try-with-resources; the connection is not its own.
            return null;
        }
        if (method.getName().equals("isClosed")) {
            return isClosed || connection.isClosed();
        }
        if (!HARMLESS.contains(method.getName())) {
            use();
        }
        Object result = invoke(connection, method, arguments);
        if (result instanceof DatabaseMetaData) {
            return proxy(method.getReturnType(), (self, asked, given) -> {
                use();
                return belonging(result, asked, given);
            });
        }
        return result instanceof Statement statement ? guarded(statement, method.getReturnType()) : result;
    }

    private MigrateException refusal(String what) {
        return new MigrateException("Revision " + revision + " " + what
                + ", but its transaction also holds its version row and its journal"
                + " entry, and ends with the revision. Remove the call; roll back to a savepoint, or"
                + " put what must be committed earlier into a revision of its own.");
    }

    /** What says in SQL what the refused methods say. */
    private void refuseTransactionEnd(Method method, Object @Nullable [] arguments) {
        if (EXECUTING.matcher(method.getName()).lookingAt()
                && arguments != null
                && arguments.length > 0
                && arguments[0] instanceof String sql) {
            SqlScript.transactionEnd(sql).ifPresent(word -> {
                throw refusal("says " + word + " over its connection");
            });
        }
    }

    private static boolean isRefused(Method method, Object @Nullable [] arguments) {
        boolean wholeRollback =
                method.getName().equals("rollback") && (arguments == null || !(arguments[0] instanceof Savepoint));
        boolean needless =
                method.getName().equals("setAutoCommit") && arguments != null && Boolean.FALSE.equals(arguments[0]);
        return wholeRollback || (REFUSED.contains(method.getName()) && !needless);
    }

    /** @throws MigrateException if the work has ended */
    private void use() {
        if (isClosed) {
            throw new MigrateException("The connection of revision " + revision
                    + " is used after its work has ended. Call op.withConnection(…) for more work, and read what the work"
                    + " finds within it.");
        }
        cancellation.check();
    }

    private Object guarded(Statement statement, Class<?> type) {
        cancellation.register(statement);
        open.add(statement);
        return proxy(type, (self, method, arguments) -> ofStatement(statement, method, arguments));
    }

    private @Nullable Object ofStatement(Statement statement, Method method, Object @Nullable [] arguments)
            throws Throwable {
        refuseTransactionEnd(method, arguments);
        if (method.getName().equals("close")) {
            close(statement);
            return null;
        }
        if (method.getName().startsWith("execute")) {
            use();
        }
        return belonging(statement, method, arguments);
    }

    /** What belongs to a connection belongs to the guarded one. */
    private @Nullable Object belonging(Object target, Method method, Object @Nullable [] arguments) throws Throwable {
        return method.getName().equals("getConnection") ? proxy : invoke(target, method, arguments);
    }

    private static @Nullable Object invoke(Object target, Method method, Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            Throwable thrown = e.getCause();
            throw thrown == null ? new SQLException(e) : thrown;
        }
    }
}
