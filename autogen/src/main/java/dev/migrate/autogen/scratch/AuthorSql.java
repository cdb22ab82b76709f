package dev.migrate.autogen.scratch;

import dev.migrate.ddl.SqlIdentifiers;
import dev.migrate.ddl.SqlScript;
import dev.migrate.schema.QualifiedName;
import java.util.List;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * SQL as an author wrote it, cut into tokens just far enough to find the qualified names in it (PostgreSQL manual, 4.1
 * Lexical Structure). Strings, quoted names and comments are tokens; a string is looked into only where PostgreSQL itself
 * reads a relation's name from it: {@code nextval('app.seq')}, {@code 'app.seq'::regclass}.
 */
final class AuthorSql {

    private static final String PART = "(?:\"(?:[^\"]|\"\")+\"|[\\p{L}_][\\p{L}\\p{N}_$]*)";

    /** A regular expression for a name of any number of parts. */
    static final String NAME = "%1$s(?:\\.%1$s)*".formatted(PART);

    private static final Pattern TOKEN = Pattern.compile(
            """
            (?<comment>--[^\\n]*|/\\*.*?\\*/)
            |(?<dollar>\\$(?<tag>\\w*)\\$.*?\\$\\k<tag>\\$)
            |(?<escaped>[eE]'(?:[^'\\\\]|''|\\\\.)*')
            |(?<call>\\b(?:next|curr|set)val\\s*\\(\\s*)?(?<string>'(?:[^']|'')*')(?<cast>\\s*::\\s*regclass\\b)?
            |(?<name>%s)
            """.formatted(NAME).replace("\n", ""), Pattern.DOTALL | Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern NAME_PART = Pattern.compile(PART);

    private AuthorSql() {}

    /**
     * The same SQL with other names.
     *
     * @param replacement what a name of two or more parts becomes; null leaves it
     */
    static String replaceNames(String sql, Function<List<String>, @Nullable QualifiedName> replacement) {
        if (sql.indexOf('.') < 0) {
            return sql;
        }
        return TOKEN.matcher(sql).replaceAll(token -> Matcher.quoteReplacement(replaceToken(token, replacement)));
    }

    static boolean isOneStatement(String sql) {
        return SqlScript.split(sql).size() == 1;
    }

    /** Whether {@code sql} contains the identifier {@code name}, by itself or as part of a longer name. */
    static boolean mentions(String sql, String name) {
        Matcher token = TOKEN.matcher(sql);
        while (token.find()) {
            if (token.group("name") != null && parts(token.group()).contains(name)) {
                return true;
            }
        }
        return false;
    }

    private static String replaceToken(
            MatchResult result, Function<List<String>, @Nullable QualifiedName> replacement) {
        Matcher token = (Matcher) result;
        if (token.group("name") != null) {
            return replaceName(token.group(), replacement);
        }
        String string = token.group("string");
        if (string == null || (token.group("call") == null && token.group("cast") == null)) {
            return token.group();
        }
        String content = string.substring(1, string.length() - 1);
        return or(token.group("call")) + "'" + replaceName(content, replacement) + "'" + or(token.group("cast"));
    }

    private static String replaceName(String text, Function<List<String>, @Nullable QualifiedName> replacement) {
        List<String> parts = parts(text);
        QualifiedName other = parts.size() < 2 ? null : replacement.apply(parts);
        return other == null ? text : SqlIdentifiers.quote(other);
    }

    /** The name that {@code text} is, of which a database in front says nothing. */
    static QualifiedName name(String text) {
        List<String> parts = parts(text);
        int last = parts.size() - 1;
        return new QualifiedName(last == 0 ? null : parts.get(last - 1), parts.get(last));
    }

    private static List<String> parts(String name) {
        return NAME_PART
                .matcher(name)
                .results()
                .map(part -> SqlIdentifiers.read(part.group()))
                .toList();
    }

    private static String or(@Nullable String text) {
        return text == null ? "" : text;
    }
}
