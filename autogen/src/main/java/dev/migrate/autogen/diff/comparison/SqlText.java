package dev.migrate.autogen.diff.comparison;

import dev.migrate.ddl.SqlIdentifiers;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Names inside expressions as PostgreSQL prints them: regular enough to find an identifier by its spelling outside
 * string constants. It decides what has to be rebuilt or follows a rename, never whether two expressions are equal.
 */
public final class SqlText {

    /** Possessive: what may be tried again takes frames of the stack for each character. */
    private static final String STRING = "'[^']*+(?:''[^']*+)*+'";

    private static final String IDENTIFIER =
            "(?:\"(?:[^\"]|\"\")*+\"|(?<![\\p{L}\\p{N}_$])[\\p{L}_][\\p{L}\\p{N}_$]*+)";

    private static final Pattern NAME = Pattern.compile(STRING + "|(?<name>" + IDENTIFIER + ")");

    /** A function may be called like a table. */
    private static final Pattern TABLE =
            Pattern.compile(STRING + "|" + IDENTIFIER + "(?=\\()|(?<name>" + IDENTIFIER + ")");

    private static final String QUALIFIED = "(?:" + IDENTIFIER + "\\.)?" + IDENTIFIER;

    /** What is behind {@code ::}, with the words that only types of the SQL standard have behind their names. */
    private static final String TYPE = "::\\s*" + QUALIFIED
            + "(?i: varying| precision| (?:year|month|day|hour|minute|second)(?: to (?:month|hour|minute|second))?)?"
            + "(?:\\([^()]*\\))?(?i: with(?:out)? time zone)?";

    /** A function's name, or a schema's. */
    private static final String FUNCTION_OR_SCHEMA = IDENTIFIER + "(?=[(.])";

    /** {@code (address).city}. */
    private static final String ATTRIBUTE = "(?<=\\)\\.)" + IDENTIFIER;

    private static final String COLLATION = "(?i:collate) " + QUALIFIED;
    private static final String FIELD = "(?i:extract)\\(" + IDENTIFIER + "(?i: from)";

    private static final Pattern COLUMN = Pattern.compile(String.join(
            "|", STRING, TYPE, COLLATION, FIELD, FUNCTION_OR_SCHEMA, ATTRIBUTE, "(?<name>" + IDENTIFIER + ")"));

    private SqlText() {}

    /** Whether {@code sql} contains the identifier {@code name}, be it a column's, a type's or a table's. */
    public static boolean mentions(String sql, String name) {
        return mentions(NAME, sql, name);
    }

    /**
     * Whether {@code sql} contains the identifier {@code name} where a column's name can be: not as a type, a function, a
     * schema, an attribute, a collation or the field of {@code EXTRACT}.
     */
    public static boolean mentionsColumn(String sql, String name) {
        return mentions(COLUMN, sql, name);
    }

    private static boolean mentions(Pattern tokens, String sql, String name) {
        Matcher matcher = tokens.matcher(sql);
        while (matcher.find()) {
            if (name.equals(identifier(matcher.group("name")))) {
                return true;
            }
        }
        return false;
    }

    /** The string constants in {@code sql}, in their quotes. */
    public static Set<String> strings(String sql) {
        return Pattern.compile(STRING)
                .matcher(sql)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** {@code sql} with one column's identifier in place of another. */
    public static String rename(String sql, String name, String newName) {
        return rename(sql, name, (start, end) -> SqlIdentifiers.quote(newName));
    }

    /** @param newText what stands for the column's identifier between two positions of {@code sql} */
    public static String rename(String sql, String name, BiFunction<Integer, Integer, String> newText) {
        return replaced(COLUMN, sql, name, newText);
    }

    /**
     * {@code sql} with another identifier in place of some that are called like a table, and aren't a function's.
     *
     * @param newText what stands for the identifier between two positions of {@code sql}
     */
    public static String renameTable(String sql, String name, BiFunction<Integer, Integer, String> newText) {
        return replaced(TABLE, sql, name, newText);
    }

    private static String replaced(
            Pattern tokens, String sql, String name, BiFunction<Integer, Integer, String> newText) {
        Matcher matcher = tokens.matcher(sql);
        StringBuilder renamed = new StringBuilder();
        while (matcher.find()) {
            String replacement = name.equals(identifier(matcher.group("name")))
                    ? newText.apply(matcher.start(), matcher.end())
                    : matcher.group();
            matcher.appendReplacement(renamed, Matcher.quoteReplacement(replacement));
        }
        return matcher.appendTail(renamed).toString();
    }

    /** @param token null if something else matched */
    private static @Nullable String identifier(@Nullable String token) {
        return token == null ? null : SqlIdentifiers.unquote(token);
    }
}
