package dev.migrate.runtime.journal;

import dev.migrate.MigrateException;
import dev.migrate.ddl.DollarQuotes;
import dev.migrate.ddl.SqlIdentifiers;
import dev.migrate.revision.RowChange;
import dev.migrate.runtime.connection.Pooling;
import dev.migrate.runtime.connection.SqlErrors;
import dev.migrate.schema.Literals;
import dev.migrate.schema.QualifiedName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The table of what is applied: one row per applied head. */
public final class VersionTable {

    private static final String ROWS = "coalesce(string_agg(revision, ', ' ORDER BY revision COLLATE \"C\"), '')";

    private final QualifiedName name;
    private final String quoted;

    public VersionTable(QualifiedName name) {
        this.name = name;
        this.quoted = SqlIdentifiers.quote(name);
    }

    public QualifiedName name() {
        return name;
    }

    public String createSql() {
        return """
                CREATE TABLE IF NOT EXISTS %s (
                    revision varchar(64) NOT NULL PRIMARY KEY
                )""".formatted(quoted);
    }

    /** @throws MigrateException if there is another table of that name */
    public Set<String> read(Connection connection) throws SQLException {
        return read(connection, "false").keySet();
    }

    /**
     * Each row with an answer.
     *
     * @param question an SQL condition about {@code applied.revision}
     * @throws MigrateException if there is another table of that name
     */
    public Map<String, Boolean> read(Connection connection, String question) throws SQLException {
        String sql = "SELECT revision, " + question + " FROM " + quoted + " AS applied ORDER BY revision";
        Map<String, Boolean> rows = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            while (result.next()) {
                rows.put(result.getString(1), result.getBoolean(2));
            }
        } catch (SQLException e) {
            if (SqlErrors.isUndefinedColumn(e)) {
                throw new MigrateException(
                        "The table " + name + " isn't a version table of Migrate: it has no column revision. Rename it,"
                                + " or keep the history elsewhere: versionTable and versionSchema say where.",
                        e);
            }
            throw e;
        }
        return rows;
    }

    /** @throws MigrateException if the change doesn't touch exactly one row */
    public void change(Connection connection, RowChange change) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            requireOne(change, statement.executeUpdate(sql(change)));
        }
    }

    private void requireOne(RowChange change, int touched) {
        if (touched != 1) {
            throw new MigrateException(
                    conflict(change) + touched + " rows matched. Nothing of this revision is kept. See"
                            + " what is applied with mvn migrate:current, then run the command again.");
        }
    }

    private String conflict(RowChange change) {
        return "Somebody else changed " + name + ": " + expectation(change) + ", but ";
    }

    /** A statement for a script: makes the change, and fails unless it touches one row, in the session that has the lock. */
    public String checkedSql(RowChange change) {
        return checkedSql(change, Pooling.IS_UNLOCKED, "RAISE EXCEPTION " + Pooling.UNLOCKED);
    }

    /** A statement that makes the change, and fails unless it touches one row, and that server process runs it. */
    public String checkedSql(RowChange change, int backend) {
        return checkedSql(change, Pooling.isMovedSql(backend), Pooling.RAISE_MOVED);
    }

    /** Each revision has one: not with a Formatter, which takes longer than PostgreSQL. */
    private String checkedSql(RowChange change, String isElsewhere, String raise) {
        String body = "DECLARE\n    touched bigint;\nBEGIN\n    " + sql(change)
                + ";\n    GET DIAGNOSTICS touched = ROW_COUNT;\n    IF " + isElsewhere + " THEN\n        " + raise
                + ";\n    ELSIF touched <> 1 THEN\n"
                + "        RAISE EXCEPTION 'Somebody else changed %: %, but % rows matched', "
                + Literals.string(name.toString()) + ", " + Literals.string(expectation(change))
                + ", touched;\n    END IF;\nEND\n";
        return DollarQuotes.block(body);
    }

    /** @throws MigrateException if a statement was refused because of a change that {@link #checkedSql} checks */
    public void requireUncontested(List<RowChange> changes, SQLException refusal) {
        String message = String.valueOf(refusal.getMessage());
        for (RowChange change : changes) {
            if (SqlErrors.isRaised(refusal) && message.contains(conflict(change))) {
                int touched =
                        message.indexOf(conflict(change)) + conflict(change).length();
                requireOne(change, Integer.parseInt(message, touched, message.indexOf(' ', touched), 10));
            }
        }
    }

    /** A condition: whether other rows than these are there. */
    public String isElsewhereSql(Set<String> rows) {
        return "(SELECT " + ROWS + " FROM " + quoted + ") <> " + Literals.string(text(rows));
    }

    private static String text(Set<String> rows) {
        return rows.stream().sorted().collect(Collectors.joining(", "));
    }

    /** A statement for a script: fails unless exactly these rows are there. */
    public String requireSql(Set<String> rows) {
        String expected = text(rows);
        String body = """
                DECLARE
                    found text;
                BEGIN
                    SELECT %s INTO found FROM %s;
                    IF found <> %s THEN
                        RAISE EXCEPTION 'This script starts at %%, but the database is at %%', %s, coalesce(nullif(found, ''), 'base');
                    END IF;
                END
                """.formatted(
                        ROWS, quoted, Literals.string(expected), Literals.string(rows.isEmpty() ? "base" : expected));
        return DollarQuotes.block(body);
    }

    /** Forgets all rows, however many there are of a revision. */
    public void purge(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(purgeSql());
        }
    }

    /** A statement that forgets all rows. */
    public String purgeSql() {
        return "DELETE FROM " + quoted;
    }

    /** The change as a statement. */
    String sql(RowChange change) {
        return change.accept(new RowChange.Visitor<String>() {
            @Override
            public String insert(RowChange.Insert insert) {
                return "INSERT INTO " + quoted + " (revision) VALUES (" + Literals.string(insert.id()) + ")";
            }

            @Override
            public String update(RowChange.Update update) {
                return "UPDATE " + quoted + " SET revision = " + Literals.string(update.to()) + " WHERE revision = "
                        + Literals.string(update.from());
            }

            @Override
            public String delete(RowChange.Delete delete) {
                return "DELETE FROM " + quoted + " WHERE revision = " + Literals.string(delete.id());
            }
        });
    }

    private static String expectation(RowChange change) {
        return change.accept(new RowChange.Visitor<String>() {
            @Override
            public String insert(RowChange.Insert insert) {
                return "expected to add the row " + insert.id();
            }

            @Override
            public String update(RowChange.Update update) {
                return "expected the row " + update.from() + " to become " + update.to();
            }

            @Override
            public String delete(RowChange.Delete delete) {
                return "expected to delete the row " + delete.id();
            }
        });
    }
}
