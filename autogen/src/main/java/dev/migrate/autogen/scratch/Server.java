package dev.migrate.autogen.scratch;

import dev.migrate.MigrateException;
import dev.migrate.ddl.ServerVersion;
import dev.migrate.ddl.SqlIdentifiers;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/**
 * What a connection's server says of itself, and of what may be done there.
 *
 * @param isReadOnly whether the transaction is, in which it was asked
 */
record Server(
        ServerVersion version,
        @Nullable String currentSchema,
        String searchPath,
        String database,
        String role,
        boolean mayCreateTemporary,
        boolean isReadOnly,
        boolean isStandby) {

    private static final String SERVER = """
            SELECT current_setting('server_version_num')::int AS version,
                   current_schema() AS current_schema,
                   current_setting('search_path') AS search_path,
                   current_database() AS database,
                   current_user AS role,
                   has_database_privilege(current_database(), 'TEMPORARY') AS may_create_temporary,
                   current_setting('transaction_read_only') = 'on' AS is_read_only,
                   pg_is_in_recovery() AS is_standby
            """;

    static Server of(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(SERVER)) {
            row.next();
            return new Server(
                    new ServerVersion(row.getInt("version")),
                    row.getString("current_schema"),
                    row.getString("search_path"),
                    row.getString("database"),
                    row.getString("role"),
                    row.getBoolean("may_create_temporary"),
                    row.getBoolean("is_read_only"),
                    row.getBoolean("is_standby"));
        }
    }

    /**
     * Requires that temporary tables can be created.
     *
     * @param anew in a transaction that is still to begin
     */
    void requireTemporary(boolean anew) {
        if (isStandby) {
            throw new MigrateException("The server of database '" + database + "' is a standby, and comparing the"
                    + " entities with it needs temporary tables. Connect to the primary server.");
        }
        if (!mayCreateTemporary) {
            throw new MigrateException("The user '" + role + "' may not create temporary tables in database '"
                    + database + "', which comparing the entities with it needs. Run: GRANT TEMPORARY ON DATABASE "
                    + SqlIdentifiers.quote(database) + " TO " + SqlIdentifiers.quote(role));
        }
        if (isReadOnly && !anew) {
            throw new MigrateException("The transaction that is open in database '" + database + "' is read-only, and"
                    + " comparing the entities with it needs temporary tables. Begin one that is read-write.");
        }
    }
}
