package dev.migrate.autogen.change;

import static dev.migrate.autogen.change.EntityChange.fields;

import java.util.List;

/** An attribute of one type becomes one of another. */
final class TypeChanges {

    private static final String DATE_TIME = "LocalDateTime.of(2024, 2, 29, 12, 30)";
    private static final String INSTANT = "Instant.parse('2024-02-29T12:30:00Z')";
    private static final String UUID = "7b0e3bd4-6f1d-4f5b-9a0c-2f3c7a4f1f11";
    private static final String YES_NO = "@Convert(converter = org.hibernate.type.YesNoConverter.class) Boolean";
    private static final String NUMERIC =
            "@Convert(converter = org.hibernate.type.NumericBooleanConverter.class) Boolean";
    private static final String JSON = "@JdbcTypeCode(SqlTypes.JSON) ";

    static final List<EntityChange> ALL = List.of(
            type("short to int", "Short", "Integer", "(short) 1", "(short) 200", "null"),
            type("int to long", "Integer", "Long", "1", "200", "null"),
            type("int to long, and a value needs it", "Integer", "Long", "1")
                    .writes("Item 9: size = 5000000000L")
                    .reads("Item#9.size=5000000000")
                    .refusesBack("integer"),
            type("long to int", "Long", "Integer", "1L", "200L", "null"),
            type("long to int, and a value doesn't fit", "Long", "Integer", "5000000000L")
                    .refused("integer"),
            type("int to short", "Integer", "Short", "1", "200"),
            type("int to BigInteger", "Integer", "BigInteger", "1", "200", "null"),
            type("int to String", "Integer", "String", "1", "200", "null"),
            type("String to int", "String", "Integer", "'1'", "'200'", "null"),
            type("String to int, and a text is no number", "String", "Integer", "'1'", "'x'")
                    .refused("x"),
            type("long to String", "Long", "String", "5000000000L"),
            type("String to long", "String", "Long", "'5000000000'"),
            type("int to double", "Integer", "Double", "1", "200").reads("Item#1.size=1.0", "Item#2.size=200.0"),
            type("double to int", "Double", "Integer", "1.0").reads("Item#1.size=1"),
            type("double to int, and a value is no whole number", "Double", "Integer", "1.75")
                    .reads("Item#1.size=2")
                    .back("Item#1.size=2.0")
                    .loses("size"),
            type("int to BigDecimal", "Integer", "BigDecimal", "1", "200")
                    .reads("Item#1.size=1.00", "Item#2.size=200.00"),
            type("BigDecimal to int", "BigDecimal", "Integer", "new BigDecimal('7.00')")
                    .reads("Item#1.size=7"),
            type("BigDecimal to String", "BigDecimal", "String", "new BigDecimal('7.25')"),
            type("String to BigDecimal", "String", "BigDecimal", "'7.25'"),
            type("double to BigDecimal", "Double", "BigDecimal", "0.25"),
            type("BigDecimal to double", "BigDecimal", "Double", "new BigDecimal('0.25')"),
            type("float to double", "Float", "Double", "0.25f"),
            type("double to float", "Double", "Float", "0.25"),
            type("double to float, and digits don't fit", "Double", "Float", "0.1234567890123")
                    .reads("Item#1.size=0.12345679")
                    .back("Item#1.size=0.12345679")
                    .loses("size"),
            type("LocalDate to LocalDateTime", "LocalDate", "LocalDateTime", "LocalDate.of(2024, 2, 29)")
                    .reads("Item#1.size=2024-02-29T00:00"),
            type("LocalDateTime to LocalDate", "LocalDateTime", "LocalDate", DATE_TIME)
                    .reads("Item#1.size=2024-02-29")
                    .back("Item#1.size=2024-02-29T00:00")
                    .loses("size"),
            type("LocalDateTime to Instant", "LocalDateTime", "Instant", DATE_TIME)
                    .reads("Item#1.size=2024-02-29T12:30:00Z")
                    .right("session's time zone"),
            type("Instant to LocalDateTime", "Instant", "LocalDateTime", INSTANT)
                    .reads("Item#1.size=2024-02-29T12:30")
                    .right("session's time zone"),
            type("LocalDate to Instant", "LocalDate", "Instant", "LocalDate.of(2024, 2, 29)")
                    .reads("Item#1.size=2024-02-29T00:00:00Z")
                    .right("session's time zone"),
            type("Instant to OffsetDateTime", "Instant", "OffsetDateTime", INSTANT)
                    .reads("Item#1.size=2024-02-29T12:30Z")
                    .isNothing(),
            type("LocalDateTime to LocalTime", "LocalDateTime", "LocalTime", DATE_TIME)
                    .reads("Item#1.size=12:30")
                    .refusesBack("invalid input syntax for type timestamp"),
            type("LocalTime to LocalDateTime", "LocalTime", "LocalDateTime", "LocalTime.of(12, 30)")
                    .refused("invalid input syntax"),
            type("LocalDateTime to String", "LocalDateTime", "String", DATE_TIME)
                    .reads("Item#1.size=2024-02-29 12:30:00"),
            type("String to LocalDate", "String", "LocalDate", "'2024-02-29'"),
            type("Instant to long", "Instant", "Long", INSTANT).asked("extract(epoch from size) * 1000"),
            type("long to Instant", "Long", "Instant", "1709209800000L").asked("to_timestamp(size / 1000.0)"),
            type("long to Instant, and a value reads like a date", "Long", "Instant", "20240229L", "null")
                    .asked("to_timestamp(size)", "20240229 of no known unit"),
            type("long to Instant, without rows", "Long", "Instant", "null"),
            type("long to LocalDateTime, and a value reads like a date", "Long", "LocalDateTime", "20240229L")
                    .asked("to_timestamp(size) AT TIME ZONE 'UTC'"),
            type("int to LocalDate", "Integer", "LocalDate", "20240229").asked("to_date(size::text, 'YYYYMMDD')"),
            type("LocalDate to int", "LocalDate", "Integer", "LocalDate.of(2024, 2, 29)")
                    .asked("to_char(size, 'YYYYMMDD')::integer"),
            type("int to LocalTime", "Integer", "LocalTime", "1230").asked("seconds of the day"),
            type("LocalTime to int", "LocalTime", "Integer", "LocalTime.of(12, 30)")
                    .asked("extract(epoch from size)"),
            type("Duration to long", "Duration", "Long", "Duration.ofSeconds(90)")
                    .reads("Item#1.size=90000000000"),
            type("long to Duration", "Long", "Duration", "90000000000L").reads("Item#1.size=PT1M30S"),
            type("UUID to String", "UUID", "String", "UUID.fromString('" + UUID + "')"),
            type("String to UUID", "String", "UUID", "'" + UUID + "'"),
            type("String to UUID, and a text is none", "String", "UUID", "'x'").refused("x"),
            type("boolean to Y and N", "Boolean", YES_NO, "true", "false", "null"),
            type("Y and N to boolean", YES_NO, "Boolean", "true", "false", "null"),
            type("boolean to 1 and 0", "Boolean", NUMERIC, "true", "false", "null"),
            type("1 and 0 to boolean", NUMERIC, "Boolean", "true", "false", "null"),
            type("boolean to int", "Boolean", "Integer", "true", "false").reads("Item#1.size=1", "Item#2.size=0"),
            type("boolean to String", "Boolean", "String", "true", "false"),
            type("String to boolean", "String", "Boolean", "'true'", "'false'"),
            type("byte[] to String", "byte[]", "String", "new byte[] {65, 66}").reads("Item#1.size=AB"),
            type("String to byte[]", "String", "byte[]", "'AB'").reads("Item#1.size=[65, 66]"),
            type("String to Character", "String", "Character", "'A'"),
            type("Character to String", "Character", "String", "(char) 65"),
            type("String to @Lob", "String", "@Lob String", "'A'"),
            type("@Lob to String", "@Lob String", "String", "'A'"),
            type("byte[] to @Lob", "byte[]", "@Lob byte[]", "new byte[] {65, 66}"),
            type("String to json", "String", JSON + "Map<String, String>", "'{\\'k\\': \\'v\\'}'")
                    .reads("Item#1.size={k=v}"),
            type("json to String", JSON + "Map<String, String>", "String", "Map.of('k', 'v')")
                    .reads("Item#1.size={\"k\": \"v\"}"),
            type("String[] to List<String>", "String[]", "List<String>", "new String[] {'x', 'y'}")
                    .isNothing(),
            type("String to String[]", "String", "String[]", "'x'").reads("Item#1.size=[x]"),
            type("String[] to String", "String[]", "String", "new String[] {'x'}")
                    .reads("Item#1.size=x"),
            type("Integer[] to Long[]", "Integer[]", "Long[]", "new Integer[] {1, 2}"),
            type("Currency to String", "Currency", "String", "Currency.getInstance('EUR')"),
            type("longer", "@Column(length = 20) String", "@Column(length = 40) String", "'a'", "'b'"),
            type("longer, and a text needs it", "@Column(length = 2) String", "@Column(length = 4) String", "'a'")
                    .writes("Item 9: size = 'long'")
                    .reads("Item#9.size=long")
                    .refusesBack("character varying(2)"),
            type("shorter, and fits", "@Column(length = 40) String", "@Column(length = 20) String", "'a'", "null"),
            type("shorter, and doesn't fit", "@Column(length = 40) String", "@Column(length = 2) String", "'abc'")
                    .refused("character varying(2)"),
            type("varchar to text", "String", "@Column(columnDefinition = \"text\") String", "'a'", "null"),
            type("text to varchar", "@Column(columnDefinition = \"text\") String", "String", "'a'", "null"),
            type("a length for which varchar is too short", "String", "@Column(length = 100000) String", "'a'"),
            type("precision grows", decimal(10, 2), decimal(12, 2), "new BigDecimal('1.25')"),
            type("precision shrinks, and fits", decimal(12, 2), decimal(10, 2), "new BigDecimal('1.25')"),
            type("precision shrinks, and doesn't fit", decimal(12, 2), decimal(4, 2), "new BigDecimal('999.25')")
                    .refused("numeric"),
            type("scale grows", decimal(10, 2), decimal(12, 4), "new BigDecimal('1.25')")
                    .reads("Item#1.size=1.2500"),
            type("scale shrinks", decimal(12, 4), decimal(10, 2), "new BigDecimal('1.2567')")
                    .reads("Item#1.size=1.26")
                    .back("Item#1.size=1.2600")
                    .loses("size"),
            type("seconds without fractions", "LocalDateTime", "@Column(precision = 0) LocalDateTime", DATE_TIME)
                    .isNothing());

    private TypeChanges() {}

    private static String decimal(int precision, int scale) {
        return "@Column(precision = " + precision + ", scale = " + scale + ") BigDecimal";
    }

    private static EntityChange type(String name, String before, String after, String... values) {
        return fields(
                "type: " + name,
                before + " size;",
                after + " size;",
                List.of(values).stream().map(value -> "size = " + value).toArray(String[]::new));
    }
}
