package dev.migrate.runtime;

/**
 * What a live run works with.
 *
 * @param pooled whether a proxy gives each transaction another session
 */
record LiveContext(
        RunSettings settings,
        Session session,
        SessionSettings sessionSettings,
        LiveTransaction transaction,
        SimpleQueries queries,
        StatementRunner statements,
        RunListener listener,
        Redaction redaction,
        Cancellation cancellation,
        boolean pooled) {}
