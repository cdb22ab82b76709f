package dev.migrate.autogen.online;

import dev.migrate.operation.EnumOperation.ChangeEnum;
import dev.migrate.operation.EnumOperation.CreateEnum;
import dev.migrate.operation.Reversible;
import dev.migrate.schema.EnumType;
import dev.migrate.schema.Literals;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Type;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Conditions for values that a type doesn't take: PostgreSQL would refuse them, or cut them. */
final class UnfitValues {

    private static final Set<String> STRINGS = Set.of("text", "character varying", "character");

    private static final String WHOLE_NUMBER = "'^\\s*[-+]?[0-9]+\\s*$'";

    private static final String NUMBER = "'^\\s*[-+]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][-+]?[0-9]{1,3})?\\s*$'";

    /** PostgreSQL manual, 8.12 UUID Type. */
    private static final String UUID = "'^([0-9a-fA-F]{4}-?){8}$'";

    private final Schema existing;
    private final List<Reversible> operations;

    /**
     * @param existing what there is before
     * @param operations what the migration does
     */
    UnfitValues(Schema existing, List<Reversible> operations) {
        this.existing = existing;
        this.operations = operations;
    }

    /** The condition; empty if each value fits, or no query can tell. */
    Optional<String> of(String column, Type from, Type to) {
        boolean isString = STRINGS.contains(from.base());
        boolean isNumber = from.isInteger() || from.base().equals("numeric");
        if (STRINGS.contains(to.base())) {
            return isString && !to.modifiers().isEmpty() && to.isTighterThan(from)
                    ? Optional.of(
                            "char_length(" + column + ") > " + to.modifiers().get(0))
                    : length(column, from, to);
        }
        if (isNumber) {
            return outOfRange(column, from, to);
        }
        if (isString && to.isInteger()) {
            return Optional.of(unreadable(column, WHOLE_NUMBER, outOfRange(column + "::numeric", NUMERIC, to)));
        }
        if (isString && to.base().equals("numeric")) {
            return Optional.of(unreadable(column, NUMBER, outOfRange(column + "::numeric", NUMERIC, to)));
        }
        if (isString && to.sql().equals("uuid")) {
            return Optional.of(column + " !~ " + UUID);
        }
        return isString || isEnum(from)
                ? labels(to)
                        .map(labels -> column + "::text NOT IN ("
                                + labels.stream().map(Literals::string).collect(Collectors.joining(", ")) + ")")
                : Optional.empty();
    }

    private static final Type NUMERIC = new Type("numeric");

    private static Optional<String> length(String column, Type from, Type to) {
        boolean isShort = !to.modifiers().isEmpty()
                && (from.isInteger()
                        || from.base().equals("numeric")
                        || from.sql().equals("uuid"));
        return isShort
                        && !(from.isInteger() && to.modifiers().get(0) >= 20)
                        && !(from.sql().equals("uuid") && to.modifiers().get(0) >= 36)
                ? Optional.of(
                        "char_length(" + column + "::text) > " + to.modifiers().get(0))
                : Optional.empty();
    }

    private static String unreadable(String column, String pattern, Optional<String> outOfRange) {
        return outOfRange
                .map(unfit -> "CASE WHEN " + column + " ~ " + pattern + " THEN " + unfit + " ELSE " + column
                        + " IS NOT NULL END")
                .orElse(column + " !~ " + pattern);
    }

    private static Optional<String> outOfRange(String column, Type from, Type to) {
        if (to.isInteger()) {
            return from.isInteger() && width(to) >= width(from)
                    ? Optional.empty()
                    : Optional.of((from.isInteger() ? column : "round(" + column + ")") + " NOT BETWEEN " + bounds(to));
        }
        if (to.base().equals("numeric") && !to.modifiers().isEmpty() && !hasRoom(from, to)) {
            int scale = to.modifiers().size() > 1 ? to.modifiers().get(1) : 0;
            return Optional.of("round(abs(" + column + (from.isInteger() ? "::numeric" : "") + "), " + scale + ") >= 1e"
                    + (to.modifiers().get(0) - scale));
        }
        return Optional.empty();
    }

    private static boolean hasRoom(Type from, Type to) {
        Type digits =
                from.isInteger() ? new Type("numeric(" + List.of(5, 10, 19).get(width(from)) + ",0)") : from;
        return !to.isTighterThan(digits);
    }

    private static String bounds(Type integer) {
        return switch (integer.base()) {
            case "smallint" -> "-32768 AND 32767";
            case "integer" -> "-2147483648 AND 2147483647";
            default -> "-9223372036854775808 AND 9223372036854775807";
        };
    }

    private static int width(Type integer) {
        return List.of("smallint", "integer", "bigint").indexOf(integer.base());
    }

    private boolean isEnum(Type type) {
        return labels(type).isPresent();
    }

    /** Of an enum type that is there, or comes. */
    private Optional<List<String>> labels(Type type) {
        return Stream.concat(operations.stream().flatMap(UnfitValues::made), existing.enums().stream())
                .filter(each -> each.name().toString().equals(type.sql()))
                .findFirst()
                .map(EnumType::values);
    }

    private static Stream<EnumType> made(Reversible operation) {
        if (operation instanceof CreateEnum create) {
            return Stream.of(create.type());
        }
        return operation instanceof ChangeEnum change ? Stream.of(change.to()) : Stream.empty();
    }
}
