package dev.migrate.ddl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.testing.PostgresTest;
import dev.migrate.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

@PostgresTest
class SqlReaderTest {

    private static final List<String> CHARACTERS = List.of(
            "a", "E", "é", "'", "\"", "\\", "$", ",", "(", ")", "[", "]", "/*", "*/", "--", "\n", " ", ";", ".");
    private static final List<String> SPACES =
            List.of(" ", "\n", "/* , */", "/* /* ' */ ( */", "-- ' ( ,\n", "\t/**/", "/*--*/ ", "--/*\n");

    private final Random random = new Random(1);

    @Test
    void whatStandsBetweenCommasIsWhatPostgresTakesForOneValue(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            for (int i = 0; i < 500; i++) {
                String list = list(statement);
                List<String> values = values(statement, list);

                List<String> parts = SqlReader.list(list);
                assertThat(parts).as(list).hasSameSizeAs(values);
                for (int part = 0; part < parts.size(); part++) {
                    assertThat(values(statement, parts.get(part))).as(list).containsExactly(values.get(part));
                }
            }
        }
    }

    @Test
    void aNameIsOneTokenHoweverItIsQuoted(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            for (int i = 0; i < 500; i++) {
                String name = "x" + text();
                String written = one(statement, "SELECT quote_ident(" + literal(statement, name) + ")");
                SqlReader reader = new SqlReader(space() + written + space() + "." + space() + written + space());
                String qualified = reader.name();
                assertThat(reader.isAtEnd()).as(written).isTrue();
                assertThat(qualified).isEqualTo(written + "." + written);
                assertThat(SqlIdentifiers.read(written)).isEqualTo(name);
            }
        }
    }

    @Test
    void whatIsInParenthesesIsWhatPostgresTakesForIt(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            for (int i = 0; i < 300; i++) {
                String value = value(statement, 2);
                SqlReader reader = new SqlReader("(" + space() + value + space() + ")" + space() + "AS x");
                assertThat(values(statement, reader.group())).isEqualTo(values(statement, value));
                assertThat(reader.accept("as", "X")).as(value).isTrue();
                assertThat(reader.isAtEnd()).isTrue();
            }
        }
    }

    private String list(Statement statement) throws SQLException {
        List<String> values = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(4); i++) {
            values.add(space() + value(statement, 2) + space());
        }
        return String.join(",", values);
    }

    private String value(Statement statement, int depth) throws SQLException {
        String text = text();
        return switch (random.nextInt(depth > 0 ? 9 : 6)) {
            case 0, 1 -> literal(statement, text);
            case 2 -> "$" + tag(text) + "$" + text + "$" + tag(text) + "$";
            case 3 -> "E'" + text.replace("\\", "\\\\").replace("'", random.nextBoolean() ? "\\'" : "''") + "'";
            case 4 -> "U&'" + text.replace("\\", "\\\\").replace("'", "''") + "\\0041'";
            case 5 -> "1.5e3";
            case 6 -> "(" + space() + value(statement, depth - 1) + space() + ")";
            case 7 -> "ARRAY[" + literal(statement, text) + "," + space() + literal(statement, text()) + "]::text";
            default -> "concat(" + value(statement, depth - 1) + space() + "," + value(statement, depth - 1) + ")";
        };
    }

    /** One that the text doesn't have, be it at its end. */
    private static String tag(String text) {
        return text.contains("$") ? "t_" + Integer.toHexString(text.hashCode()) : "";
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(6); i > 0; i--) {
            text.append(CHARACTERS.get(random.nextInt(CHARACTERS.size())));
        }
        return text.toString();
    }

    private String space() {
        return random.nextBoolean() ? "" : " " + SPACES.get(random.nextInt(SPACES.size()));
    }

    private static String literal(Statement statement, String text) throws SQLException {
        return one(
                statement,
                "SELECT quote_literal(E'" + text.replace("\\", "\\\\").replace("'", "''") + "')");
    }

    private static String one(Statement statement, String sql) throws SQLException {
        return valuesOf(statement, sql).get(0);
    }

    private static List<String> values(Statement statement, String list) throws SQLException {
        return valuesOf(statement, "SELECT " + list);
    }

    private static List<String> valuesOf(Statement statement, String sql) throws SQLException {
        statement.setEscapeProcessing(false);
        try (ResultSet row = statement.executeQuery(sql)) {
            row.next();
            List<String> values = new ArrayList<>();
            for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                values.add(row.getString(i));
            }
            return values;
        } catch (SQLException e) {
            throw new SQLException(e.getMessage() + "\n" + sql, e);
        }
    }
}
