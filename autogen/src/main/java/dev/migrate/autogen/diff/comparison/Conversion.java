package dev.migrate.autogen.diff.comparison;

import dev.migrate.schema.Type;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * How values keep their meaning where what PostgreSQL would do by itself, or the way through text, makes something else of
 * them: a large object's number instead of what it holds, or the bytes of a uuid's digits (PostgreSQL manual, 35.3
 * Client Interfaces of large objects, and 9.5 Binary String Functions).
 *
 * @param sql the new value; {@code $} is the column, and {@code #} its new type
 * @param loss what is to be known about it, as the beginning of a sentence in which {@code $} is the column; empty if
 *     every value has its counterpart
 * @param otherwise another meaning that the old values may have, in the same way; empty if they have one only
 */
public record Conversion(Predicate<Type> from, Predicate<Type> to, String sql, String loss, String otherwise) {

    private static final String NARROWS = "narrows";

    private static final Predicate<Type> LARGE_OBJECT = is("oid");
    private static final Predicate<Type> BYTES = is("bytea");
    private static final Predicate<Type> UUID = is("uuid");
    private static final Predicate<Type> MONEY = is("money");
    private static final Predicate<Type> STRING = is(TypeFamily.STRING);
    private static final Predicate<Type> NUMBER = is(TypeFamily.NUMBER);
    private static final Predicate<Type> MOMENT = is(TypeFamily.TIMESTAMP);
    private static final Predicate<Type> DATE = is("date");
    private static final Predicate<Type> ZONED_MOMENT = MOMENT.and(
            type -> type.base().endsWith("with time zone") || type.base().endsWith("tz"));
    private static final Predicate<Type> ARRAY = TypeFamily::isArray;

    /** Arrays that a document writes as PostgreSQL does but for the brackets. */
    private static final Predicate<Type> ARRAY_OF_BARE_VALUES = arrayOf(NUMBER.or(is("boolean")));

    private static final Predicate<Type> INTERVAL =
            is(TypeFamily.TIME).and(type -> type.base().startsWith("interval"));

    /** What the words true and false don't fit in: a flag of letters. */
    static final Predicate<Type> LETTER =
            STRING.and(type -> !type.modifiers().isEmpty() && type.modifiers().get(0) < "false".length());

    /** What Hibernate keeps a {@code java.time.Duration} in, before 6 and since: nanoseconds in both. */
    private static final Predicate<Type> NANOSECONDS =
            is("bigint").or(type -> type.sql().equals("numeric(21,0)"));

    /** Numbers that may be seconds, or what else an application has counted by itself. */
    private static final Predicate<Type> INTEGER = Type::isInteger;

    private static final Predicate<Type> TIME_OF_DAY = is(TypeFamily.TIME).and(INTERVAL.negate());

    /**
     * Fails for each value: read from its digits, 20240229 would be a day, 1230 half past twelve and 90 a minute and a half
     * (PostgreSQL manual, 8.5.1 Date/Time Input), whatever an application has counted.
     */
    private static final String OF_NO_KNOWN_UNIT = "($ || ' of no known unit')::#";

    private static final String NOT_KNOWN = "Fails for each value of $, since nothing says what the number counts";
    private static final String NO_NUMBER = "Fails for each value of $, since nothing says what number it is";

    private static final String LEFT_BEHIND = "the large objects themselves stay behind";
    private static final String NEW_LARGE_OBJECTS =
            "The values of $ become new large objects, which belong to the role that runs this";

    private static final List<Conversion> ALL = List.of(
            of(LARGE_OBJECT, BYTES, "lo_get($)", "Reads the large objects of $; " + LEFT_BEHIND),
            of(
                    LARGE_OBJECT,
                    STRING,
                    "convert_from(lo_get($), 'UTF8')",
                    "Fails where a large object of $ is no UTF-8 text, or too long; " + LEFT_BEHIND),
            of(BYTES, LARGE_OBJECT, "lo_from_bytea(0, $)", NEW_LARGE_OBJECTS),
            of(STRING, LARGE_OBJECT, "lo_from_bytea(0, convert_to($, 'UTF8'))", NEW_LARGE_OBJECTS),
            of(
                    BYTES,
                    STRING,
                    "convert_from($, 'UTF8')",
                    "Fails where the bytes of a value of $ are no UTF-8 text, or too long"),
            of(STRING, BYTES, "convert_to($, 'UTF8')", ""),
            of(UUID, BYTES, "uuid_send($)", ""),
            of(BYTES, UUID, "encode($, 'hex')::uuid", "Fails where a value of $ is not 16 bytes long"),
            of(
                    is("integer").or(is("bigint")),
                    UUID,
                    "$::text::uuid",
                    "Fails for each value of $, since no number is a uuid",
                    "To write its digits into one: type(..., \"lpad(to_hex($), 32, '0')::uuid\")."),
            of(
                    UUID,
                    is("integer").or(is("bigint")),
                    "$::text::#",
                    "Fails for each value of $, since no uuid is a number",
                    "For one that has a number's digits: type(...,"
                            + " \"('x' || right(replace($::text, '-', ''), 16))::bit(64)::bigint\")."),
            of(
                    TIME_OF_DAY,
                    MOMENT,
                    "$::text::#",
                    "Fails for each value of $, which has no date",
                    "For one of each: type(..., \"date '1970-01-01' + $\")."),
            of(is("boolean"), NUMBER, "$::integer", ""),
            of(NUMBER, is("boolean"), "$ <> 0", "Makes true of each value of $ other than 0"),
            // A cast keeps 15 digits of a double precision and 6 of a real; as text they are what was meant.
            of(
                    is("real").or(is("double precision")),
                    type -> type.base().equals("numeric"),
                    "$::text::numeric",
                    NARROWS),
            of(is("real"), is("double precision"), "$::text::double precision", ""),
            of(is("boolean"), is("bit(1)"), "$::integer::bit(1)", ""),
            // Hibernate's @SoftDelete keeps either that a row was deleted, or when.
            of(
                    MOMENT,
                    is("boolean"),
                    "$ IS NOT NULL",
                    "Makes true of each value of $, and false of none",
                    "The other way round: type(..., \"$ IS NULL\")."),
            of(
                    is("boolean"),
                    MOMENT,
                    "CASE WHEN $ THEN now() END",
                    "Writes for each true in $ when the migration runs, and nothing for false",
                    "The other way round: type(..., \"CASE WHEN NOT $ THEN now() END\")."),
            of(arrayOf(is("boolean")), arrayOf(NUMBER), "$::integer[]", ""),
            of(arrayOf(MONEY), arrayOf(NUMBER), "$::numeric[]", NARROWS),
            of(arrayOf(NUMBER), arrayOf(MONEY), "$::numeric[]::money[]", NARROWS),
            of(
                    arrayOf(UUID),
                    arrayOf(BYTES),
                    "regexp_replace(replace($::text, '-', ''), '([0-9a-f]{32})', '\"\\\\\\\\x\\1\"', 'g')::bytea[]",
                    ""),
            of(
                    arrayOf(BYTES),
                    arrayOf(UUID),
                    "replace($::text, '\\\\x', '')::uuid[]",
                    "Fails where an element of $ is not 16 bytes long"),
            of(ARRAY, is("json"), "to_json($)", ""),
            of(ARRAY, is("jsonb"), "to_jsonb($)", ""),
            of(
                    is(TypeFamily.JSON),
                    ARRAY_OF_BARE_VALUES,
                    "translate($::text, '[]', '{}')::#",
                    "Fails where a value of $ is no list of such values"),
            of(
                    is("boolean"),
                    LETTER,
                    FlagLetters.YES_NO,
                    "Writes 'Y' and 'N' for true and false in $",
                    "For other letters: type(..., \"" + FlagLetters.TRUE_FALSE + "\")."),
            // By way of text it would be read with its currency.
            of(MONEY, NUMBER, "$::numeric", NARROWS),
            of(NUMBER, MONEY, "$::numeric::money", NARROWS),
            of(
                    INTEGER,
                    is("numeric(21,0)"),
                    "$",
                    "Takes each value of $ for nanoseconds, which Hibernate stores a Duration in",
                    "For seconds: type(..., \"$ * 1000000000\")."),
            // Exact up to 285 years: the factor is a double precision.
            of(
                    NANOSECONDS,
                    INTERVAL,
                    "$ / 1000 * interval '1 microsecond'",
                    "Reads each value of $ as nanoseconds, which Hibernate stores a Duration in",
                    "For seconds: type(..., \"$ * interval '1 second'\")."),
            of(
                    INTERVAL,
                    NANOSECONDS,
                    "extract(epoch from $) * 1000000000",
                    "Stores each value of $ as nanoseconds, which Hibernate stores a Duration in",
                    "For seconds: type(..., \"extract(epoch from $)\")."),
            of(
                    NUMBER,
                    ZONED_MOMENT,
                    OF_NO_KNOWN_UNIT,
                    NOT_KNOWN,
                    "For seconds since 1970: type(..., \"to_timestamp($)\")."
                            + " For milliseconds: type(..., \"to_timestamp($ / 1000.0)\")."),
            of(
                    NUMBER,
                    DATE,
                    OF_NO_KNOWN_UNIT,
                    NOT_KNOWN,
                    "For days since 1970: type(..., \"date '1970-01-01' + $::integer\")."
                            + " For digits like 20240229: type(..., \"to_date($::text, 'YYYYMMDD')\")."),
            of(
                    NUMBER,
                    MOMENT,
                    OF_NO_KNOWN_UNIT,
                    NOT_KNOWN,
                    "For seconds since 1970 in UTC: type(..., \"to_timestamp($) AT TIME ZONE 'UTC'\")."
                            + " For milliseconds: type(..., \"to_timestamp($ / 1000.0) AT TIME ZONE 'UTC'\")."),
            of(
                    NUMBER,
                    INTERVAL,
                    OF_NO_KNOWN_UNIT,
                    NOT_KNOWN,
                    "For seconds: type(..., \"$ * interval '1 second'\")."
                            + " For milliseconds: type(..., \"$ * interval '1 millisecond'\")."),
            of(
                    NUMBER,
                    TIME_OF_DAY,
                    OF_NO_KNOWN_UNIT,
                    NOT_KNOWN,
                    "For seconds of the day: type(..., \"time '00:00' + $ * interval '1 second'\")."
                            + " For nanoseconds: type(..., \"time '00:00' + $ / 1000 * interval '1 microsecond'\")."),
            of(
                    arrayOf(NUMBER),
                    arrayOf(MOMENT.or(is(TypeFamily.TIME))),
                    "($::text || ' of no known unit')::#",
                    "Fails for each value of $, since nothing says what its numbers count"),
            of(
                    DATE,
                    NUMBER,
                    "$::text::#",
                    NO_NUMBER,
                    "For days since 1970: type(..., \"$ - date '1970-01-01'\")."
                            + " For digits like 20240229: type(..., \"to_char($, 'YYYYMMDD')::integer\")."),
            of(
                    MOMENT,
                    NUMBER,
                    "$::text::#",
                    NO_NUMBER,
                    "For seconds since 1970: type(..., \"extract(epoch from $)\")."
                            + " For milliseconds: type(..., \"extract(epoch from $) * 1000\")."),
            of(
                    INTERVAL,
                    NUMBER,
                    "$::text::#",
                    NO_NUMBER,
                    "For seconds: type(..., \"extract(epoch from $)\")."
                            + " For milliseconds: type(..., \"extract(epoch from $) * 1000\")."),
            of(
                    TIME_OF_DAY,
                    NUMBER,
                    "$::text::#",
                    NO_NUMBER,
                    "For seconds of the day: type(..., \"extract(epoch from $)\")."
                            + " For nanoseconds: type(..., \"extract(epoch from $) * 1000000000\")."));

    /** Whether the values' new type may have no room for them, as is the case of others. */
    public boolean isNarrowing() {
        return loss.equals(NARROWS);
    }

    /** The way from one type to another; empty if it is the usual one. */
    public static Optional<Conversion> between(Type from, Type to) {
        return ALL.stream()
                .filter(way -> way.from.test(from) && way.to.test(to))
                .findFirst();
    }

    /** The new value of a column, as SQL. */
    public String of(String column, Type type) {
        return sql.replace("#", type.sql()).replace("$", column);
    }

    /**
     * What is to be known about it.
     *
     * @param table what the column's name stands behind
     * @param becomes the end of the sentence
     */
    public Optional<String> loss(String table, String column, String becomes) {
        return loss.isEmpty()
                ? Optional.empty()
                : Optional.of(loss.replace("$", table + "." + column)
                        + becomes
                        + (otherwise.isEmpty() ? "" : " " + otherwise.replace("$", OfferedCode.column(column))));
    }

    private static Conversion of(Predicate<Type> from, Predicate<Type> to, String sql, String loss) {
        return of(from, to, sql, loss, "");
    }

    private static Conversion of(Predicate<Type> from, Predicate<Type> to, String sql, String loss, String otherwise) {
        return new Conversion(from, to, sql, loss, otherwise);
    }

    private static Predicate<Type> is(String sql) {
        return type -> type.sql().equals(sql);
    }

    private static Predicate<Type> arrayOf(Predicate<Type> element) {
        return ARRAY.and(type -> element.test(TypeFamily.element(type)));
    }

    private static Predicate<Type> is(TypeFamily family) {
        return type -> TypeFamily.of(type) == family;
    }
}
