package dev.migrate.runtime.journal;

import dev.migrate.MigrateException;
import dev.migrate.ddl.SqlIdentifiers;
import dev.migrate.runtime.connection.SqlErrors;
import dev.migrate.schema.Literals;
import dev.migrate.schema.QualifiedName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The journal's table: how it is made, and made fit to be written where it isn't of this version or of this server. */
final class JournalTable {

    /** A column that a journal of an earlier version doesn't have. It is null in the entries of then. */
    private record LaterColumn(String name, String type) {}

    /** What has ever been added, in that order. */
    private static final List<LaterColumn> LATER_COLUMNS = List.of(
            new LaterColumn("begun", "varchar(64)"),
            new LaterColumn("state", "text"),
            new LaterColumn("detail", "jsonb"));

    /** Said beside the columns, whose names are never empty. */
    private static final String NUMBERS_AGAIN = "";

    private static final Set<String> FIRST_COLUMNS = Set.of(
            "id",
            "revision",
            "direction",
            "started",
            "finished",
            "duration",
            "outcome",
            "username",
            "checksum",
            "statement");

    private final QualifiedName name;
    private final String quoted;

    JournalTable(QualifiedName name) {
        this.name = name;
        this.quoted = SqlIdentifiers.quote(name);
    }

    String createSql() {
        return """
                CREATE TABLE IF NOT EXISTS %s (
                    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                    revision varchar(64) NOT NULL,
                    direction varchar(9) NOT NULL,
                    started timestamptz NOT NULL,
                    finished timestamptz NOT NULL DEFAULT clock_timestamp(),
                    duration interval GENERATED ALWAYS AS (finished - started) STORED,
                    outcome varchar(7) NOT NULL,
                    username text NOT NULL DEFAULT session_user,
                    checksum varchar(64) NOT NULL,
                    statement integer NOT NULL,
                    %s
                )""".formatted(quoted, laterColumns("", LATER_COLUMNS, ",\n    "));
    }

    private static String laterColumns(String before, List<LaterColumn> columns, String between) {
        return columns.stream()
                .map(column -> before + column.name() + " " + column.type())
                .collect(Collectors.joining(between));
    }

    /**
     * Adds the columns that came after the version which created the table, and lets it number behind the rows that
     * replication or a copy has brought without their sequence.
     *
     * @return whether there was anything to do
     * @throws MigrateException if the table is no journal
     */
    boolean complete(Connection connection) throws SQLException {
        Set<String> found = columns(connection);
        boolean numbersAgain = found.remove(NUMBERS_AGAIN);
        Set<String> foreign = new TreeSet<>(FIRST_COLUMNS);
        foreign.removeAll(found);
        if (!foreign.isEmpty()) {
            throw foreign(String.join(", ", foreign));
        }
        List<LaterColumn> missing = LATER_COLUMNS.stream()
                .filter(column -> !found.contains(column.name()))
                .toList();
        try (Statement statement = connection.createStatement()) {
            if (numbersAgain) {
                statement.execute("SELECT setval(" + sequence() + ", (SELECT max(id) FROM " + quoted + "))");
            }
            if (!missing.isEmpty()) {
                statement.execute(
                        "ALTER TABLE " + quoted + " " + laterColumns("ADD COLUMN IF NOT EXISTS ", missing, ", "));
            }
        }
        return numbersAgain || !missing.isEmpty();
    }

    private MigrateException foreign(String missing) {
        return new MigrateException("The table " + name + " isn't a journal of migrations: it has no column " + missing
                + ". Rename it, or keep the history elsewhere: versionTable and versionSchema say where.");
    }

    private String sequence() {
        return "pg_get_serial_sequence(" + Literals.string(quoted) + ", 'id')::regclass";
    }

    /** The names of the columns, and whether the sequence is behind the rows: of who may not set it, it isn't asked. */
    private Set<String> columns(Connection connection) throws SQLException {
        String sql = """
                SELECT attname FROM pg_attribute WHERE attnum > 0 AND NOT attisdropped AND attrelid = %s::regclass
                UNION ALL
                SELECT %s FROM (SELECT %s AS oid) AS sequence
                WHERE CASE WHEN has_sequence_privilege(oid, 'SELECT') AND has_sequence_privilege(oid, 'UPDATE')
                           THEN coalesce(pg_sequence_last_value(oid), 0) < (SELECT max(id) FROM %s) END""".formatted(Literals.string(quoted), Literals.string(NUMBERS_AGAIN), sequence(), quoted);
        try {
            return firstColumn(connection, sql);
        } catch (SQLException e) {
            if (SqlErrors.isUndefinedColumn(e)) {
                throw foreign("id");
            }
            throw e;
        }
    }

    private static Set<String> firstColumn(Connection connection, String sql) throws SQLException {
        Set<String> found = new TreeSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }
}
