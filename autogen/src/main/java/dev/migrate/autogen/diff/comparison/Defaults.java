package dev.migrate.autogen.diff.comparison;

import dev.migrate.ddl.SqlIdentifiers;
import dev.migrate.schema.Column;
import dev.migrate.schema.Constant;
import dev.migrate.schema.Expression;
import dev.migrate.schema.Literals;
import dev.migrate.schema.QualifiedName;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** When two defaults of one column store the same, though PostgreSQL prints them differently. */
public final class Defaults {

    /** All of them are the transaction's start (PostgreSQL manual, 9.9.5 Current Date/Time). */
    private static final Set<String> TRANSACTION_START =
            Set.of("now()", "CURRENT_TIMESTAMP", "transaction_timestamp()", "('now'::text)::timestamp with time zone");

    private Defaults() {}

    static boolean areAlike(Column from, Column to) {
        Expression before = from.defaultExpression();
        Expression after = to.defaultExpression();
        if (before == null || after == null) {
            return Objects.equals(before, after);
        }
        return before.equals(after)
                || isSameConstant(from, to)
                || (isTransactionStart(before) && isTransactionStart(after));
    }

    private static boolean isSameConstant(Column from, Column to) {
        Optional<Constant> before = constant(from.defaultExpression());
        Optional<Constant> after = constant(to.defaultExpression());
        boolean numeric = TypeFamily.of(to.type()) == TypeFamily.NUMBER;
        return before.isPresent() && after.isPresent() && before.get().isSameValue(after.get(), numeric);
    }

    private static Optional<Constant> constant(@Nullable Expression expression) {
        return expression == null ? Optional.empty() : Constant.of(expression);
    }

    private static boolean isTransactionStart(Expression expression) {
        return TRANSACTION_START.contains(expression.normal());
    }

    /** Whether the value comes from this sequence. */
    public static boolean isNextvalOf(@Nullable Expression expression, QualifiedName sequence) {
        return expression != null
                && expression.normal().startsWith("nextval(" + Literals.literal(SqlIdentifiers.quote(sequence)) + "::");
    }

    /** Whether the value comes from a sequence: a serial column. */
    public static boolean isNextval(@Nullable Expression expression) {
        return expression != null && expression.normal().startsWith("nextval(");
    }
}
