package dev.migrate.runtime;

import dev.migrate.MigrateException;
import dev.migrate.TransactionMode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How to run migrations.
 *
 * @param versionTable the name of the version table; the journal lies beside it
 * @param versionSchema the schema of both, created when missing; without one, where the search path finds the version
 *     table, or else its first schema
 * @param searchPath the schemas that migrations see; empty for those that the connection has when it is handed over
 * @param transaction what commits together
 * @param lockTimeout how long a statement may wait for a lock ({@code lock_timeout}); zero waits for ever
 * @param statementTimeout how long a statement may take ({@code statement_timeout}); empty leaves the server's setting
 * @param lockWait how long to wait for another instance that is migrating
 * @param retries how often to try again what failed because of a lock
 * @param onlineFrom rows of a table from which its revision runs online; those whose tables are all smaller run in one
 *     transaction. Zero runs all of them online
 * @param arguments what migrations get from {@code op.x(key)}
 * @param secrets texts that must never be printed
 */
public record RunSettings(
        String versionTable,
        Optional<String> versionSchema,
        List<String> searchPath,
        TransactionMode transaction,
        Duration lockTimeout,
        Optional<Duration> statementTimeout,
        Duration lockWait,
        int retries,
        long onlineFrom,
        Map<String, String> arguments,
        List<String> secrets) {

    public static final String DEFAULT_VERSION_TABLE = "migrate_version";
    public static final Duration DEFAULT_LOCK_TIMEOUT = Duration.ofSeconds(5);
    public static final Duration DEFAULT_LOCK_WAIT = Duration.ofMinutes(10);
    public static final int DEFAULT_RETRIES = 10;
    public static final long DEFAULT_ONLINE_FROM = 100_000;

    private static final Duration LONGEST_TIMEOUT = Duration.ofMillis(Integer.MAX_VALUE);
    private static final Duration SHORTEST_TIMEOUT = Duration.ofMillis(1);

    /** @throws MigrateException if a duration or a number is negative, or the table's name has a schema */
    public RunSettings {
        searchPath = List.copyOf(searchPath);
        arguments = Map.copyOf(arguments);
        secrets = List.copyOf(secrets);
        lockTimeout = timeout("lockTimeout", lockTimeout);
        lockWait = timeout("lockWait", lockWait);
        statementTimeout = statementTimeout.map(longest -> timeout("statementTimeout", longest));
        if (retries < 0) {
            throw new MigrateException("retries is " + retries + "; expected 0 or more");
        }
        if (onlineFrom < 0) {
            throw new MigrateException("onlineFrom is " + onlineFrom + "; expected 0 or more rows");
        }
        if (versionSchema.filter(RunSettings::isTemporary).isPresent()) {
            throw new MigrateException(
                    "versionSchema is pg_temp, which is gone when the session ends. Expected a schema that"
                            + " stays.");
        }
        if (!searchPath.isEmpty() && isTemporary(searchPath.get(0))) {
            throw temporary(String.join(", ", searchPath), versionTable);
        }
        // Everywhere else a dot separates schema and name: a table that is called so is nobody's wish.
        if (versionTable.indexOf('.') >= 0) {
            throw new MigrateException("versionTable is '" + versionTable
                    + "'; expected a name without a schema, which versionSchema gives");
        }
    }

    /** As PostgreSQL takes it: 24 days is its longest, and less than a millisecond would be zero, which is no end. */
    private static Duration timeout(String name, Duration duration) {
        if (duration.isNegative()) {
            throw new MigrateException(name + " is " + duration + "; expected zero or more");
        }
        if (duration.compareTo(LONGEST_TIMEOUT) > 0) {
            return LONGEST_TIMEOUT;
        }
        return duration.isZero() || duration.compareTo(SHORTEST_TIMEOUT) > 0 ? duration : SHORTEST_TIMEOUT;
    }

    /** Whether a schema is that of a session's temporary objects: nobody may call another one so. */
    static boolean isTemporary(@Nullable String schema) {
        return schema != null && schema.startsWith("pg_temp");
    }

    static MigrateException temporary(String searchPath, String versionTable) {
        return new MigrateException(
                "The first schema of the search path (" + searchPath + ") is pg_temp: what a migration"
                        + " creates there is gone when the session ends, and so is the table " + versionTable
                        + ". Put another schema first.");
    }

    public String journalTable() {
        return journalTable(versionTable);
    }

    /** The journal's table: {@code migrate_journal} beside {@code migrate_version}. */
    public static String journalTable(String versionTable) {
        String suffix = "_version";
        String stem = versionTable.endsWith(suffix)
                ? versionTable.substring(0, versionTable.length() - suffix.length())
                : versionTable;
        return stem + "_journal";
    }

    /** Where the version table belongs if somebody said so: its own schema, or the first one of a given search path. */
    public Optional<String> homeSchema() {
        return versionSchema.isPresent() || searchPath.isEmpty() ? versionSchema : Optional.of(searchPath.get(0));
    }
}
