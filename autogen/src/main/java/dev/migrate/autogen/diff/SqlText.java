package dev.migrate.autogen.diff;

import dev.migrate.ddl.SqlIdentifiers;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names inside expressions as PostgreSQL prints them: regular enough to find an identifier by its spelling outside
 * string constants. It decides what has to be rebuilt or follows a rename, never whether two expressions are equal.
 */
final class SqlText {

    private static final String QUOTED = "'(?:[^']|'')*'|\"(?:[^\"]|\"\")*\"|";
    private static final String WORD = "[\\p{L}_][\\p{L}\\p{N}_$]*";

    private static final Pattern NAME = Pattern.compile(QUOTED + WORD);

    /** A word behind {@code ::} is a type, whatever columns there are. */
    private static final Pattern COLUMN = Pattern.compile(QUOTED + "(?<!::|[\\p{L}\\p{N}_$])" + WORD);

    private static final Pattern ARGUMENTS = Pattern.compile("\\s*\\(");

    private SqlText() {}

    /** Whether {@code sql} contains the identifier {@code name}, be it a column's, a type's or a table's. */
    static boolean mentions(String sql, String name) {
        return mentions(NAME, sql, name);
    }

    /** Whether {@code sql} contains the identifier {@code name} where a column's name can be. */
    static boolean mentionsColumn(String sql, String name) {
        return mentions(COLUMN, sql, name);
    }

    private static boolean mentions(Pattern tokens, String sql, String name) {
        return tokens.matcher(sql).results().anyMatch(match -> name.equals(identifier(match.group())));
    }

    /** {@code sql} with one column's identifier in place of another; a function may be called like it. */
    static String rename(String sql, String name, String newName) {
        return COLUMN.matcher(sql)
                .replaceAll(match -> Matcher.quoteReplacement(
                        name.equals(identifier(match.group())) && !isCall(sql, match.end())
                                ? SqlIdentifiers.quote(newName)
                                : match.group()));
    }

    private static boolean isCall(String sql, int end) {
        return ARGUMENTS.matcher(sql).region(end, sql.length()).lookingAt();
    }

    private static String identifier(String token) {
        return token.startsWith("\"") ? token.substring(1, token.length() - 1).replace("\"\"", "\"") : token;
    }
}
