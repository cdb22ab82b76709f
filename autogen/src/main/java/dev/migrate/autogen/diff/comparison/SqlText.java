package dev.migrate.autogen.diff.comparison;

import dev.migrate.ddl.SqlIdentifiers;
import dev.migrate.ddl.SqlReader;
import dev.migrate.ddl.SqlReader.Kind;
import dev.migrate.ddl.SqlReader.Token;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Names inside expressions as PostgreSQL prints them. It decides what follows a rename, and what may be in the way, never
 * whether two expressions are equal.
 */
public final class SqlText {

    /** What types of the SQL standard have behind their first word. */
    private static final Set<String> OF_TYPE =
            Set.of("varying", "precision", "year", "month", "day", "hour", "minute", "second", "to");

    private SqlText() {}

    /** The tokens of {@code sql}; instead of a string in dollar quotes those in it, since it is a routine's body. */
    private static List<Token> tokens(String sql) {
        List<Token> tokens = SqlReader.tokens(sql);
        return tokens.stream().noneMatch(SqlText::isBody)
                ? tokens
                : tokens.stream().flatMap(SqlText::withBody).toList();
    }

    private static boolean isBody(Token token) {
        return token.kind() == Kind.STRING && token.text().startsWith("$");
    }

    private static Stream<Token> withBody(Token token) {
        if (!isBody(token)) {
            return Stream.of(token);
        }
        int quote = token.text().indexOf('$', 1) + 1;
        String body = token.text().substring(quote, Math.max(quote, token.text().length() - quote));
        int begin = token.start() + quote;
        return tokens(body).stream()
                .map(each -> new Token(each.kind(), begin + each.start(), begin + each.end(), each.text()));
    }

    /** Whether {@code sql} contains the identifier {@code name}, be it a column's, a type's or a table's. */
    public static boolean mentions(String sql, String name) {
        return mayContain(sql, name) && tokens(sql).stream().anyMatch(token -> token.isName() && is(token, name));
    }

    /**
     * Whether {@code sql} contains the identifier {@code name} where a column's name can be: not as a type, a function, a
     * schema, an attribute, a collation or the field of {@code EXTRACT}.
     */
    public static boolean mentionsColumn(String sql, String name) {
        return mayContain(sql, name) && columns(sql).stream().anyMatch(token -> is(token, name));
    }

    /** The string constants in {@code sql}, in their quotes. */
    public static Set<String> strings(String sql) {
        return tokens(sql).stream()
                .filter(token -> token.kind() == Kind.STRING)
                .map(Token::text)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** {@code sql} with one column's identifier in place of another. */
    public static String rename(String sql, String name, String newName) {
        return rename(sql, name, (start, end) -> SqlIdentifiers.quote(newName));
    }

    /** @param newText what stands for the column's identifier between two positions of {@code sql} */
    public static String rename(String sql, String name, BiFunction<Integer, Integer, String> newText) {
        return mayContain(sql, name) ? replaced(sql, columns(sql), name, newText) : sql;
    }

    /**
     * {@code sql} with another identifier in place of some that are called like a table, and aren't a function's.
     *
     * @param newText what stands for the identifier between two positions of {@code sql}
     */
    public static String renameTable(String sql, String name, BiFunction<Integer, Integer, String> newText) {
        if (!mayContain(sql, name)) {
            return sql;
        }
        List<Token> tables = tokens(sql).stream()
                .filter(token -> token.isName() && !isDirectlyBefore(sql, token, '('))
                .toList();
        return replaced(sql, tables, name, newText);
    }

    private static String replaced(
            String sql, List<Token> names, String name, BiFunction<Integer, Integer, String> newText) {
        StringBuilder renamed = new StringBuilder();
        int copied = 0;
        for (Token token : names) {
            if (is(token, name)) {
                renamed.append(sql, copied, token.start()).append(newText.apply(token.start(), token.end()));
                copied = token.end();
            }
        }
        return renamed.append(sql, copied, sql.length()).toString();
    }

    /** Most texts don't contain the name at all: a quoted one has at least its parts without quotes in it. */
    private static boolean mayContain(String sql, String name) {
        return name.indexOf('"') >= 0 || sql.contains(name);
    }

    private static boolean is(Token token, String name) {
        return name.equals(SqlIdentifiers.unquote(token.text()));
    }

    private static boolean isDirectlyBefore(String sql, Token token, char character) {
        return token.end() < sql.length() && sql.charAt(token.end()) == character;
    }

    /** The names that can be columns'. */
    private static List<Token> columns(String sql) {
        List<Token> tokens = tokens(sql);
        List<Token> columns = new ArrayList<>();
        int at = 0;
        while (at < tokens.size()) {
            Token token = tokens.get(at);
            if (isSymbol(tokens, at, ":") && isSymbol(tokens, at + 1, ":")) {
                at = behindType(tokens, at + 2);
            } else if (token.isWord("collate")) {
                at = behindName(tokens, at + 1);
            } else if (token.isWord("extract") && isSymbol(tokens, at + 1, "(") && isWord(tokens, at + 3, "from")) {
                at += 4;
            } else {
                boolean isAttribute = isSymbol(tokens, at - 1, ".") && isSymbol(tokens, at - 2, ")");
                if (token.isName()
                        && !isAttribute
                        && !isDirectlyBefore(sql, token, '(')
                        && !isDirectlyBefore(sql, token, '.')) {
                    columns.add(token);
                }
                at++;
            }
        }
        return columns;
    }

    /** {@code character varying(20)}, {@code app.mood}, {@code timestamp(3) with time zone}. */
    private static int behindType(List<Token> tokens, int begin) {
        int at = behindName(tokens, begin);
        while (at < tokens.size() && tokens.get(at).kind() == Kind.WORD && isOfType(tokens.get(at))) {
            at++;
        }
        if (isSymbol(tokens, at, "(")) {
            while (at < tokens.size() && !isSymbol(tokens, at, ")")) {
                at++;
            }
            at++;
        }
        boolean isZoned =
                (isWord(tokens, at, "with") || isWord(tokens, at, "without")) && isWord(tokens, at + 1, "time");
        return isZoned ? at + 3 : at;
    }

    private static boolean isOfType(Token token) {
        return OF_TYPE.stream().anyMatch(token::isWord);
    }

    private static int behindName(List<Token> tokens, int begin) {
        int at = begin + 1;
        while (isSymbol(tokens, at, ".")) {
            at += 2;
        }
        return at;
    }

    private static boolean isSymbol(List<Token> tokens, int at, String symbol) {
        return at >= 0
                && at < tokens.size()
                && tokens.get(at).kind() == Kind.SYMBOL
                && tokens.get(at).text().equals(symbol);
    }

    private static boolean isWord(List<Token> tokens, int at, String word) {
        return at < tokens.size() && tokens.get(at).isWord(word);
    }
}
