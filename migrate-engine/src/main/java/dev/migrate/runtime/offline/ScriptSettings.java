package dev.migrate.runtime.offline;

import dev.migrate.ddl.SqlIdentifiers;
import dev.migrate.runtime.RunSettings;
import dev.migrate.runtime.SessionSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What a script sets for psql's session: as a run does for its own, see {@link SessionSettings#of}. */
final class ScriptSettings {

    private ScriptSettings() {}

    static List<String> of(RunSettings settings) {
        List<String> statements = new ArrayList<>(List.of(
                // Psql takes the encoding from where it is called, but the script is what it is.
                "SET client_encoding = 'UTF8'",
                // As the driver has it: the journal keeps the key that a backfill has reached, and a run may go on from
                // there.
                "SET DateStyle = 'ISO'",
                "SET standard_conforming_strings = on",
                "SET row_security = off",
                "SET extra_float_digits = 1",
                "SET default_transaction_isolation = 'read committed'",
                "SET default_transaction_read_only = off",
                SessionSettings.unendingSql(),
                lockTimeout(settings.lockTimeout())));
        if (settings.statementTimeout().isPresent()) {
            statements.add(statementTimeout(settings));
        }
        if (!settings.searchPath().isEmpty()) {
            statements.add("SET search_path = " + SqlIdentifiers.quoteAll(settings.searchPath()));
        }
        return statements;
    }

    static String lockTimeout(Duration timeout) {
        return "SET lock_timeout = " + timeout.toMillis();
    }

    /** What it is again when nothing else is set: the role's or the database's, unless the run has one. */
    static String statementTimeout(RunSettings settings) {
        return settings.statementTimeout()
                .map(timeout -> "SET statement_timeout = " + timeout.toMillis())
                .orElse("RESET statement_timeout");
    }
}
