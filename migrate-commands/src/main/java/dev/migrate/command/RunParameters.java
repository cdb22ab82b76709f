package dev.migrate.command;

import dev.migrate.Migrate;
import dev.migrate.MigrateBuilder;
import dev.migrate.TransactionMode;
import dev.migrate.command.parameter.Choice;
import dev.migrate.command.parameter.DurationText;
import dev.migrate.command.parameter.NameText;
import java.util.Map;
import java.util.Optional;

/**
 * How migrations are to run, as it was typed: the parameters of every command that may need a database.
 *
 * @param versionTable the table that says which revisions are applied
 * @param versionSchema its schema; empty for the one where the connection's search path finds it
 * @param transaction {@code revision} or {@code run}
 * @param lockTimeout a duration, such as {@code 5s}
 * @param statementTimeout a duration; empty for the server's own
 * @param lockWait a duration
 * @param retries how often to try again what failed because of a lock
 * @param arguments what migrations get from {@code op.x("key")}
 */
public record RunParameters(
        String versionTable,
        Optional<String> versionSchema,
        String transaction,
        String lockTimeout,
        Optional<String> statementTimeout,
        String lockWait,
        int retries,
        Map<String, String> arguments) {

    public RunParameters {
        arguments = Map.copyOf(arguments);
    }

    /**
     * Configures a run, without a database yet.
     *
     * @throws dev.migrate.MigrateException if a parameter has a value that it can't have
     */
    public MigrateBuilder configure(ProjectHistory history) {
        MigrateBuilder builder = Migrate.configure()
                .history(history.graph())
                .classLoader(history.classLoader())
                .versionTable(NameText.parseTable("versionTable", versionTable))
                .transaction(Choice.of("transaction", transaction, TransactionMode.values()))
                .lockTimeout(DurationText.parse("lockTimeout", lockTimeout))
                .lockWait(DurationText.parse("lockWait", lockWait))
                .retries(retries);
        // Empty on the command line, it takes back what is configured.
        versionSchema
                .filter(schema -> !schema.isEmpty())
                .ifPresent(schema -> builder.versionSchema(NameText.parse("versionSchema", schema)));
        statementTimeout.ifPresent(text -> builder.statementTimeout(DurationText.parse("statementTimeout", text)));
        arguments.forEach(builder::x);
        return builder;
    }
}
