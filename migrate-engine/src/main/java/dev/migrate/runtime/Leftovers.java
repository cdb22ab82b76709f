package dev.migrate.runtime;

import dev.migrate.schema.Literals;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a statement outside a transaction leaves behind when it fails or is interrupted (PostgreSQL manual, CREATE INDEX,
 * "Building Indexes Concurrently"): it is cleared away before the statement runs again.
 */
final class Leftovers {

    private static final String NAME = "(?:\"(?:[^\"]|\"\")+\"|[\\w$\\x{80}-\\x{10FFFF}]+)";
    private static final String QUALIFIED = NAME + "(?:\\s*\\.\\s*" + NAME + ")?";
    private static final String BEFORE = "(?is)^(?:\\s|--[^\\n]*\\n|/\\*.*?\\*/)*";
    private static final Pattern CREATE_INDEX = Pattern.compile(BEFORE
            + "CREATE\\s+(?:UNIQUE\\s+)?INDEX\\s+CONCURRENTLY\\s+(?:IF\\s+NOT\\s+EXISTS\\s+)?(?:(?<index>(?!ON\\b)"
            + NAME
            + ")\\s+)?ON\\s+(?:ONLY\\s+)?(?<table>" + QUALIFIED + ").*");
    private static final Pattern DROP_INDEX = Pattern.compile(
            BEFORE + "DROP\\s+INDEX\\s+CONCURRENTLY\\s+(?:IF\\s+EXISTS\\s+)?(?<index>" + QUALIFIED + ").*");
    private static final Pattern ADD_VALUE = Pattern.compile(BEFORE + "ALTER\\s+TYPE\\s+(?<type>" + QUALIFIED
            + ")\\s+ADD\\s+VALUE\\s+(?:IF\\s+NOT\\s+EXISTS\\s+)?(?<value>'(?:[^']|'')*').*");

    private final Connection connection;
    private final RunListener listener;

    Leftovers(Connection connection, RunListener listener) {
        this.connection = connection;
        this.listener = listener;
    }

    /**
     * Clears away what an earlier attempt left behind.
     *
     * @param interrupted whether an earlier attempt had begun the statement, and nobody knows how it ended
     * @return whether that attempt completed the statement
     */
    boolean settle(String sql, boolean interrupted) throws SQLException {
        Matcher createIndex = CREATE_INDEX.matcher(sql);
        if (createIndex.matches()) {
            return settleIndexes(createIndex.group("index"), createIndex.group("table"), interrupted);
        }
        if (!interrupted) {
            return false;
        }
        Matcher dropIndex = DROP_INDEX.matcher(sql);
        if (dropIndex.matches()) {
            return is("to_regclass(" + Literals.string(dropIndex.group("index")) + ") IS NULL");
        }
        Matcher addValue = ADD_VALUE.matcher(sql);
        return addValue.matches()
                && is("EXISTS (SELECT FROM pg_enum WHERE enumtypid = to_regtype("
                        + Literals.string(addValue.group("type")) + ") AND enumlabel = " + addValue.group("value")
                        + ")");
    }

    private boolean settleIndexes(@Nullable String index, String table, boolean interrupted) throws SQLException {
        // An index without a name in the statement can't be told from others: only an interrupted one is looked for. If
        // it
        // was completed but not noted, it is built a second time: needless, but never missing.
        if (index == null && !interrupted) {
            return false;
        }
        String named = index == null ? "NOT indisvalid" : "relname = (parse_ident(" + Literals.string(index) + "))[1]";
        String sql = """
                SELECT format('%%I.%%I', nspname, relname) AS name, indisvalid
                FROM pg_index
                JOIN pg_class ON pg_class.oid = indexrelid AND relkind = 'i'
                JOIN pg_namespace ON pg_namespace.oid = relnamespace
                WHERE indrelid = to_regclass(%s) AND %s
                    AND NOT EXISTS (SELECT FROM pg_stat_progress_create_index AS build
                                    WHERE build.index_relid = indexrelid)
                ORDER BY 1""".formatted(Literals.string(table), named);
        List<String> invalid = new ArrayList<>();
        boolean complete = false;
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                if (rows.getBoolean("indisvalid")) {
                    complete = interrupted;
                } else {
                    invalid.add(rows.getString("name"));
                }
            }
        }
        for (String name : invalid) {
            drop(name, table);
        }
        return complete;
    }

    private void drop(String index, String table) throws SQLException {
        listener.notice("Dropping the INVALID index " + index + " that an interrupted build left on " + table);
        try (Statement statement = connection.createStatement()) {
            statement.execute("DROP INDEX CONCURRENTLY IF EXISTS " + index);
        }
    }

    private boolean is(String condition) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT " + condition)) {
            row.next();
            return row.getBoolean(1);
        }
    }
}
