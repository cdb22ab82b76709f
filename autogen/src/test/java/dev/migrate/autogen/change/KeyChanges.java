package dev.migrate.autogen.change;

import static dev.migrate.autogen.change.EntityChange.entities;
import static dev.migrate.autogen.change.EntityChange.item;

import java.util.List;

/** Keys and where they come from, and what tables are called. */
final class KeyChanges {

    private static final String IDENTITY = generated("@GeneratedValue(strategy = GenerationType.IDENTITY)");
    private static final String SEQUENCE = generated("@GeneratedValue(strategy = GenerationType.SEQUENCE)");
    private static final String SEQUENCE_BY_ONE =
            generated("@GeneratedValue(strategy = GenerationType.SEQUENCE, generator = \"g\")"
                    + " @SequenceGenerator(name = \"g\", sequenceName = \"item_seq\", allocationSize = 1)");
    private static final String OTHER_SEQUENCE =
            generated("@GeneratedValue(strategy = GenerationType.SEQUENCE, generator = \"g\")"
                    + " @SequenceGenerator(name = \"g\", sequenceName = \"numbers\")");
    private static final String TABLE = generated("@GeneratedValue(strategy = GenerationType.TABLE)");
    private static final String ASSIGNED = item("String name;");

    private static final String GENERATED_ROWS = "Item: name = 'a'\nItem: name = 'b'";
    private static final String ROWS = "Item 1: name = 'a'\nItem 2: name = 'b'";
    private static final String NEXT = "Item: name = 'z'";

    private static final String COMPOSITE =
            "@Embeddable record Key(Long a, Long b) {}" + " @Entity class Item { @EmbeddedId Key id; String name; }";

