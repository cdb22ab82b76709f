package dev.migrate.schema;

import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Date;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Java values as SQL literals (PostgreSQL manual, 4.1.2 Constants). The only place that quotes a literal. */
public final class Literals {

    private Literals() {}

    /**
     * The SQL literal of {@code value}.
     *
     * @throws IllegalArgumentException if the value's class has no literal form
     */
    public static String literal(@Nullable Object value) {
        if (value == null) {
            return "NULL";
        }
        String text = text(value);
        return isBare(value) ? text : string(text);
    }

    /** PostgreSQL writes these words and numbers without quotes. */
    private static boolean isBare(Object value) {
        return value instanceof Boolean
                || (value instanceof Number number && Double.isFinite(number.doubleValue()))
                || value instanceof BigInteger
                || value instanceof BigDecimal;
    }

    /**
     * What PostgreSQL reads as {@code value}, without quotes: the inside of a literal, and a field of {@code COPY}. A
     * list or an array is an array, as {@code {1,2,NULL}}.
     *
     * @throws IllegalArgumentException if the value's class has no such form
     */
    public static String text(Object value) {
        if (isPlain(value)) {
            return value.toString();
        }
        if (isTemporal(value)) {
            return withoutSign(value.toString());
        }
        if (value instanceof ZonedDateTime time) {
            return withoutSign(time.toOffsetDateTime().toString());
        }
        if (value instanceof byte[] bytes) {
            return "\\x" + HexFormat.of().formatHex(bytes);
        }
        if (value instanceof BigDecimal decimal) {
            return decimal.toPlainString();
        }
        if (value instanceof Enum<?> constant) {
            return constant.name();
        }
        if (value instanceof Collection<?> elements) {
            return elements.stream().map(Literals::element).collect(Collectors.joining(",", "{", "}"));
        }
        if (value.getClass().isArray()) {
            return text(IntStream.range(0, Array.getLength(value))
                    .mapToObj(i -> Array.get(value, i))
                    .toList());
        }
        throw new IllegalArgumentException(
                "No SQL literal for a "
                        + value.getClass().getName()
                        + "; expected a string, number, boolean, byte[], UUID, enum, a time or interval of java.time, or a list of them");
    }

    private static boolean isPlain(Object value) {
        return value instanceof CharSequence
                || value instanceof Integer
                || value instanceof Long
                || value instanceof Boolean
                || value instanceof Double
                || value instanceof Float
                || value instanceof Short
                || value instanceof Byte
                || value instanceof Character
                || value instanceof BigInteger
                || value instanceof UUID;
    }

    private static boolean isTemporal(Object value) {
        return value instanceof LocalDate
                || value instanceof LocalTime
                || value instanceof LocalDateTime
                || value instanceof OffsetTime
                || value instanceof OffsetDateTime
                || value instanceof Instant
                || value instanceof Duration
                || value instanceof Period
                || value instanceof Date
                || value instanceof Time
                || value instanceof Timestamp;
    }

    /**
     * A time in ISO 8601 as PostgreSQL reads it: it takes the sign of a year for a time zone's, and says BC behind the
     * time (PostgreSQL manual, 8.5.1.3). The year before 1 is 0 in ISO 8601.
     */
    private static String withoutSign(String iso) {
        if (iso.startsWith("+")) {
            return iso.substring(1);
        }
        if (!iso.startsWith("-") && !iso.startsWith("0000-")) {
            return iso;
        }
        int end = iso.indexOf('-', 1);
        int year = 1 - Integer.parseInt(iso.substring(0, end));
        return String.format(Locale.ROOT, "%04d", year) + iso.substring(end) + " BC";
    }

    /** An element of an array, in double quotes unless it is an array itself (PostgreSQL manual, 8.15.2). */
    private static String element(@Nullable Object value) {
        if (value == null) {
            return "NULL";
        }
        String text = text(value);
        boolean nested = value instanceof Collection || (value.getClass().isArray() && !(value instanceof byte[]));
        return nested ? text : '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /**
     * A string constant. One with a backslash is written as {@code E'…'}, so that it means the same whatever
     * {@code standard_conforming_strings} is.
     *
     * @throws IllegalArgumentException if it contains a NUL, which PostgreSQL cannot store
     */
    public static String string(String text) {
        if (text.indexOf('\0') >= 0) {
            throw nul(text);
        }
        String quoted = "'" + text.replace("'", "''") + "'";
        return text.indexOf('\\') < 0 ? quoted : "E" + quoted.replace("\\", "\\\\");
    }

    /** What is thrown for a string that contains a NUL. */
    public static IllegalArgumentException nul(String text) {
        return new IllegalArgumentException(
                "A string contains a NUL character, which PostgreSQL cannot store: " + text.replace('\0', '?'));
    }
}
