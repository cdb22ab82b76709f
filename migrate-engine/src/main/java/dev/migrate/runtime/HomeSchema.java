package dev.migrate.runtime;

import dev.migrate.ddl.DollarQuotes;
import dev.migrate.ddl.SqlIdentifiers;
import dev.migrate.ddl.SqlScript;
import dev.migrate.operation.Statement;
import dev.migrate.schema.Literals;

/**
 * The schema that has the version table. The run has made it, if nobody did, so that it is there when a revision creates
 * it; and it can't go with a revision that drops it.
 */
public final class HomeSchema {

    private HomeSchema() {}

    /** What is run for a statement: where that creates or drops the schema {@code home}, it only says so. */
    public static Statement spared(Statement statement, String home) {
        String schema = "SCHEMA " + SqlIdentifiers.quote(home);
        String sql = SqlScript.withoutLeadingComments(statement.sql());
        if (sql.equalsIgnoreCase("CREATE " + schema)) {
            return notice("The schema " + home + " is there already: it has the version table");
        }
        if (sql.equalsIgnoreCase("DROP " + schema)) {
            return notice("The schema " + home + " stays: it has the version table");
        }
        return statement;
    }

    private static Statement notice(String text) {
        return Statement.of(
                "DO " + DollarQuotes.quote("BEGIN RAISE NOTICE USING MESSAGE = " + Literals.string(text) + "; END"));
    }
}
