package dev.migrate.autogen.diff.comparison;

import dev.migrate.schema.Type;
import java.util.Objects;
import java.util.Optional;

/**
 * How one value becomes an array of it, and back. What PostgreSQL would do is to read the value as an array's text, and to
 * refuse what isn't written as one.
 */
public final class OneElement {

    private OneElement() {}

    /** The new value, as SQL; empty if neither type is an array of values of the other, or both are. A document may hold a list. */
    public static Optional<String> conversion(String column, Type from, Type to) {
        if (TypeFamily.of(from) == TypeFamily.JSON
                || TypeFamily.of(to) == TypeFamily.JSON
                || TypeFamily.isArray(from) == TypeFamily.isArray(to)) {
            return Optional.empty();
        }
        return Optional.of(TypeFamily.isArray(to) ? array(column, from, to) : element(column, from, to));
    }

    private static String array(String column, Type from, Type to) {
        String element =
                Objects.requireNonNullElse(TypeFamily.conversion(column, from, TypeFamily.element(to)), column);
        return "CASE WHEN " + column + " IS NOT NULL THEN ARRAY[" + element + "] END";
    }

    /** An array begins where it says, and what has several dimensions has no element by one subscript (manual, 8.15). */
    private static String element(String column, Type from, Type to) {
        String first = column + "[array_lower(" + column + ", 1)]";
        String conversion = TypeFamily.conversion(first, TypeFamily.element(from), to);
        return TypeFamily.of(to) == TypeFamily.STRING
                ? "CASE WHEN array_ndims(" + column + ") = 1 AND cardinality(" + column + ") = 1 THEN "
                        + Objects.requireNonNullElse(conversion, first + "::text") + " ELSE " + column + "::text END"
                : Objects.requireNonNullElse(conversion, first);
    }

    /**
     * What is to be known about it, as the beginning of a sentence.
     *
     * @param column with its table
     */
    public static String loss(String column, Type from, Type to) {
        if (TypeFamily.isArray(to)) {
            return "Makes an array of one element of each value of " + column;
        }
        return TypeFamily.of(to) == TypeFamily.STRING
                ? "Writes each value of " + column + " of more than one element, or none, as an array is written"
                : "Keeps the first element of each value of " + column
                        + ", and nothing of one that has several dimensions";
    }

    /** How else a string may become an array, as a sentence; empty for what isn't a string. */
    public static String otherwise(String column, Type from) {
        return TypeFamily.of(from) == TypeFamily.STRING
                ? " For lists: type(..., \"string_to_array(" + column + ", ',')\")."
                : "";
    }
}
