package dev.migrate.schema;

import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One key of an index: a column or an expression, and how it is ordered. PostgreSQL's default null order is
 * last when ascending and first when descending.
 *
 * @param target what is indexed
 * @param collation as SQL; null is the column's own
 * @param operatorClass as SQL, with parameters ({@code gin_trgm_ops}, {@code gist_trgm_ops(siglen='32')}); null is the
 *     type's default
 * @param isDescending whether the greatest comes first
 * @param nullsComeFirst whether NULLs come first
 */
public record IndexKey(
        Target target,
        @Nullable String collation,
        @Nullable String operatorClass,
        boolean isDescending,
        boolean nullsComeFirst) {

    /** A column, or an expression over columns. */
    public sealed interface Target {
        /** Calls the visitor's method for this kind of target. */
        <R> R accept(Visitor<R> visitor);

        /** One method per kind of target. */
        interface Visitor<R> {
            R column(OfColumn target);

            R expression(OfExpression target);
        }

        /** A column of the table. */
        record OfColumn(String name) implements Target {
            public OfColumn {
                Identifiers.check(name);
            }

            @Override
            public <R> R accept(Visitor<R> visitor) {
                return visitor.column(this);
            }

            // Written out like all that a comparison meets by the thousand: docs/decisions/0015.
            @Override
            public boolean equals(Object other) {
                return this == other || (other instanceof OfColumn that && name.equals(that.name));
            }

            @Override
            public int hashCode() {
                return name.hashCode();
            }
        }

        /** An expression, without the parentheses around it. */
        record OfExpression(Expression expression) implements Target {
            @Override
            public <R> R accept(Visitor<R> visitor) {
                return visitor.expression(this);
            }
        }
    }

    /** A column, by its exact name. */
    public static IndexKey column(String name) {
        return new IndexKey(new Target.OfColumn(name), null, null, false, false);
    }

    /** An expression as a key: {@code expression("lower(email)")}. */
    public static IndexKey expression(String sql) {
        return expression(Expression.of(sql));
    }

    /** An expression as a key, as it was written or read. */
    public static IndexKey expression(Expression expression) {
        return new IndexKey(new Target.OfExpression(expression), null, null, false, false);
    }

    /** The column's name; empty for an expression. */
    public Optional<String> column() {
        return target instanceof Target.OfColumn plain ? Optional.of(plain.name()) : Optional.empty();
    }

    /** The expression; empty for a column. */
    public Optional<Expression> expression() {
        return target instanceof Target.OfExpression computed ? Optional.of(computed.expression()) : Optional.empty();
    }

    /** What is indexed: a column's name, or an expression's SQL. */
    public String text() {
        return column().orElseGet(
                        () -> ((Target.OfExpression) target).expression().sql());
    }

    /** The same with another expression, if it is one. */
    public IndexKey mapExpression(UnaryOperator<Expression> change) {
        return expression()
                .map(old -> target(new Target.OfExpression(change.apply(old))))
                .orElse(this);
    }

    /** The same on something else. */
    public IndexKey target(Target newTarget) {
        return new IndexKey(newTarget, collation, operatorClass, isDescending, nullsComeFirst);
    }

    /** {@code COLLATE}, as SQL: a name is in quotes where PostgreSQL needs them. */
    public IndexKey collation(@Nullable String sql) {
        return new IndexKey(target, sql, operatorClass, isDescending, nullsComeFirst);
    }

    /** The operator class, as SQL, with its options if it has any. */
    public IndexKey operatorClass(@Nullable String sql) {
        return new IndexKey(target, collation, sql, isDescending, nullsComeFirst);
    }

    /** Greatest first, and so NULLs first, as in PostgreSQL. */
    public IndexKey desc() {
        return new IndexKey(target, collation, operatorClass, true, true);
    }

    /** {@code NULLS FIRST}. */
    public IndexKey nullsFirst() {
        return new IndexKey(target, collation, operatorClass, isDescending, true);
    }

    /** {@code NULLS LAST}. */
    public IndexKey nullsLast() {
        return new IndexKey(target, collation, operatorClass, isDescending, false);
    }

    // Written out like all that a comparison meets by the thousand: docs/decisions/0015.
    @Override
    public boolean equals(Object other) {
        return this == other
                || (other instanceof IndexKey that
                        && target.equals(that.target)
                        && Objects.equals(collation, that.collation)
                        && Objects.equals(operatorClass, that.operatorClass)
                        && isDescending == that.isDescending
                        && nullsComeFirst == that.nullsComeFirst);
    }

    @Override
    public int hashCode() {
        return target.hashCode();
    }
}
