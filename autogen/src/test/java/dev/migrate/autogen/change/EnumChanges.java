package dev.migrate.autogen.change;

import static dev.migrate.autogen.change.EntityChange.fields;

import java.util.List;

/** Constants of enums that come, go and change places, and columns that hold them otherwise. */
final class EnumChanges {

    private static final String ORDINAL = "Level level; ";
    private static final String NAME = "@Enumerated(EnumType.STRING) Level level; ";
    private static final String TYPE = "@JdbcTypeCode(SqlTypes.NAMED_ENUM) Level level; ";
    private static final String LOW_HIGH = "enum Level { LOW, HIGH }";
    private static final String LOW_HIGH_TOP = "enum Level { LOW, HIGH, TOP }";
    private static final String LOW_MIDDLE_HIGH = "enum Level { LOW, MIDDLE, HIGH }";
    private static final String HIGH_LOW = "enum Level { HIGH, LOW }";
    private static final String LOW_URGENT = "enum Level { LOW, URGENT }";
    private static final String[] ROWS = {"level = Item.Level.LOW", "level = Item.Level.HIGH", "level = null"};

    static final List<EntityChange> ALL = List.of(
            fields("enum: a last constant, by name", NAME + LOW_HIGH, NAME + LOW_HIGH_TOP, ROWS),
            fields("enum: a last constant, by name, and a row has it", NAME + LOW_HIGH, NAME + LOW_HIGH_TOP, ROWS)
                    .writes("Item 9: level = Item.Level.TOP")
                    .reads("Item#9.level=TOP")
                    .refusesBack("breaks it ("),
            fields("enum: a last constant, by ordinal", ORDINAL + LOW_HIGH, ORDINAL + LOW_HIGH_TOP, ROWS),
            fields(
                            "enum: a last constant, by ordinal, and a row has it",
                            ORDINAL + LOW_HIGH,
                            ORDINAL + LOW_HIGH_TOP,
                            ROWS)
                    .writes("Item 9: level = Item.Level.TOP")
                    .reads("Item#9.level=TOP")
                    .refusesBack("TOP"),
            fields("enum: a last constant, of a type", TYPE + LOW_HIGH, TYPE + LOW_HIGH_TOP, ROWS),
            fields("enum: a last constant, of a type, and a row has it", TYPE + LOW_HIGH, TYPE + LOW_HIGH_TOP, ROWS)
                    .writes("Item 9: level = Item.Level.TOP")
                    .reads("Item#9.level=TOP")
                    .refusesBack("TOP"),
            fields("enum: a constant between, by name", NAME + LOW_HIGH, NAME + LOW_MIDDLE_HIGH, ROWS),
            fields("enum: a constant between, by ordinal", ORDINAL + LOW_HIGH, ORDINAL + LOW_MIDDLE_HIGH, ROWS),
            fields("enum: a constant between, of a type", TYPE + LOW_HIGH, TYPE + LOW_MIDDLE_HIGH, ROWS),
            fields("enum: constants change places, by name", NAME + LOW_HIGH, NAME + HIGH_LOW, ROWS)
                    .isNothing(),
            fields("enum: constants change places, by ordinal", ORDINAL + LOW_HIGH, ORDINAL + HIGH_LOW, ROWS),
            fields("enum: constants change places, of a type", TYPE + LOW_HIGH, TYPE + HIGH_LOW, ROWS)
                    .isNothing(),
            fields("enum: a constant goes, by name", NAME + LOW_HIGH_TOP, NAME + LOW_HIGH, ROWS),
            fields("enum: a constant goes, by ordinal", ORDINAL + LOW_HIGH_TOP, ORDINAL + LOW_HIGH, ROWS)
                    .right("TOP"),
            fields("enum: a constant goes, of a type", TYPE + LOW_HIGH_TOP, TYPE + LOW_HIGH, ROWS)
                    .right("TOP"),
            fields(
                            "enum: a constant with rows goes, by name",
                            NAME + LOW_MIDDLE_HIGH,
                            NAME + LOW_HIGH,
                            "level = Item.Level.MIDDLE")
                    .refused("breaks it ("),
            fields(
                            "enum: a constant with rows goes, by ordinal",
                            ORDINAL + LOW_MIDDLE_HIGH,
                            ORDINAL + LOW_HIGH,
                            "level = Item.Level.MIDDLE")
                    .refused("MIDDLE (1)"),
            fields(
                            "enum: a constant with rows goes, of a type",
                            TYPE + LOW_MIDDLE_HIGH,
                            TYPE + LOW_HIGH,
                            "level = Item.Level.MIDDLE")
                    .refused("MIDDLE"),
            fields("enum: a constant of another name, by name", NAME + LOW_HIGH, NAME + LOW_URGENT, ROWS)
                    .with("rename=item.level.HIGH:URGENT")
                    .reads("Item#2.level=URGENT"),
            fields("enum: a constant of another name, by ordinal", ORDINAL + LOW_HIGH, ORDINAL + LOW_URGENT, ROWS)
                    .with("rename=item.level.HIGH:URGENT")
                    .reads("Item#2.level=URGENT"),
            fields("enum: a constant of another name, of a type", TYPE + LOW_HIGH, TYPE + LOW_URGENT, ROWS)
                    .with("rename=item.level.HIGH:URGENT")
                    .reads("Item#2.level=URGENT"),
            fields("enum: a constant of another name, by name, not said", NAME + LOW_HIGH, NAME + LOW_URGENT, ROWS)
                    .refused("breaks it ("),
            fields(
                            "enum: a constant of another name, by ordinal, not said",
                            ORDINAL + LOW_HIGH,
                            ORDINAL + LOW_URGENT,
                            ROWS)
                    .refused("HIGH (1)"),
            fields("enum: a constant of another name, of a type, not said", TYPE + LOW_HIGH, TYPE + LOW_URGENT, ROWS)
                    .refused("HIGH"),
            fields("enum: ordinals become names", ORDINAL + LOW_HIGH, NAME + LOW_HIGH, ROWS),
            fields("enum: names become ordinals", NAME + LOW_HIGH, ORDINAL + LOW_HIGH, ROWS),
            fields("enum: names become a type", NAME + LOW_HIGH, TYPE + LOW_HIGH, ROWS),
            fields("enum: a type becomes names", TYPE + LOW_HIGH, NAME + LOW_HIGH, ROWS),
            fields("enum: ordinals become a type", ORDINAL + LOW_HIGH, TYPE + LOW_HIGH, ROWS),
            fields("enum: a type becomes ordinals", TYPE + LOW_HIGH, ORDINAL + LOW_HIGH, ROWS),
            fields("enum: names become texts", NAME + LOW_HIGH, "String level;", ROWS),
            fields("enum: texts become names", "String level;", NAME + LOW_HIGH, "level = 'LOW'", "level = 'HIGH'"),
            fields("enum: texts become names, and one is none", "String level;", NAME + LOW_HIGH, "level = 'OTHER'")
                    .refused("breaks it ("),
            fields("enum: ordinals become texts", ORDINAL + LOW_HIGH, "String level;", ROWS)
                    .reads("Item#1.level=0", "Item#2.level=1")
                    .right("Writes the digits of each value"),
            fields("enum: ordinals become numbers", ORDINAL + LOW_HIGH, "Integer level;", ROWS)
                    .reads("Item#1.level=0", "Item#2.level=1"),
            fields("enum: numbers become ordinals", "Integer level;", ORDINAL + LOW_HIGH, "level = 0", "level = 1")
                    .reads("Item#1.level=LOW", "Item#2.level=HIGH"),
            fields("enum: a flag becomes an enum", "Boolean level;", NAME + LOW_HIGH, "level = true")
                    .refused("breaks it ("),
            fields("enum: an enum comes, by name", "String name;", "String name; " + NAME + LOW_HIGH, "name = 'a'"),
            fields(
                    "enum: an enum comes, by ordinal",
                    "String name;",
                    "String name; " + ORDINAL + LOW_HIGH,
                    "name = 'a'"),
            fields(
                            "enum: an enum goes, of a type",
                            "String name; " + TYPE + LOW_HIGH,
                            "String name;",
                            "level = Item.Level.HIGH")
                    .back("Item#1.level=null")
                    .loses("The values of item.level are lost."));

    private EnumChanges() {}
}
