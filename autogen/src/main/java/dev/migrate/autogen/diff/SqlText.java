package dev.migrate.autogen.diff;

import dev.migrate.ddl.SqlIdentifiers;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names inside expressions as PostgreSQL prints them: regular enough to find an identifier by its spelling outside
 * string constants. It decides what has to be rebuilt or follows a rename, never whether two expressions are equal.
 */
final class SqlText {

    /** A word behind {@code ::} is a type; a column of that name would be no different from any other. */
    private static final Pattern TOKEN =
            Pattern.compile("'(?:[^']|'')*'|\"(?:[^\"]|\"\")*\"|(?<!::|[\\p{L}\\p{N}_$])[\\p{L}_][\\p{L}\\p{N}_$]*");

    private SqlText() {}

    /** Whether {@code sql} contains the identifier {@code name}. */
    static boolean mentions(String sql, String name) {
        return TOKEN.matcher(sql).results().anyMatch(match -> name.equals(identifier(match.group())));
    }

    /** {@code sql} with one identifier in place of another. */
    static String rename(String sql, String name, String newName) {
        return TOKEN.matcher(sql)
                .replaceAll(match -> Matcher.quoteReplacement(
                        name.equals(identifier(match.group())) ? SqlIdentifiers.quote(newName) : match.group()));
    }

    private static String identifier(String token) {
        return token.startsWith("\"") ? token.substring(1, token.length() - 1).replace("\"\"", "\"") : token;
    }
}
