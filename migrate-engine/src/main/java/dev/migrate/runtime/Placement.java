package dev.migrate.runtime;

import dev.migrate.ddl.LoneStatement;
import dev.migrate.ddl.SqlScript;
import dev.migrate.operation.Statement;

/** Where a statement of a migration runs. */
public enum Placement {
    /** In the revision's transaction. */
    INSIDE,
    /** There too, but the transaction ends with it: what it does can't be used before. */
    LAST,
    /** In a transaction of its own, because the author wants it; or in none, if PostgreSQL says that it can't. */
    APART,
    /** In no transaction. */
    ALONE;

    public static Placement of(Statement statement) {
        if (statement.transactional()) {
            return INSIDE;
        }
        if (LoneStatement.of(statement.sql()) instanceof LoneStatement.AddEnumValue) {
            return LAST;
        }
        return SqlScript.isOutsideTransaction(statement.sql()) ? ALONE : APART;
    }
}
