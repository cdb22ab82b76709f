package dev.migrate.runtime;

import dev.migrate.ddl.DollarQuotes;
import dev.migrate.ddl.LoneStatement;
import dev.migrate.ddl.SqlIdentifiers;
import dev.migrate.ddl.SqlScript;
import dev.migrate.schema.Identifiers;
import dev.migrate.schema.Literals;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The server's settings for the time that migrations run: name and value, as {@code SET} takes them. */
public record SessionSettings(Map<String, String> values) {

    private static final String APPLICATION_NAME = "application_name";
    private static final String LOCK_TIMEOUT = "lock_timeout";
    private static final List<String> ENDING_SESSIONS =
            List.of("idle_in_transaction_session_timeout", "idle_session_timeout", "transaction_timeout");
    private static final Set<String> ALWAYS = Set.of("session_authorization", "role", APPLICATION_NAME, LOCK_TIMEOUT);
    private static final Pattern MAY_SET =
            Pattern.compile("(?i)\\A\\s*(?:SET|RESET|DISCARD|SELECT|DO|CALL|--|/\\*)|set_config|\\bpg_temp\\b");
    private static final Pattern MAY_CALL = Pattern.compile("(?i)\\A(?:SELECT|DO|CALL)\\b|set_config");
    private static final Pattern CREATES_TEMPORARY = Pattern.compile(
            "(?i)(?:\\A\\s*CREATE\\s+(?:OR\\s+REPLACE\\s+)?|(?<!INSERT\\s)\\bINTO\\s+)(?:(?:LOCAL|GLOBAL)\\s+)?TEMP(?:ORARY)?\\b");
    /** The end of such a call, between whose tokens there are blanks: a driver puts parameters in parentheses. */
    private static final Pattern SET_LOCALLY =
            Pattern.compile("(?i), (?:\\( )?'?(?:true|t|yes|on|1)'?(?: : : bool(?:ean)?)?(?: \\))? \\)\\z");

    private static final Pattern CONCURRENTLY = Pattern.compile("(?i)\\bCONCURRENTLY\\b");

    public SessionSettings {
        values = new LinkedHashMap<>(values);
    }

    /** What a run sets. */
    public static SessionSettings of(RunSettings run, Survey survey) {
        Map<String, String> values = new LinkedHashMap<>();
        // First: another role than the connection's may not be allowed the rest.
        keep("session_authorization", survey, values);
        values.put("role", survey.settings().getOrDefault("role", "none"));
        values.put(APPLICATION_NAME, "migrate");
        // Between two statements of a migration its Java code may take its time, and all of them may.
        for (String name : ENDING_SESSIONS) {
            if (survey.settings().containsKey(name)) {
                values.put(name, "0");
            }
        }
        // An application's connections may be serializable by default: DDL waits for others, and must see what they
        // did.
        values.put("default_transaction_isolation", "read committed");
        values.put("default_transaction_read_only", "off");
        // SQL is cut into statements by this rule (SqlScript), whatever an old application has set for its database.
        values.put("standard_conforming_strings", "on");
        // Rows that a policy hides are missed by a backfill without a word: PostgreSQL shall refuse instead.
        values.put("row_security", "off");
        // A backfill goes on behind the key that a batch returns, and a rounded number is another key.
        values.put("extra_float_digits", "1");
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
        return new SessionSettings(values);
    }

    /** For a script, whose server may not know each of them: a statement by which none ends the session. */
    public static String unendingSql() {
        String names = ENDING_SESSIONS.stream().map(Literals::string).collect(Collectors.joining(", "));
        return DollarQuotes.block("BEGIN\n    PERFORM set_config(name, '0', false) FROM pg_settings WHERE name IN ("
                + names + ");\nEND\n");
    }

    private static void keep(String name, Survey survey, Map<String, String> values) {
        String value = survey.settings().get(name);
        if (value != null) {
            values.put(name, value);
        }
    }

    /** With {@code application_name} telling which revision runs, cut where PostgreSQL cuts it. */
    public SessionSettings named(String revision) {
        return with(APPLICATION_NAME, name(revision));
    }

    /**
     * Those that are set for each transaction, and for each statement outside one. What else a migration sets, such as
     * maintenance_work_mem before a concurrent build, is for the rest of its revision.
     */
    public SessionSettings always() {
        Map<String, String> kept = new LinkedHashMap<>(values);
        kept.keySet().retainAll(ALWAYS);
        return new SessionSettings(kept);
    }

    /** These, and of the others what these don't set. */
    public SessionSettings over(Map<String, String> others) {
        Map<String, String> all = new LinkedHashMap<>(values);
        others.forEach(all::putIfAbsent);
        return new SessionSettings(all);
    }

    /** Whether a statement, or what it calls, may change a setting of the session, or leave something temporary in it. */
    public static boolean mayChange(String sql) {
        return MAY_SET.matcher(sql).find() || CREATES_TEMPORARY.matcher(sql).find();
    }

    /** Whether something that a statement calls may do that. */
    public static boolean mayChangeByCalling(String sql) {
        return MAY_CALL.matcher(SqlScript.withoutLeadingComments(sql)).find();
    }

