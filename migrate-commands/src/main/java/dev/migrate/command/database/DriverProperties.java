package dev.migrate.command.database;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Properties of a connection, under the names that PostgreSQL's JDBC driver gives them.
 *
 * @param known those the driver has
 * @param unknown the names of those it hasn't: they are left out, and worth a warning, because a misspelt
 *     {@code sslmode} is a connection without TLS
 */
public record DriverProperties(Map<String, String> known, List<String> unknown) {

    public static final DriverProperties NONE = new DriverProperties(Map.of(), List.of());

    public DriverProperties {
        known = Collections.unmodifiableMap(new TreeMap<>(known));
        unknown = List.copyOf(unknown);
    }

    /** The names only: a value may be a secret, such as {@code sslpassword}. */
    @Override
    public String toString() {
        return known.keySet().toString();
    }
}
