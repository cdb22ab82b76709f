package dev.migrate.autogen.diff;

import dev.migrate.autogen.diff.comparison.TypeFamily;
import dev.migrate.ddl.SqlIdentifiers;
import dev.migrate.schema.Column;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import dev.migrate.schema.Type;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Rows for the tables of a random schema: each column's values by its type, some of them NULL. What is refused is left out. */
final class RandomRows {

    private static final int ROWS = 4;

    /** By a type's first word. */
    private static final Map<String, List<String>> VALUES = Map.ofEntries(
            Map.entry("smallint", List.of("1", "7", "32767")),
            Map.entry("integer", List.of("1", "7", "2147483647")),
            Map.entry("bigint", List.of("1", "7", "4294967297")),
            Map.entry("numeric", List.of("1", "12.50", "99999999.99")),
            Map.entry("text", List.of("'it''s'", "'a\\b'", "'{x,\"y\"}'", "'sad'", "'12'")),
            Map.entry("character", List.of("'it''s'", "'a\\b'", "'12'")),
            Map.entry("boolean", List.of("true", "false")),
            Map.entry("timestamp", List.of("'2024-02-29 12:00:00.123456+03'", "'-infinity'")),
            Map.entry("date", List.of("'2024-02-29'", "'2024-12-31'", "'2025-08-01'")),
            Map.entry("interval", List.of("'1 mon -2 days 00:00:00.000001'")),
            Map.entry("jsonb", List.of("'{\"a\": \"it''s\"}'", "'[]'")),
            Map.entry("uuid", List.of("gen_random_uuid()")),
            Map.entry("int4range", List.of("'[1,5)'", "'[7,9)'", "'empty'")),
            Map.entry("int4multirange", List.of("'{[1,5),[7,9)}'", "'{}'")),
            Map.entry("daterange", List.of("'[2024-02-29,2024-12-31)'", "'[2025-01-01,)'")),
            Map.entry("json", List.of("'{\"a\":  1, \"a\": 2}'")),
            Map.entry("point", List.of("'(1.5,-2)'")),
            Map.entry("tsvector", List.of("'fat:2 cat:3A'")),
            Map.entry("mood", List.of("'sad'", "'happy'")),
            Map.entry("feeling", List.of("'happy'")),
            Map.entry("alias", List.of("'it''s'", "'a\\b'")),
            Map.entry("code", List.of("'it''s'", "'a\\b'")));

    private static final Map<String, List<String>> ARRAYS = Map.of(
            "integer", List.of("'{}'", "'{1,NULL,7}'"),
            "text", List.of("'{}'", "'{\"x,y\",NULL,12}'"),
            "mood", List.of("'{}'", "'{happy,NULL,sad}'"),
            "feeling", List.of("'{}'", "'{happy,happy}'"),
            "code", List.of("'{}'", "'{it''s,12}'"));

    private final Draws draws;
    private final Connection connection;

    RandomRows(Draws draws, Connection connection) {
        this.draws = draws;
        this.connection = connection;
    }

    void fill(Schema schema) throws SQLException {
        for (Table table : schema.tables()) {
            for (int row = 0; row < ROWS && table.partitionOf() == null; row++) {
                insert(table);
            }
        }
    }

    private void insert(Table table) throws SQLException {
        List<String> columns = new ArrayList<>();
        List<String> values = new ArrayList<>();
        for (Column column : table.columns()) {
            boolean isGiven = column.generated() == null && column.generator() == null;
            if (isGiven && !(column.defaultExpression() != null && draws.chance(30))) {
                columns.add(SqlIdentifiers.quote(column.name()));
                values.add(value(table, column));
            }
        }
        String row = columns.isEmpty()
                ? " DEFAULT VALUES"
                : " (" + String.join(", ", columns) + ") VALUES (" + String.join(", ", values) + ")";
        try (Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO " + SqlIdentifiers.quote(table.name()) + row);
        } catch (SQLException refused) {
            if (!refused.getSQLState().startsWith("23")
                    && !refused.getSQLState().startsWith("22")) {
                throw refused;
            }
        }
    }

    private String value(Table table, Column column) {
        if (column.nullable() && draws.chance(20)) {
            return "NULL";
        }
        Optional<ForeignKey> reference = table.constraintsOf(ForeignKey.class).stream()
                .filter(key -> key.columns().equals(List.of(column.name())))
                .findFirst();
        return reference
                .map(key ->
                        "(SELECT " + SqlIdentifiers.quote(key.targetColumns().get(0)) + " FROM "
                                + SqlIdentifiers.quote(key.target()) + " LIMIT 1)")
                .orElseGet(() -> draws.one(values(column.type())));
    }

    private static List<String> values(Type type) {
        String word = type.base().substring(type.base().indexOf('.') + 1).split(" ", 2)[0];
        return TypeFamily.isArray(type)
                ? ARRAYS.getOrDefault(word.replace("[]", ""), List.of("'{}'"))
                : VALUES.getOrDefault(word, List.of("NULL"));
    }
}
