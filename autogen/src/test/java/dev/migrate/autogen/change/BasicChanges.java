package dev.migrate.autogen.change;

import static dev.migrate.autogen.change.EntityChange.entities;
import static dev.migrate.autogen.change.EntityChange.fields;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Attributes of basic types that come, go, become mandatory, and are called differently. */
final class BasicChanges {

    private static final String[] NAMES = {"name = 'a'", "name = 'b'", ""};
    private static final String[] SIZES = {"size = 1", "size = 200", ""};

    /** A value of each type, as Java and as it is printed. */
    private static final Map<String, List<String>> VALUES = new TreeMap<>(Map.ofEntries(
            Map.entry("String", List.of("'new'", "new")),
            Map.entry("Integer", List.of("-7", "-7")),
            Map.entry("Long", List.of("5000000000L", "5000000000")),
            Map.entry("Short", List.of("(short) 3", "3")),
            Map.entry("Byte", List.of("(byte) 3", "3")),
            Map.entry("Boolean", List.of("true", "true")),
            Map.entry("Double", List.of("0.25", "0.25")),
            Map.entry("Float", List.of("0.25f", "0.25")),
            Map.entry("BigDecimal", List.of("new BigDecimal('1.25')", "1.25")),
            Map.entry("BigInteger", List.of("BigInteger.TEN", "10")),
            Map.entry(
                    "UUID",
                    List.of(
                            "UUID.fromString('7b0e3bd4-6f1d-4f5b-9a0c-2f3c7a4f1f11')",
                            "7b0e3bd4-6f1d-4f5b-9a0c-2f3c7a4f1f11")),
            Map.entry("LocalDate", List.of("LocalDate.of(2024, 2, 29)", "2024-02-29")),
            Map.entry("LocalTime", List.of("LocalTime.of(12, 30)", "12:30")),
            Map.entry("LocalDateTime", List.of("LocalDateTime.of(2024, 2, 29, 12, 30)", "2024-02-29T12:30")),
            Map.entry("Instant", List.of("Instant.parse('2024-02-29T12:30:00Z')", "2024-02-29T12:30:00Z")),
            Map.entry("Duration", List.of("Duration.ofSeconds(90)", "PT1M30S")),
            Map.entry("byte[]", List.of("new byte[] {1, 2}", "[1, 2]")),
            Map.entry("String[]", List.of("new String[] {'x', 'y'}", "[x, y]")),
            Map.entry("List<String>", List.of("List.of('x', 'y')", "[x, y]")),
            Map.entry("Character", List.of("(char) 65", "A")),
            Map.entry("Year", List.of("Year.of(2024)", "2024")),
            Map.entry("Currency", List.of("Currency.getInstance('EUR')", "EUR")),
            Map.entry("Locale", List.of("Locale.GERMANY", "de_DE")),
            Map.entry("ZoneId", List.of("ZoneId.of('Europe/Berlin')", "Europe/Berlin"))));

    static final List<EntityChange> ALL = all();

    private BasicChanges() {}

