package dev.migrate.runtime.live;

import dev.migrate.runtime.SessionSettings;
import dev.migrate.runtime.Survey;
import dev.migrate.runtime.connection.Pooling;
import dev.migrate.runtime.connection.TransactionSettings;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The transaction of a live run, and the settings that end with it. */
final class LiveTransaction {

    /**
     * Takes back what a migration has set for the session. Not RESET ALL, which would take custom settings of the
     * application along: nobody can list those.
     */
    private static final String RESET = """
            RESET SESSION AUTHORIZATION; RESET ROLE; DO $migrate$
            DECLARE
                setting text;
            BEGIN
                FOR setting IN SELECT name FROM pg_settings WHERE source = 'session' AND name NOT IN (%s)
                LOOP
                    EXECUTE format('RESET %%I', setting);
                END LOOP;
            END
            $migrate$;
            """;

    /** Beside tables also views, sequences, types and functions: whatever was created in {@code pg_temp}. */
    private static final String DISCARD_TEMPORARY = "DISCARD TEMP";

    /** What PgBouncer sets in a pooled session by itself, and tracks (its manual, track_extra_parameters). */
    private static final String OF_THE_PROXY =
            "'client_encoding', 'DateStyle', 'TimeZone', 'standard_conforming_strings'";

    private final Connection connection;
    private final SessionSettings settings;
    private final Map<String, String> before;
    private final boolean pooled;
    private final boolean ownsTemporary;
    private final SessionSettings handingOver;
    private int backend;
    private boolean announced;

    /** Whether the session's settings may be others than this run's. */
    private boolean changed;

    /** The revision that may have changed them for itself, and the one whose transaction is being opened. */
    private String prepared = "";

    private String opening = "";

    /** The revision of which something was committed last: what it created temporarily is its own. */
    private String committed = "";

    /** The revision that the session was prepared for when the one before it was committed. */
    private @Nullable String next;

    /**
     * @param settings what the run sets
     * @param before what the session had set before the run
     * @param survey what the connection said of itself
     * @param pooled whether each transaction may have another one
     */
    LiveTransaction(
            Connection connection,
            SessionSettings settings,
            Map<String, String> before,
            Survey survey,
            boolean pooled) {
        this.connection = connection;
        this.settings = settings;
        this.before = Map.copyOf(before);
        this.backend = survey.backend();
        this.pooled = pooled;
        this.ownsTemporary = !pooled && !survey.hasTemporary();
        this.handingOver = settings.always();
    }

