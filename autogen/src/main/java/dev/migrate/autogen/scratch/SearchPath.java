package dev.migrate.autogen.scratch;

import dev.migrate.ddl.SqlIdentifiers;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * The schemas in which a connection looks for names, in order, so that a history finds and creates the same objects on a
 * scratch database.
 *
 * @param schemas those that exist (PostgreSQL manual, 5.10.3 The Schema Search Path)
 */
public record SearchPath(List<String> schemas) {

    public SearchPath {
        schemas = List.copyOf(schemas);
    }

    /** Reads a connection's search path. */
    public static SearchPath of(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT unnest(current_schemas(false))")) {
            List<String> schemas = new ArrayList<>();
            while (rows.next()) {
                schemas.add(rows.getString(1));
            }
            return new SearchPath(schemas);
        }
    }

    /**
     * Gives a scratch database this search path, and the schemas that it lacks. Later connections have it.
     *
     * @param scratch a connection to the scratch database, as its owner
     */
    public void applyTo(Connection scratch) throws SQLException {
        if (schemas.isEmpty() || equals(of(scratch))) {
            return;
        }
        try (Statement statement = scratch.createStatement()) {
            for (String schema : schemas) {
                statement.execute("CREATE SCHEMA IF NOT EXISTS " + SqlIdentifiers.quote(schema));
            }
            statement.execute("ALTER DATABASE " + SqlIdentifiers.quote(scratch.getCatalog()) + " SET search_path = "
                    + SqlIdentifiers.quoteAll(schemas));
        }
    }
}
