package dev.migrate.schema;

/**
 * An SQL expression: a default, a check, a generated column, an index element or predicate.
 *
 * <p>Two expressions are equal if PostgreSQL prints them equally. An expression that has not been to the server yet is
 * its own normal form; the canonicalizer gives it the server's. What is written to migrations and DDL stays the
 * author's text.
 *
 * @param sql the text to write
 * @param normal how PostgreSQL prints it ({@code pg_get_expr}), the elements of {@code ANY (ARRAY[…])} in order; what
 *     equality compares
 */
public record Expression(String sql, String normal) {

    /** An expression as somebody wrote it. */
    public static Expression of(String sql) {
        return new Expression(sql, sql);
    }

    /** The same text, with the form that PostgreSQL prints it in. */
    public Expression normalizedTo(String printed) {
        return new Expression(sql, printed);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Expression that && normal.equals(that.normal);
    }

    @Override
    public int hashCode() {
        return normal.hashCode();
    }

    @Override
    public String toString() {
        return sql;
    }
}