    static final List<EntityChange> ALL = List.of(
            next("key: assigned to IDENTITY", ASSIGNED, IDENTITY, ROWS, 3),
            next("key: assigned to SEQUENCE", ASSIGNED, SEQUENCE, ROWS, 3),
            next("key: assigned to TABLE", ASSIGNED, TABLE, ROWS, 4),
            entities("key: IDENTITY to assigned", IDENTITY, ASSIGNED, GENERATED_ROWS),
            next("key: another allocationSize", SEQUENCE, SEQUENCE_BY_ONE, GENERATED_ROWS, 102),
            next("key: a greater allocationSize", SEQUENCE_BY_ONE, SEQUENCE, GENERATED_ROWS, 3),
            next("key: a sequence of another name, said", SEQUENCE, OTHER_SEQUENCE, GENERATED_ROWS, 52)
                    .with("rename=item_seq:numbers"),
            next("key: another sequence", SEQUENCE, OTHER_SEQUENCE, GENERATED_ROWS, 3),
            entities(
                    "key: long to int",
                    item("String name;"),
                    item("String name;").replace("Long id", "Integer id"),
                    ROWS),
            entities(
                    "key: int to long",
                    item("String name;").replace("Long id", "Integer id"),
                    item("String name;"),
                    "Item: id = 1; name = 'a'"),
            entities(
                    "key: long to String",
                    item("String name;"),
                    item("String name;").replace("Long id", "String id"),
                    ROWS),
            entities(
                    "key: int to long, with references",
                    references("Integer"),
                    references("Long"),
                    "Item: id = 1; name = 'a'\nPart 1: item = session.find(Item.class, 1)"),
            entities(
                            "key: long to UUID",
                            item("String name;"),
                            item("String name;").replace("Long id", "UUID id"),
                            ROWS)
                    .refused("invalid input syntax for type uuid"),
            entities(
                            "key: a composite key gets a part",
                            COMPOSITE,
                            COMPOSITE.replace("Long b", "Long b, Long c"),
                            "Item: id = new Key(1L, 2L); name = 'a'")
                    .refused("breaks it ("),
            entities(
                            "key: a composite key loses a part",
                            COMPOSITE,
                            COMPOSITE.replace("Long a, Long b", "Long a"),
                            "Item: id = new Key(1L, 2L); name = 'a'")
                    .reads("-Item#{a=1 b=2}", "Item#{a=1}.id={a=1}", "Item#{a=1}.name=a")
                    .refusesBack("breaks it ("),
            entities(
                            "key: a table of another name",
                            item("String name;"),
                            "@Table(name = \"things\") " + item("String name;"),
                            ROWS)
                    .with("rename=item:things"),
            entities(
                            "key: an entity of another name",
                            item("String name;"),
                            item("String name;").replace("class Item", "class Thing"),
                            ROWS)
                    .with("rename=item:thing")
                    .reads("-Item#1", "-Item#2", "Thing#1.id=1", "Thing#1.name=a", "Thing#2.id=2", "Thing#2.name=b"),
            entities(
                            "key: an entity of another name, not said",
                            item("String name;"),
                            item("String name;").replace("class Item", "class Thing"),
                            ROWS)
                    .reads("-Item#1", "-Item#2")
                    .back("-Item#1", "-Item#2")
                    .loses("The rows of item are lost."),
            entities(
                            "key: an entity of another name, with a sequence",
                            SEQUENCE,
                            SEQUENCE.replace("class Item", "class Thing"),
                            GENERATED_ROWS)
                    .with("rename=item:thing", "rename=item_seq:thing_seq")
                    .writes("Thing: name = 'z'")
                    .reads("-Item#1", "-Item#2", "Thing#1.id=1", "Thing#1.name=a", "Thing#2.id=2", "Thing#2.name=b")
                    .reads("Thing#52.id=52", "Thing#52.name=z")
                    .back("Item#52.id=52", "Item#52.name=z"),
            entities(
                            "key: a key column of another name",
                            item("String name;"),
                            item("String name;").replace("@Id", "@Id @Column(name = \"number\")"),
                            ROWS)
                    .with("rename=item.id:number"),
            entities(
                            "key: a key column of another name, with references",
                            references("Long"),
                            references("Long").replaceFirst("@Id", "@Id @Column(name = \"number\")"),
                            "Item: id = 1L; name = 'a'\nPart 1: item = Item#1")
                    .with("rename=item.id:number", "rename=part.item_id:item_number"),
            entities(
                            "key: a table goes to another schema, said",
                            item("String name;"),
                            "@Table(schema = \"other\") " + item("String name;"),
                            ROWS)
                    .with("rename=item:other.item"),
            entities(
                            "key: a table comes from another schema, said",
                            "@Table(schema = \"other\") " + item("String name;"),
                            item("String name;"),
                            ROWS)
                    .with("rename=other.item:item"),
            next(
                            "key: a table goes to another schema with its identity, said",
                            IDENTITY,
                            IDENTITY.replace("@Entity", "@Entity @Table(schema = \"other\")"),
                            GENERATED_ROWS,
                            3)
                    .with("rename=item:other.item"),
            next(
                            "key: a table goes to another schema with its sequence, said",
                            SEQUENCE,
                            SEQUENCE.replace("@Entity", "@Entity @Table(schema = \"other\")"),
                            GENERATED_ROWS,
                            52)
                    .with("rename=item:other.item"),
            entities(
                            "key: a table with references goes to another schema, said",
                            references("Long"),
                            "@Table(schema = \"other\") " + references("Long"),
                            "Item: id = 1L; name = 'a'\nPart 1: item = Item#1")
                    .with("rename=item:other.item"),
            entities(
                            "key: a table goes to another schema by another name, said",
                            item("String name;"),
                            "@Table(schema = \"other\", name = \"things\") " + item("String name;"),
                            ROWS)
                    .with("rename=item:other.things"),
            entities(
                            "key: a table goes to another schema",
                            item("String name;"),
                            "@Table(schema = \"other\") " + item("String name;"),
                            ROWS)
                    .reads("-Item#1", "-Item#2")
                    .back("-Item#1", "-Item#2")
                    .loses("The rows of item are lost.", "-Dmigrate.rename=item:other.item"),
            entities(
                            "key: an entity comes",
                            item("String name;"),
                            item("String name;") + "@Entity class Part { @Id Long id; }",
                            ROWS)
                    .writes("Part 1:")
                    .reads("Part#1.id=1")
                    .again("-Part#1"),
            entities(
                            "key: an entity goes",
                            item("String name;") + "@Entity class Part { @Id Long id; }",
                            item("String name;"),
                            ROWS + "\nPart 1:")
                    .reads("-Part#1")
                    .back("-Part#1")
                    .loses("The rows of part are lost."));

    private KeyChanges() {}

    private static String generated(String annotation) {
        return "@Entity class Item { @Id " + annotation + " Long id; String name; }\n";
    }

    private static String references(String type) {
        return "@Entity class Item { @Id " + type + " id; String name; }"
                + " @Entity class Part { @Id Long id; @ManyToOne Item item; }";
    }

    /** The next row that the later application stores gets this key. */
    private static EntityChange next(String name, String before, String after, String rows, int key) {
        String row = "Item#" + key;
        return entities(name, before, after, rows)
                .writes(NEXT)
                .reads(row + ".id=" + key, row + ".name=z")
                .back(row + ".id=" + key, row + ".name=z");
    }
}
