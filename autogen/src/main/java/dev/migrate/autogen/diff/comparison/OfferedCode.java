package dev.migrate.autogen.diff.comparison;

/** Java that a comment or a message offers, to be taken over as it stands. */
public final class OfferedCode {

    private OfferedCode() {}

    /** The operation that executes a statement, without a semicolon. */
    public static String execute(String sql) {
        return "op.execute(\"" + inLiteral(sql) + "\")";
    }

    /** SQL as it stands in a string literal. */
    public static String inLiteral(String sql) {
        return sql.replace("\"", "\\\"");
    }
}