    private static List<EntityChange> all() {
        List<EntityChange> all = new ArrayList<>();
        VALUES.forEach((type, value) -> all.add(fields(
                        "basic: an optional " + type + " comes, and is used",
                        "String name;",
                        "String name; " + type + " extra;",
                        NAMES)
                .writes("change Item 1: extra = " + value.get(0) + "\nItem 9: name = 'z'; extra = " + value.get(0))
                .reads("Item#1.extra=" + value.get(1), "Item#9.extra=" + value.get(1), "Item#9.name=z")
                .back("Item#9.name=z")
                .again("Item#1.extra=null", "Item#9.extra=null")));
        all.add(fields("basic: an attribute goes", "String name; Integer size;", "String name;", "name = 'a'; size = 1")
                .back("Item#1.size=null")
                .loses("The values of item.size are lost."));
        all.add(fields(
                        "basic: a mandatory attribute goes",
                        "String name; int size;",
                        "String name;",
                        "name = 'a'; size = 1")
                .back("Item#1.size=null")
                .refusesBack("breaks it ("));
        all.add(fields("basic: a mandatory attribute comes", "String name;", "String name; int size;", NAMES)
                .refused("rows break it ("));
        all.add(fields(
                        "basic: a mandatory attribute comes where there is no row",
                        "String name;",
                        "String name; int size;")
                .right("migrate.backfill=item.size"));
        all.add(fields(
                        "basic: a mandatory attribute comes with values",
                        "String name;",
                        "String name; int size;",
                        NAMES)
                .with("backfill=item.size=7")
                .reads("Item#1.size=7", "Item#2.size=7", "Item#3.size=7"));
        all.add(fields(
                        "basic: a mandatory attribute comes with values of another",
                        "String name;",
                        "String name; @Column(nullable = false) String title;",
                        NAMES)
                .with("backfill=item.title=coalesce(name, 'none')")
                .reads("Item#1.title=a", "Item#2.title=b", "Item#3.title=none"));
        all.add(fields(
                        "basic: a mandatory attribute comes with a default",
                        "String name;",
                        "String name; @ColumnDefault(\"5\") int size;",
                        NAMES)
                .reads("Item#1.size=5", "Item#2.size=5", "Item#3.size=5"));
        all.add(fields(
                        "basic: an optional attribute comes with a default",
                        "String name;",
                        "String name; @ColumnDefault(\"5\") Integer size;",
                        NAMES)
                .reads("Item#1.size=5", "Item#2.size=5", "Item#3.size=5"));
        all.add(fields(
                        "basic: a column of another name",
                        "String name;",
                        "@Column(name = \"title\") String name;",
                        NAMES)
                .with("rename=item.name:title"));
        all.add(fields("basic: an attribute of another name", "String name;", "String title;", NAMES)
                .with("rename=item.name:title")
                .reads("Item#1.title=a", "Item#2.title=b"));
        all.add(fields("basic: an attribute of another name, not said", "String name;", "String title;", NAMES)
                .back("Item#1.name=null", "Item#2.name=null")
                .loses("The values of item.name are lost."));
        all.add(fields("basic: an attribute of another name and type", "Integer size;", "Long width;", SIZES)
                .with("rename=item.size:width")
                .reads("Item#1.width=1", "Item#2.width=200"));
        all.add(fields(
                        "basic: two attributes change names",
                        "String name; String title;",
                        "@Column(name = \"title\") String name; @Column(name = \"name\") String title;",
                        "name = 'a'; title = 'b'")
                .reads("Item#1.name=b", "Item#1.title=a")
                .isNothing());
        all.add(fields(
                        "basic: an optional attribute becomes mandatory",
                        "String name;",
                        "@Column(nullable = false) String name;",
                        NAMES)
                .refused("breaks it ("));
        all.add(fields(
                        "basic: an optional attribute becomes mandatory where all rows have it",
                        "String name;",
                        "@Column(nullable = false) String name;",
                        "name = 'a'")
                .right("migrate.backfill=item.name"));
        all.add(fields(
                        "basic: an optional attribute becomes mandatory with values",
                        "String name;",
                        "@Column(nullable = false) String name;",
                        NAMES)
                .with("backfill=item.name='x'")
                .reads("Item#3.name=x")
                .back("Item#3.name=x")
                .loses("setSql(\"name\", \"'x'\")"));
        all.add(fields(
                "basic: a mandatory attribute becomes optional",
                "@Column(nullable = false) String name;",
                "String name;",
                "name = 'a'"));
        all.add(fields(
                        "basic: a mandatory attribute becomes optional, and a row has none",
                        "@Column(nullable = false) String name;",
                        "String name;",
                        "name = 'a'")
                .writes("Item 9: name = null")
                .reads("Item#9.name=null")
                .refusesBack("breaks it ("));
        all.add(fields("basic: a primitive becomes optional", "int size;", "Integer size;", "size = 4"));
        all.add(fields("basic: a default", "String name;", "@ColumnDefault(\"'x'\") String name;", NAMES));
        all.add(fields("basic: no default", "@ColumnDefault(\"'x'\") String name;", "String name;", NAMES));
        all.add(fields(
                "basic: another default",
                "@ColumnDefault(\"1\") Integer size;",
                "@ColumnDefault(\"2\") Integer size;",
                SIZES));
        all.add(fields("basic: a comment", "String name;", "@Comment(\"what it is called\") String name;", NAMES));
        all.add(fields(
                "basic: another comment",
                "@Comment(\"called\") String name;",
                "@Comment(\"what it's called\") String name;",
                NAMES));
        all.add(entities(
                "basic: a comment on the table",
                EntityChange.item("String name;"),
                "@Comment(\"things\") " + EntityChange.item("String name;"),
                "Item 1: name = 'a'"));
        all.add(fields(
                        "basic: @Formula comes",
                        "Integer size;",
                        "Integer size; @Formula(\"size + 1\") Integer next;",
                        SIZES)
                .reads("Item#1.next=2", "Item#2.next=201")
                .isNothing());
        all.add(fields("basic: @Transient", "Integer size; @Transient String note;", "Integer size;", SIZES)
                .isNothing());
        all.add(fields(
                        "basic: a converter of the same type",
                        "String name;",
                        "@Convert(converter = Upper.class) String name; @Converter static class Upper implements AttributeConverter<String, String> {"
                                + " public String convertToDatabaseColumn(String value) { return value; }"
                                + " public String convertToEntityAttribute(String value) { return value; } }",
                        NAMES)
                .isNothing());
        String tags = "@Convert(converter = Csv.class) List<String> tags; @Converter static class Csv implements"
                + " AttributeConverter<List<String>, String> { public String convertToDatabaseColumn(List<String> value) {"
                + " return value == null ? null : String.join(\",\", value); } public List<String> convertToEntityAttribute("
                + "String value) { return value == null ? null : List.of(value.split(\",\")); } }";
        all.add(fields(
                "basic: a list in a text becomes an array",
                tags,
                "List<String> tags;",
                "tags = List.of('a', 'b')",
                "tags = List.of('c')",
                ""));
        all.add(fields(
                "basic: an array becomes a list in a text",
                "List<String> tags;",
                tags,
                "tags = List.of('a', 'b')",
                "tags = List.of('c')",
                ""));
        all.add(fields(
                        "basic: a list of numbers in a text becomes an array",
                        "String sizes;",
                        "int[] sizes;",
                        "sizes = '1,2'",
                        "sizes = '3'",
                        "")
                .with("offline")
                .reads("Item#1.sizes=[1, 2]", "Item#2.sizes=[3]"));
        all.add(fields(
                        "basic: an array of numbers becomes a text",
                        "int[] sizes;",
                        "String sizes;",
                        "sizes = new int[] {1, 2}",
                        "sizes = new int[] {3}",
                        "")
                .reads("Item#1.sizes=1,2", "Item#2.sizes=3"));
        all.add(fields("basic: a collation", "String name;", "@Collate(\"C\") String name;", NAMES));
        all.add(fields(
                "basic: a json text comes",
                "String name;",
                "String name; @JdbcTypeCode(SqlTypes.JSON) String doc;",
                NAMES));
        all.add(fields(
                        "basic: a json map comes, and is used",
                        "String name;",
                        "String name; @JdbcTypeCode(SqlTypes.JSON) Map<String, String> doc;",
                        NAMES)
                .writes("change Item 1: doc = Map.of('k', 'v')")
                .reads("Item#1.doc={k=v}")
                .again("Item#1.doc=null"));
        all.add(fields(
                "basic: @CreationTimestamp comes",
                "String name;",
                "String name; @CreationTimestamp Instant made;",
                NAMES));
        all.add(fields(
                        "basic: it isn't updatable any longer",
                        "String name;",
                        "@Column(updatable = false) String name;",
                        NAMES)
                .isNothing());
        all.add(fields("basic: it is read lazily", "String name;", "@Basic(fetch = FetchType.LAZY) String name;", NAMES)
                .isNothing());
        all.add(fields("basic: @Nationalized", "String name;", "@Nationalized String name;", NAMES)
                .isNothing());
        all.add(fields(
                        "basic: @TenantId comes with values",
                        "String name;",
                        "String name; @TenantId String tenant;",
                        NAMES)
                .with("backfill=item.tenant='t1'")
                .reads("Item#1.tenant=t1", "Item#2.tenant=t1", "Item#3.tenant=t1"));
        all.add(fields("basic: @TenantId comes", "String name;", "String name; @TenantId String tenant;", NAMES)
                .refused("rows break it ("));
        all.add(entities(
                        "basic: @SoftDelete goes",
                        "@SoftDelete " + EntityChange.item("String name;"),
                        EntityChange.item("String name;"),
                        "Item 1: name = 'a'")
                .refusesBack("breaks it ("));
        return List.copyOf(all);
    }
}
