package dev.migrate.maven.embedded;

import dev.migrate.MigrateException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Creates and drops databases of a server. The names are Migrate's own: plain identifiers. */
final class Databases {

    /** How the names of throw-away databases begin. */
    static final String SCRATCH_PREFIX = "migrate_scratch_";

    private final DataSource administrator;

    /** @param administrator connects to any database of the server, as a role that may create databases */
    Databases(DataSource administrator) {
        this.administrator = administrator;
    }

    boolean exists(String name) {
        try (Connection connection = administrator.getConnection();
                PreparedStatement query =
                        connection.prepareStatement("SELECT FROM pg_catalog.pg_database WHERE datname = ?")) {
            query.setString(1, name);
            try (ResultSet rows = query.executeQuery()) {
                return rows.next();
            }
        } catch (SQLException e) {
            throw failed("look for database " + name, e);
        }
    }

    /** From {@code template0}: what the server's own template holds would look like the history's work. */
    void create(String name) {
        run("CREATE DATABASE " + name + " TEMPLATE template0");
    }

    void drop(String name) {
        run("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
    }

    /** Drops what killed commands left: only the first command on a server may. */
    void dropLeftOverScratch() {
        List<String> names = new ArrayList<>();
        try (Connection connection = administrator.getConnection();
                PreparedStatement query = connection.prepareStatement(
                        "SELECT datname FROM pg_catalog.pg_database WHERE starts_with(datname, ?) ORDER BY 1")) {
            query.setString(1, SCRATCH_PREFIX);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    names.add(rows.getString(1));
                }
            }
        } catch (SQLException e) {
            throw failed("list the scratch databases", e);
        }
        names.forEach(this::drop);
    }

    private void run(String sql) {
        try (Connection connection = administrator.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw failed("run " + sql, e);
        }
    }

    private static MigrateException failed(String what, SQLException e) {
        return new MigrateException(
                "Could not " + what + ": " + e.getMessage()
                        + ". A scratch server needs a role that may create databases (ALTER ROLE … CREATEDB).",
                e);
    }
}
