package dev.migrate.dump;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a role or a database may have set otherwise, and the server prints definitions by (PostgreSQL manual, 20.11.2 Locale
 * and Formatting, 20.13.1 Previous PostgreSQL Versions). The driver sees to DateStyle itself.
 */
public final class PrintingSettings {

    /** By name, the values that pg_dump reads with. */
    public static final Map<String, String> VALUES = Map.of(
            "bytea_output", "hex",
            "extra_float_digits", "3",
            "intervalstyle", "postgres",
            "quote_all_identifiers", "off",
            "standard_conforming_strings", "on");

    private PrintingSettings() {}

    /**
     * Sets these and others in one round trip.
     *
     * @param settings values by name
     * @param forTransactionOnly whether they end with the transaction, or with the session
     */
    public static void set(Connection connection, Map<String, String> settings, boolean forTransactionOnly)
            throws SQLException {
        String sql = "SELECT " + ("set_config(?, ?, " + forTransactionOnly + "), ").repeat(settings.size()) + "NULL";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            int position = 1;
            for (Map.Entry<String, String> setting : new TreeMap<>(settings).entrySet()) {
                statement.setString(position++, setting.getKey());
                statement.setString(position++, setting.getValue());
            }
            statement.execute();
        }
    }
}
