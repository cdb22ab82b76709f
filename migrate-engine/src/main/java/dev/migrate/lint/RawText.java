package dev.migrate.lint;

import dev.migrate.ddl.SqlIdentifiers;
import dev.migrate.ddl.SqlScript;
import dev.migrate.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A piece of raw SQL as its tokens.
 *
 * @param tokens as written, without white space and comments
 */
record RawText(List<String> tokens) {

    /** Where the characters begin that stand for ASCII symbols in quoted names: nobody else may use them. */
    private static final char PRIVATE_USE = '\uE000';

    private static final int ASCII = 128;

    private static final Set<String> CHANGES = Set.of("UPDATE", "DELETE", "MERGE");
    private static final Set<String> VERBS = Set.of("SELECT", "INSERT", "UPDATE", "DELETE", "MERGE", "VALUES", "TABLE");

    RawText {
        tokens = List.copyOf(tokens);
    }

    static RawText of(String sql) {
        return new RawText(SqlScript.tokens(sql));
    }

    /**
     * The tokens with a blank between them, {@code _} standing for each string: a word in one is no key word. A quoted
     * name has neither blanks nor symbols here, so that it is one word; {@link #written} gives them back.
     */
    String shape() {
        return tokens.stream()
                .map(token -> isString(token) ? "_" : token.endsWith("\"") ? oneWord(token) : token)
                .collect(Collectors.joining(" "));
    }

    private static String oneWord(String quoted) {
        int start = quoted.indexOf('"') + 1;
        int end = quoted.length() - 1;
        StringBuilder word = new StringBuilder(quoted);
        for (int i = start; i < end; i++) {
            char c = quoted.charAt(i);
            if (c < ASCII && !Character.isLetterOrDigit(c)) {
                word.setCharAt(i, (char) (PRIVATE_USE + c));
            }
        }
        return word.toString();
    }

    /** A part of a shape with its quoted names as they are written. */
    static String written(String shape) {
        StringBuilder text = new StringBuilder(shape);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= PRIVATE_USE && c < PRIVATE_USE + ASCII) {
                text.setCharAt(i, (char) (c - PRIVATE_USE));
            }
        }
        return text.toString();
    }

    /** The names and key words of an expression, as PostgreSQL takes them. */
    static Set<String> wordsOf(String sql) {
        return SqlScript.tokens(sql).stream()
                .filter(token -> !isString(token))
                .map(SqlIdentifiers::read)
                .collect(Collectors.toSet());
    }

    private static boolean isString(String token) {
        return token.endsWith("'") || (token.startsWith("$") && token.endsWith("$"));
    }

    /** Whether the word stands there, and not only in parentheses, where it belongs to another query. */
    boolean hasWord(String word) {
        return outsideParentheses(tokens).anyMatch(i -> word.equalsIgnoreCase(tokens.get(i)));
    }

    /** Where those of the tokens stand that are in no parentheses, closing ones among them. */
    static IntStream outsideParentheses(List<String> tokens) {
        IntStream.Builder positions = IntStream.builder();
        int depth = 0;
        for (int i = 0; i < tokens.size(); i++) {
            depth += tokens.get(i).equals("(") ? 1 : tokens.get(i).equals(")") ? -1 : 0;
            if (depth == 0) {
                positions.add(i);
            }
        }
        return positions.build();
    }

    /** What of a statement may change rows: all of it, or the parts of a {@code WITH} query that can. */
    List<RawText> changesOfRows() {
        if (tokens.isEmpty() || !tokens.get(0).equalsIgnoreCase("WITH")) {
            return List.of(this);
        }
        List<RawText> parts = new ArrayList<>();
        for (int i = 1; i < tokens.size(); i++) {
            if (tokens.get(i - 1).equals("(") && isOneOf(CHANGES, tokens.get(i))) {
                parts.add(new RawText(tokens.subList(i, endOfParentheses(i))));
            }
        }
        outsideParentheses(tokens)
                .filter(i -> isOneOf(VERBS, tokens.get(i)))
                .findFirst()
                .ifPresent(verb -> parts.add(new RawText(tokens.subList(verb, tokens.size()))));
        return parts;
    }

    private static boolean isOneOf(Set<String> words, String token) {
        return words.contains(token.toUpperCase(Locale.ROOT));
    }

    /** Where the parentheses close in which a token stands. */
    private int endOfParentheses(int inside) {
        int depth = 1;
        int end = inside;
        while (end < tokens.size() && depth > 0) {
            depth += tokens.get(end).equals("(") ? 1 : tokens.get(end).equals(")") ? -1 : 0;
            end++;
        }
        return depth == 0 ? end - 1 : end;
    }

    /** The tokens behind as many as this text has. */
    RawText behind(String shapeOfStart) {
        return new RawText(tokens.subList(shapeOfStart.strip().split(" ", -1).length, tokens.size()));
    }

    /** The parts between the commas that stand in no parentheses. */
    List<RawText> splitAtCommas() {
        List<RawText> parts = new ArrayList<>();
        int start = 0;
        for (int comma : outsideParentheses(tokens)
                .filter(i -> tokens.get(i).equals(","))
                .toArray()) {
            parts.add(new RawText(tokens.subList(start, comma)));
            start = comma + 1;
        }
        parts.add(new RawText(tokens.subList(start, tokens.size())));
        return parts;
    }

    /**
     * What PostgreSQL takes a name in SQL for: lower case unless it is quoted, and no longer than a name may be
     * (PostgreSQL manual, 4.1.1).
     */
    static String name(String shape) {
        return SqlIdentifiers.read(written(shape));
    }

    /** The name that tokens such as {@code public . users} make. */
    static QualifiedName qualifiedName(String shape) {
        String[] parts = shape.split(" \\. ", -1);
        return parts.length == 1
                ? QualifiedName.of(null, name(parts[0]))
                : QualifiedName.of(name(parts[parts.length - 2]), name(parts[parts.length - 1]));
    }
}
