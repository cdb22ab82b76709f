package dev.migrate.operation;

import dev.migrate.schema.Column;
import dev.migrate.schema.Constant;
import dev.migrate.schema.Expression;
import dev.migrate.schema.Generated;
import dev.migrate.schema.Type;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which changes make PostgreSQL write a table anew, row by row, while it is locked against reads and writes (PostgreSQL
 * manual, ALTER TABLE, Notes).
 */
public final class TableRewrite {

    private static final Set<String> STRINGS = Set.of("text", "varchar");

    /** A bigger limit changes no stored value of these; {@code char(n)} is padded, and so is rewritten. */
    private static final Set<String> LIMITED = Set.of("varchar", "varbit");

    private static final Set<String> MEASURED = Set.of("timestamp", "timestamptz", "time", "timetz", "interval");

    /** As exact as these get without saying so: microseconds. */
    private static final List<Integer> FULL_PRECISION = List.of(6);

    private static final Pattern CALL = Pattern.compile("([\\w.\"]+)\\s*\\(");

    /** Functions that give the same answer throughout a statement, as {@code pg_proc.provolatile} says. */
    private static final Set<String> ONCE =
            Set.of("now", "transaction_timestamp", "statement_timestamp", "current_setting", "timezone", "date_trunc");

    private TableRewrite() {}

    /** Whether values of one type have to be converted to become the other, by whichever of their names. */
    public static boolean byType(Type from, Type to) {
        return byUsualType(TypeNames.usual(from), TypeNames.usual(to));
    }

    private static boolean byUsualType(Type from, Type to) {
        String source = from.base();
        String target = to.base();
        if (from.equals(to)) {
            return false;
        }
        if (from.sql().contains("\"") || to.sql().contains("\"")) {
            return true;
        }
        if (STRINGS.contains(source) && STRINGS.contains(target)) {
            return to.isTighterThan(from);
        }
        if (!source.equals(target)) {
            return true;
        }
        if (source.equals("numeric")) {
            return !to.modifiers().isEmpty()
                    && (!scale(from.modifiers()).equals(scale(to.modifiers())) || to.isTighterThan(from));
        }
        if (MEASURED.contains(source)) {
            return to.isTighterThan(from) && !to.modifiers().equals(FULL_PRECISION);
        }
        return LIMITED.contains(source)
                ? to.isTighterThan(from)
                : !to.modifiers().equals(from.modifiers());
    }

    private static List<Integer> scale(List<Integer> modifiers) {
        return modifiers.size() > 1 ? modifiers.subList(1, 2) : List.of(modifiers.isEmpty() ? -1 : 0);
    }

    /** Whether each row gets a value of its own when the column is added. */
    public static boolean byAdding(Column column) {
        Generated formula = column.generated();
        Expression value = column.defaultExpression();
        return column.generator() != null
                || (formula != null && formula.kind() == Generated.Kind.STORED)
                || (value != null && isComputedForEachRow(value));
    }

    /** A constant is stored once, with the column. What isn't known to be evaluated once counts as volatile. */
    private static boolean isComputedForEachRow(Expression value) {
        return Constant.of(value).isEmpty()
                && CALL.matcher(value.normal())
                        .results()
                        .map(call -> Objects.requireNonNull(call.group(1)).toLowerCase(Locale.ROOT))
                        .anyMatch(function -> !ONCE.contains(function));
    }
}
