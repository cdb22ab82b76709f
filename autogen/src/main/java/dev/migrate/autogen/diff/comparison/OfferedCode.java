package dev.migrate.autogen.diff.comparison;

import dev.migrate.ddl.SqlIdentifiers;

/** Java that a comment or a message offers, to be taken over as it stands. */
public final class OfferedCode {

    private OfferedCode() {}

    /** The operation that executes a statement, without a semicolon. */
    public static String execute(String sql) {
        return "op.execute(\"" + inLiteral(sql) + "\")";
    }

    /** A column in SQL that stands in a string literal. */
    public static String column(String name) {
        return inLiteral(SqlIdentifiers.quote(name));
    }

    /** SQL as it stands in a string literal. */
    public static String inLiteral(String sql) {
        return sql.replace("\\", "\\\\").replace("\"", "\\\"");
    }
}
