package dev.migrate.runtime.connection;

/** Settings of a transaction, which {@code pg_settings} shows as the session's (PostgreSQL manual, SET TRANSACTION). */
public final class TransactionSettings {

    /** Their names in a list of SQL. */
    public static final String NAMES = "'transaction_deferrable', 'transaction_isolation', 'transaction_read_only'";

    private TransactionSettings() {}
}
