package dev.migrate.autogen.java;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Text as Java source: string literals, text blocks, comments (Java Language Specification, 3.10 and 3.7). */
final class JavaStrings {

    /** Characters that surely fit into one constant. */
    private static final int MAX_CONSTANT = 20_000;

    private static final int MAX_CONSTANT_BYTES = 65_535;

    private JavaStrings() {}

    /** The string literal of {@code text}, in quotes. */
    static String literal(String text) {
        StringBuilder literal = new StringBuilder("\"");
        text.codePoints().forEach(c -> literal.append(c == '"' ? "\\\"" : escape(c)));
        return literal.append('"').toString();
    }

    /**
     * The text in parts that a class file has room for, each as a constant: 65,535 bytes of its own UTF-8, in which a
     * character of Java has at most three (Java Virtual Machine Specification, 4.4.7). Cut behind lines where there are
     * any.
     */
    static List<String> constants(String text) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        while (text.length() - start > MAX_CONSTANT && bytes(text, start) > MAX_CONSTANT_BYTES) {
            int end = start + MAX_CONSTANT;
            int line = text.lastIndexOf('\n', end - 1) + 1;
            int cut = line > start ? line : Character.isLowSurrogate(text.charAt(end)) ? end - 1 : end;
            parts.add(text.substring(start, cut));
            start = cut;
        }
        parts.add(text.substring(start));
        return parts;
    }

    private static int bytes(String text, int start) {
        return text.chars()
                .skip(start)
                .map(c -> c > 0 && c < 0x80 ? 1 : c < 0x800 ? 2 : 3)
                .sum();
    }

    /**
     * Whether a text block can say it. White space at the end of a line, and what all lines begin with, is taken off
     * before escapes are read (Java Language Specification, 3.10.6), and only a blank has an escape of its own.
     */
    static boolean fitsBlock(String text) {
        return text.lines()
                .noneMatch(line -> !line.isEmpty()
                        && (isRareBlank(line.charAt(0)) || isRareBlank(line.charAt(line.length() - 1))));
    }

    private static boolean isRareBlank(char c) {
        return c != ' ' && Character.isWhitespace(c) && !Character.isISOControl(c);
    }

    /** Whether all lines begin with a blank; the last one counts even if it is empty. */
    private static boolean isIndented(List<String> lines) {
        return !lines.get(lines.size() - 1).isEmpty()
                && lines.stream().allMatch(line -> line.isEmpty() || line.startsWith(" "));
    }

    /** The lines between the quotes of a text block; the last one carries the closing quotes if the text ends there. */
    static List<String> blockLines(String text) {
        List<String> lines = escapedLines(text);
        if (isIndented(lines)) {
            int blank = IntStream.range(0, lines.size())
                    .filter(i -> lines.get(i).startsWith(" "))
                    .findFirst()
                    .orElseThrow();
            lines.set(blank, "\\s" + lines.get(blank).substring(1));
        }
        int last = lines.size() - 1;
        for (int i = 0; i <= last; i++) {
            lines.set(i, quotesEscaped(lines.get(i), i == last));
        }
        lines.set(last, lines.get(last) + "\"\"\"");
        return lines;
    }

    /** Three quotes would end the block, and one before its end would belong to it. */
    private static String quotesEscaped(String line, boolean isLast) {
        StringBuilder escaped = new StringBuilder();
        int quotes = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            quotes = c == '"' ? quotes + 1 : 0;
            if (quotes == 3 || (quotes > 0 && isLast && i == line.length() - 1)) {
                escaped.append('\\');
                quotes = 0;
            }
            escaped.append(c);
        }
        return escaped.toString();
    }

    private static List<String> escapedLines(String text) {
        List<String> lines = new ArrayList<>();
        for (String line : text.split("\n", -1)) {
            StringBuilder escaped = new StringBuilder();
            line.codePoints().forEach(c -> escaped.append(escape(c)));
            lines.add(trailingBlanksKept(escaped.toString()));
        }
        return lines;
    }

    /** A text block drops blanks at the end of a line, unless one is escaped. */
    private static String trailingBlanksKept(String line) {
        return line.endsWith(" ") ? line.substring(0, line.length() - 1) + "\\s" : line;
    }

    private static String escape(int c) {
        return switch (c) {
            case '\\' -> "\\\\";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            case '\b' -> "\\b";
            case '\f' -> "\\f";
            // JavaPoet breaks the line at these, and so would an editor.
            case '\u2028', '\u2029' -> String.format(Locale.ROOT, "\\u%04x", c);
            default -> Character.isISOControl(c) ? String.format(Locale.ROOT, "\\%03o", c) : Character.toString(c);
        };
    }

    /**
     * The text of a comment: a backslash before a {@code u} would start an escape even there, and a comment ends at the
     * first asterisk with a slash.
     */
    static String comment(String text) {
        return text.replace("\\u", "\\ u").replace("*/", "* /").replaceAll("[\\n\\x0B\\f\\r\\x85\\u2028\\u2029]", " ");
    }

    /** The text of a documentation comment, with nothing left that would be markup. */
    static String javadoc(String text) {
        return comment(text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("@", "&#64;"));
    }

    /** Breaks text between words into lines of {@code width} characters at most, where there is a place to break. */
    static List<String> wrapped(String text, int width) {
        return wrapped(List.of(text.split("(?<= )", -1)), width);
    }

    /** The same for prose with Java in it, whose string literals stay whole: it can be taken out of a comment. */
    static List<String> wrappedAroundLiterals(String text, int width) {
        List<String> words = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '"') {
                i = Math.max(i, endOfLiteral(text, i));
            } else if (text.charAt(i) == ' ') {
                words.add(text.substring(start, i + 1));
                start = i + 1;
            }
        }
        words.add(text.substring(start));
        return wrapped(words, width);
    }

    /** Where the literal that begins there has its last quote; -1 if it has none. */
    private static int endOfLiteral(String text, int quote) {
        for (int i = quote + 1; i < text.length(); i++) {
            if (text.charAt(i) == '\\') {
                i++;
            } else if (text.charAt(i) == '"') {
                return i;
            }
        }
        return -1;
    }

    private static List<String> wrapped(List<String> words, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : words) {
            if (line.length() + word.stripTrailing().length() > width && !line.isEmpty()) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
