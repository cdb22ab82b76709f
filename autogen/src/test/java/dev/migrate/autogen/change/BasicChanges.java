package dev.migrate.autogen.change;

import static dev.migrate.autogen.change.EntityChange.fields;

import java.util.ArrayList;
import java.util.List;

/** Attributes of basic types. */
final class BasicChanges {

    private static final String NAMES = "INSERT INTO item (id, name) VALUES (1, 'a'), (2, 'b'), (3, NULL);";
    private static final String SIZES = "INSERT INTO item (id, size) VALUES (1, 1), (2, 200), (3, NULL);";

    static final List<EntityChange> ALL = all();

    private BasicChanges() {}

    private static List<EntityChange> all() {
        List<EntityChange> all = new ArrayList<>();
        for (String type : List.of(
                "String",
                "Integer",
                "Long",
                "Short",
                "Byte",
                "Boolean",
                "Double",
                "Float",
                "BigDecimal",
                "BigInteger",
                "UUID",
                "LocalDate",
                "LocalTime",
                "LocalDateTime",
                "OffsetDateTime",
                "Instant",
                "Duration",
                "byte[]",
                "String[]",
                "Character")) {
            all.add(fields(
                            "basic: an optional " + type + " comes",
                            "String name;",
                            "String name; " + type + " extra;",
                            NAMES)
                    .reads("Item#1.extra=null"));
        }
        all.add(fields("basic: an attribute goes", "String name; Integer size;", "String name;", """
                        INSERT INTO item (id, name, size) VALUES (1, 'a', 1);
                        """)
                .back("Item#1.size=null")
                .loses("The values of item.size are lost."));
        all.add(fields("basic: a mandatory attribute comes", "String name;", "String name; int size;", NAMES)
                .with("offline")
                .asked("migrate.backfill=item.size"));
        all.add(fields(
                        "basic: a mandatory attribute comes with values",
                        "String name;",
                        "String name; int size;",
                        NAMES)
                .with("backfill=item.size=7")
                .reads("Item#1.size=7", "Item#2.size=7", "Item#3.size=7"));
        all.add(fields(
                        "basic: a mandatory attribute comes with a default",
                        "String name;",
                        "String name; @ColumnDefault(\"5\") int size;",
                        NAMES)
                .reads("Item#1.size=5"));
        all.add(length("longer", 20, 40));
        all.add(length("shorter, and fits", 40, 20));
        all.add(fields(
                "basic: varchar to text", "String name;", "@Column(columnDefinition = \"text\") String name;", NAMES));
        all.add(fields(
                "basic: text to varchar", "@Column(columnDefinition = \"text\") String name;", "String name;", NAMES));
        all.add(number("short to int", "Short", "Integer"));
        all.add(number("int to long", "Integer", "Long"));
        all.add(number("long to int", "Long", "Integer"));
        all.add(number("int to short", "Integer", "Short"));
        all.add(number("int to BigInteger", "Integer", "BigInteger"));
        all.add(number("int to String", "Integer", "String"));
        all.add(number("String to int", "String", "Integer").with("offline"));
        all.add(number("int to double", "Integer", "Double").reads("Item#1.size=1.0", "Item#2.size=200.0"));
        all.add(number("int to BigDecimal", "Integer", "BigDecimal").reads("Item#1.size=1.00", "Item#2.size=200.00"));
        all.add(fields(
                        "basic: LocalDate to LocalDateTime",
                        "LocalDate size;",
                        "LocalDateTime size;",
                        "INSERT INTO item (id, size) VALUES (1, '2024-02-29');")
                .reads("Item#1.size=2024-02-29T00:00"));
        all.add(fields(
                "basic: a UUID becomes its text",
                "UUID size;",
                "String size;",
                "INSERT INTO item (id, size) VALUES (1, '7b0e3bd4-6f1d-4f5b-9a0c-2f3c7a4f1f11');"));
        all.add(fields(
                "basic: a text becomes a UUID",
                "String size;",
                "UUID size;",
                "INSERT INTO item (id, size) VALUES (1, '7b0e3bd4-6f1d-4f5b-9a0c-2f3c7a4f1f11');"));
        all.add(fields(
                        "basic: a column of another name",
                        "String name;",
                        "@Column(name = \"title\") String name;",
                        NAMES)
                .with("rename=item.name:title"));
        all.add(fields(
                        "basic: an optional attribute becomes mandatory",
                        "String name;",
                        "@Column(nullable = false) String name;",
                        NAMES)
                .with("offline")
                .asked("migrate.backfill=item.name"));
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
                "INSERT INTO item (id, name) VALUES (1, 'a');"));
        all.add(fields("basic: a default", "String name;", "@ColumnDefault(\"'x'\") String name;", NAMES));
        all.add(fields("basic: no default", "@ColumnDefault(\"'x'\") String name;", "String name;", NAMES));
        all.add(fields("basic: a comment", "String name;", "@Comment(\"what it is called\") String name;", NAMES));
        all.add(fields("basic: a unique column", "String name;", "@Column(unique = true) String name;", NAMES));
        all.add(fields("basic: no unique column", "@Column(unique = true) String name;", "String name;", NAMES));
        all.add(fields("basic: a check", "Integer size;", "@Check(constraints = \"size > 0\") Integer size;", SIZES));
        all.add(fields("basic: no check", "@Check(constraints = \"size > 0\") Integer size;", "Integer size;", SIZES));
        all.add(fields(
                "basic: a narrower check",
                "@Check(constraints = \"size > 0\") Integer size;",
                "@Check(constraints = \"size < 1000\") Integer size;",
                SIZES));
        all.add(fields(
                        "basic: a generated column",
                        "Integer size;",
                        "Integer size; @GeneratedColumn(\"size * 2\") Integer twice;",
                        SIZES)
                .reads("Item#1.twice=2", "Item#2.twice=400"));
        all.add(fields(
                "basic: no generated column",
                "Integer size; @GeneratedColumn(\"size * 2\") Integer twice;",
                "Integer size;",
                SIZES));
        all.add(fields(
                        "basic: another formula",
                        "Integer size; @GeneratedColumn(\"size * 2\") Integer twice;",
                        "Integer size; @GeneratedColumn(\"size * 3\") Integer twice;",
                        SIZES)
                .reads("Item#1.twice=3", "Item#2.twice=600"));
        all.add(fields(
                        "basic: @Formula comes",
                        "Integer size;",
                        "Integer size; @Formula(\"size + 1\") Integer next;",
                        SIZES)
                .isNothing());
        all.add(fields("basic: @Transient", "Integer size; @Transient String note;", "Integer size;", SIZES)
                .isNothing());
        all.add(fields("basic: @Lob on a text", "String name;", "@Column(length = 100000) String name;", NAMES));
        all.add(fields(
                "basic: precision grows",
                "@Column(precision = 10, scale = 2) BigDecimal size;",
                "@Column(precision = 12, scale = 2) BigDecimal size;",
                "INSERT INTO item (id, size) VALUES (1, 1.25);"));
        all.add(fields(
                        "basic: scale grows",
                        "@Column(precision = 10, scale = 2) BigDecimal size;",
                        "@Column(precision = 12, scale = 4) BigDecimal size;",
                        "INSERT INTO item (id, size) VALUES (1, 1.25);")
                .reads("Item#1.size=1.2500"));
        all.add(fields(
                "basic: an enum by name gets a constant",
                "@Enumerated(EnumType.STRING) Level level; enum Level { LOW, HIGH }",
                "@Enumerated(EnumType.STRING) Level level; enum Level { LOW, HIGH, TOP }",
                "INSERT INTO item (id, level) VALUES (1, 'LOW'), (2, 'HIGH');"));
        all.add(fields(
                "basic: an enum by ordinal gets a last constant",
                "Level level; enum Level { LOW, HIGH }",
                "Level level; enum Level { LOW, HIGH, TOP }",
                "INSERT INTO item (id, level) VALUES (1, 0), (2, 1);"));
        all.add(fields(
                "basic: an enum by name becomes a text",
                "@Enumerated(EnumType.STRING) Level level; enum Level { LOW, HIGH }",
                "String level;",
                "INSERT INTO item (id, level) VALUES (1, 'LOW'), (2, 'HIGH');"));
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
        all.add(fields("basic: a list in a text becomes an array", tags, "List<String> tags;", """
                INSERT INTO item (id, tags) VALUES (1, 'a,b'), (2, 'c'), (3, NULL);
                """));
        all.add(fields("basic: an array becomes a list in a text", "List<String> tags;", tags, """
                INSERT INTO item (id, tags) VALUES (1, '{a,b}'), (2, '{c}'), (3, NULL);
                """));
        all.add(fields("basic: a list of numbers in a text becomes an array", "String sizes;", "int[] sizes;", """
                        INSERT INTO item (id, sizes) VALUES (1, '1,2'), (2, '3'), (3, NULL);
                        """)
                .with("offline")
                .reads("Item#1.sizes=[1, 2]", "Item#2.sizes=[3]"));
        all.add(fields("basic: an array of numbers becomes a text", "int[] sizes;", "String sizes;", """
                        INSERT INTO item (id, sizes) VALUES (1, '{1,2}'), (2, '{3}'), (3, NULL);
                        """)
                .reads("Item#1.sizes=1,2", "Item#2.sizes=3"));
        all.add(fields("basic: @Version, optional", "String name;", "String name; @Version Integer version;", NAMES));
        all.add(fields("basic: a collation", "String name;", "@Collate(\"C\") String name;", NAMES));
        all.add(fields(
                "basic: a json column",
                "String name;",
                "String name; @JdbcTypeCode(SqlTypes.JSON) String doc;",
                NAMES));
        return List.copyOf(all);
    }

    private static EntityChange length(String name, int before, int after) {
        return fields(
                "basic: " + name,
                "@Column(length = " + before + ") String name;",
                "@Column(length = " + after + ") String name;",
                NAMES);
    }

    private static EntityChange number(String name, String before, String after) {
        String rows =
                before.equals("String") ? "INSERT INTO item (id, size) VALUES (1, '1'), (2, '200'), (3, NULL);" : SIZES;
        return fields("basic: " + name, before + " size;", after + " size;", rows);
    }
}
