package dev.migrate.autogen.diff.meaning;

import dev.migrate.autogen.diff.comparison.TypeFamily;
import dev.migrate.ddl.SqlIdentifiers;
import dev.migrate.operation.ColumnOperation.ChangeColumn;
import dev.migrate.schema.Literals;
import dev.migrate.schema.Type;
import java.util.List;

/**
 * How the ordinals of an enum's constants become their names, or labels of an enum type, and these become ordinals. What is
 * no constant becomes nothing else: it stays as it is, or fails.
 */
public final class EnumConversion {

    private final String column;
    private final List<String> constants;

    private EnumConversion(String column, List<String> constants) {
        this.column = SqlIdentifiers.quote(column);
        this.constants = constants;
    }

    /** The change with both ways in it; the same if it changes no ordinals into names, and no names into ordinals. */
    public static ChangeColumn of(ChangeColumn change, List<String> constants) {
        EnumConversion conversion = new EnumConversion(change.to().name(), constants);
        Type from = change.from().type();
        Type to = change.to().type();
        if (isOrdinal(from) && !isOrdinal(to)) {
            return new ChangeColumn(
                    change.table(), change.from(), change.to(), conversion.names(to), conversion.ordinals(from));
        }
        return isOrdinal(to) && !isOrdinal(from)
                ? new ChangeColumn(
                        change.table(), change.from(), change.to(), conversion.ordinals(to), conversion.names(from))
                : change;
    }

    /** Whether a change has the constants' names in it: then each row keeps its constant. */
    public static boolean isWritten(ChangeColumn change) {
        String using = change.using();
        boolean turns = isOrdinal(change.from().type()) != isOrdinal(change.to().type());
        return using != null && turns && (using.contains(" WHEN ") || using.startsWith("array_replace("));
    }

    /** Whether a column of this type may hold ordinals, or arrays of them. */
    public static boolean isOrdinal(Type type) {
        return (TypeFamily.isArray(type) ? TypeFamily.element(type) : type).isInteger();
    }

    private String names(Type type) {
        if (TypeFamily.isArray(type)) {
            String names = column + "::text[]";
            for (int ordinal = 0; ordinal < constants.size(); ordinal++) {
                names = "array_replace(" + names + ", '" + ordinal + "', " + Literals.string(constants.get(ordinal))
                        + ")";
            }
            return names + "::" + type.sql();
        }
        StringBuilder names = new StringBuilder("CASE ").append(column);
        for (int ordinal = 0; ordinal < constants.size(); ordinal++) {
            names.append(" WHEN ").append(ordinal).append(" THEN ").append(Literals.string(constants.get(ordinal)));
        }
        names.append(" ELSE ").append(column).append("::text END");
        return TypeFamily.of(type) == TypeFamily.STRING ? names.toString() : "(" + names + ")::" + type.sql();
    }

    private String ordinals(Type type) {
        if (TypeFamily.isArray(type)) {
            String ordinals = column + "::text[]";
            for (int ordinal = 0; ordinal < constants.size(); ordinal++) {
                ordinals = "array_replace(" + ordinals + ", " + Literals.string(constants.get(ordinal)) + ", '"
                        + ordinal + "')";
            }
            return ordinals + "::" + type.sql();
        }
        StringBuilder ordinals = new StringBuilder("CASE ").append(column).append("::text");
        for (int ordinal = 0; ordinal < constants.size(); ordinal++) {
            ordinals.append(" WHEN ")
                    .append(Literals.string(constants.get(ordinal)))
                    .append(" THEN ")
                    .append(ordinal);
        }
        return ordinals.append(" ELSE ")
                .append(column)
                .append("::text::")
                .append(type.sql())
                .append(" END")
                .toString();
    }
}
