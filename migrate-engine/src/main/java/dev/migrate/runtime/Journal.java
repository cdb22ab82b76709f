package dev.migrate.runtime;

import dev.migrate.ddl.SqlIdentifiers;
import dev.migrate.schema.Literals;
import dev.migrate.schema.QualifiedName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The append-only table of what was done. The server's clock tells the time and the server's session the user. */
final class Journal {

    /** {@code started} in a script: the revision's transaction began just before. */
    static final String NOW = "transaction_timestamp()";

    /** What a stamp is called among the directions. */
    static final String STAMP = "stamp";

    private final QualifiedName name;
    private final String quoted;

    Journal(QualifiedName name) {
        this.name = name;
        this.quoted = SqlIdentifiers.quote(name);
    }

    QualifiedName name() {
        return name;
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
                    progress text
                )""".formatted(quoted);
    }

    /**
     * The statement that appends an entry.
     *
     * @param started an SQL expression
     */
    String appendSql(String revision, String action, String started, Outcome outcome, Progress.Mark mark) {
        return "INSERT INTO " + quoted
                + " (revision, direction, started, outcome, checksum, statement, progress) VALUES ("
                + Literals.string(revision) + ", " + Literals.string(action) + ", " + started + ", "
                + Literals.string(outcome.text()) + ", " + Literals.string(mark.checksum()) + ", " + mark.statement()
                + ", " + Literals.literal(mark.detail()) + ")";
    }

    void append(
            Connection connection, String revision, String action, String started, Outcome outcome, Progress.Mark mark)
            throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(appendSql(revision, action, started, outcome, mark));
        }
    }

    /** The revisions that a run left half applied, since the last stamp: by revision, how far each got. */
    Map<String, Interruption> interruptions(Connection connection) throws SQLException {
        String sql = """
                SELECT revision, direction, outcome, checksum, statement, progress
                FROM (SELECT DISTINCT ON (revision) *
                      FROM %1$s
                      WHERE id > coalesce((SELECT max(id) FROM %1$s WHERE direction = 'stamp'), 0)
                      ORDER BY revision, id DESC) AS latest
                WHERE outcome = 'started' OR outcome <> 'done' AND statement > 0""".formatted(quoted);
        Map<String, Interruption> found = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                Progress.Mark mark = new Progress.Mark(
                        rows.getInt("statement"), rows.getString("checksum"), rows.getString("progress"));
                Interruption interruption = new Interruption(
                        rows.getString("revision"),
                        rows.getString("direction"),
                        Outcome.of(rows.getString("outcome")) == Outcome.STARTED,
                        mark);
                found.put(interruption.revision(), interruption);
            }
        }
        return found;
    }

    /** The checksum that each applied revision had when it was last applied. */
    Map<String, String> checksums(Connection connection) throws SQLException {
        String sql = """
                SELECT DISTINCT ON (revision) revision, checksum
                FROM %s
                WHERE direction = 'upgrade' AND outcome = 'done'
                ORDER BY revision, id DESC""".formatted(quoted);
        Map<String, String> found = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                found.put(rows.getString(1), rows.getString(2));
            }
        }
        return found;
    }

    /** The latest entries, the newest first. */
    List<JournalEntry> latest(Connection connection, int limit) throws SQLException {
        String sql = """
                SELECT revision, direction, started, finished,
                       (extract(epoch FROM duration) * 1000)::bigint AS millis,
                       outcome, username, checksum, statement
                FROM %s
                ORDER BY id DESC
                LIMIT ?""".formatted(quoted);
        List<JournalEntry> entries = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setInt(1, limit);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    entries.add(entry(rows));
                }
            }
        }
        return entries;
    }

    private static JournalEntry entry(ResultSet rows) throws SQLException {
        return new JournalEntry(
                rows.getString("revision"),
                rows.getString("direction"),
                rows.getObject("started", OffsetDateTime.class).toInstant(),
                rows.getObject("finished", OffsetDateTime.class).toInstant(),
                Duration.ofMillis(rows.getLong("millis")),
                Outcome.of(rows.getString("outcome")),
                rows.getString("username"),
                rows.getString("checksum"),
                rows.getInt("statement"));
    }
}
