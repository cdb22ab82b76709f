package dev.migrate.runtime.live;

import dev.migrate.RunListener;
import dev.migrate.runtime.Cancellation;
import dev.migrate.runtime.RunSettings;
import dev.migrate.runtime.Session;
import dev.migrate.runtime.SessionSettings;
import dev.migrate.runtime.connection.Redaction;
import dev.migrate.runtime.connection.SimpleQueries;

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
