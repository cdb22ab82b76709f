package dev.migrate.autogen.diff.text;

import dev.migrate.autogen.diff.comparison.TypeFamily;
import dev.migrate.schema.Type;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What becomes of values that a narrower type has no room for: PostgreSQL rounds some without a word, and refuses others. */
final class Narrowing {

    /** Digits behind the point of types that have no scale of their own. */
    private static final int MANY = 1000;

    private static final Set<String> FLOATS = Set.of("real", "double precision");

    private Narrowing() {}

    /**
     * The beginning of a sentence; empty if nothing is changed or refused.
     *
     * @param value whose values
     * @param required whether rows whose values are refused are looked for before
     */
    static Optional<String> of(String value, Type from, Type to, boolean required) {
        if (TypeFamily.isArray(from) && TypeFamily.isArray(to)) {
            return of(value, TypeFamily.element(from), TypeFamily.element(to), required);
        }
        boolean fails = !required && canFail(from, to);
        Optional<String> change = change("each value of " + value, from, to);
        return change.isPresent()
                ? change.map(sentence -> sentence + (fails ? ", and fails where it does not fit" : ""))
                : Optional.of("Fails where a value of " + value + " does not fit")
                        .filter(sentence -> fails);
    }

    /** What is done to values without a word. */
    private static Optional<String> change(String values, Type from, Type to) {
        TypeFamily family = TypeFamily.of(from);
        if (family == TypeFamily.TIMESTAMP && to.sql().equals("date")) {
            return from.sql().equals("date") ? Optional.empty() : Optional.of("Keeps only the day of " + values);
        }
        if (family == TypeFamily.TIMESTAMP || family == TypeFamily.TIME) {
            return TypeFamily.of(to) == family && fraction(to) < fraction(from)
                    ? Optional.of("Rounds " + values
                            + (fraction(to) == 0 ? " to seconds" : " to " + fraction(to) + " digits of a second"))
                    : Optional.empty();
        }
        if (from.sql().equals("json") && to.sql().equals("jsonb")) {
            return Optional.of("Keeps the last of several values that one key has in " + values);
        }
        if (!isNumber(from)) {
            return Optional.empty();
        }
        if (FLOATS.contains(to.sql())) {
            return Optional.of("Keeps only " + (to.sql().equals("real") ? 6 : 15) + " digits of " + values);
        }
        return isNumber(to) && scale(to) < scale(from)
                ? Optional.of("Rounds " + values
                        + (scale(to) <= 0 ? " to a whole number" : " to " + scale(to) + " digits behind the point"))
                : Optional.empty();
    }

    private static boolean canFail(Type from, Type to) {
        TypeFamily family = TypeFamily.of(to);
        boolean isSameTime = family == TypeFamily.of(from)
                && (family == TypeFamily.TIMESTAMP || family == TypeFamily.TIME)
                && from.base().equals(to.base());
        boolean isDay = TypeFamily.of(from) == TypeFamily.TIMESTAMP && to.sql().equals("date");
        boolean isRoomy = isNumber(from) && isNumber(to) && whole(to) > whole(from);
        boolean isDouble = isNumber(from) && to.sql().equals("double precision");
        return !isSameTime
                && !isDay
                && !isRoomy
                && !isDouble
                && !(from.sql().equals("json") && to.sql().equals("jsonb"));
    }

    private static boolean isNumber(Type type) {
        return type.isInteger()
                || type.base().equals("numeric")
                || type.base().equals("money")
                || FLOATS.contains(type.sql());
    }

    /** Digits behind the point. */
    private static int scale(Type number) {
        if (number.isInteger()) {
            return 0;
        }
        if (number.base().equals("money")) {
            return 2;
        }
        List<Integer> modifiers = number.modifiers();
        return modifiers.isEmpty() ? MANY : modifiers.size() > 1 ? modifiers.get(1) : 0;
    }

    /** Digits in front of it that there is room for at most, or, of whole numbers, that each of them may have. */
    private static int whole(Type number) {
        return switch (number.base()) {
            case "smallint" -> 5;
            case "integer" -> 10;
            case "bigint", "money" -> 19;
            default -> number.modifiers().isEmpty() ? MANY : number.modifiers().get(0) - scale(number);
        };
    }

    /** Digits of a second. */
    private static int fraction(Type time) {
        List<Integer> modifiers = time.modifiers();
        return modifiers.isEmpty() ? 6 : modifiers.get(0);
    }
}
