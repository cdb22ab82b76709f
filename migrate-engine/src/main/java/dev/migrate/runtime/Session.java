package dev.migrate.runtime;

import dev.migrate.MigrateException;
import dev.migrate.ddl.SqlIdentifiers;
import dev.migrate.runtime.connection.KeepAlive;
import dev.migrate.runtime.connection.LentTransaction;
import dev.migrate.runtime.connection.RedactedException;
import dev.migrate.runtime.connection.Redaction;
import dev.migrate.runtime.connection.SqlErrors;
import dev.migrate.runtime.connection.TransactionSettings;
import dev.migrate.runtime.connection.UnnamedStatements;
import dev.migrate.runtime.journal.Interruption;
import dev.migrate.runtime.journal.Journal;
import dev.migrate.runtime.journal.Journalled;
import dev.migrate.runtime.journal.VersionTable;
import dev.migrate.schema.Literals;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Type;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A connection that the application lends: surveyed when it comes, restored when it goes. Restoring costs a round trip
 * only if something was changed.
 */
public final class Session implements AutoCloseable {

    /** Not with a Formatter, which takes longer to load than to ask. */
    private static final String SESSION_SETTINGS = """
            SELECT name, setting FROM pg_settings
            WHERE source = 'session' AND name NOT IN (""" + TransactionSettings.NAMES + ")\nORDER BY name";

    private final Connection connection;
    private final Redaction redaction;
    private final boolean autoCommit;
    private final boolean readOnly;
    private final Survey survey;
    private final VersionTable versionTable;
    private final Journal journal;
    private boolean tablesExist;
    private boolean claimed;
    private Map<String, String> settingsBefore = Map.of();
    private @Nullable UnnamedStatements unnamed;

    /** In milliseconds; 0 if it is as it came. */
    private int networkTimeout;

    private Session(Connection connection, RunSettings settings) throws SQLException {
        this.connection = connection;
        this.redaction = new Redaction(settings.secrets());
        this.autoCommit = connection.getAutoCommit();
        this.readOnly = connection.isReadOnly();
        LentTransaction.end(connection, redaction);
        this.survey = Survey.of(connection, settings);
        this.tablesExist = survey.hasVersionTable() && survey.hasJournal();
        this.versionTable = new VersionTable(survey.versionTable(settings));
        this.journal = new Journal(survey.journalTable(settings));
    }

    /**
     * Borrows a connection.
     *
     * @throws MigrateException if there is none, or its server isn't supported
     */
    public static Session open(DataSource dataSource, RunSettings settings) {
        Redaction redaction = new Redaction(settings.secrets());
        Connection connection;
        try {
            connection = dataSource.getConnection();
        } catch (SQLException e) {
            throw SqlErrors.noConnection(e, redaction);
        } catch (RuntimeException e) {
            // HikariCP's first connection fails like that, for example.
            throw SqlErrors.noConnection(new SQLException(e.getMessage(), e), redaction);
        }
        try {
            return new Session(connection, settings);
        } catch (SQLException e) {
            throw closing(
                    connection,
                    SqlErrors.isRightMissing(e)
                            ? SqlErrors.unexpected("Looking for the table " + settings.versionTable(), e, redaction)
                            : SqlErrors.noConnection(e, redaction),
                    redaction);
        } catch (RuntimeException e) {
            throw closing(connection, e, redaction);
        }
    }

    private static RuntimeException closing(Connection connection, RuntimeException failure, Redaction redaction) {
        try {
            connection.close();
        } catch (SQLException e) {
            failure.addSuppressed(new RedactedException(e, redaction));
        }
        return failure;
    }

    public Connection connection() {
        return connection;
    }

    public Survey survey() {
        return survey;
    }

    public VersionTable versionTable() {
        return versionTable;
    }

    public Journal journal() {
        return journal;
    }

    /** Reads the version table and the journal. */
    @FunctionalInterface
    interface Reading<T> {
        T from(Session session) throws SQLException;
    }

    /** @throws MigrateException if the user may not read the version table, or the journal */
    <T> T read(Reading<T> reading) throws SQLException {
        try {
            return reading.from(this);
        } catch (SQLException e) {
            if (SqlErrors.isRightMissing(e)) {
                throw mayNot("read", e, "SELECT", " Who migrates needs INSERT, UPDATE and DELETE as well.");
            }
            throw e;
        }
    }

