package dev.migrate.ddl;

import java.util.regex.Pattern;

/**
 * SQL in a script. Psql fills in its variables wherever they aren't quoted, {@code :PORT} and {@code :'USER'} among them,
 * which it has by itself (manual of psql, SQL Interpolation); a blank behind the colon is nothing to PostgreSQL, and tells
 * psql that it isn't meant.
 */
public final class PsqlText {

    private static final Pattern VARIABLE = Pattern.compile("(?<!:):(?=[A-Za-z_'\"{\\x80-\\x{10FFFF}])");

    private PsqlText() {}

    /** {@code sql} as psql sends it unchanged: {@code a[1: n]} for {@code a[1:n]}. */
    public static String of(String sql) {
        return VARIABLE.matcher(sql).find() ? withBlanks(sql) : sql;
    }

    private static String withBlanks(String sql) {
        StringBuilder text = new StringBuilder();
        SqlLexer lexer = new SqlLexer(sql);
        int done = 0;
        while (lexer.hasNext()) {
            SqlLexer.Token token = lexer.next();
            boolean isVariable = token.kind() == SqlLexer.Kind.SYMBOL
                    && VARIABLE.matcher(sql)
                            .region(token.start(), sql.length())
                            .useTransparentBounds(true)
                            .lookingAt();
            if (isVariable) {
                text.append(sql, done, token.end()).append(' ');
                done = token.end();
            }
        }
        return text.append(sql, done, sql.length()).toString();
    }
}