    /** Whether a statement creates by its text what lasts as long as the session. */
    public static boolean createsTemporary(String sql) {
        return CREATES_TEMPORARY.matcher(SqlScript.withoutLeadingComments(sql)).find();
    }

    /** Whether a statement changes settings by its text. */
    public static boolean changes(String sql) {
        return changes(sql, Set.of("TRANSACTION", "CONSTRAINTS"));
    }

    /** What of a statement changes a setting beyond its transaction: nothing of what a SELECT does beside set_config. */
    public static Optional<String> forSession(String sql) {
        if (!changes(sql, Set.of("LOCAL", "TRANSACTION", "CONSTRAINTS"))) {
            return Optional.empty();
        }
        List<String> calls = SqlScript.calls("set_config", sql);
        List<String> lasting = calls.stream()
                .filter(call ->
                        !SET_LOCALLY.matcher(SqlScript.withoutFormatting(call)).find())
                .toList();
        if (!calls.isEmpty() && lasting.isEmpty()) {
            return Optional.empty();
        }
        // What it selects from may be what it sets.
        return Optional.of(calls.isEmpty() || selectsFromSomething(sql) ? sql : "SELECT " + String.join(", ", lasting));
    }

    /** Whether a statement takes away all that is set for the session. */
    public static boolean resetsAll(String sql) {
        return SqlScript.withoutFormatting(sql).equalsIgnoreCase("RESET ALL");
    }

    private static boolean selectsFromSomething(String sql) {
        return SqlScript.tokens(sql).stream().anyMatch("FROM"::equalsIgnoreCase);
    }

    private static boolean changes(String sql, Set<String> others) {
        if (!mayChange(sql)) {
            return false;
        }
        List<String> words = SqlScript.tokens(sql).stream()
                // SELECT * FROM pg_catalog.set_config: as the driver writes a call.
                .limit(6)
                .map(word -> word.toUpperCase(Locale.ROOT))
                .toList();
        return switch (words.isEmpty() ? "" : words.get(0)) {
            case "SET" -> words.size() > 1 && !others.contains(words.get(1));
            case "RESET" -> true;
            case "SELECT" ->
                words.contains("SET_CONFIG")
                        || (!selectsFromSomething(sql)
                                && !SqlScript.calls("set_config", sql).isEmpty());
            default -> false;
        };
    }

    /**
     * For a statement that runs alone. One that works CONCURRENTLY waits for transactions while the table is read and
     * written as ever (PostgreSQL manual, CREATE INDEX): to break it off early would leave an INVALID index and spare
     * nobody anything. It may wait as long as for another instance.
     */
    public SessionSettings alone(String sql, RunSettings run) {
        return isPatient(sql, run) ? with(LOCK_TIMEOUT, milliseconds(run.lockWait())) : this;
    }

    /** Whether a statement that runs alone may wait longer for a lock than others. */
    public static boolean isPatient(String sql, RunSettings run) {
        return worksConcurrently(sql)
                && !run.lockTimeout().isZero()
                && run.lockWait().compareTo(run.lockTimeout()) > 0;
    }

    /** For clearing up behind a failure: nobody waits long for that. */
    public SessionSettings brief() {
        return "0".equals(values.get(LOCK_TIMEOUT))
                ? with(LOCK_TIMEOUT, milliseconds(RunSettings.DEFAULT_LOCK_TIMEOUT))
                : this;
    }

    /** Whether a statement waits for others while the table is read and written as ever: not if only a comment says so. */
    private static boolean worksConcurrently(String sql) {
        if (!CONCURRENTLY.matcher(sql).find()) {
            return false;
        }
        LoneStatement statement = LoneStatement.of(sql);
        return statement instanceof LoneStatement.BuildIndex
                || statement instanceof LoneStatement.DropIndex
                || statement instanceof LoneStatement.Reindex
                || statement instanceof LoneStatement.DetachPartition;
    }

    private SessionSettings with(String name, String value) {
        Map<String, String> changed = new LinkedHashMap<>(values);
        changed.put(name, value);
        return new SessionSettings(changed);
    }

    /** The columns of a {@code SELECT} that sets all of them. */
    public String columns(boolean forTransactionOnly) {
        StringJoiner columns = new StringJoiner(", ");
        values.forEach((name, value) -> columns.add(column(name, value, forTransactionOnly)));
        return columns.toString();
    }

    private static String column(String name, String value, boolean forTransactionOnly) {
        return "set_config(" + Literals.string(name) + ", " + Literals.string(value) + ", " + forTransactionOnly + ")";
    }

    /** Statements that set all of them for the session: nothing to plan, and no row to send and to read. */
    public String statements() {
        StringBuilder statements = new StringBuilder();
        for (Map.Entry<String, String> one : values.entrySet()) {
            statements
                    .append(statements.isEmpty() ? "SET " : "; SET ")
                    .append(one.getKey())
                    .append(" = ")
                    .append(Literals.string(one.getValue()));
        }
        return statements.toString();
    }

    private static String name(String revision) {
        return Identifiers.truncate("migrate " + revision);
    }

    private static String milliseconds(Duration duration) {
        return Long.toString(duration.toMillis());
    }
}
