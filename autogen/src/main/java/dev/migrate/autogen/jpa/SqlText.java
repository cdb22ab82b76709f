package dev.migrate.autogen.jpa;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * SQL that a mapping contains as text, read clause by clause where the vocabulary wants its parts: the definition of a
 * foreign key, an index key with its order, an index's {@code where}. Expressions inside are passed through untouched.
 */
final class SqlText {

    private final String sql;
    private int at;

    /** Where the last token ended, before the space and the comments that follow it. */
    private int endOfToken;

    SqlText(String sql) {
        this.sql = sql;
        skipSpace();
    }

    boolean isAtEnd() {
        return at >= sql.length();
    }

    /** Moves past these words if they are next, whatever their case. */
    boolean accept(String... words) {
        int start = at;
        for (String word : words) {
            if (isAtEnd() || !word.equalsIgnoreCase(next())) {
                at = start;
                return false;
            }
        }
        return true;
    }

    /** Whether these words are next. */
    boolean isAt(String... words) {
        int start = at;
        boolean accepted = accept(words);
        at = start;
        return accepted;
    }

    /** The next word, quoted name, string, number or other character. */
    String next() {
        int start = at;
        char c = sql.charAt(at);
        if (c == '"' || c == '\'') {
            at = endOfQuoted(c);
        } else if (isWord(c)) {
            while (at < sql.length() && isWord(sql.charAt(at))) {
                at++;
            }
        } else {
            at++;
        }
        endOfToken = at;
        String token = sql.substring(start, at);
        skipSpace();
        return token;
    }

    /** A name that may have a schema before it, as written. */
    String name() {
        StringBuilder name = new StringBuilder(next());
        while (accept(".")) {
            name.append('.').append(next());
        }
        return name.toString();
    }

    boolean isAtGroup() {
        return !isAtEnd() && sql.charAt(at) == '(';
    }

    /** What stands between the parenthesis that is next and the one that closes it, without a comment at its end. */
    String group() {
        int begin = at + 1;
        int end = begin;
        int depth = 0;
        do {
            String token = next();
            depth += "(".equals(token) ? 1 : ")".equals(token) ? -1 : 0;
            end = depth > 0 ? endOfToken : end;
        } while (depth > 0 && !isAtEnd());
        return sql.substring(begin, end).strip();
    }

    /** What stands before the word at which {@code isEnd} holds first, as it is written; parentheses are not looked into. */
    String until(Predicate<SqlText> isEnd) {
        int begin = at;
        int end = begin;
        while (!isAtEnd() && !isEnd.test(this)) {
            if (isAtGroup()) {
                group();
            } else {
                next();
            }
            end = endOfToken;
        }
        return sql.substring(begin, end);
    }

    /** The parts of a list, split at commas outside of parentheses and quotes. */
    static List<String> list(String sql) {
        List<String> parts = new ArrayList<>();
        SqlText text = new SqlText(sql);
        int depth = 0;
        int start = text.at;
        while (!text.isAtEnd()) {
            int before = text.at;
            String token = text.next();
            depth += "(".equals(token) ? 1 : ")".equals(token) ? -1 : 0;
            if (depth == 0 && ",".equals(token)) {
                parts.add(sql.substring(start, before).strip());
                start = text.at;
            }
        }
        parts.add(sql.substring(start).strip());
        return parts;
    }

    /** How many more parentheses it opens than it closes, outside of quotes. */
    static int opened(String sql) {
        SqlText text = new SqlText(sql);
        int depth = 0;
        while (!text.isAtEnd()) {
            String token = text.next();
            depth += "(".equals(token) ? 1 : ")".equals(token) ? -1 : 0;
        }
        return depth;
    }

    /** Everything that has not been read yet, which stays to be read, without a comment at its end. */
    String remaining() {
        int start = at;
        String rest = rest();
        at = start;
        return rest;
    }

    /** Everything that has not been read yet, without a comment at its end. */
    String rest() {
        return until(text -> false);
    }

    private int endOfQuoted(char quote) {
        int end = at + 1;
        while (end < sql.length()) {
            if (sql.charAt(end) != quote) {
                end++;
            } else if (end + 1 < sql.length() && sql.charAt(end + 1) == quote) {
                end += 2;
            } else {
                return end + 1;
            }
        }
        return end;
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '$';
    }

    /** Comments are space (PostgreSQL manual, 4.1.5 Comments). */
    private void skipSpace() {
        int before;
        do {
            before = at;
            while (at < sql.length() && Character.isWhitespace(sql.charAt(at))) {
                at++;
            }
            skipComment("/*", "*/");
            skipComment("--", "\n");
        } while (at > before);
    }

    private void skipComment(String begin, String end) {
        if (sql.startsWith(begin, at)) {
            int found = sql.indexOf(end, at + begin.length());
            at = found < 0 ? sql.length() : found + end.length();
        }
    }
}
