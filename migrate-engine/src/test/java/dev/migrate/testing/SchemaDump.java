package dev.migrate.testing;

import java.sql.Connection;
import java.sql.SQLException;

/** The schema of a test's database as text. */
public final class SchemaDump {

    private SchemaDump() {}

    /** The dump of a test's database. */
    public static String of(TestDatabase database, String... except) {
        try (Connection connection = database.connect()) {
            return of(connection, except);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The dump of what {@code connection} sees, its own uncommitted changes included. */
    public static String of(Connection connection, String... except) throws SQLException {
        return dev.migrate.dump.SchemaDump.of(connection, except);
    }
}
