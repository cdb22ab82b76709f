package dev.migrate.autogen.jpa;

import dev.migrate.ddl.SqlIdentifiers;
import dev.migrate.ddl.SqlReader;
import java.util.SortedMap;
import java.util.TreeMap;

/** Storage parameters as SQL (PostgreSQL manual, CREATE TABLE and CREATE INDEX, Storage Parameters). */
final class ParameterText {

    private ParameterText() {}

    /**
     * What is between the parentheses of {@code with (FILLFACTOR = '70', fastupdate)}, as PostgreSQL keeps it: names and
     * words in small letters, strings without their quotes, and what has no value is true.
     */
    static SortedMap<String, String> parameters(String group) {
        SortedMap<String, String> parameters = new TreeMap<>();
        for (String parameter : SqlReader.list(group)) {
            String[] parts = parameter.split("=", 2);
            parameters.put(SqlIdentifiers.fold(parts[0].strip()), parts.length == 1 ? "true" : value(parts[1].strip()));
        }
        return parameters;
    }

    private static String value(String sql) {
        return sql.startsWith("'") ? sql.substring(1, sql.length() - 1).replace("''", "'") : SqlIdentifiers.fold(sql);
    }
}
