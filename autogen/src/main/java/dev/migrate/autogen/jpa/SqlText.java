package dev.migrate.autogen.jpa;

import java.util.ArrayList;
import java.util.List;

/**
 * SQL that a mapping contains as text, read clause by clause where the vocabulary wants its parts: the definition of a
 * foreign key, an index key with its order, an index's {@code where}. Expressions inside are passed through untouched.
 */
final class SqlText {

    private final String sql;
    private int at;

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

    /** What stands between the parenthesis that is next and the one that closes it. */
    String group() {
        int open = at;
        int depth = 0;
        do {
            String token = next();
            depth += "(".equals(token) ? 1 : ")".equals(token) ? -1 : 0;
        } while (depth > 0 && !isAtEnd());
        String inside = sql.substring(open + 1, at).stripTrailing();
        return inside.endsWith(")") ? inside.substring(0, inside.length() - 1).strip() : inside;
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

    /** Everything that has not been read yet, which stays to be read. */
    String remaining() {
        return sql.substring(at).strip();
    }

    /** Everything that has not been read yet. */
    String rest() {
        String rest = remaining();
        at = sql.length();
        return rest;
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
