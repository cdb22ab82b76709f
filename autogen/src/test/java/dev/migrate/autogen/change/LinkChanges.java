package dev.migrate.autogen.change;

import static dev.migrate.autogen.change.EntityChange.entities;

import java.util.List;

/** Associations and collections, whose rows are links: in a table of their own, or in a column of what they refer to. */
final class LinkChanges {

    private static final String CART_ID = "@Entity class Cart { @Id Long id; ";
    private static final String LINE = " }\n@Entity class Line { @Id Long id; String name; ";
    private static final String JOIN_TABLE =
            CART_ID + "@OneToMany(fetch = FetchType.EAGER) @JoinTable(name = \"cart_lines\","
                    + " joinColumns = @JoinColumn(name = \"cart_id\")) Set<Line> lines = new HashSet<>();" + LINE + "}";
    private static final String JOIN_COLUMN = CART_ID
            + "@OneToMany(fetch = FetchType.EAGER) @JoinColumn(name = \"cart_id\") Set<Line> lines = new HashSet<>();"
            + LINE + "}";
    private static final String MAPPED_BY =
            CART_ID + "@OneToMany(mappedBy = \"cart\", fetch = FetchType.EAGER) Set<Line> lines = new HashSet<>();"
                    + LINE + "@ManyToOne Cart cart; }";
    private static final String TO_ONE = CART_ID + LINE + "@ManyToOne Cart cart; }";
    private static final String TO_ONE_TABLE =
            CART_ID + LINE + "@ManyToOne @JoinTable(name = \"line_cart\") Cart cart; }";
    private static final String MANY = CART_ID
            + "@ManyToMany(fetch = FetchType.EAGER) @JoinTable(name = \"cart_lines\", joinColumns = @JoinColumn(name = \"cart_id\"))"
            + " Set<Line> lines = new HashSet<>();" + LINE + "}";
    private static final String CARTS = "INSERT INTO cart (id) VALUES (1), (2), (3);\n";
    private static final String LINES =
            CARTS + "INSERT INTO line (id, name) VALUES (10, 'a'), (11, 'b'), (12, 'c'), (13, 'd');\n";
    private static final String LINKED =
            LINES + "INSERT INTO cart_lines (cart_id, lines_id) VALUES (1, 10), (1, 11), (2, 12);\n";
    private static final String LINE_CART =
            LINES + "INSERT INTO line_cart (cart_id, id) VALUES (1, 10), (1, 11), (2, 12);\n";
    private static final String REFERRING = CARTS
            + "INSERT INTO line (id, name, cart_id) VALUES (10, 'a', 1), (11, 'b', 1), (12, 'c', 2), (13, 'd', NULL);\n";
    private static final String WHOLE_LINKS = LINKED + "DELETE FROM line WHERE id = 13;\n";
    private static final String TREE_TABLE = "@Entity class Node { @Id Long id; @OneToMany(fetch = FetchType.EAGER)"
            + " @JoinTable(name = \"node_children\", joinColumns = @JoinColumn(name = \"parent_id\")) Set<Node> children = new HashSet<>(); }";
    private static final String TREE_COLUMN = "@Entity class Node { @Id Long id; @OneToMany(fetch = FetchType.EAGER)"
            + " @JoinColumn(name = \"parent_id\") Set<Node> children = new HashSet<>(); }";
    private static final String PHONES =
            "@Entity class Person { @Id Long id; @ElementCollection(fetch = FetchType.EAGER)"
                    + " @CollectionTable(name = \"phone\") @Column(name = \"number\") List<String> phones = new ArrayList<>(); }";
    private static final String PHONE_ENTITY = "@Entity class Person { @Id Long id; @OneToMany(fetch = FetchType.EAGER)"
            + " @JoinColumn(name = \"person_id\", nullable = false) List<Phone> phones = new ArrayList<>(); }\n"
            + "@Entity class Phone { @Id @GeneratedValue Long id; String number; }";
    private static final String PHONE_ROWS = """
            INSERT INTO person (id) VALUES (1), (2), (3);
            INSERT INTO phone (person_id, number) VALUES (1, 'a'), (1, 'b'), (2, 'a');
            """;

