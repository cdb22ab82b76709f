package dev.migrate.ddl;

import dev.migrate.MigrateException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts SQL into tokens as far as finding the ends of statements needs it (PostgreSQL manual, 4.1 Lexical Structure, with
 * {@code standard_conforming_strings} on): words, symbols, and everything in which a semicolon means nothing. White
 * space and comments are passed over.
 */
final class SqlLexer {

    /** What a token is. */
    enum Kind {
        /** An unquoted key word or name. */
        WORD,
        /** One character that is none of the others. */
        SYMBOL,
        /** A string of any kind, a quoted name or a number. */
        OPAQUE
    }

    /** A token from {@code start} to before {@code end}. */
    record Token(Kind kind, int start, int end) {}

    /** Between these psql takes no other command from pg_dump's script (manual, pg_dump, --restrict-key). */
    private static final Pattern RESTRICTION = Pattern.compile("\\\\(?:un)?restrict[ \\t]+\\w+[ \\t]*(?=[\r\n]|\\z)");

    private final String sql;
    private final boolean mayBeCutOff;
    private int at;

    SqlLexer(String sql) {
        this(sql, false);
    }

    /** @param mayBeCutOff whether what never ends, ends with the text; it is an error otherwise */
    SqlLexer(String sql, boolean mayBeCutOff) {
        this.sql = sql;
        this.mayBeCutOff = mayBeCutOff;
    }

    boolean hasNext() {
        skipBlanksAndComments();
        return at < sql.length();
    }

    /** The next token; only after {@link #hasNext} said that there is one. */
    Token next() {
        int start = at;
        char c = sql.charAt(at);
        if (c == '\'') {
            quoted('\'', false, start);
        } else if (c == '"') {
            quoted('"', false, start);
        } else if (c == '$' && dollarTagEnd() > 0) {
            dollarQuoted(start);
        } else if (isWordStart(c)) {
            return word(start);
        } else if (c >= '0' && c <= '9') {
            skipWordCharacters();
        } else {
            at++;
            return new Token(Kind.SYMBOL, start, at);
        }
        return new Token(Kind.OPAQUE, start, at);
    }

    /**
     * Passes over a line by which pg_dump restricts psql, and which asks nothing of a server; only where a statement may
     * begin, after {@link #hasNext}.
     *
     * @return where the line ends; -1 if there is none
     */
    int skipRestriction() {
        Matcher line = RESTRICTION.matcher(sql).region(at, sql.length());
        if (!line.lookingAt()) {
            return -1;
        }
        at = line.end();
        return at;
    }

    /** A word, unless it turns out to be what a string or quoted name begins with: {@code E'…'}, {@code U&"…"}. */
    private Token word(int start) {
        skipWordCharacters();
        boolean oneLetter = at - start == 1;
        char first = Character.toUpperCase(sql.charAt(start));
        if (oneLetter && peek(0) == '\'' && "EBXN".indexOf(first) >= 0) {
            quoted('\'', first == 'E', start);
        } else if (oneLetter && first == 'U' && peek(0) == '&' && (peek(1) == '\'' || peek(1) == '"')) {
            at++;
            quoted(sql.charAt(at), false, start);
        } else {
            return new Token(Kind.WORD, start, at);
        }
        return new Token(Kind.OPAQUE, start, at);
    }

    private void skipWordCharacters() {
        while (at < sql.length() && isWordPart(sql.charAt(at))) {
            at++;
        }
    }

    private static boolean isWordStart(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c >= 0x80;
    }

    private static boolean isWordPart(char c) {
        return isWordStart(c) || (c >= '0' && c <= '9') || c == '$';
    }

    /** From the opening quote to behind the closing one; a doubled quote is neither. */
    private void quoted(char quote, boolean backslashEscapes, int start) {
        at++;
        while (at < sql.length()) {
            char c = sql.charAt(at++);
            if (c == '\\' && backslashEscapes) {
                at++;
            } else if (c == quote && peek(0) == quote) {
                at++;
            } else if (c == quote && !(backslashEscapes && continuesOnNextLine())) {
                return;
            }
        }
        endOfText(quote == '"' ? "quoted name" : "string", start);
    }

    /**
     * Two strings with a line break between them, and nothing but line comments, are one (4.1.2.1), and the second has
     * the escapes of the first.
     */
    private boolean continuesOnNextLine() {
        int next = at;
        boolean newLine = false;
        while (next < sql.length() && (isBlank(sql.charAt(next)) || sql.startsWith("--", next))) {
            newLine |= isLineEnd(sql.charAt(next));
            next = isBlank(sql.charAt(next)) ? next + 1 : lineEnd(next);
        }
        if (!newLine || next >= sql.length() || sql.charAt(next) != '\'') {
            return false;
        }
        at = next + 1;
        return true;
    }

    /** White space as PostgreSQL has it: any other character belongs to a name. */
    private static boolean isBlank(char c) {
        return c == ' ' || (c >= '\t' && c <= '\r');
    }

    private static boolean isLineEnd(char c) {
        return c == '\n' || c == '\r';
    }

    /** Where the line of {@code position} ends. */
    private int lineEnd(int position) {
        int end = position;
        while (end < sql.length() && !isLineEnd(sql.charAt(end))) {
            end++;
        }
        return end;
    }

    /** Where the tag of a dollar quote that starts here ends, behind its second dollar; 0 if none starts here. */
    private int dollarTagEnd() {
        int end = at + 1;
        while (end < sql.length() && isWordPart(sql.charAt(end)) && sql.charAt(end) != '$') {
            end++;
        }
        boolean closed = end < sql.length() && sql.charAt(end) == '$';
        boolean tag = end == at + 1 || isWordStart(sql.charAt(at + 1));
        return closed && tag ? end + 1 : 0;
    }

    private void dollarQuoted(int start) {
        int bodyStart = dollarTagEnd();
        String delimiter = sql.substring(start, bodyStart);
        int close = sql.indexOf(delimiter, bodyStart);
        if (close < 0) {
            endOfText("dollar-quoted string " + delimiter, start);
        } else {
            at = close + delimiter.length();
        }
    }

    private void skipBlanksAndComments() {
        while (at < sql.length()) {
            if (isBlank(sql.charAt(at)) || sql.charAt(at) == '\uFEFF') {
                at++;
            } else if (sql.startsWith("--", at)) {
                at = lineEnd(at);
            } else if (sql.startsWith("/*", at)) {
                blockComment();
            } else {
                return;
            }
        }
    }

    /** Block comments nest (4.1.5). */
    private void blockComment() {
        int start = at;
        int depth = 0;
        while (at < sql.length()) {
            if (sql.startsWith("/*", at)) {
                depth++;
                at += 2;
            } else if (sql.startsWith("*/", at)) {
                depth--;
                at += 2;
                if (depth == 0) {
                    return;
                }
            } else {
                at++;
            }
        }
        endOfText("comment", start);
    }

    private char peek(int ahead) {
        return at + ahead < sql.length() ? sql.charAt(at + ahead) : '\0';
    }

    /** The line, counted from 1, that a position is on. */
    static int line(String sql, int position) {
        return 1
                + (int) sql.substring(0, position)
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
    }

    private void endOfText(String what, int start) {
        if (!mayBeCutOff) {
            throw new MigrateException("The " + what + " that starts on line " + line(sql, start)
                    + " of the SQL never ends; expected its closing delimiter before the end of the text.");
        }
        at = sql.length();
    }
}
