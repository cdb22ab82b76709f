package dev.migrate.autogen.change;

import static dev.migrate.autogen.change.EntityChange.entities;
import static dev.migrate.autogen.change.EntityChange.item;

import java.util.List;

/** Embeddables, associations, collections and secondary tables. */
final class StructureChanges {

    private static final String SECONDARY =
            "@Entity @SecondaryTable(name = \"item_note\") class Item { @Id Long id; String name;"
                    + " @Column(table = \"item_note\") String note; }";
    private static final String ADDRESS = "@Embeddable class Address { String street; String city;"
            + " Address() {} Address(String street, String city) { this.street = street; this.city = city; } }\n";
    private static final String OWNER = "@Entity class Owner { @Id Long id; String name; }\n";
    private static final String OWNERS = "Owner 1: name = 'o'\nOwner 2: name = 'p'\n";
    private static final String TAG = "@Entity class Tag { @Id Long id; String name; }\n";
    private static final String TAGS = "Tag 1: name = 's'\nTag 2: name = 't'\n";
    private static final String TAGGED =
            TAGS + "Item 1: name = 'a'; tags.add(Tag#1); tags.add(Tag#2)\nItem 2: name = 'b'";
    private static final String WORDS = "Item 1: name = 'a'; words.add('y'); words.add('x')\nItem 2: name = 'b'";
    private static final String STRINGS = "@ElementCollection List<String> words = new ArrayList<>();";
    private static final String ORDERED = "@ElementCollection @OrderColumn List<String> words = new ArrayList<>();";
    private static final String DISTINCT = "@ElementCollection Set<String> words = new HashSet<>();";
    private static final String MAP = "@ElementCollection Map<String, String> words = new HashMap<>();";
    private static final String ARRAY = "List<String> words = new ArrayList<>();";
    private static final String MANY = "@ManyToMany List<Tag> tags = new ArrayList<>();";
    private static final String MANY_ONCE = "@ManyToMany Set<Tag> tags = new HashSet<>();";
    private static final String ONE_TO_MANY = "@OneToMany List<Tag> tags = new ArrayList<>();";
    private static final String JOIN_COLUMN =
            "@OneToMany @JoinColumn(name = \"item_id\") List<Tag> tags = new ArrayList<>();";
    private static final String ONE = "@ManyToOne Owner owner;";

