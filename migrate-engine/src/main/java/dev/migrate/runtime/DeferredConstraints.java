package dev.migrate.runtime;

import dev.migrate.ddl.DollarQuotes;
import java.util.List;

/**
 * What a commit would do for constraints that are checked at its time, between two revisions of one transaction: the
 * next one can't alter a table whose checks are still pending, and would be blamed for what the one before has violated.
 */
public final class DeferredConstraints {

    /**
     * Those of which all that have the name are initially deferred: it isn't unique (PostgreSQL manual, SET CONSTRAINTS).
     */
    private static final String DEFER_AGAIN = """
            DECLARE
                names text;
            BEGIN
                SELECT string_agg(name, ', ') INTO names
                FROM (SELECT format('%I.%I', nspname, conname) AS name
                      FROM pg_constraint JOIN pg_namespace ON pg_namespace.oid = connamespace
                      WHERE has_schema_privilege(connamespace, 'USAGE') AND NOT pg_is_other_temp_schema(connamespace)
                      GROUP BY nspname, conname
                      HAVING bool_and(condeferred)) AS deferred;
                IF names IS NOT NULL THEN
                    EXECUTE 'SET CONSTRAINTS ' || names || ' DEFERRED';
                END IF;
            END
            """;

    /** Statements that check what is pending, and leave each constraint as it is in a new transaction. */
    public static final List<String> CHECK = List.of("SET CONSTRAINTS ALL IMMEDIATE", DollarQuotes.block(DEFER_AGAIN));

    private DeferredConstraints() {}
}