    static final List<EntityChange> ALL = List.of(
            entities("links: @OneToMany: a join table becomes a join column", JOIN_TABLE, JOIN_COLUMN, LINKED),
            entities("links: @OneToMany: a join column becomes a join table", JOIN_COLUMN, JOIN_TABLE, REFERRING),
            entities("links: @OneToMany: a join table becomes mappedBy", JOIN_TABLE, MAPPED_BY, LINKED)
                    .reads("Line#10.cart=Cart#1", "Line#11.cart=Cart#1", "Line#12.cart=Cart#2", "Line#13.cart=null"),
            entities("links: @OneToMany: mappedBy becomes a join table", MAPPED_BY, JOIN_TABLE, REFERRING),
            entities("links: @ManyToOne: a column becomes a join table", TO_ONE, TO_ONE_TABLE, REFERRING),
            entities("links: @ManyToOne: a join table becomes a column", TO_ONE_TABLE, TO_ONE, LINE_CART),
            entities("links: one to many becomes many to many", JOIN_COLUMN, MANY, REFERRING),
            entities("links: many to many becomes one to many", MANY, JOIN_COLUMN, LINKED),
            entities(
                            "links: many to many becomes one to many, of lines in several carts",
                            MANY,
                            JOIN_COLUMN,
                            LINKED + "INSERT INTO cart_lines (cart_id, lines_id) VALUES (2, 10);")
                    .refused("each row of line is in one row of cart_lines at most"),
            entities(
                            "links: @OneToMany: a join table becomes a mandatory column",
                            JOIN_TABLE,
                            MAPPED_BY.replace("@ManyToOne ", "@ManyToOne(optional = false) "),
                            WHOLE_LINKS)
                    .reads("Line#10.cart=Cart#1", "Line#11.cart=Cart#1", "Line#12.cart=Cart#2"),
            entities(
                            "links: @OneToMany: a join table becomes a mandatory column, with a line in no cart",
                            JOIN_TABLE,
                            MAPPED_BY.replace("@ManyToOne ", "@ManyToOne(optional = false) "),
                            LINKED)
                    .refused("each row of line is in a row of cart_lines"),
            entities(
                    "links: @OneToMany: a mandatory column becomes a join table",
                    MAPPED_BY.replace("@ManyToOne ", "@ManyToOne(optional = false) "),
                    JOIN_TABLE,
                    REFERRING.replace(", (13, 'd', NULL)", "")),
            entities(
                    "links: a list with positions in a join table becomes one with a column",
                    JOIN_TABLE.replace(
                            "Set<Line> lines = new HashSet", "@OrderColumn List<Line> lines = new ArrayList"),
                    JOIN_COLUMN.replace(
                            "Set<Line> lines = new HashSet", "@OrderColumn List<Line> lines = new ArrayList"),
                    LINES
                            + "INSERT INTO cart_lines (cart_id, lines_id, lines_order) VALUES (1, 11, 0), (1, 10, 1), (2, 12, 0);"),
            entities("links: a tree by a join table becomes one by a column", TREE_TABLE, TREE_COLUMN, """
                    INSERT INTO node (id) VALUES (1), (2), (3);
                    INSERT INTO node_children (parent_id, children_id) VALUES (1, 2), (1, 3);
                    """),
            entities(
                            "links: a column that may be something else",
                            MANY,
                            MAPPED_BY
                                    .replace("mappedBy = \"cart\"", "mappedBy = \"owner\"")
                                    .replace("Cart cart;", "Cart owner;"),
                            LINKED)
                    .reads("Cart#1.lines=[]", "Cart#2.lines=[]")
                    .back("Cart#1.lines=[]", "Cart#2.lines=[]")
                    .loses(
                            "UPDATE line SET owner_id = cart_lines.cart_id FROM cart_lines WHERE cart_lines.lines_id = line.id"),
            entities("links: rows of a join table are left", JOIN_TABLE, JOIN_COLUMN, LINKED)
                    .with("leaveRows=cart_lines")
                    .reads("Cart#1.lines=[]", "Cart#2.lines=[]")
                    .back("Cart#1.lines=[]", "Cart#2.lines=[]")
                    .loses("The rows of cart_lines are lost."),
            entities("links: an element collection becomes an entity", PHONES, PHONE_ENTITY, PHONE_ROWS)
                    .reads(
                            "Person#1.phones=[Phone#1, Phone#51]",
                            "Person#2.phones=[Phone#101]",
                            "Phone#1.id=1",
                            "Phone#1.number=a",
                            "Phone#51.id=51",
                            "Phone#51.number=b",
                            "Phone#101.id=101",
                            "Phone#101.number=a"),
            entities("links: an entity becomes an element collection", PHONE_ENTITY, PHONES, """
                    INSERT INTO person (id) VALUES (1), (2), (3);
                    INSERT INTO phone (id, number, person_id) VALUES (1, 'a', 1), (51, 'b', 1), (101, 'a', 2);
                    """)
                    .reads("Person#1.phones=[a, b]", "Person#2.phones=[a]", "-Phone#1", "-Phone#51", "-Phone#101")
                    .back("Phone#1.id=1")
                    .loses("The values of phone.id are lost."));

    private LinkChanges() {}
}
