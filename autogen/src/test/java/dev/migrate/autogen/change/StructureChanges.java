package dev.migrate.autogen.change;

import static dev.migrate.autogen.change.EntityChange.entities;

import java.util.List;

/** Associations, collections and secondary tables. */
final class StructureChanges {

    static final List<EntityChange> ALL = List.of(
            entities(
                    "structure: attributes move to a secondary table",
                    EntityChange.item("String name; String note;"),
                    "@Entity @SecondaryTable(name = \"item_note\") class Item { @Id Long id; String name;"
                            + " @Column(table = \"item_note\") String note; }",
                    "INSERT INTO item (id, name, note) VALUES (1, 'a', 'x'), (2, 'b', NULL);"),
            entities(
                    "structure: attributes come back from a secondary table",
                    "@Entity @SecondaryTable(name = \"item_note\") class Item { @Id Long id; String name;"
                            + " @Column(table = \"item_note\") String note; }",
                    EntityChange.item("String name; String note;"),
                    """
                    INSERT INTO item (id, name) VALUES (1, 'a'), (2, 'b');
                    INSERT INTO item_note (id, note) VALUES (1, 'x');
                    """));

    private StructureChanges() {}
}
