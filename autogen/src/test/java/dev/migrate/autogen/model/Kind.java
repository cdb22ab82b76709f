package dev.migrate.autogen.model;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Year;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntFunction;

/** A type of a basic attribute, with its values by number; another number is another value, unless there are only a few. */
@SuppressWarnings("ImmutableEnumChecker") // Its functions have no state.
enum Kind {
    BYTE("Byte", "", n -> (byte) n),
    SHORT("Short", "", n -> (short) n),
    INT("Integer", "", n -> n),
    LONG("Long", "", n -> (long) n),
    BIG_INTEGER("BigInteger", "", BigInteger::valueOf),
    DECIMAL("BigDecimal", "@Column(precision = 12, scale = 2)", n -> BigDecimal.valueOf(n)
            .setScale(2)),
    FINE_DECIMAL("BigDecimal", "@Column(precision = 19, scale = 4)", n -> BigDecimal.valueOf(n)
            .setScale(4)),
    DIGITS("String", "", String::valueOf),
    FLOAT("Float", "", n -> n / 4f),
    DOUBLE("Double", "", n -> n / 4d),
    BOOLEAN("Boolean", "", n -> n % 2 == 0),
    YES_NO("Boolean", "@Convert(converter = org.hibernate.type.YesNoConverter.class)", n -> n % 2 == 0),
    TRUE_FALSE("Boolean", "@Convert(converter = org.hibernate.type.TrueFalseConverter.class)", n -> n % 2 == 0),
    NUMERIC_BOOLEAN(
            "Boolean", "@Convert(converter = org.hibernate.type.NumericBooleanConverter.class)", n -> n % 2 == 0),
    CHARACTER("Character", "", n -> (char) ('a' + n % 26)),
    STRING("String", "", Kind::word),
    LONG_STRING("String", "@Column(length = Length.LONG32)", Kind::word),
    TEXT("String", "@Column(columnDefinition = \"text\")", Kind::word),
    NATIONAL_STRING("String", "@Nationalized", Kind::word),
    COLLATED_STRING("String", "@Collate(\"C\")", Kind::word),
    LOB("String", "@Lob", Kind::word),
    BYTES("byte[]", "", n -> word(n).getBytes(StandardCharsets.UTF_8)),
    LOB_BYTES("byte[]", "@Lob", n -> word(n).getBytes(StandardCharsets.UTF_8)),
    ENUM_NAME("?", "@Enumerated(EnumType.STRING)", n -> n),
    NATIVE_ENUM("?", "@Enumerated(EnumType.STRING) @JdbcTypeCode(SqlTypes.NAMED_ENUM)", n -> n),
    ORDERED_ENUM("?", "@Enumerated(EnumType.STRING) @JdbcTypeCode(SqlTypes.NAMED_ORDINAL_ENUM)", n -> n),
    ORDINAL("?", "@Enumerated(EnumType.ORDINAL)", n -> n),
    PLAIN_ENUM("?", "", n -> n),
    UUID_VALUE("UUID", "", n -> new UUID(n, 7)),
    UUID_CHAR("UUID", "@JdbcTypeCode(SqlTypes.CHAR)", n -> new UUID(n, 7)),
    UUID_VARCHAR("UUID", "@JdbcTypeCode(SqlTypes.VARCHAR)", n -> new UUID(n, 7)),
    INSTANT("Instant", "", Kind::moment),
    MILLISECONDS("Instant", "@Column(precision = 3)", Kind::moment),
    OFFSET_DATE_TIME("OffsetDateTime", "", n -> moment(n).atOffset(ZoneOffset.UTC)),
    ZONED_DATE_TIME("ZonedDateTime", "", n -> moment(n).atZone(ZoneOffset.UTC)),
    LOCAL_DATE_TIME("LocalDateTime", "", n -> moment(n).atOffset(ZoneOffset.UTC).toLocalDateTime()),
    DATE_TIME("Date", "@Temporal(TemporalType.TIMESTAMP)", n -> Date.from(moment(n))),
    LOCAL_DATE("LocalDate", "", n -> LocalDate.of(2020, 1, 1).plusDays(n)),
    DATE(
            "Date",
            "@Temporal(TemporalType.DATE)",
            n -> java.sql.Date.valueOf(LocalDate.of(2020, 1, 1).plusDays(n))),
    LOCAL_TIME("LocalTime", "", n -> LocalTime.of(n % 24, n % 60, 1)),
    OFFSET_TIME("OffsetTime", "", n -> LocalTime.of(n % 24, n % 60, 1).atOffset(ZoneOffset.UTC)),
    DURATION("Duration", "", n -> Duration.ofSeconds(n * 37L, 1_000)),
    INTERVAL("Duration", "@JdbcTypeCode(SqlTypes.INTERVAL_SECOND)", n -> Duration.ofSeconds(n * 37L, 1_000)),
    YEAR("Year", "", n -> Year.of(1900 + n)),
    LOCALE("Locale", "", n -> n % 2 == 0 ? Locale.GERMAN : Locale.UK),
    ZONE("ZoneId", "", n -> ZoneId.of(n % 2 == 0 ? "Europe/Berlin" : "UTC")),
    CURRENCY("Currency", "", n -> Currency.getInstance(n % 2 == 0 ? "EUR" : "USD")),
    ADDRESS("InetAddress", "", Kind::address),
    NUMBERS("int[]", "", n -> new int[] {n, 2}),
    LONG_NUMBERS("List<Long>", "@JdbcTypeCode(SqlTypes.ARRAY)", n -> List.of((long) n, 2L)),
    WORDS("String[]", "", n -> new String[] {word(n), "b,\"c"}),
    LIST_OF_WORDS("List<String>", "@JdbcTypeCode(SqlTypes.ARRAY)", n -> List.of(word(n), "b,\"c"));

