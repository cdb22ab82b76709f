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

    /** A text is a list, as applications have kept one before they had arrays: what has no comma is one element. */
    private static String array(String column, Type from, Type to) {
        Type type = TypeFamily.element(to);
        if (TypeFamily.of(from) == TypeFamily.STRING) {
            String elements = "string_to_array(" + column + ", ',')";
            return TypeFamily.of(type) == TypeFamily.STRING ? elements : elements + "::" + to.sql();
        }
        String element = Objects.requireNonNullElse(TypeFamily.conversion(column, from, type), column);
        return "CASE WHEN " + column + " IS NOT NULL THEN ARRAY[" + element + "] END";
    }

    /** An array begins where it says, and what has several dimensions is no list (manual, 8.15). */
    private static String element(String column, Type from, Type to) {
        if (TypeFamily.of(to) == TypeFamily.STRING) {
            return "CASE WHEN array_ndims(" + column + ") > 1 THEN " + column + "::text ELSE array_to_string(" + column
                    + ", ',') END";
        }
        String first = column + "[array_lower(" + column + ", 1)]";
        return Objects.requireNonNullElse(TypeFamily.conversion(first, TypeFamily.element(from), to), first);
    }

    /**
     * What is to be known about it, as the beginning of a sentence.
     *
     * @param column with its table
     */
    public static String loss(String column, Type from, Type to) {
        if (TypeFamily.isArray(to)) {
            return (TypeFamily.of(from) == TypeFamily.STRING
                    ? "Splits each value of " + column + " at its commas"
                    : "Makes an array of one element of each value of " + column);
        }
        return TypeFamily.of(to) == TypeFamily.STRING
                ? "Joins the elements of each value of " + column + " by commas, without those that are null"
                : "Keeps the first element of each value of " + column
                        + ", and nothing of one that has several dimensions";
    }

    /** How else a string may become an array, as a sentence; empty for what isn't a string. */
    public static String otherwise(String column, Type from) {
        return TypeFamily.of(from) == TypeFamily.STRING
                ? " For one element each: type(..., \"ARRAY[" + column + "]\")."
                : "";
    }
}
