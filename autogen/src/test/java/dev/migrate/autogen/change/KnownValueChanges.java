package dev.migrate.autogen.change;

import static dev.migrate.autogen.change.EntityChange.entities;
import static dev.migrate.autogen.change.EntityChange.fields;

import java.util.List;

/** Attributes of which it is known what existing rows get. */
final class KnownValueChanges {

    private static final String NAMES = "INSERT INTO item (id, name) VALUES (1, 'a'), (2, 'b');";
    private static final String ITEM = EntityChange.item("String name;");

    static final List<EntityChange> ALL = List.of(
            fields("known: a version", "String name;", "String name; @Version int version;", NAMES)
                    .reads("Item#1.version=0", "Item#2.version=0"),
            fields("known: an optional version", "String name;", "String name; @Version Long version;", NAMES)
                    .reads("Item#1.version=0", "Item#2.version=0"),
            fields("known: a version with another value", "String name;", "String name; @Version int version;", NAMES)
                    .with("backfill=item.version=7")
                    .reads("Item#1.version=7", "Item#2.version=7"),
            fields(
                            "known: a version that is a time",
                            "String name;",
                            "String name; @Version @Column(nullable = false) Instant version;",
                            NAMES)
                    .with("offline")
                    .asked("migrate.backfill=item.version"),
            fields(
                            "known: @CreationTimestamp",
                            "String name;",
                            "String name; @CreationTimestamp @Column(nullable = false) Instant made;",
                            NAMES)
                    .with("offline")
                    .asked("migrate.backfill=item.made"),
            entities("known: @SoftDelete", ITEM, "@SoftDelete " + ITEM, NAMES),
            entities(
                    "known: @SoftDelete, what is active",
                    ITEM,
                    "@SoftDelete(strategy = SoftDeleteType.ACTIVE) " + ITEM,
                    NAMES),
            entities(
                    "known: @SoftDelete, by letters",
                    ITEM,
                    "@SoftDelete(converter = org.hibernate.type.YesNoConverter.class) " + ITEM,
                    NAMES),
            entities(
                    "known: @SoftDelete, by numbers of what is active",
                    ITEM,
                    "@SoftDelete(strategy = SoftDeleteType.ACTIVE, converter = org.hibernate.type.NumericBooleanConverter.class) "
                            + ITEM,
                    NAMES),
            entities(
                            "known: a numbered key",
                            "@Entity class Item { @Id String name; }",
                            "@Entity class Item { @Id @GeneratedValue Long id; String name; }",
                            "INSERT INTO item (name) VALUES ('a');")
                    .reads("-Item#a", "Item#1.id=1", "Item#1.name=a"));

    private KnownValueChanges() {}
}
