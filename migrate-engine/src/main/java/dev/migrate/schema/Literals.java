package dev.migrate.schema;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.UUID;
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
        if (value instanceof Boolean || value instanceof Integer || value instanceof Long || value instanceof Short) {
            return value.toString();
        }
        if (value instanceof BigInteger || value instanceof Byte) {
            return value.toString();
        }
        if (value instanceof BigDecimal decimal) {
            return decimal.toPlainString();
        }
        if (value instanceof Double || value instanceof Float) {
            double number = ((Number) value).doubleValue();
            return Double.isNaN(number) || Double.isInfinite(number) ? string(value.toString()) : value.toString();
        }
        if (value instanceof byte[] bytes) {
            return string("\\x" + HexFormat.of().formatHex(bytes));
        }
        if (value instanceof CharSequence || value instanceof Character || value instanceof UUID) {
            return string(value.toString());
        }
        if (value instanceof Enum<?> constant) {
            return string(constant.name());
        }
        if (value instanceof LocalDate
                || value instanceof LocalTime
                || value instanceof LocalDateTime
                || value instanceof OffsetDateTime
                || value instanceof Instant) {
            return string(value.toString());
        }
        throw new IllegalArgumentException(
                "No SQL literal for a " + value.getClass().getName()
                        + "; expected a string, number, boolean, byte[], UUID, enum or java.time value");
    }

    /**
     * A string constant. One with a backslash is written as {@code E'…'}, so that it means the same whatever
     * {@code standard_conforming_strings} is.
     *
     * @throws IllegalArgumentException if it contains a NUL, which PostgreSQL cannot store
     */
    public static String string(String text) {
        if (text.indexOf('\0') >= 0) {
            throw new IllegalArgumentException(
                    "A string contains a NUL character, which PostgreSQL cannot store: " + text.replace('\0', '?'));
        }
        String quoted = "'" + text.replace("'", "''") + "'";
        return text.indexOf('\\') < 0 ? quoted : "E" + quoted.replace("\\", "\\\\");
    }
}
