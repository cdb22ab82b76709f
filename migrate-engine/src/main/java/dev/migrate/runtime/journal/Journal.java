package dev.migrate.runtime.journal;

import dev.migrate.JournalEntry;
import dev.migrate.MigrateException;
import dev.migrate.Outcome;
import dev.migrate.ddl.BackfillSql;
import dev.migrate.ddl.DollarQuotes;
import dev.migrate.ddl.SqlIdentifiers;
import dev.migrate.runtime.connection.Pooling;
import dev.migrate.runtime.connection.ScriptSession;
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
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The append-only table of what was done. The server's clock tells the time and the server's session the user. */
public final class Journal {

    /** {@code started} in a script: the revision's transaction began just before. */
    public static final String NOW = "transaction_timestamp()";

    /** What a stamp is called among the directions. */
    public static final String STAMP = "stamp";

    private final QualifiedName name;
    private final String quoted;
    private final JournalTable table;

    public Journal(QualifiedName name) {
        this.name = name;
        this.table = new JournalTable(name);
        this.quoted = SqlIdentifiers.quote(name);
    }

    public QualifiedName name() {
        return name;
    }

    /** As {@link JournalTable#createSql}. */
    public String createSql() {
        return table.createSql();
    }

    /** As {@link JournalTable#complete}. */
    public boolean complete(Connection connection) throws SQLException {
        return table.complete(connection);
    }

    /**
     * The statement that appends an entry.
     *
     * @param started an SQL expression
     */
    public String appendSql(String revision, String action, String started, Outcome outcome, Progress.Mark mark) {
        return appendSql(revision, action, started, outcome, mark, Detail.NONE);
    }

    /** As {@link #appendSql(String, String, String, Outcome, Progress.Mark)}, with what else is known. */
    public String appendSql(
            String revision, String action, String started, Outcome outcome, Progress.Mark mark, Detail detail) {
        return appendSql(revision, action, started, outcome, mark, Literals.literal(mark.state()), detail);
    }

    /**
     * As {@link #appendSql(String, String, String, Outcome, Progress.Mark)}, with a state that the server finds out.
     *
     * @param state an SQL expression
     */
    public String appendSql(
            String revision, String action, String started, Outcome outcome, Progress.Mark mark, String state) {
        return appendSql(revision, action, started, outcome, mark, state, Detail.NONE);
    }

    private String appendSql(
            String revision,
            String action,
            String started,
            Outcome outcome,
            Progress.Mark mark,
            String state,
            Detail detail) {
        boolean detailed = !detail.equals(Detail.NONE);
        return "INSERT INTO " + quoted
                + " (revision, direction, started, outcome, checksum, statement, begun, state"
                + (detailed ? ", detail" : "") + ") VALUES ("
                + Literals.string(revision) + ", " + Literals.string(action) + ", " + started + ", "
                + Literals.string(text(outcome)) + ", " + Literals.string(mark.checksum()) + ", " + mark.statement()
                + ", " + Literals.literal(mark.begun()) + ", " + state + (detailed ? ", " + detail.sql() : "") + ")";
    }

