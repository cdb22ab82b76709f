package dev.migrate.autogen.catalog;

import dev.migrate.ddl.SqlReader;
import dev.migrate.schema.Expression;

/** Text that PostgreSQL printed. */
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
        SqlReader reader = new SqlReader(printed);
        if (!reader.isAtGroup()) {
            return printed;
        }
        String inside = reader.group();
        return reader.isAtEnd() ? withoutParentheses(inside) : printed;
    }
}
