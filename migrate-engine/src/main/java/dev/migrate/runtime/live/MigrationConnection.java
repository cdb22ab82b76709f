package dev.migrate.runtime.live;

import dev.migrate.MigrateException;
import dev.migrate.ddl.SqlScript;
import dev.migrate.runtime.Cancellation;
import dev.migrate.runtime.connection.DriverConnection;
import dev.migrate.schema.Literals;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The connection as a migration sees it: it can't end the transaction that its revision belongs to, its statements never
 * run outside that transaction, and they are cancelled when the run is. Proxies, since the other methods of the two
 * interfaces, more than a hundred, are simply passed on.
 */
final class MigrationConnection {

    private static final Set<String> REFUSED = Set.of("commit", "setAutoCommit", "abort");
    private static final Pattern EXECUTING = Pattern.compile("execute|prepare|addBatch");
    private static final Set<String> HARMLESS = Set.of("equals", "hashCode", "isClosed", "toString");

    /** What a call returns is printed as its first argument. */
    private static final Pattern OUT_PARAMETER = Pattern.compile("(?i)(\\bset_config\\()(?:\\?|NULL|\\(NULL\\)),");

    /** What methods say in SQL of the savepoint that they return or are given. */
    private static final Map<String, String> OF_SAVEPOINT = Map.of(
            "setSavepoint", "SAVEPOINT ",
            "rollback", "ROLLBACK TO SAVEPOINT ",
            "releaseSavepoint", "RELEASE SAVEPOINT ");

    /** What is to happen when the connection is used. */
    interface Use {
        /** Sees to it beforehand that the revision's transaction is open, and that the work counts. */
        void begin() throws SQLException;

        /** Takes note of SQL that was executed; what failed has been, or will be, rolled back to a savepoint. */
        void executed(Sql sql) throws SQLException;
    }

    /** What is executed, asked for only where it counts: a prepared statement has to put its parameters into it. */
    interface Sql {
        String text() throws SQLException;
    }

    private final Connection connection;
    private final String revision;
    private final Use use;
    private final Cancellation cancellation;
    private final Connection proxy;

    private MigrationConnection(Connection connection, String revision, Use use, Cancellation cancellation) {
        this.connection = connection;
        this.revision = revision;
        this.use = use;
        this.cancellation = cancellation;
        this.proxy = proxy(Connection.class, (self, method, arguments) -> ofConnection(method, arguments));
    }

    static Connection guarding(Connection connection, String revision, Use use, Cancellation cancellation) {
        return new MigrationConnection(connection, revision, use, cancellation).proxy;
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(Connection.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private @Nullable Object ofConnection(Method method, Object @Nullable [] arguments) throws Throwable {
        if (isRefused(method, arguments)) {
            throw refusal("called " + method.getName() + " on op.connection()");
        }
        refuseTransactionEnd(method, arguments);
        if (method.getName().equals("close")) {
            // A migration may use try-with-resources; the connection is not its own.
            return null;
        }
        if (!HARMLESS.contains(method.getName())) {
            use();
        }
        Object result = invoke(connection, method, arguments);
        if (method.getName().equals("setSchema") && arguments != null) {
            String schema = (String) arguments[0];
            use.executed(() -> "SET search_path = " + (schema == null ? "DEFAULT" : Literals.string(schema)));
        }
        String said = OF_SAVEPOINT.get(method.getName());
        if (said != null) {
            Object savepoint = result instanceof Savepoint || arguments == null ? result : arguments[0];
            // Not by its own name: it may have none.
            use.executed(() -> said + "migrate_" + System.identityHashCode(savepoint));
        }
        if (result instanceof DatabaseMetaData) {
            return proxy(method.getReturnType(), (self, asked, given) -> belonging(result, asked, given));
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
                throw refusal("says " + word + " over op.connection()");
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

    private void use() throws SQLException {
        cancellation.check();
        use.begin();
    }

    private Object guarded(Statement statement, Class<?> type) {
        cancellation.register(statement);
        return proxy(type, (self, method, arguments) -> ofStatement(statement, method, arguments));
    }

    private @Nullable Object ofStatement(Statement statement, Method method, Object @Nullable [] arguments)
            throws Throwable {
        refuseTransactionEnd(method, arguments);
        if (method.getName().startsWith("execute")) {
            use();
        }
        Object result = belonging(statement, method, arguments);
        if (EXECUTING.matcher(method.getName()).lookingAt()) {
            use.executed(() -> text(statement, arguments));
        }
        return result;
    }

    /** What is given, or else what is prepared, which the driver's statement prints with its parameters. */
    private static String text(Statement statement, Object @Nullable [] arguments) throws SQLException {
        if (arguments != null && arguments.length > 0 && arguments[0] instanceof String sql) {
            return sql;
        }
        String text = statement instanceof PreparedStatement prepared ? DriverConnection.text(prepared) : "";
        return statement instanceof CallableStatement
                ? OUT_PARAMETER.matcher(text).replaceFirst("$1")
                : text;
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
