package dev.migrate.ddl;

import dev.migrate.schema.Expression;
import java.util.regex.Pattern;

/** SQL that somebody wrote, as a part of a statement: what follows it must not become a part of it. */
public final class WrittenSql {

    /**
     * What PostgreSQL's grammar has no place for in a column's default without parentheses ({@code b_expr}), or takes for
     * the next clause of the definition: {@code now() AT TIME ZONE 'UTC'}, {@code 'x' COLLATE "C"}.
     */
    private static final Pattern NEEDS_PARENTHESES = Pattern.compile(
            "AND|AT|BETWEEN|COLLATE|ILIKE|IN|IS|ISNULL|LIKE|NOT|NOTNULL|OR|OVERLAPS|SIMILAR", Pattern.CASE_INSENSITIVE);

    private static final Pattern MAY_NEED_PARENTHESES =
            Pattern.compile("\\b(?:" + NEEDS_PARENTHESES + ")\\b", Pattern.CASE_INSENSITIVE);

    private WrittenSql() {}

    /**
     * The text, with a line break behind it if it may end in a line comment; one more is nothing to PostgreSQL where the
     * dashes are in a string.
     */
    public static String part(String sql) {
        String lastLine = sql.substring(Math.max(sql.lastIndexOf('\n'), sql.lastIndexOf('\r')) + 1);
        return lastLine.contains("--") ? sql + "\n" : sql;
    }

    static String part(Expression expression) {
        return part(expression.sql());
    }

    /** The default of a column's or domain's definition. */
    static String defaultInDefinition(Expression expression) {
        String sql = part(expression);
        return MAY_NEED_PARENTHESES.matcher(sql).find() && needsParentheses(sql) ? "(" + sql + ")" : sql;
    }

    private static boolean needsParentheses(String sql) {
        SqlLexer lexer = new SqlLexer(sql);
        int depth = 0;
        while (lexer.hasNext()) {
            SqlLexer.Token token = lexer.next();
            String text = sql.substring(token.start(), token.end());
            depth += text.equals("(") ? 1 : text.equals(")") ? -1 : 0;
            if (depth == 0
                    && token.kind() == SqlLexer.Kind.WORD
                    && NEEDS_PARENTHESES.matcher(text).matches()) {
                return true;
            }
        }
        return false;
    }
}
