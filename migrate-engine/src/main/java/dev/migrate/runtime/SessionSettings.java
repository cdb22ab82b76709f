package dev.migrate.runtime;

import dev.migrate.ddl.SqlIdentifiers;
import dev.migrate.schema.Identifiers;
import dev.migrate.schema.Literals;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;
import java.util.regex.Pattern;

/** The server's settings for the time that migrations run: name and value, as {@code SET} takes them. */
record SessionSettings(Map<String, String> values) {

    private static final String LOCK_TIMEOUT = "lock_timeout";
    private static final Pattern CONCURRENTLY = Pattern.compile("(?i)\\bCONCURRENTLY\\b");

    SessionSettings {
        values = new LinkedHashMap<>(values);
    }

    /** What a run sets. */
    static SessionSettings of(RunSettings run, Survey survey) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("application_name", "migrate");
        // Between two statements of a migration its Java code may take its time.
        values.put("idle_in_transaction_session_timeout", "0");
        if (survey.settings().containsKey("idle_session_timeout")) {
            values.put("idle_session_timeout", "0");
        }
        values.put(LOCK_TIMEOUT, milliseconds(run.lockTimeout()));
        values.put(
                "search_path",
                run.searchPath().isEmpty()
                        ? survey.settings().getOrDefault("search_path", "")
                        : SqlIdentifiers.quoteAll(run.searchPath()));
        values.put(
                "statement_timeout",
                run.statementTimeout().map(SessionSettings::milliseconds).orElseGet(() -> survey.settings()
                        .getOrDefault("statement_timeout", "0")));
        // What one migration sets for the session is not for the next one.
        values.put("role", survey.settings().getOrDefault("role", "none"));
        return new SessionSettings(values);
    }

    /** With {@code application_name} telling which revision runs, cut where PostgreSQL cuts it. */
    SessionSettings named(String revision) {
        return with("application_name", Identifiers.truncate("migrate " + revision));
    }

    /**
     * For a statement that runs alone. One that works CONCURRENTLY waits for transactions while the table is read and
     * written as ever (PostgreSQL manual, CREATE INDEX): to break it off early would leave an INVALID index and spare
     * nobody anything. It may wait as long as for another instance.
     */
    SessionSettings alone(String sql, RunSettings run) {
        return isPatient(sql, run) ? with(LOCK_TIMEOUT, milliseconds(run.lockWait())) : this;
    }

    /** Whether a statement that runs alone may wait longer for a lock than others. */
    static boolean isPatient(String sql, RunSettings run) {
        return worksConcurrently(sql)
                && !run.lockTimeout().isZero()
                && run.lockWait().compareTo(run.lockTimeout()) > 0;
    }

    /** For clearing up behind a failure: nobody waits long for that. */
    SessionSettings brief() {
        return "0".equals(values.get(LOCK_TIMEOUT))
                ? with(LOCK_TIMEOUT, milliseconds(RunSettings.DEFAULT_LOCK_TIMEOUT))
                : this;
    }

    /** Whether a statement waits for others while the table is read and written as ever. */
    static boolean worksConcurrently(String sql) {
        return CONCURRENTLY.matcher(sql).find();
    }

    private SessionSettings with(String name, String value) {
        Map<String, String> changed = new LinkedHashMap<>(values);
        changed.put(name, value);
        return new SessionSettings(changed);
    }

    /** The columns of a {@code SELECT} that sets all of them. */
    String columns(boolean forTransactionOnly) {
        StringJoiner columns = new StringJoiner(", ");
        values.forEach((name, value) -> columns.add("set_config(" + Literals.string(name) + ", "
                + Literals.string(value) + ", " + forTransactionOnly + ")"));
        return columns.toString();
    }

    private static String milliseconds(Duration duration) {
        return Long.toString(duration.toMillis());
    }
}
