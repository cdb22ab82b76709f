package dev.migrate.autogen.catalog;

import dev.migrate.MigrateException;
import dev.migrate.ddl.ServerVersion;
import dev.migrate.dump.PrintingSettings;
import dev.migrate.schema.QualifiedName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One reading of a catalog: a snapshot, and a search path that makes the server print names in one way.
 *
 * <p>PostgreSQL qualifies a name that it prints unless the search path finds it (PostgreSQL manual, 5.10.3 The Schema
 * Search Path). While a session is open the path is the default schema, with {@code pg_temp} behind it, or before it when
 * temporary objects are what is read: either way an object reads the same.
 */
final class CatalogSession implements AutoCloseable {

    private static final String SEARCH_PATH = "search_path";

    private static final Map<String, String> READING = reading();

    /** Reads one row of a result. */
    @FunctionalInterface
    interface RowReader<T> {
        T read(Row row) throws SQLException;
    }

    private record Server(
            ServerVersion version,
            @Nullable String defaultSchema,
            @Nullable String defaultPath,
            String database,
            Map<String, String> settings) {
        String searchPath() {
            return settings.getOrDefault(SEARCH_PATH, "");
        }
    }

    /** A schema that is read. */
    record Namespace(long id, String name, boolean isTemporary) {}

    private final Connection connection;
    private final boolean ownsTransaction;
    private final Server server;
    private final List<Namespace> namespaces;

    private CatalogSession(Connection connection, boolean ownsTransaction, Server server, List<Namespace> namespaces) {
        this.connection = connection;
        this.ownsTransaction = ownsTransaction;
        this.server = server;
        this.namespaces = namespaces;
    }

    /**
     * Begins a read-only transaction, or reads within the caller's if one is open.
     *
     * @throws MigrateException if the server is too old, or the search path leads to no schema that should be read
     */
    static CatalogSession open(Connection connection, CatalogScope scope) throws SQLException {
        boolean ownsTransaction = connection.getAutoCommit();
        if (ownsTransaction) {
            connection.setAutoCommit(false);
        }
        try {
            if (ownsTransaction) {
                execute(connection, "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY");
            }
            Server server = one(connection, CatalogQuery.load("session.sql"), CatalogSession::server);
            requireSupported(server.version(), server.database());
            List<Namespace> all = rows(connection, CatalogQuery.load("namespaces.sql"), CatalogSession::namespace);
            CatalogSession session =
                    new CatalogSession(connection, ownsTransaction, server, select(all, scope, server));
            Map<String, String> reading = new HashMap<>(READING);
            reading.put(SEARCH_PATH, session.printingPath(scope));
            if (ownsTransaction && server.version().isAtLeast(17)) {
                reading.put("transaction_timeout", "0");
            }
            PrintingSettings.set(connection, reading, true);
            return session;
        } catch (SQLException | RuntimeException e) {
            if (ownsTransaction) {
                endAfter(e, connection);
            }
            throw e;
        }
    }

    /** What has failed is what is told: the connection may be lost with it. */
    private static void endAfter(Exception failure, Connection connection) {
        try {
            connection.rollback();
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
    }

    private String printingPath(CatalogScope scope) {
        if (server.defaultPath() == null) {
            return "pg_temp";
        }
        return scope.temporary() ? "pg_temp, " + server.defaultPath() : server.defaultPath() + ", pg_temp";
    }

    private static Map<String, String> reading() {
        Map<String, String> settings = new HashMap<>(PrintingSettings.VALUES);
        // While others are compared, this transaction waits.
        settings.put("idle_in_transaction_session_timeout", "0");
        // Compiling a query over a large catalog takes longer than running it.
        settings.put("jit", "off");
        return Map.copyOf(settings);
    }

    private static Server server(Row row) throws SQLException {
        Map<String, String> settings = new HashMap<>();
        settings.put(SEARCH_PATH, row.text(SEARCH_PATH));
        for (String name : READING.keySet()) {
            settings.put(name, row.text(name));
        }
        return new Server(
                new ServerVersion(row.count("version")),
                row.optional("default_schema"),
                row.optional("default_path"),
                row.text("database"),
                settings);
    }

    private static Namespace namespace(Row row) throws SQLException {
        return new Namespace(row.number("id"), row.text("name"), row.flag("is_temporary"));
    }

    /** @throws MigrateException if the server is older than what the queries are written for */
    static void requireSupported(ServerVersion version, String database) {
        if (!version.isAtLeast(ServerVersion.OLDEST_SUPPORTED)) {
            throw new MigrateException("The server of database '" + database + "' is PostgreSQL " + version
                    + "; Migrate reads the catalogs of PostgreSQL " + ServerVersion.OLDEST_SUPPORTED
                    + " and later. Upgrade the server, or connect to a newer one.");
        }
    }

    private static List<Namespace> select(List<Namespace> all, CatalogScope scope, Server server) {
        if (scope.temporary()) {
            return all.stream().filter(Namespace::isTemporary).toList();
        }
        if (scope.defaultSchema() && server.defaultSchema() == null) {
            throw new MigrateException("The search path of database '" + server.database() + "' is "
                    + server.searchPath() + ", and no schema in it exists. Create the schema, or name one in the URL:"
                    + " ?currentSchema=public");
        }
        return all.stream()
                .filter(n -> scope.schemas().contains(n.name())
                        || (scope.defaultSchema() && n.name().equals(server.defaultSchema())))
                .toList();
    }

    /** The schemas that are read. */
    List<Namespace> namespaces() {
        return namespaces;
    }

    /** Whether that is the schema of names that have none. */
    boolean isDefault(String schema) {
        return schema.equals(server.defaultSchema())
                || namespaces.stream().anyMatch(n -> n.isTemporary() && n.name().equals(schema));
    }

    /** The name of an object: without its schema if that is the default one. */
    QualifiedName name(String schema, String name) {
        return new QualifiedName(isDefault(schema) ? null : schema, name);
    }

    /** The rows of the query in {@code resource}, restricted to the schemas that are read. */
    <T> List<T> read(String resource, RowReader<T> reader) throws SQLException {
        String ids = namespaces.stream().map(n -> Long.toString(n.id())).collect(Collectors.joining(","));
        String sql =
                CatalogQuery.load(resource, server.version().major()).replace(":namespaces", "'{" + ids + "}'::oid[]");
        return rows(connection, sql, reader);
    }

    /** Ends the transaction if this session began it, and otherwise puts the caller's settings back. */
    @Override
    public void close() throws SQLException {
        if (ownsTransaction) {
            connection.rollback();
            connection.setAutoCommit(true);
        } else {
            PrintingSettings.set(connection, server.settings(), true);
        }
    }

    private static <T> T one(Connection connection, String sql, RowReader<T> reader) throws SQLException {
        return rows(connection, sql, reader).get(0);
    }

    private static <T> List<T> rows(Connection connection, String sql, RowReader<T> reader) throws SQLException {
        // Not prepared: a name that the driver gave a statement of an earlier transaction is unknown behind a pooler.
        try (Statement statement = connection.createStatement()) {
            // Nothing here is JDBC's, whose escapes the driver would look for in each query.
            statement.setEscapeProcessing(false);
            try (ResultSet rows = statement.executeQuery(sql)) {
                List<T> all = new ArrayList<>();
                Row row = new Row(rows);
                while (rows.next()) {
                    all.add(reader.read(row));
                }
                return all;
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
