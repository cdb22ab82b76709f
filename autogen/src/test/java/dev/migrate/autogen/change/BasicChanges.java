package dev.migrate.autogen.change;

import static dev.migrate.autogen.change.EntityChange.fields;

import java.util.List;

/** Attributes of basic types. */
final class BasicChanges {

    private static final String NAMES = "INSERT INTO item (id, name) VALUES (1, 'a'), (2, 'b'), (3, NULL);";

    static final List<EntityChange> ALL = List.of(
            fields("basic: an optional attribute comes", "String name;", "String name; Integer size;", NAMES)
                    .reads("Item#1.size=null"),
            fields(
                    "basic: a longer text",
                    "@Column(length = 20) String name;",
                    "@Column(length = 40) String name;",
                    NAMES),
            fields("basic: an attribute goes", "String name; Integer size;", "String name;", """
                            INSERT INTO item (id, name, size) VALUES (1, 'a', 1);
                            """)
                    .back("Item#1.size=null")
                    .loses("The values of item.size are lost."),
            fields("basic: a mandatory attribute comes", "String name;", "String name; int size;", NAMES)
                    .with("offline")
                    .asked("migrate.backfill=item.size"));

    private BasicChanges() {}
}