    /** @throws MigrateException if that is because the user may not write the version table, or the journal */
    public void requireMayWrite(SQLException e) throws SQLException {
        String message = String.valueOf(e.getMessage());
        if (SqlErrors.isRightMissing(e)
                && Stream.of(versionTable.name(), journal.name()).anyMatch(table -> message.contains(table.name()))) {
            throw mayNot("written", e, "SELECT, INSERT, UPDATE, DELETE", "");
        }
    }

    private MigrateException mayNot(String done, SQLException e, String rights, String more) throws SQLException {
        return new MigrateException(
                "The tables " + versionTable.name() + " and " + journal.name() + " can't be " + done + ": "
                        + SqlErrors.message(e, redaction) + "\nLet an owner say GRANT " + rights + " ON "
                        + SqlIdentifiers.quote(versionTable.name()) + ", " + SqlIdentifiers.quote(journal.name())
                        + " TO "
                        + SqlIdentifiers.quote(connection.getMetaData().getUserName())
                        + "." + more,
                new RedactedException(e, redaction));
    }

    /** The rows of the version table; none if there is no table yet. */
    public Set<String> applied() throws SQLException {
        return read(session -> tablesExist || survey.hasVersionTable() ? versionTable.read(connection) : Set.of());
    }

    /** The same rows, in the same one round trip, and of each whether a downgrade of it has begun and isn't complete. */
    public Map<String, Boolean> reverting() throws SQLException {
        if (tablesExist) {
            return read(session -> versionTable.read(connection, journal.isRevertingSql()));
        }
        return survey.hasVersionTable() ? read(session -> versionTable.read(connection, "false")) : Map.of();
    }

    /** @throws MigrateException if one of the rows stands for a revision that is half reverted */
    public void requireNone(Map<String, Boolean> reverting) throws SQLException {
        if (reverting.containsValue(true)) {
            Interruption.requireNoneReverting(interruptions(), reverting.keySet());
        }
    }

    /** What is applied according to the journal, which knows the parents of revisions that a history doesn't have. */
    public Journalled journalled() throws SQLException {
        return tablesExist || survey.hasJournal()
                ? journal.applied(connection)
                : new Journalled(Set.of(), Set.of(), Set.of());
    }

    /** The revisions that a run left half applied or half reverted, by id. */
    public Map<String, Interruption> interruptions() throws SQLException {
        return tablesExist || survey.hasJournal() ? journal.interruptions(connection) : Map.of();
    }