    /** Between those of one row the values can be taken over, there and back. */
    static final List<List<Kind>> FAMILIES = List.of(
            List.of(BYTE, SHORT, INT, LONG, BIG_INTEGER, DECIMAL, FINE_DECIMAL, DIGITS),
            List.of(SHORT, INT, LONG),
            List.of(FLOAT, DOUBLE),
            List.of(BOOLEAN, YES_NO, TRUE_FALSE, NUMERIC_BOOLEAN),
            List.of(CHARACTER),
            List.of(STRING, LONG_STRING, TEXT, NATIONAL_STRING),
            List.of(STRING, LONG_STRING, COLLATED_STRING),
            List.of(LOB),
            List.of(BYTES),
            List.of(LOB_BYTES),
            List.of(ENUM_NAME, NATIVE_ENUM, ORDERED_ENUM),
            List.of(ORDINAL, PLAIN_ENUM),
            List.of(UUID_VALUE, UUID_CHAR, UUID_VARCHAR),
            List.of(INSTANT, MILLISECONDS, OFFSET_DATE_TIME, ZONED_DATE_TIME, LOCAL_DATE_TIME, DATE_TIME),
            List.of(LOCAL_DATE, DATE),
            List.of(LOCAL_TIME),
            List.of(OFFSET_TIME),
            List.of(DURATION, INTERVAL),
            List.of(YEAR),
            List.of(LOCALE),
            List.of(ZONE),
            List.of(CURRENCY),
            List.of(ADDRESS),
            List.of(NUMBERS, LONG_NUMBERS),
            List.of(WORDS, LIST_OF_WORDS));

    /** Those in which some take over the others' values by an expression alone. */
    static final List<List<Kind>> CONVERTED = List.of(
            List.of(INT, DECIMAL, DIGITS),
            List.of(BOOLEAN, YES_NO, TRUE_FALSE, NUMERIC_BOOLEAN),
            List.of(ENUM_NAME, NATIVE_ENUM, ORDERED_ENUM),
            List.of(ORDERED_ENUM),
            List.of(UUID_VALUE, UUID_CHAR, UUID_VARCHAR),
            List.of(INSTANT, LOCAL_DATE_TIME),
            List.of(DURATION, INTERVAL));

    /** What an embeddable has that takes part in a list or is an aggregate. */
    static final List<List<Kind>> SIMPLE =
            List.of(List.of(INT, LONG), List.of(STRING), List.of(BOOLEAN), List.of(LOCAL_DATE), List.of(ENUM_NAME));

    private static final Map<String, String> PRIMITIVES = Map.of(
            "Byte",
            "byte",
            "Short",
            "short",
            "Integer",
            "int",
            "Long",
            "long",
            "Float",
            "float",
            "Double",
            "double",
            "Boolean",
            "boolean",
            "Character",
            "char");

    private final String javaType;
    private final String annotations;
    private final IntFunction<Object> values;

    Kind(String javaType, String annotations, IntFunction<Object> values) {
        this.javaType = javaType;
        this.annotations = annotations;
        this.values = values;
    }

    /** As source has it; {@code ?} is an enum. */
    String javaType() {
        return javaType;
    }

    /** Its primitive, or its type if it has none. */
    String primitive() {
        return PRIMITIVES.getOrDefault(javaType, javaType);
    }

    /** The annotations that make it this kind; of {@code @Column} the attributes that others can come to. */
    String annotations() {
        return annotations;
    }

    /** The value of that number, which is the number itself for an enum. */
    Object value(int number) {
        return values.apply(number);
    }

    boolean isEnum() {
        return javaType.equals("?");
    }

    /** Whether another order of the constants makes other values. */
    boolean isOrdinal() {
        return this == ORDINAL || this == PLAIN_ENUM;
    }

    boolean isInteger() {
        return this == SHORT || this == INT || this == LONG;
    }

    boolean hasLength() {
        return this == STRING || this == DIGITS || this == NATIONAL_STRING || this == COLLATED_STRING;
    }

    boolean canBeKey() {
        return this != LOB && this != LOB_BYTES && !javaType.endsWith("[]") && !javaType.startsWith("List");
    }

    /** Whether two numbers have two values. */
    boolean isDistinct() {
        return isInteger()
                || this == DIGITS
                || this == STRING
                || this == UUID_VALUE
                || this == INSTANT
                || this == DECIMAL;
    }

    /** Whether {@link #literal} gives one for every Hibernate and setting. */
    boolean hasLiteral() {
        return canBeKey()
                && this != ADDRESS
                && this != DURATION
                && this != INTERVAL
                && this != LOCALE
                && this != ORDINAL
                && this != PLAIN_ENUM;
    }

    /** The SQL of a value, as its column holds it; {@code text} is what {@link Texts} makes of the value. */
    String literal(String text) {
        return switch (this) {
            case YES_NO -> text.equals("true") ? "'Y'" : "'N'";
            case TRUE_FALSE -> text.equals("true") ? "'T'" : "'F'";
            case NUMERIC_BOOLEAN -> text.equals("true") ? "1" : "0";
            case BYTE, SHORT, INT, LONG, BIG_INTEGER, DECIMAL, FINE_DECIMAL, FLOAT, DOUBLE, BOOLEAN, YEAR -> text;
            default -> "'" + text.replace("'", "''") + "'";
        };
    }

    private static String word(int number) {
        return number % 7 == 0 ? "ä'\\ " + number : "s" + number;
    }

    private static Instant moment(int number) {
        return Instant.ofEpochSecond(1_600_000_000L + number * 1234L, number * 1_000_000L);
    }

    private static InetAddress address(int number) {
        try {
            return InetAddress.getByAddress(new byte[] {10, 0, 0, (byte) number});
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
