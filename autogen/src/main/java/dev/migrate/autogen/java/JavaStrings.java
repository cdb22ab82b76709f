package dev.migrate.autogen.java;

import java.util.ArrayList;
import java.util.List;

/** Text as Java source: string literals, text blocks, comments (Java Language Specification, 3.10 and 3.7). */
final class JavaStrings {

    private JavaStrings() {}

    /** The string literal of {@code text}, in quotes. */
    static String literal(String text) {
        StringBuilder literal = new StringBuilder("\"");
        text.codePoints().forEach(c -> literal.append(c == '"' ? "\\\"" : escape(c)));
        return literal.append('"').toString();
    }

    /** The lines between the quotes of a text block; the last one carries the closing quotes if the text ends there. */
    static List<String> blockLines(String text) {
        List<String> lines = new ArrayList<>();
        for (String line : text.split("\n", -1)) {
            StringBuilder escaped = new StringBuilder();
            line.codePoints().forEach(c -> escaped.append(escape(c)));
            lines.add(trailingBlanksKept(escaped.toString()).replace("\"\"\"", "\\\"\"\""));
        }
        int last = lines.size() - 1;
        String end = lines.get(last);
        lines.set(last, (end.endsWith("\"") ? end.substring(0, end.length() - 1) + "\\\"" : end) + "\"\"\"");
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
            default -> Character.isISOControl(c) ? String.format("\\%03o", c) : Character.toString(c);
        };
    }

    /**
     * The text of a comment: a backslash before a {@code u} would start an escape even there, and a comment ends at the
     * first asterisk with a slash.
     */
    static String comment(String text) {
        return text.replace("\\u", "\\ u")
                .replace("*/", "* /")
                .replace('\n', ' ')
                .replace('\r', ' ');
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
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split("(?<= )", -1)) {
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
