package dev.migrate.operation;

import dev.migrate.schema.Type;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a new type takes from stored values without an error: PostgreSQL rounds numbers and times by an assignment cast
 * (PostgreSQL manual, 8.1 Numeric Types, 8.5 Date/Time Types), and cuts strings by an explicit one. What doesn't fit
 * otherwise is an error, and no loss.
 */
public final class PrecisionLoss {

    private static final Set<String> INTEGERS = Set.of("smallint", "integer", "bigint");
    private static final Set<String> FLOATS = Set.of("real", "double precision");
    private static final Set<String> STRINGS = Set.of("text", "varchar", "char", "bpchar", "name");
    private static final Set<String> LIMITED = Set.of("varchar", "char", "bit", "varbit");
    private static final Set<String> MEASURED = Set.of("timestamp", "timestamptz", "time", "timetz", "interval");

    /** Digits that survive in {@code real} and {@code double precision}; a bigint has up to 19, an integer up to 10. */
    private static final int REAL_DIGITS = 6;

    private static final int DOUBLE_DIGITS = 15;

    /** Microseconds. */
    private static final int FULL_PRECISION = 6;

    private PrecisionLoss() {}

    /**
     * What happens to a value, as the end of a sentence: {@code is rounded}.
     *
     * @param explicit whether values are cast explicitly, as {@code USING} does
     * @return empty if each value stays what it is, or fails
     */
    public static Optional<String> of(Type from, Type to, boolean explicit) {
        return ofUsual(element(from), element(to), explicit);
    }

    /** As {@link #of}, of a type that isn't known: whether some type loses something. */
    public static Optional<String> ofUnknown(Type to) {
        Type target = element(to);
        String base = target.base();
        boolean rounds = FLOATS.contains(base)
                || (base.equals("numeric") && !target.modifiers().isEmpty())
                || (MEASURED.contains(base) && precision(target) < FULL_PRECISION)
                || base.equals("smallint");
        return rounds || base.equals("date") ? Optional.of("may be rounded or cut") : Optional.empty();
    }

    private static Type element(Type type) {
        Type usual = TypeNames.usual(type);
        return new Type(usual.sql().replace("[]", ""));
    }

    private static Optional<String> ofUsual(Type from, Type to, boolean explicit) {
        String source = from.base();
        String target = to.base();
        if (from.equals(to)) {
            return Optional.empty();
        }
        if (isRounded(from, to, explicit && STRINGS.contains(source))) {
            return Optional.of("is rounded");
        }
        if ((source.startsWith("timestamp") || (explicit && STRINGS.contains(source))) && target.equals("date")) {
            return Optional.of("loses its time");
        }
        if (source.startsWith("timestamp") && (target.equals("time") || target.equals("timetz"))) {
            return Optional.of("loses its date");
        }
        if (source.equals("timetz") && target.equals("time")) {
            return Optional.of("loses its zone");
        }
        boolean isLimited = LIMITED.contains(target) && (source.equals(target) || STRINGS.contains(source));
        if ((STRINGS.contains(source) && target.equals("name")) || (explicit && isLimited && to.isTighterThan(from))) {
            return Optional.of("is cut");
        }
        return explicit && INTEGERS.contains(source) && target.equals("boolean")
                ? Optional.of("becomes true or false")
                : Optional.empty();
    }

    private static boolean isRounded(Type from, Type to, boolean isParsed) {
        String source = from.base();
        String target = to.base();
        boolean isExact = source.equals("numeric") || source.equals("money");
        if (INTEGERS.contains(target)) {
            return FLOATS.contains(source) || (isExact && scale(from) != 0);
        }
        if (target.equals("numeric")) {
            boolean isScaled = !to.modifiers().isEmpty() && scale(to) < (INTEGERS.contains(source) ? 0 : scale(from));
            return FLOATS.contains(source) || (isScaled && (isParsed || isExact || INTEGERS.contains(source)));
        }
        if (FLOATS.contains(target)) {
            int kept = target.equals("real") ? REAL_DIGITS : DOUBLE_DIGITS;
            return isParsed || digits(from) > kept;
        }
        return MEASURED.contains(source) && MEASURED.contains(target) && precision(to) < precision(from);
    }

    /** The digits that a number may have; none of another type. */
    private static int digits(Type type) {
        List<Integer> modifiers = type.modifiers();
        return switch (type.base()) {
            case "integer" -> 10;
            case "bigint" -> 19;
            case "double precision" -> DOUBLE_DIGITS;
            case "numeric" -> modifiers.isEmpty() ? Integer.MAX_VALUE : modifiers.get(0);
            case "money" -> Integer.MAX_VALUE;
            default -> 0;
        };
    }

    /** The digits behind the point, as many as one likes if there is no limit. */
    private static int scale(Type type) {
        List<Integer> modifiers = type.modifiers();
        return modifiers.isEmpty() ? Integer.MAX_VALUE : modifiers.size() > 1 ? modifiers.get(1) : 0;
    }

    private static int precision(Type type) {
        return type.modifiers().isEmpty() ? FULL_PRECISION : type.modifiers().get(0);
    }
}
