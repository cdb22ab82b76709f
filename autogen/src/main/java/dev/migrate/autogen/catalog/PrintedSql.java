package dev.migrate.autogen.catalog;

import dev.migrate.schema.Expression;
import java.util.ArrayList;
import java.util.List;

/**
 * Text that PostgreSQL printed. It quotes with doubled quotes only and never prints comments or dollar quotes, so that a
 * quote always opens or closes a string or a name.
 */
final class PrintedSql {

    private PrintedSql() {}

    /**
     * The expression in {@code printed}, without parentheses around the whole of it. Not for defaults: what follows
     * DEFAULT needs them around an operator (PostgreSQL manual, CREATE TABLE: its grammar takes no full expression).
     */
    static Expression expression(String printed) {
        String text = withoutParentheses(printed);
        return new Expression(PrintedArrays.readable(text), PrintedArrays.inOrder(text));
    }

    static String withoutParentheses(String printed) {
        String text = printed;
        while (text.startsWith("(") && closing(text) == text.length() - 1) {
            text = text.substring(1, text.length() - 1);
        }
        return text;
    }

    /** The elements of a list that is separated by {@code ", "} outside parentheses, brackets and quotes. */
    static List<String> elements(String printed) {
        List<String> elements = new ArrayList<>();
        int start = 0;
        Depth depth = new Depth();
        for (int i = 0; i < printed.length(); i++) {
            char c = printed.charAt(i);
            depth.pass(c);
            if (c == ',' && depth.isOutside()) {
                elements.add(printed.substring(start, i).strip());
                start = i + 1;
            }
        }
        elements.add(printed.substring(start).strip());
        return elements;
    }

    /** Where the parenthesis that {@code text} begins with is closed. */
    private static int closing(String text) {
        Depth depth = new Depth();
        for (int i = 0; i < text.length(); i++) {
            depth.pass(text.charAt(i));
            if (depth.isOutside()) {
                return i;
            }
        }
        return -1;
    }

    /** How deep in parentheses, brackets and quotes a text is. */
    private static final class Depth {
        private int level;
        private char quote;

        void pass(char c) {
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '\'' || c == '"') {
                quote = c;
            } else if (c == '(' || c == '[') {
                level++;
            } else if (c == ')' || c == ']') {
                level--;
            }
        }

        boolean isOutside() {
            return level == 0 && quote == 0;
        }
    }
}