    /** The type of a column that is there now, as PostgreSQL prints it. */
    public Optional<Type> typeOf(QualifiedName table, String column) throws SQLException {
        String sql = "SELECT format_type(atttypid, atttypmod) FROM pg_attribute WHERE attrelid = to_regclass("
                + Literals.string(SqlIdentifiers.quote(table)) + ") AND attname = " + Literals.string(column)
                + " AND NOT attisdropped";
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? Optional.of(new Type(row.getString(1))) : Optional.empty();
        }
    }

    /**
     * Creates the version table, the journal and their schema if they are missing, and gives a journal of an earlier
     * version what it lacks.
     *
     * @return whether anything was changed
     * @throws MigrateException if there is another table of the journal's name
     */
    public boolean prepareTables() throws SQLException {
        boolean created = !tablesExist;
        if (created) {
            createTables();
        }
        boolean completed = journal.complete(connection);
        return created || completed;
    }

    private void createTables() throws SQLException {
        try {
            tryToCreateTables();
        } catch (SQLException e) {
            if (SqlErrors.isRightMissing(e)) {
                throw mayNotCreate(e);
            }
            if (!SqlErrors.isCatalogConflict(e) || !connection.getAutoCommit()) {
                throw e;
            }
            // Another history, which has a lock of its own, has just created the schema.
            tryToCreateTables();
        }
        tablesExist = true;
    }

    private void tryToCreateTables() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            if (!survey.hasSchema()) {
                statement.execute("CREATE SCHEMA IF NOT EXISTS " + SqlIdentifiers.quote(survey.schema()));
            }
            statement.execute(versionTable.createSql() + ";\n" + journal.createSql());
        }
    }

    /** Whoever isn't the database's owner meets this first: it may create nothing in public, since PostgreSQL 15. */
    private MigrateException mayNotCreate(SQLException e) throws SQLException {
        String user = SqlIdentifiers.quote(connection.getMetaData().getUserName());
        String schema = SqlIdentifiers.quote(survey.schema());
        return new MigrateException(
                "The tables " + versionTable.name() + " and " + journal.name() + " can't be created: "
                        + SqlErrors.message(e, redaction) + "\nLet an owner say "
                        + (survey.hasSchema()
                                ? "GRANT CREATE ON SCHEMA " + schema + " TO " + user
                                : "CREATE SCHEMA " + schema + " AUTHORIZATION " + user)
                        + ", or set versionSchema to a schema that " + user + " may create in.",
                new RedactedException(e, redaction));
    }

    /**
     * Sets what a run needs until the session is given back.
     *
     * @return what the application had set
     */
    public Map<String, String> claim(SessionSettings settings) throws SQLException {
        claimed = true;
        settingsBefore = sessionSettings();
        if (readOnly) {
            connection.setReadOnly(false);
        }
        set(settings);
        return settingsBefore;
    }

    /**
     * Lets statements take as long as they take, until the session is given back: what the application's driver allows a
     * statement of the application's ({@code socketTimeout} of a URL) would end each attempt at a longer one. The connection
     * is kept alive instead, and stays so.
     */
    public void waitForAnswers() throws SQLException {
        KeepAlive.set(connection);
        try {
            networkTimeout = connection.getNetworkTimeout();
            if (networkTimeout > 0) {
                connection.setNetworkTimeout(Runnable::run, 0);
            }
        } catch (SQLFeatureNotSupportedException e) {
            log().debug(
                            "A socketTimeout, if there is one, ends longer statements",
                            new RedactedException(e, redaction));
        }
    }

    /** Keeps the driver from preparing statements, until the session is given back. */
    public void avoidPreparedStatements() throws SQLException {
        unnamed = new UnnamedStatements(connection);
    }

    /** Lets the driver do as it did before. */
    public void allowPreparedStatements() {
        if (unnamed != null) {
            unnamed.close();
        }
    }

    /** What was set for this session since it began, in the units that settings have by themselves. */
    private Map<String, String> sessionSettings() throws SQLException {
        Map<String, String> found = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(SESSION_SETTINGS)) {
            while (rows.next()) {
                found.put(rows.getString(1), rows.getString(2));
            }
        }
        return found;
    }

    /** A migration may set what it likes: work_mem for an index, or all that a dump of a schema begins with. */
    private void resetSettings() throws SQLException {
        StringJoiner sql = new StringJoiner("; ");
        sessionSettings().forEach((name, value) -> {
            String before = settingsBefore.get(name);
            if (before == null) {
                sql.add("RESET " + SqlIdentifiers.quote(name));
            } else if (!before.equals(value)) {
                sql.add("SELECT " + new SessionSettings(Map.of(name, before)).columns(false));
            }
        });
        if (sql.length() > 0) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(sql.toString());
            }
        }
    }

    private void set(SessionSettings settings) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SELECT " + settings.columns(false));
        }
    }

    /** Ends the session at once, so that no pool hands it out again. */
    public void breakOff() {
        try {
            connection.abort(Runnable::run);
        } catch (SQLException e) {
            log().debug("The connection could not be broken off", new RedactedException(e, redaction));
        }
    }

    /** Gives the connection back as it came. One that can't be restored is broken off, so that no pool hands it out. */
    @Override
    public void close() {
        try (Connection returned = connection) {
            restore(returned);
        } catch (SQLException e) {
            log().debug("The connection could not be closed in good order", new RedactedException(e, redaction));
        }
    }

    private void restore(Connection returned) throws SQLException {
        try {
            if (!returned.getAutoCommit()) {
                returned.rollback();
                returned.setAutoCommit(true);
            }
            if (claimed) {
                // First the role: it may be what allows the rest.
                set(new SessionSettings(survey.settings()));
                resetSettings();
                returned.setReadOnly(readOnly);
            }
            returned.setAutoCommit(autoCommit);
            allowPreparedStatements();
            if (networkTimeout > 0) {
                returned.setNetworkTimeout(Runnable::run, networkTimeout);
            }
        } catch (SQLException e) {
            log().debug(
                            "The connection could not be restored, so it is broken off",
                            new RedactedException(e, redaction));
            breakOff();
        }
    }

    /** Looked for when there is something to say: that takes its time, and at a start there mostly isn't. */
    private static Logger log() {
        return LoggerFactory.getLogger(Session.class);
    }
}