    public void append(
            Connection connection, String revision, String action, String started, Outcome outcome, Progress.Mark mark)
            throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(appendSql(revision, action, started, outcome, mark));
        }
    }

    /**
     * Appends an entry with a state that the server finds out.
     *
     * @param state an SQL expression
     * @return its value
     */
    @Nullable
    public String appendReturning(
            Connection connection,
            String revision,
            String action,
            String started,
            Outcome outcome,
            Progress.Mark mark,
            String state,
            Detail detail)
            throws SQLException {
        String sql = appendSql(revision, action, started, outcome, mark, state, detail) + " RETURNING state";
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    /**
     * Notes how far a statement has got that works in portions. The latest entry tells that it has begun: it is changed,
     * since one for each of many thousand batches would bury the others.
     */
    public void update(Connection connection, String revision, String state) throws SQLException {
        String sql = updateSql(revision, Literals.string(state));
        try (Statement statement = connection.createStatement()) {
            int touched = statement.executeUpdate(sql);
            if (touched != 1) {
                throw new MigrateException("Somebody else changed " + name + ": expected that the latest entry of "
                        + revision + " has the outcome started, but " + touched + " rows matched.");
            }
        }
    }

    /**
     * As {@link #update}, for a script.
     *
     * @param state an SQL expression
     */
    public String updateSql(String revision, String state) {
        return "UPDATE " + quoted + " SET finished = clock_timestamp(), state = " + state + " WHERE "
                + latest(revision, Outcome.STARTED);
    }

    /** What {@link #updateSql} has noted. */
    public String stateSql(String revision) {
        return "SELECT state FROM " + quoted + " WHERE " + latest(revision, Outcome.STARTED);
    }

    private static String text(Outcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT);
    }

    private static Outcome outcome(String text) {
        return Outcome.valueOf(text.toUpperCase(Locale.ROOT));
    }

    private String latest(String revision, Outcome outcome) {
        return "id = (SELECT max(id) FROM " + quoted + " WHERE revision = " + Literals.string(revision)
                + ") AND outcome = " + Literals.string(text(outcome));
    }

    /** A condition: whether a revision is half applied. */
    public String isHalfAppliedSql(String revision) {
        return "EXISTS (SELECT\n" + (halfApplied() + "\n    AND revision = " + Literals.string(revision)).indent(4)
                + ")";
    }

    /** A condition: whether the latest entry about a revision is another one than this. */
    public String isNotBehindSql(String revision, Outcome outcome, Progress.Mark mark) {
        return "NOT EXISTS (SELECT FROM " + quoted + " WHERE " + latest(revision, outcome) + " AND statement = "
                + mark.statement() + " AND checksum = " + Literals.string(mark.checksum()) + ")";
    }

    /**
     * A condition: whether the latest entry about {@code applied.revision} says that its downgrade isn't complete. Cheap
     * however long the journal is, since what is applied was done lately.
     */
    public String isRevertingSql() {
        return "coalesce((SELECT direction = 'downgrade' AND outcome <> 'done' FROM " + quoted
                + " AS entry WHERE entry.revision = applied.revision ORDER BY id DESC LIMIT 1), false)";
    }

    /** The revisions that a run left half applied, since the last stamp: by revision, how far each got. */
    public Map<String, Interruption> interruptions(Connection connection) throws SQLException {
        String sql = "SELECT revision, direction, checksum, statement, to_jsonb(latest) ->> 'begun' AS begun,"
                + " to_jsonb(latest) ->> 'state' AS state,"
                + " (to_jsonb(latest) #>> '{detail,statements}')::integer AS statements,"
                + " to_jsonb(latest) #>> '{detail,digests}' AS digests,"
                + " to_jsonb(latest) #>> '{detail,reason}' AS reason\n" + halfApplied();
        Map<String, Interruption> found = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                Progress.Mark mark = new Progress.Mark(
                        rows.getInt("statement"),
                        rows.getString("checksum"),
                        rows.getString("begun"),
                        rows.getString("state"));
                Detail detail = Detail.read(
                        rows.getObject("statements", Integer.class),
                        rows.getString("digests"),
                        rows.getString("reason"));
                Interruption interruption =
                        new Interruption(rows.getString("revision"), rows.getString("direction"), mark, detail);
                found.put(interruption.revision(), interruption);
            }
        }
        return found;
    }

    /** Read through JSON, since the journal of an earlier version lacks the columns that came later. */
    private String halfApplied() {
        return """
                FROM (SELECT DISTINCT ON (revision) *
                      FROM %1$s
                      WHERE id > coalesce((SELECT max(id) FROM %1$s WHERE direction = 'stamp'), 0)
                      ORDER BY revision, id DESC) AS latest
                WHERE outcome <> 'done' AND (statement > 0 OR to_jsonb(latest) ->> 'begun' IS NOT NULL)""".formatted(quoted);
    }

    /** A statement for a script, which knows nothing of what is committed: fails if a revision is half applied. */
    public String requireWholeSql() {
        return requireWholeSql("", "This script would do again what is committed of it");
    }

    /** As {@link #requireWholeSql()}, of these revisions only, for a script that stamps others. */
    public String requireWholeSql(Set<String> revisions) {
        String within = revisions.stream().sorted().map(Literals::string).collect(Collectors.joining(", "));
        return requireWholeSql(
                "\n    AND revision IN (" + within + ")", "This script says nothing of it: it is on another branch");
    }

    private String requireWholeSql(String condition, String reason) {
        String body = """
                DECLARE
                    found text;
                BEGIN
                    SELECT string_agg(revision, ', ' ORDER BY revision COLLATE "C") INTO found
                %s;
                    IF found IS NOT NULL THEN
                        RAISE EXCEPTION 'Half applied: %%. %s', found
                        USING HINT = 'Complete it with mvn migrate:upgrade, or with mvn migrate:downgrade if that was interrupted.';
                    END IF;
                END
                """.formatted((halfApplied() + condition).indent(4).stripTrailing(), reason);
        return DollarQuotes.block(body);
    }

    /**
     * As {@link #appendSql(String, String, String, Outcome, Progress.Mark, String)}, for the parts of a revision that a
     * script commits apart: fails where what comes before isn't there. Psql stops at an error, but not where a script is
     * pasted into it, and others don't.
     *
     * @param missing an SQL condition
     * @param changed whether the migration has set a role or a search path, for which the state is found out, and which stay
     *     as they are
     */
    public String appendBehindSql(
            String missing,
            boolean changed,
            String revision,
            String action,
            String started,
            Outcome outcome,
            Progress.Mark mark,
            String state) {
        String declared = """
                DECLARE
                    found text := %s;
                    path text := current_setting('search_path');
                    acting text := current_setting('role');
                """.formatted(state);
        String body = (changed ? declared : "") + "BEGIN\n" + (changed ? "    " + ScriptSession.AS_BEFORE + ";\n" : "")
                + "    IF " + Pooling.IS_UNLOCKED + " THEN\n        RAISE EXCEPTION " + Pooling.UNLOCKED
                + ";\n    ELSIF "
                + missing.indent(4).strip() + " THEN\n"
                + "        RAISE EXCEPTION 'What comes before this part of revision % has failed, or the part is done already', "
                + Literals.string(revision)
                + "\n        " + BackfillSql.GO_ON + ";\n    END IF;\n    "
                + appendSql(revision, action, started, outcome, mark, changed ? "found" : state) + ";\n"
                + (changed
                        ? "    PERFORM set_config('search_path', path, true), set_config('role', acting, true);\n"
                        : "")
                + "END\n";
        return DollarQuotes.block(body);
    }

    /** The revisions that were not reverted after they were last applied or stamped. */
    public Journalled applied(Connection connection) throws SQLException {
        // All rows of a stamp are of one transaction, and have its time.
        String sql = """
                WITH stamp AS (
                    SELECT max(started) AS started, min(id) AS id
                    FROM %1$s
                    WHERE direction = 'stamp'
                        AND started = (SELECT started FROM %1$s WHERE direction = 'stamp' ORDER BY id DESC LIMIT 1))
                SELECT revision, direction = 'stamp' AND last.started = stamp.started AS stamped,
                       last.id < stamp.id AS before
                FROM (SELECT DISTINCT ON (revision) revision, direction, started, id
                      FROM %1$s
                      WHERE outcome = 'done'
                      ORDER BY revision, id DESC) AS last
                CROSS JOIN stamp
                WHERE direction <> 'downgrade' AND NOT (direction = 'stamp' AND revision = 'base')""".formatted(quoted);
        Set<String> since = new HashSet<>();
        Set<String> stamped = new HashSet<>();
        Set<String> before = new HashSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                Set<String> of = rows.getBoolean("stamped") ? stamped : rows.getBoolean("before") ? before : since;
                of.add(rows.getString("revision"));
            }
        }
        return new Journalled(since, stamped, before);
    }

    /** The latest entries, the newest first. */
    public List<JournalEntry> latest(Connection connection, int limit) throws SQLException {
        String sql = """
                SELECT id, revision, direction, started, finished,
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
                rows.getLong("id"),
                rows.getString("revision"),
                rows.getString("direction"),
                rows.getObject("started", OffsetDateTime.class).toInstant(),
                rows.getObject("finished", OffsetDateTime.class).toInstant(),
                Duration.ofMillis(rows.getLong("millis")),
                outcome(rows.getString("outcome")),
                rows.getString("username"),
                rows.getString("checksum"),
                rows.getInt("statement"));
    }
}
