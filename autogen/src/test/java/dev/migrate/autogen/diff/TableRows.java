package dev.migrate.autogen.diff;

import dev.migrate.ddl.SqlIdentifiers;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** All rows of a schema's tables at one time, as text. */
record TableRows(Map<QualifiedName, List<Map<String, String>>> rows) {

    static TableRows read(Connection connection, Schema schema) throws SQLException {
        Map<QualifiedName, List<Map<String, String>>> rows = new HashMap<>();
        try (Statement statement = connection.createStatement()) {
            for (Table table : schema.tables()) {
                List<Map<String, String>> found = new ArrayList<>();
                try (ResultSet result =
                        statement.executeQuery("SELECT * FROM ONLY " + SqlIdentifiers.quote(table.name()))) {
                    while (result.next()) {
                        Map<String, String> row = new HashMap<>();
                        for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                            row.put(result.getMetaData().getColumnName(i), String.valueOf(result.getString(i)));
                        }
                        found.add(row);
                    }
                }
                rows.put(table.name(), found);
            }
        }
        return new TableRows(rows);
    }

    /** What these columns hold, in any order of the rows. */
    Map<QualifiedName, List<String>> of(Map<QualifiedName, List<String>> columns) {
        Map<QualifiedName, List<String>> values = new TreeMap<>();
        columns.forEach((table, names) -> values.put(
                table,
                rows.getOrDefault(table, List.of()).stream()
                        .map(row -> names.stream().map(row::get).toList().toString())
                        .sorted()
                        .toList()));
        return values;
    }
}
