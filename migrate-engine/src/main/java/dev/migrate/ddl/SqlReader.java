package dev.migrate.ddl;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Reads SQL clause by clause, for what cannot be left to PostgreSQL: words, names, strings of any kind, lists and
 * parentheses (PostgreSQL manual, 4.1 Lexical Structure). Comments are space, expressions are passed through untouched,
 * and a string or comment that never ends, ends with the text.
 *
 * <pre>{@code SqlReader text = new SqlReader("references users (id) on delete cascade");
 * text.accept("references"); text.name(); text.group();}</pre>
 */
public final class SqlReader {

    /**
     * A word, quoted name, string, number or other character.
     *
     * @param start where it begins in the SQL
     * @param end where what is behind it begins
     * @param text as it is written
     */
    public record Token(Kind kind, int start, int end, String text) {

        /** Whether it is a name, or a word of SQL's own. */
        public boolean isName() {
            return kind == Kind.WORD || kind == Kind.QUOTED_NAME;
        }

        /** Whether it is this word, whatever its case. */
        public boolean isWord(String word) {
            return kind == Kind.WORD && text.equalsIgnoreCase(word);
        }
    }

    /** What a token is. */
    public enum Kind {
        WORD,
        QUOTED_NAME,
        STRING,
        NUMBER,
        SYMBOL
    }

    private final String sql;
    private final List<SqlLexer.Token> tokens = new ArrayList<>();
    private int at;

    public SqlReader(String sql) {
        this.sql = sql;
        SqlLexer lexer = new SqlLexer(sql, true);
        while (lexer.hasNext()) {
            tokens.add(lexer.next());
        }
    }

    /** All tokens of {@code sql}, in its order. */
    public static List<Token> tokens(String sql) {
        List<Token> tokens = new ArrayList<>();
        SqlLexer lexer = new SqlLexer(sql, true);
        while (lexer.hasNext()) {
            SqlLexer.Token token = lexer.next();
            String text = sql.substring(token.start(), token.end());
            tokens.add(new Token(kind(token.kind(), text), token.start(), token.end(), text));
        }
        return tokens;
    }

    private static Kind kind(SqlLexer.Kind kind, String text) {
        return switch (kind) {
            case WORD -> Kind.WORD;
            case SYMBOL -> Kind.SYMBOL;
            case OPAQUE -> {
                boolean isUnicode = text.length() > 2 && text.charAt(1) == '&';
                char first = text.charAt(isUnicode ? 2 : 0);
                yield first == '"' ? Kind.QUOTED_NAME : Character.isDigit(first) ? Kind.NUMBER : Kind.STRING;
            }
        };
    }

    public boolean isAtEnd() {
        return at >= tokens.size();
    }

    /** Moves past these words if they are next, whatever their case. */
    public boolean accept(String... words) {
        boolean accepted = isAt(words);
        at += accepted ? words.length : 0;
        return accepted;
    }

    /** Whether these words are next. */
    public boolean isAt(String... words) {
        for (int i = 0; i < words.length; i++) {
            if (at + i >= tokens.size() || !words[i].equalsIgnoreCase(token(at + i))) {
                return false;
            }
        }
        return true;
    }

    /** The next word, quoted name, string, number or other character. */
    public String next() {
        return token(at++);
    }

    private String token(int index) {
        return sql.substring(tokens.get(index).start(), tokens.get(index).end());
    }

    /** A name that may have a schema before it, as written. */
    public String name() {
        StringBuilder name = new StringBuilder(next());
        while (accept(".")) {
            name.append('.').append(next());
        }
        return name.toString();
    }

    public boolean isAtGroup() {
        return isAt("(");
    }

    /** What stands between the parenthesis that is next and the one that closes it, without comments at its ends. */
    public String group() {
        int begin = ++at;
        int depth = 1;
        while (depth > 0 && !isAtEnd()) {
            depth += depth(next());
        }
        return text(begin, depth > 0 ? at : at - 1);
    }

    private static int depth(String token) {
        return switch (token) {
            case "(", "[" -> 1;
            case ")", "]" -> -1;
            default -> 0;
        };
    }

    /** What stands before the word at which {@code isEnd} holds first, as it is written; parentheses are not looked into. */
    public String until(Predicate<SqlReader> isEnd) {
        int begin = at;
        while (!isAtEnd() && !isEnd.test(this)) {
            if (isAtGroup()) {
                group();
            } else {
                next();
            }
        }
        return text(begin, at);
    }

    /** From one token to before another. */
    private String text(int begin, int end) {
        return begin < end
                ? sql.substring(tokens.get(begin).start(), tokens.get(end - 1).end())
                : "";
    }

    /** The parts of a list, split at commas outside of parentheses, brackets and quotes. */
    public static List<String> list(String sql) {
        SqlReader text = new SqlReader(sql);
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int begin = 0;
        while (!text.isAtEnd()) {
            String token = text.next();
            depth += depth(token);
            if (depth == 0 && ",".equals(token)) {
                parts.add(text.text(begin, text.at - 1));
                begin = text.at;
            }
        }
        parts.add(text.text(begin, text.at));
        return parts;
    }

    /** How many more parentheses it opens than it closes, outside of quotes. */
    public static int opened(String sql) {
        SqlReader text = new SqlReader(sql);
        int depth = 0;
        while (!text.isAtEnd()) {
            depth += depth(text.next());
        }
        return depth;
    }

    /** Everything that has not been read yet, which stays to be read, without comments at its ends. */
    public String remaining() {
        return text(at, tokens.size());
    }

    /** Everything that has not been read yet, without comments at its ends. */
    public String rest() {
        return until(text -> false);
    }
}
