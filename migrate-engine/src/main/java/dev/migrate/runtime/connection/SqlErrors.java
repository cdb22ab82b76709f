package dev.migrate.runtime.connection;

import dev.migrate.MigrateException;
import java.sql.SQLException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What an SQLSTATE means for a run (PostgreSQL manual, Appendix A). */
public final class SqlErrors {

    private static final String LOCK_NOT_AVAILABLE = "55P03";
    private static final String QUERY_CANCELED = "57014";

    private static final Set<String> CONTENTION = Set.of(
            LOCK_NOT_AVAILABLE, // lock_timeout
            "40P01", // deadlock_detected
            "40001"); // serialization_failure
    private static final Set<String> SHUTDOWN = Set.of(
            "57P01", // admin_shutdown: also pg_terminate_backend
            "57P02", // crash_shutdown
            "57P03", // cannot_connect_now
            "57P05", // idle_session_timeout
            "25P03", // idle_in_transaction_session_timeout
            "25P04"); // transaction_timeout
    private static final Set<String> DUPLICATE = Set.of(
            "42P06", // duplicate_schema
            "42P07", // duplicate_table: also an index, a sequence or a view
            "42701", // duplicate_column
            "42710", // duplicate_object: a type, a constraint, an extension
            "42723"); // duplicate_function
    private static final Set<String> TRANSACTION_REFUSED = Set.of(
            "25001", // active_sql_transaction: … cannot run inside a transaction block
            "2D000"); // invalid_transaction_termination: a procedure or a DO block commits
    private static final Set<String> TOO_MUCH_FOR_ONE_TRANSACTION = Set.of(
            "55P04", // unsafe_new_enum_value_usage
            "55006", // object_in_use: … because it has pending trigger events
            "53200"); // out_of_memory: also too many locks, max_locks_per_transaction
    private static final Set<String> PREPARED_ELSEWHERE = Set.of(
            "26000", // invalid_sql_statement_name: prepared statement … does not exist
            "42P05"); // duplicate_prepared_statement
    /** What the server's own code says of a row of the catalog, in English always: it isn't meant for users. */
    private static final Pattern CONCURRENT_TUPLE = Pattern.compile("\\btuple concurrently (?:updated|deleted)\\b");
    /** A unique index of the catalog: its name stands in the message in every language. */
    private static final Pattern CATALOG_INDEX = Pattern.compile("\\bpg_\\w+_index\\b");

    private static final String INTERNAL_ERROR = "XX000";
    private static final String UNIQUE_VIOLATION = "23505";
    private static final String INSUFFICIENT_PRIVILEGE = "42501";
    private static final String TOO_MANY_CONNECTIONS = "53300";
    private static final String UNDEFINED_COLUMN = "42703";
    private static final String UNKNOWN_CHARACTER = "22021";

    private SqlErrors() {}

    /** What PostgreSQL said, if that is why something was thrown. */
    public static Optional<SQLException> in(Throwable thrown) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Throwable cause = thrown; cause != null && seen.add(cause); cause = cause.getCause()) {
            if (cause instanceof SQLException found) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }

    /** Whether another session was in the way, so that trying again makes sense. */
    public static boolean isContention(SQLException e) {
        return CONTENTION.contains(state(e)) || isCatalogConflict(e);
    }

    /** Whether another session has changed the same row of the catalog meanwhile: no lock keeps two from doing so. */
    public static boolean isCatalogConflict(SQLException e) {
        String message = String.valueOf(e.getMessage());
        return switch (state(e)) {
            case UNIQUE_VIOLATION -> CATALOG_INDEX.matcher(message).find();
            case INTERNAL_ERROR -> CONCURRENT_TUPLE.matcher(message).find();
            default -> false;
        };
    }

    /** Whether the session is gone, and with it the transaction and the lock. */
    public static boolean isConnectionLost(SQLException e) {
        return state(e).startsWith("08") || SHUTDOWN.contains(state(e));
    }

    /** What sets how long PostgreSQL lets a statement run or wait, if that is what ended it. */
    public static String limit(SQLException e) {
        return switch (state(e)) {
            case QUERY_CANCELED ->
                String.valueOf(e.getMessage()).contains("due to user request")
                        ? ""
                        : "Statements that may take longer need another statement_timeout: -Dmigrate.statementTimeout=1h"
                                + " (0 for none) overrides what the role, the database, the server or the URL sets.";
            case LOCK_NOT_AVAILABLE ->
                "How long statements wait for a lock is said with -Dmigrate.lockTimeout=30s, of those that work"
                        + " CONCURRENTLY with -Dmigrate.lockWait=30m, and how often it is tried with -Dmigrate.retries.";
            default -> "";
        };
    }

    /** Whether something of that name is there already. */
    public static boolean isDuplicate(SQLException e) {
        return DUPLICATE.contains(state(e));
    }

    /** Whether a statement can't be in a transaction. */
    public static boolean isTransactionRefused(SQLException e) {
        return TRANSACTION_REFUSED.contains(state(e));
    }

    /**
     * Whether something failed that may succeed if its parts are committed one after the other, and keep their locks for a
     * shorter time.
     */
    public static boolean isOfOneTransaction(SQLException e) {
        return isContention(e) || isTransactionRefused(e) || TOO_MUCH_FOR_ONE_TRANSACTION.contains(state(e));
    }

    /** Whether a role may not do something. */
    public static boolean isRightMissing(SQLException e) {
        return state(e).equals(INSUFFICIENT_PRIVILEGE);
    }

    /** Whether bytes are no text in the session's encoding, as those in a database in SQL_ASCII may be; zeros are in none. */
    public static boolean isOfAnotherEncoding(SQLException e) {
        return state(e).equals(UNKNOWN_CHARACTER)
                && !String.valueOf(e.getMessage()).contains("0x00");
    }

    public static boolean isUndefinedColumn(SQLException e) {
        return state(e).equals(UNDEFINED_COLUMN);
    }

    /** Whether a function or a DO block says so, with RAISE EXCEPTION and no other SQLSTATE. */
    public static boolean isRaised(SQLException e) {
        return state(e).equals("P0001");
    }

    public static String state(SQLException e) {
        return e.getSQLState() == null ? "" : e.getSQLState();
    }

    /** PostgreSQL's message with its detail and hint, without secrets. */
    public static String message(SQLException e, Redaction redaction) {
        String message = e.getMessage() == null ? e.getClass().getName() : e.getMessage();
        return redaction.of(message);
    }

    public static MigrateException noConnection(SQLException e, Redaction redaction) {
        String reason = message(e, redaction);
        return new MigrateException(
                "No connection to the database: " + reason + (reason.endsWith(".") ? " " : ". ")
                        + (TOO_MANY_CONNECTIONS.equals(state(e))
                                ? "Wait until others end theirs, or raise what limits them: max_connections, or the"
                                        + " CONNECTION LIMIT of the role or the database."
                                : "Check that the server runs and that the URL, the user and the password are"
                                        + " right."),
                new RedactedException(e, redaction));
    }

    /** An unexpected refusal of one of Migrate's own statements. */
    public static MigrateException unexpected(String doing, SQLException e, Redaction redaction) {
        return new MigrateException(
                doing + " failed: " + message(e, redaction)
                        + (PREPARED_ELSEWHERE.contains(state(e)) ? Pooling.ofPreparedStatements() : ""),
                new RedactedException(e, redaction));
    }
}
