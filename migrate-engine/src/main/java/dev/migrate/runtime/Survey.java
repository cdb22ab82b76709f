package dev.migrate.runtime;

import dev.migrate.MigrateException;
import dev.migrate.ddl.ServerVersion;
import dev.migrate.ddl.SqlIdentifiers;
import dev.migrate.schema.Literals;
import dev.migrate.schema.QualifiedName;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a connection says about itself in one round trip, before anything is changed.
 *
 * @param backend the process that serves it
 * @param schema where the version table is, or is to be created
 * @param hasSchema whether that schema exists
 * @param hasVersionTable whether it exists
 * @param hasJournal whether the journal exists
 * @param hasTemporary whether the session has temporary tables or views
 * @param isStandby whether the server takes no changes, as a standby
 * @param isSubscribed whether another server's version table or journal is replicated into these
 * @param settings the session's settings that a run changes, to be restored
 */
public record Survey(
        ServerVersion server,
        int backend,
        String schema,
        boolean hasSchema,
        boolean hasVersionTable,
        boolean hasJournal,
        boolean hasTemporary,
        boolean isStandby,
        boolean isSubscribed,
        Map<String, String> settings) {

    /**
     * Everything that a run sets, and what pg_settings doesn't show, in the order in which it is restored.
     * {@code idle_session_timeout} exists since PostgreSQL 14, {@code transaction_timeout} since 17.
     */
    private static final List<String> CHANGED_SETTINGS = List.of(
            "application_name",
            "idle_in_transaction_session_timeout",
            "idle_session_timeout",
            "lock_timeout",
            "session_authorization",
            "role",
            "search_path",
            "statement_timeout",
            "transaction_timeout");

    /** @throws MigrateException if the server isn't a PostgreSQL that Migrate supports */
    static Survey of(Connection connection, RunSettings settings) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql(settings))) {
            row.next();
            ServerVersion server = requireSupported("PostgreSQL", new ServerVersion(row.getInt("server")));
            Map<String, String> found = new LinkedHashMap<>();
            for (String name : CHANGED_SETTINGS) {
                String value = row.getString(name);
                if (value != null) {
                    found.put(name, value);
                }
            }
            String versionSchema = row.getString("version_schema");
            requireUsage(row.getString("closed_schema"), row.getString("acting"), settings, found.get("search_path"));
            requireLasting(settings, row.getString("first_schema"), versionSchema, found.get("search_path"));
            return new Survey(
                    server,
                    row.getInt("backend"),
                    versionSchema == null
                            ? home(settings, row.getString("first_schema"), row.getString("search_path"))
                            : versionSchema,
                    row.getBoolean("has_schema"),
                    versionSchema != null,
                    row.getBoolean("has_journal"),
                    row.getBoolean("has_temporary"),
                    row.getBoolean("is_standby"),
                    row.getBoolean("is_subscribed"),
                    found);
        } catch (SQLException e) {
            // What doesn't understand the question is perhaps no PostgreSQL, or too old a one.
            DatabaseMetaData server = connection.getMetaData();
            requireSupported(
                    server.getDatabaseProductName(),
                    new ServerVersion(server.getDatabaseMajorVersion() * 10_000 + server.getDatabaseMinorVersion()));
            throw e;
        }
    }

    /** @throws MigrateException if the product isn't PostgreSQL, or too old */
    static ServerVersion requireSupported(String product, ServerVersion version) {
        if (!product.equals("PostgreSQL")) {
            throw new MigrateException("The database is " + product + " " + version + "; expected PostgreSQL "
                    + ServerVersion.OLDEST_SUPPORTED + " or later. Check migrate.url.");
        }
        if (!version.isAtLeast(ServerVersion.OLDEST_SUPPORTED)) {
            throw new MigrateException("The server is PostgreSQL " + version + "; expected "
                    + ServerVersion.OLDEST_SUPPORTED + " or later. Upgrade the server, or check migrate.url.");
        }
        return version;
    }

    /** @throws MigrateException if nothing can be changed here */
    public void requirePrimary() {
        if (isStandby) {
            throw new MigrateException(
                    "The server is a standby, which takes no changes. Connect to the primary server,"
                            + " with targetServerType=primary in the URL if it names several hosts, and run the command again.");
        }
    }

    /** What a version table tells that is filled by a subscription; empty if it is this server's own. */
    public Optional<String> replicated(RunSettings run) {
        return isSubscribed
                ? Optional.of("A subscription of this server fills " + versionTable(run) + " or " + journalTable(run)
                        + ": they tell what was applied on the publishing server, not what was applied here.")
                : Optional.empty();
    }

    /** @throws MigrateException if what is recorded here would mix with what another server records */
    public void requireOwnTables(RunSettings run) {
        replicated(run).ifPresent(found -> {
            throw new MigrateException(found
                    + " What this server adds would stop the replication. Keep apart what is applied here: set"
                    + " versionTable to a name that isn't published, for example subscriber_version, record where this"
                    + " database is with mvn migrate:stamp, and run the command again. Or leave both tables out of the"
                    + " publication.");
        });
    }

    private static String sql(RunSettings settings) {
        StringBuilder sql = new StringBuilder("""
                SELECT pg_backend_pid() AS backend,
                       current_setting('server_version_num')::integer AS server,
                       current_schema() AS first_schema,
                       quote_ident(current_user) AS acting,
                       pg_is_in_recovery() AS is_standby,
                       CASE WHEN pg_my_temp_schema() <> 0
                            THEN EXISTS (SELECT FROM pg_class WHERE relnamespace = pg_my_temp_schema())
                            ELSE false END AS has_temporary,
                       version_table.nspname AS version_schema,
                       EXISTS (SELECT FROM pg_class
                               WHERE relnamespace = version_table.relnamespace AND relname =""")
                .append(' ')
                .append(Literals.string(settings.journalTable()))
                .append(") AS has_journal,\n       ")
                .append(isSubscribed(settings))
                .append(closedSchema(settings))
                .append(hasSchema(settings))
                .append(" AS has_schema");
        for (String name : CHANGED_SETTINGS) {
            sql.append(",\n       current_setting(")
                    .append(Literals.string(name))
                    .append(", true) AS ")
                    .append(name);
        }
        return sql.append("""

                        FROM (SELECT (""").append(versionTableSql(settings)).append("""
                        ) AS oid) AS given
                        LEFT JOIN (SELECT c.oid, c.relnamespace, n.nspname
                                   FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace) AS version_table
                            ON version_table.oid = given.oid""").toString();
    }

    /** PostgreSQL refuses to look for a table in a schema on which a role lacks USAGE. */
    private static String versionTableSql(RunSettings settings) {
        Optional<String> home = settings.homeSchema();
        String table = "to_regclass("
                + Literals.string(SqlIdentifiers.quote(QualifiedName.of(home.orElse(null), settings.versionTable())))
                + ")";
        return home.isEmpty()
                ? table
                : "CASE WHEN has_schema_privilege(" + oid(home.get()) + ", 'USAGE') THEN " + table + " END";
    }

    private static String oid(String schema) {
        return "to_regnamespace(" + Literals.string(SqlIdentifiers.quote(schema)) + ")";
    }

    private static String isSubscribed(RunSettings settings) {
        return "EXISTS (SELECT FROM pg_subscription_rel JOIN pg_class ON pg_class.oid = srrelid"
                + " WHERE relnamespace = version_table.relnamespace AND relname IN ("
                + Literals.string(settings.versionTable()) + ", " + Literals.string(settings.journalTable())
                + ")) AS is_subscribed,\n       ";
    }

    /** PostgreSQL passes over schemas of the search path on which a role lacks USAGE, as if they were not there. */
    private static String closedSchema(RunSettings settings) {
        Optional<String> home = settings.homeSchema();
        if (home.isPresent()) {
            return "CASE WHEN NOT has_schema_privilege(" + oid(home.get()) + ", 'USAGE') THEN "
                    + Literals.string(SqlIdentifiers.quote(home.get())) + " END AS closed_schema,\n       ";
        }
        return """
                (SELECT quote_ident(nspname) FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace
                        WHERE given.oid IS NULL AND relname = %s AND NOT has_schema_privilege(relnamespace, 'USAGE')
                            AND nspname IN (SELECT trim(BOTH '"' FROM replace(part, '"$user"', current_user))
                                            FROM regexp_split_to_table(current_setting('search_path'), ' *, *') AS part)
                        ORDER BY 1
                        LIMIT 1) AS closed_schema,
                """.formatted(Literals.string(settings.versionTable()));
    }

    private static void requireUsage(
            @Nullable String schema, @Nullable String role, RunSettings settings, @Nullable String searchPath) {
        if (schema != null) {
            boolean isSearched = settings.homeSchema().isEmpty();
            throw new MigrateException((isSearched
                            ? "There is a table " + settings.versionTable() + " in the schema " + schema
                                    + " of the search path (" + searchPath + "), but " + role
                                    + " may not look into it, so that PostgreSQL passes over it."
                            : "The table " + settings.versionTable() + " has its place in the schema " + schema
                                    + " (versionSchema), but " + role + " may not look into it.")
                    + " GRANT USAGE ON SCHEMA " + schema + " TO " + role + ", connect as another role, or say"
                    + " with versionSchema where the table is.");
        }
    }

    /** What is created in the session's temporary schema ends with the session, and so does what says that it is there. */
    private static void requireLasting(
            RunSettings settings, @Nullable String first, @Nullable String versionSchema, @Nullable String searchPath) {
        if (settings.searchPath().isEmpty() && RunSettings.isTemporary(first)) {
            throw RunSettings.temporary(String.valueOf(searchPath), settings.versionTable());
        }
        if (settings.homeSchema().isEmpty() && RunSettings.isTemporary(versionSchema)) {
            throw new MigrateException("The table " + settings.versionTable()
                    + " that the session finds is a temporary one: what it says is gone when the session ends. Drop it, or"
                    + " set versionSchema to the schema of the real one.");
        }
    }

    private static String hasSchema(RunSettings settings) {
        Optional<String> home = settings.homeSchema();
        return home.isEmpty() ? "true" : oid(home.get()) + " IS NOT NULL";
    }

    private static String home(RunSettings settings, @Nullable String first, @Nullable String searchPath) {
        Optional<String> home = settings.homeSchema();
        if (home.isPresent()) {
            return home.get();
        }
        if (first == null) {
            throw new MigrateException("No schema of the search path (" + searchPath
                    + ") exists, so there is no place for the table " + settings.versionTable()
                    + ". Create the schema, or set versionSchema: it is created when missing.");
        }
        return first;
    }

    QualifiedName versionTable(RunSettings run) {
        return QualifiedName.of(schema, run.versionTable());
    }

    QualifiedName journalTable(RunSettings run) {
        return QualifiedName.of(schema, run.journalTable());
    }
}