    /**
     * When the transaction that is open began.
     *
     * @return the server's time, in ISO 8601
     */
    String began() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT to_json(transaction_timestamp()) #>> '{}'")) {
            row.next();
            return row.getString(1);
        }
    }

    /** The server process that served the last transaction. */
    int backend() {
        return backend;
    }

    boolean isOpen() throws SQLException {
        return !connection.getAutoCommit();
    }

    /**
     * Sees to it that a transaction is open and knows what it is for. In one round trip.
     *
     * @return the server's time, in ISO 8601
     */
    String open(String revision) throws SQLException {
        resetPooled();
        next = null;
        String sql = opening(revision);
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
            return opened(statement);
        }
    }

    /** The next statement is to be in a transaction: its opening can be sent along with it. */
    void announce() throws SQLException {
        announced = !isOpen();
    }

    /** Whether a transaction is to begin with the next statement. */
    boolean isAnnounced() {
        return announced;
    }

    /**
     * Begins a transaction if none is open.
     *
     * @return what to send before the transaction's first statement, or, if one is open, before those of another
     *     revision; {@link #opened} reads its result. Empty if the session was {@linkplain #handOver handed over}
     */
    String opening(String revision) throws SQLException {
        boolean fresh = !isOpen();
        announced = false;
        if (fresh) {
            connection.setAutoCommit(false);
            if (revision.equals(next)) {
                next = null;
                prepared = revision;
                return "";
            }
        }
        // An application's connections may be serializable by default: DDL waits for others, and must see what they
        // did.
        String isolation = fresh ? "SET TRANSACTION ISOLATION LEVEL READ COMMITTED, READ WRITE; " : "";
        return isolation + preparing(revision) + "; ";
    }

    /**
     * What prepares the session for the revision that comes next, to be committed together with this one: whose
     * transaction then begins with its first statement.
     *
     * @return SQL statements; empty if the session has to be seen or set right first
     */
    Optional<String> handOver(String revision) {
        return pooled || changed
                ? Optional.empty()
                : Optional.of(handingOver.named(revision).statements());
    }

    /** What {@link #handOver} returned is committed. */
    void handedOver(String revision) {
        next = revision;
    }

    private String preparing(String revision) {
        SessionSettings named = settings.named(revision);
        String select = "SELECT pg_backend_pid(), to_json(clock_timestamp()) #>> '{}', ";
        if (pooled) {
            return select + named.columns(true);
        }
        opening = revision;
        String always = named.always().columns(true);
        return changed && !prepared.equals(revision)
                ? RESET.formatted(TransactionSettings.NAMES)
                        + (ownsTemporary && !committed.equals(revision) ? DISCARD_TEMPORARY + "; " : "")
                        + select
                        + settings.over(before).columns(false) + ", " + always
                : select + always;
    }

    /** A migration is about to do something that may change the session's settings: for itself, but not for others. */
    void mayChangeSettings() {
        changed = true;
        next = null;
    }

    /**
     * What to send before bookkeeping: a migration may have taken on a role that mustn't touch the version table, and its
     * transaction ends as it began.
     */
    String resuming(String revision) throws SQLException {
        return changed && isOpen()
                ? "SELECT " + settings.named(revision).always().columns(true) + "; "
                : "";
    }

    /**
     * Reads the result of {@link #opening}, and leaves the statement at the result behind it.
     *
     * @return the server's time, in ISO 8601: nothing computes with it
     * @throws dev.migrate.MigrateException if another session has answered
     */
    String opened(Statement executed) throws SQLException {
        try (ResultSet row = firstRows(executed)) {
            row.next();
            int serving = row.getInt(1);
            if (!pooled && serving != backend) {
                throw Pooling.moved(backend, serving);
            }
            backend = serving;
            prepared = opening;
            String time = row.getString(2);
            executed.getMoreResults();
            return time;
        }
    }

    private static ResultSet firstRows(Statement executed) throws SQLException {
        ResultSet rows = executed.getResultSet();
        while (rows == null) {
            executed.getMoreResults();
            rows = executed.getResultSet();
        }
        return rows;
    }

    /** As {@link #open}, if none is open. */
    void ensureOpen(String revision) throws SQLException {
        if (!isOpen()) {
            open(revision);
        }
    }

    /** Prepares the session for a statement outside any transaction. */
    void leave(SessionSettings forStatement) throws SQLException {
        next = null;
        try (Statement statement = connection.createStatement()) {
            statement.execute("SELECT " + forStatement.always().columns(false));
        }
    }

    /** What a migration left that lasts as long as the session is neither for the next one nor for the application. */
    void discardTemporary() throws SQLException {
        if (changed && ownsTemporary) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(DISCARD_TEMPORARY);
            }
        }
    }

    String currentSchema() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT current_schema()")) {
            row.next();
            return row.getString(1);
        }
    }

    /** What stays in a pooled session hits another client. */
    private void resetPooled() throws SQLException {
        if (!pooled || !changed || !isOpen()) {
            return;
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute(RESET.formatted(TransactionSettings.NAMES + ", " + OF_THE_PROXY));
        }
    }

    void commit() throws SQLException {
        resetPooled();
        connection.commit();
        connection.setAutoCommit(true);
        committed = prepared;
    }

    /** Rolls back, if there is something to roll back. */
    void rollback() throws SQLException {
        announced = false;
        next = null;
        if (isOpen()) {
            prepared = "";
            opening = "";
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }
}