    static final List<EntityChange> ALL = List.of(
            entities(
                    "structure: attributes move to a secondary table",
                    item("String name; String note;"),
                    SECONDARY,
                    "Item 1: name = 'a'; note = 'x'\nItem 2: name = 'b'"),
            entities(
                    "structure: attributes come back from a secondary table",
                    SECONDARY,
                    item("String name; String note;"),
                    "Item 1: name = 'a'; note = 'x'\nItem 2: name = 'b'"),
            entities(
                            "structure: an embeddable comes, and is used",
                            item("String name;"),
                            item("String name; @Embedded Address home;") + ADDRESS,
                            "Item 1: name = 'a'")
                    .writes("change Item 1: home = new Address('s', 'c')")
                    .reads("Item#1.home={city=c street=s}")
                    .again("Item#1.home=null"),
            entities(
                            "structure: an embeddable goes",
                            item("String name; @Embedded Address home;") + ADDRESS,
                            item("String name;"),
                            "Item 1: name = 'a'; home = new Address('s', 'c')")
                    .back("Item#1.home=null")
                    .loses("item.street", "item.city"),
            entities(
                            "structure: attributes become an embeddable",
                            item("String name; String street; String city;"),
                            item("String name; @Embedded Address home;") + ADDRESS,
                            "Item 1: name = 'a'; street = 's'; city = 'c'")
                    .reads("Item#1.home={city=c street=s}")
                    .isNothing(),
            entities(
                            "structure: an embeddable gets an attribute",
                            item("String name; @Embedded Address home;") + ADDRESS,
                            item("String name; @Embedded Address home;")
                                    + ADDRESS.replace("String city;", "String city; String zip;"),
                            "Item 1: name = 'a'; home = new Address('s', 'c')")
                    .reads("Item#1.home={city=c street=s zip=null}"),
            entities(
                            "structure: an embeddable gets a mandatory attribute",
                            item("String name; @Embedded Address home;") + ADDRESS,
                            item("String name; @Embedded Address home;")
                                    + ADDRESS.replace(
                                            "String city;", "String city; @Column(nullable = false) String zip;"),
                            "Item 1: name = 'a'; home = new Address('s', 'c')")
                    .refused("breaks it ("),
            entities(
                            "structure: an embeddable's columns get other names",
                            item("String name; @Embedded Address home;") + ADDRESS,
                            item(
                                            "String name; @Embedded @AttributeOverride(name = \"city\", column = @Column(name = \"home_city\")) Address home;")
                                    + ADDRESS,
                            "Item 1: name = 'a'; home = new Address('s', 'c')")
                    .with("rename=item.city:home_city"),
            entities(
                            "structure: a list of texts comes, and is used",
                            item("String name;"),
                            item("String name; " + STRINGS),
                            "Item 1: name = 'a'")
                    .writes("change Item 1: words.add('x')")
                    .reads("Item#1.words=[x]")
                    .again("Item#1.words=[]"),
            entities("structure: a list of texts goes", item("String name; " + STRINGS), item("String name;"), WORDS)
                    .back("Item#1.words=[]")
                    .loses("The rows of item_words are lost."),
            entities(
                            "structure: a list of texts gets an order",
                            item("String name; " + STRINGS),
                            item("String name; " + ORDERED),
                            WORDS)
                    .refused("rows break it ("),
            entities(
                            "structure: a list of texts loses its order",
                            item("String name; " + ORDERED),
                            item("String name; " + STRINGS),
                            WORDS)
                    .reads("Item#1.words=[x, y]")
                    .refusesBack("rows break it ("),
            entities(
                            "structure: a list of texts becomes a set",
                            item("String name; " + STRINGS),
                            item("String name; " + DISTINCT),
                            WORDS)
                    .isNothing(),
            entities(
                            "structure: a set of texts becomes a list",
                            item("String name; " + DISTINCT),
                            item("String name; " + STRINGS),
                            WORDS)
                    .isNothing(),
            entities(
                            "structure: a set of texts becomes a map",
                            item("String name; " + DISTINCT),
                            item("String name; " + MAP),
                            WORDS)
                    .refused("rows break it ("),
            entities(
                            "structure: an array becomes a list of texts",
                            item("String name; " + ARRAY),
                            item("String name; " + STRINGS),
                            WORDS)
                    .reads("Item#1.words=[]")
                    .back("Item#1.words=null", "Item#2.words=null")
                    .loses("The values of item.words are lost."),
            entities(
                            "structure: a list of texts becomes an array",
                            item("String name; " + STRINGS),
                            item("String name; " + ARRAY),
                            WORDS)
                    .reads("Item#1.words=null", "Item#2.words=null")
                    .back("Item#1.words=[]")
                    .loses("The rows of item_words are lost."),
            entities("structure: a map comes", item("String name;"), item("String name; " + MAP), "Item 1: name = 'a'"),
            entities(
                            "structure: a map's key gets another name",
                            item("String name; " + MAP),
                            item("String name; @MapKeyColumn(name = \"language\") " + MAP),
                            "Item 1: name = 'a'; words.put('k', 'v')")
                    .with("rename=item_words.words_key:language"),
            entities(
                            "structure: @ManyToOne comes, and is used",
                            item("String name;") + OWNER,
                            item("String name; " + ONE) + OWNER,
                            OWNERS + "Item 1: name = 'a'")
                    .writes("change Item 1: owner = Owner#2")
                    .reads("Item#1.owner=Owner#2")
                    .again("Item#1.owner=null"),
            entities(
                            "structure: @ManyToOne goes",
                            item("String name; " + ONE) + OWNER,
                            item("String name;") + OWNER,
                            OWNERS + "Item 1: name = 'a'; owner = Owner#2")
                    .back("Item#1.owner=null")
                    .loses("The values of item.owner_id are lost."),
            entities(
                            "structure: @ManyToOne becomes mandatory",
                            item("String name; " + ONE) + OWNER,
                            item("String name; @ManyToOne(optional = false) Owner owner;") + OWNER,
                            OWNERS + "Item 1: name = 'a'")
                    .refused("breaks it ("),
            entities(
                            "structure: @ManyToOne becomes mandatory, with values",
                            item("String name; " + ONE) + OWNER,
                            item("String name; @ManyToOne(optional = false) Owner owner;") + OWNER,
                            OWNERS + "Item 1: name = 'a'")
                    .with("backfill=item.owner_id=2")
                    .reads("Item#1.owner=Owner#2")
                    .back("Item#1.owner=Owner#2")
                    .loses("setSql"),
            entities(
                            "structure: a number becomes @ManyToOne",
                            item("@Column(name = \"owner_id\") Long ownerId;") + OWNER,
                            item(ONE) + OWNER,
                            OWNERS + "Item 1: ownerId = 2L")
                    .reads("Item#1.owner=Owner#2"),
            entities(
                            "structure: a number becomes @ManyToOne, and refers to nothing",
                            item("@Column(name = \"owner_id\") Long ownerId;") + OWNER,
                            item(ONE) + OWNER,
                            OWNERS + "Item 1: ownerId = 7L")
                    .refused("breaks it ("),
            entities(
                            "structure: @ManyToOne becomes a number",
                            item(ONE) + OWNER,
                            item("@Column(name = \"owner_id\") Long ownerId;") + OWNER,
                            OWNERS + "Item 1: owner = Owner#2")
                    .reads("Item#1.ownerId=2"),
            entities(
                    "structure: @ManyToOne becomes @OneToOne",
                    item(ONE) + OWNER,
                    item("@OneToOne Owner owner;") + OWNER,
                    OWNERS + "Item 1: owner = Owner#2"),
            entities(
                            "structure: @ManyToOne becomes @OneToOne, and two rows share one",
                            item(ONE) + OWNER,
                            item("@OneToOne Owner owner;") + OWNER,
                            OWNERS + "Item 1: owner = Owner#2\nItem 2: owner = Owner#2")
                    .refused("owner_id"),
            entities(
                    "structure: @OneToOne becomes @ManyToOne",
                    item("@OneToOne Owner owner;") + OWNER,
                    item(ONE) + OWNER,
                    OWNERS + "Item 1: owner = Owner#2"),
            entities(
                            "structure: @ManyToOne gets another column",
                            item(ONE) + OWNER,
                            item("@ManyToOne @JoinColumn(name = \"holder\") Owner owner;") + OWNER,
                            OWNERS + "Item 1: owner = Owner#2")
                    .with("rename=item.owner_id:holder"),
            entities(
                    "structure: @ManyToOne gets @OnDelete",
                    item(ONE) + OWNER,
                    item("@ManyToOne @OnDelete(action = OnDeleteAction.CASCADE) Owner owner;") + OWNER,
                    OWNERS + "Item 1: owner = Owner#2"),
            entities(
                    "structure: @ManyToOne without a foreign key",
                    item(ONE) + OWNER,
                    item("@ManyToOne @JoinColumn(foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT)) Owner owner;")
                            + OWNER,
                    OWNERS + "Item 1: owner = Owner#2"),
            entities(
                    "structure: @ManyToOne gets a join table",
                    item(ONE) + OWNER,
                    item("@ManyToOne @JoinTable(name = \"item_owner\") Owner owner;") + OWNER,
                    OWNERS + "Item 1: owner = Owner#2"),
            entities(
                            "structure: @ManyToMany comes, and is used",
                            item("String name;") + TAG,
                            item("String name; " + MANY) + TAG,
                            TAGS + "Item 1: name = 'a'")
                    .writes("change Item 1: tags.add(Tag#2)")
                    .reads("Item#1.tags=[Tag#2]")
                    .again("Item#1.tags=[]"),
            entities(
                            "structure: @ManyToMany goes",
                            item("String name; " + MANY) + TAG,
                            item("String name;") + TAG,
                            TAGGED)
                    .back("Item#1.tags=[]")
                    .loses("The rows of item_tag are lost."),
            entities(
                    "structure: @ManyToMany becomes a set",
                    item("String name; " + MANY) + TAG,
                    item("String name; " + MANY_ONCE) + TAG,
                    TAGGED),
            entities(
                            "structure: @ManyToMany gets another table",
                            item("String name; " + MANY) + TAG,
                            item("String name; @JoinTable(name = \"tagged\") " + MANY) + TAG,
                            TAGGED)
                    .with("rename=item_tag:tagged"),
            entities(
                    "structure: @OneToMany comes",
                    item("String name;") + TAG,
                    item("String name; " + ONE_TO_MANY) + TAG,
                    TAGS + "Item 1: name = 'a'"),
            entities(
                    "structure: @OneToMany becomes @ManyToMany",
                    item("String name; " + ONE_TO_MANY) + TAG,
                    item("String name; " + MANY) + TAG,
                    TAGGED),
            entities(
                    "structure: @ManyToMany becomes @OneToMany",
                    item("String name; " + MANY) + TAG,
                    item("String name; " + ONE_TO_MANY) + TAG,
                    TAGGED),
            entities(
                    "structure: @OneToMany gets a join column",
                    item("String name; " + ONE_TO_MANY) + TAG,
                    item("String name; " + JOIN_COLUMN) + TAG,
                    TAGGED),
            entities(
                    "structure: @OneToMany gets a join table",
                    item("String name; " + JOIN_COLUMN) + TAG,
                    item("String name; " + ONE_TO_MANY) + TAG,
                    TAGGED),
            entities(
                            "structure: @OneToMany gets a way back",
                            item("String name; " + JOIN_COLUMN) + TAG,
                            item("String name; @OneToMany(mappedBy = \"item\") List<Tag> tags = new ArrayList<>();")
                                    + TAG.replace("String name;", "String name; @ManyToOne Item item;"),
                            TAGGED)
                    .reads("Tag#1.item=Item#1", "Tag#2.item=Item#1")
                    .isNothing());

    private StructureChanges() {}
}
