package dev.migrate.autogen.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The current row of a query, in the types that catalog columns have. */
final class Row {

    private final ResultSet rows;
    /** Of thousands of keys most have the same few: read once. */
    private final Map<String, List<Long>> vectors = new HashMap<>();

    Row(ResultSet rows) {
        this.rows = rows;
    }

    String text(String column) throws SQLException {
        String value = rows.getString(column);
        if (value == null) {
            throw new SQLException("The catalog column " + column + " is null");
        }
        return value;
    }

    @Nullable
    String optional(String column) throws SQLException {
        return rows.getString(column);
    }

    boolean flag(String column) throws SQLException {
        return rows.getBoolean(column);
    }

    long number(String column) throws SQLException {
        return rows.getLong(column);
    }

    int count(String column) throws SQLException {
        return rows.getInt(column);
    }

    /** Numbers separated by blanks, as {@code int2vector} and {@code oidvector} print; none if it is null. */
    List<Long> numbers(String column) throws SQLException {
        String text = rows.getString(column);
        if (text == null || text.isEmpty()) {
            return List.of();
        }
        List<Long> known = vectors.get(text);
        if (known == null) {
            known = vector(text);
            vectors.put(text, known);
        }
        return known;
    }

    private static List<Long> vector(String text) {
        List<Long> numbers = new ArrayList<>();
        int start = 0;
        for (int end = text.indexOf(' '); end >= 0; end = text.indexOf(' ', start)) {
            numbers.add(Long.valueOf(text.substring(start, end)));
            start = end + 1;
        }
        numbers.add(Long.valueOf(text.substring(start)));
        return List.copyOf(numbers);
    }

    /** The elements of a {@code text[]}; none if it is null. */
    List<String> texts(String column) throws SQLException {
        java.sql.Array array = rows.getArray(column);
        return array == null ? List.of() : List.of((String[]) array.getArray());
    }

    /** A {@code reloptions} array: {@code {fillfactor=70}}. */
    SortedMap<String, String> options(String column) throws SQLException {
        SortedMap<String, String> options = new TreeMap<>();
        for (String option : texts(column)) {
            int equals = option.indexOf('=');
            options.put(option.substring(0, equals), option.substring(equals + 1));
        }
        return options;
    }
}
