package dev.migrate.autogen.change;

import static dev.migrate.autogen.change.EntityChange.entities;

import java.util.List;

/** Where the rows of a hierarchy are. */
final class InheritanceChanges {

    private static final String SUBCLASSES = """
            @Entity class Car extends Vehicle { Integer seats; }
            @Entity class Truck extends Vehicle { Integer load; }
            @Entity class Bus extends Car { String line; }
            """;

    private static final String SINGLE = vehicle("@Inheritance(strategy = InheritanceType.SINGLE_TABLE)");
    private static final String SINGLE_ABSTRACT = isAbstract(SINGLE);
    private static final String JOINED = vehicle("@Inheritance(strategy = InheritanceType.JOINED)");
    private static final String JOINED_ABSTRACT = isAbstract(JOINED);
    private static final String WHOLE = vehicle("@Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)");
    private static final String WHOLE_ABSTRACT = isAbstract(WHOLE);

    private static final String ROWS = """
            Vehicle 1: name = 'v1'
            Car 2: name = 'c2'; seats = 4
            Car 3: name = 'c3'
            Truck 4: name = 't4'; load = 40
            Bus 5: name = 'b5'; seats = 50; line = 'X5'
            """;
    private static final String ROWS_OF_SUBCLASSES = ROWS.substring(ROWS.indexOf('\n') + 1);

    private static final String STOP =
            "@Entity class Stop { @Id Long id; @ManyToOne @OnDelete(action = OnDeleteAction.CASCADE) Vehicle vehicle; }";

    private static final String BOAT = "@Entity class Boat extends Vehicle {}";

    private static final String BOATS = "@Entity class Boat extends Vehicle { Integer sails; }";

    static final List<EntityChange> ALL = List.of(
            entities("inheritance: single table to joined", SINGLE, JOINED, ROWS),
            entities("inheritance: joined to single table", JOINED, SINGLE, ROWS),
            entities("inheritance: joined to table per class", JOINED, WHOLE, ROWS),
            entities("inheritance: table per class to joined", WHOLE, JOINED, ROWS),
            entities("inheritance: single table to table per class", SINGLE, WHOLE, ROWS),
            entities("inheritance: table per class to single table", WHOLE, SINGLE, ROWS),
            entities(
                    "inheritance: single table to joined, of an abstract class",
                    SINGLE_ABSTRACT,
                    JOINED_ABSTRACT,
                    ROWS_OF_SUBCLASSES),
            entities(
                    "inheritance: joined to single table, of an abstract class",
                    JOINED_ABSTRACT,
                    SINGLE_ABSTRACT,
                    ROWS_OF_SUBCLASSES),
            entities(
                    "inheritance: joined to table per class, of an abstract class",
                    JOINED_ABSTRACT,
                    WHOLE_ABSTRACT,
                    ROWS_OF_SUBCLASSES),
            entities(
                    "inheritance: table per class to joined, of an abstract class",
                    WHOLE_ABSTRACT,
                    JOINED_ABSTRACT,
                    ROWS_OF_SUBCLASSES),
            entities(
                    "inheritance: single table to table per class, of an abstract class",
                    SINGLE_ABSTRACT,
                    WHOLE_ABSTRACT,
                    ROWS_OF_SUBCLASSES),
            entities(
                    "inheritance: table per class to single table, of an abstract class",
                    WHOLE_ABSTRACT,
                    SINGLE_ABSTRACT,
                    ROWS_OF_SUBCLASSES),
            entities(
                    "inheritance: what refers to rows that move stays",
                    JOINED + STOP,
                    WHOLE + STOP,
                    ROWS + "Stop 1: vehicle = Vehicle#2\nStop 2: vehicle = Vehicle#1"),
            entities(
                            "inheritance: joined to table per class, with a row of no class",
                            JOINED_ABSTRACT,
                            WHOLE_ABSTRACT,
                            ROWS_OF_SUBCLASSES)
                    .with(
                            "meanwhile=INSERT INTO vehicle (id, name) VALUES (9, 'lost')",
                            "undone=DELETE FROM vehicle WHERE id = 9")
                    .refused("each row of vehicle has one in car or truck"),
            entities("inheritance: rows are left where they are", JOINED, SINGLE, ROWS)
                    .with("leaveRows=Vehicle", "offline")
                    .refused("The rows of car are lost."),
            entities("inheritance: a class goes that had a table joined", JOINED + BOATS, JOINED, """
                            INSERT INTO vehicle (id, name) VALUES (1, 'v1'), (2, 'b2');
                            INSERT INTO boat (id, sails) VALUES (2, 3);
                            """)
                    .reads("-Boat#2", "Vehicle#2.id=2", "Vehicle#2.name=b2")
                    .back("-Boat#2", "Vehicle#2.id=2", "Vehicle#2.name=b2")
                    .loses("its rows in vehicle stay, and become rows of Vehicle."),
            entities("inheritance: rows of a class that is gone", SINGLE + BOAT, JOINED, """
                            Vehicle 1: name = 'v1'
                            Boat 2: name = 'b2'
                            """)
                    .refused("each row of vehicle is of a class of the mapping by its dtype"),
            entities(
                            "inheritance: classes that are told apart by numbers",
                            vehicle("@DiscriminatorColumn(name = \"kind\","
                                    + " discriminatorType = DiscriminatorType.INTEGER)"),
                            JOINED,
                            "Vehicle 1: name = 'v1'")
                    .notWritten("no column of vehicle is known to tell which rows are of which class. Run again with"
                            + " -Dmigrate.leaveRows=Vehicle"),
            entities(
                            "inheritance: a subclass comes, and is used",
                            SINGLE,
                            SINGLE + "@Entity class Boat extends Vehicle { Integer masts; }",
                            ROWS)
                    .writes("Boat 9: name = 'b9'; masts = 2")
                    .reads("Boat#9.name=b9", "Boat#9.masts=2")
                    .refusesBack("no row of vehicle has Boat in dtype"),
            entities(
                    "inheritance: a subclass comes",
                    SINGLE,
                    SINGLE + "@Entity class Boat extends Vehicle { Integer masts; }",
                    ROWS),
            entities("inheritance: a joined subclass comes", JOINED, JOINED + BOAT, ROWS),
            entities("inheritance: a subclass of a table of its own comes", WHOLE, WHOLE + BOAT, ROWS),
            entities("inheritance: a subclass without columns comes, and is used", SINGLE, SINGLE + BOAT, ROWS)
                    .writes("Boat 9: name = 'b9'")
                    .reads("Boat#9.name=b9")
                    .refusesBack("no row of vehicle has Boat in dtype"),
            entities("inheritance: a subclass without rows goes", SINGLE + BOAT, SINGLE, ROWS)
                    .right(
                            "Rows of Boat in vehicle can't be read any more: the upgrade is refused while there is one."),
            entities("inheritance: a subclass with rows goes", SINGLE + BOAT, SINGLE, ROWS + "Boat 6: name = 'b6'")
                    .refused("no row of vehicle has Boat in dtype"),
            entities(
                            "inheritance: a subclass with rows becomes abstract",
                            SINGLE,
                            SINGLE.replace("@Entity class Truck", "@Entity abstract class Truck"),
                            ROWS)
                    .refused("no row of vehicle has Truck in dtype"),
            entities(
                            "inheritance: a subclass is called differently, and its rows are",
                            SINGLE,
                            SINGLE.replace("class Truck", "class Lorry"),
                            ROWS)
                    .with("rename=vehicle.dtype.Truck:Lorry")
                    .reads("-Truck#4", "Lorry#4.id=4", "Lorry#4.name=t4", "Lorry#4.load=40"),
            entities(
                            "inheritance: a subclass is called differently, not said",
                            SINGLE,
                            SINGLE.replace("class Truck", "class Lorry"),
                            ROWS)
                    .refused("no row of vehicle has Truck in dtype"),
            entities(
                            "inheritance: a subclass is called differently, and its rows are the same",
                            SINGLE.replace("@Entity class Truck", "@Entity @DiscriminatorValue(\"T\") class Truck"),
                            SINGLE.replace("@Entity class Truck", "@Entity @DiscriminatorValue(\"T\") class Lorry"),
                            ROWS)
                    .reads("-Truck#4", "Lorry#4.id=4", "Lorry#4.name=t4", "Lorry#4.load=40"),
            entities(
                    "inheritance: subclasses exchange their discriminator values",
                    SINGLE.replace("@Entity class Truck", "@Entity @DiscriminatorValue(\"T\") class Truck")
                            .replace("@Entity class Bus", "@Entity @DiscriminatorValue(\"B\") class Bus"),
                    SINGLE.replace("@Entity class Truck", "@Entity @DiscriminatorValue(\"B\") class Truck")
                            .replace("@Entity class Bus", "@Entity @DiscriminatorValue(\"T\") class Bus"),
                    ROWS),
            entities("inheritance: discriminators become numbers", SINGLE, numbered(SINGLE), ROWS),
            entities("inheritance: discriminators become strings", numbered(SINGLE), SINGLE, ROWS),
            entities(
                    "inheritance: another discriminator value of a joined subclass",
                    JOINED.replace("@Inheritance", "@DiscriminatorColumn @Inheritance"),
                    JOINED.replace("@Inheritance", "@DiscriminatorColumn @Inheritance")
                            .replace("@Entity class Truck", "@Entity @DiscriminatorValue(\"T\") class Truck"),
                    ROWS),
            entities(
                            "inheritance: single table to joined, with another discriminator value",
                            SINGLE,
                            JOINED.replace("@Inheritance", "@DiscriminatorColumn @Inheritance")
                                    .replace("@Entity class Truck", "@Entity @DiscriminatorValue(\"T\") class Truck"),
                            ROWS)
                    .refused("each row of vehicle is of a class of the mapping by its dtype"),
            entities(
                            "inheritance: a joined subclass with rows goes",
                            JOINED + BOAT,
                            JOINED,
                            ROWS + "Boat 6: name = 'b6'")
                    .reads("-Boat#6", "Vehicle#6.name=b6")
                    .back("-Boat#6", "Vehicle#6.name=b6")
                    .loses("The rows of boat are lost."),
            entities(
                    "inheritance: another discriminator value",
                    SINGLE,
                    SINGLE.replace("@Entity class Truck", "@Entity @DiscriminatorValue(\"T\") class Truck"),
                    ROWS),
            entities(
                            "inheritance: another discriminator column and value",
                            SINGLE,
                            SINGLE.replace("@Inheritance", "@DiscriminatorColumn(name = \"kind\") @Inheritance")
                                    .replace("@Entity class Truck", "@Entity @DiscriminatorValue(\"T\") class Truck"),
                            ROWS)
                    .with("rename=vehicle.dtype:kind"),
            entities(
                            "inheritance: another discriminator column",
                            SINGLE,
                            SINGLE.replace("@Inheritance", "@DiscriminatorColumn(name = \"kind\") @Inheritance"),
                            ROWS)
                    .with("rename=vehicle.dtype:kind"),
            entities(
                    "inheritance: another discriminator column, not said",
                    SINGLE,
                    SINGLE.replace("@Inheritance", "@DiscriminatorColumn(name = \"kind\") @Inheritance"),
                    ROWS),
            entities(
                            "inheritance: an attribute is pulled up, single table",
                            SINGLE,
                            SINGLE.replace("{ Integer load; }", "{}")
                                    .replace("String name;", "String name; Integer load;"),
                            ROWS)
                    .isNothing(),
            entities(
                    "inheritance: an attribute is pulled up, joined",
                    JOINED,
                    JOINED.replace("{ Integer load; }", "{}").replace("String name;", "String name; Integer load;"),
                    ROWS),
            entities(
                    "inheritance: an attribute is pushed down, joined",
                    JOINED.replace("{ Integer load; }", "{}").replace("String name;", "String name; Integer load;"),
                    JOINED,
                    ROWS),
            entities(
                    "inheritance: an attribute of a mapped superclass comes",
                    "@MappedSuperclass class Base { @Id Long id; } @Entity class Item extends Base { String name; }",
                    "@MappedSuperclass class Base { @Id Long id; Integer size; } @Entity class Item extends Base { String name; }",
                    "Item 1: name = 'a'"),
            entities(
                    "inheritance: an entity gets a subclass",
                    "@Entity class Vehicle { @Id Long id; String name; }",
                    "@Entity class Vehicle { @Id Long id; String name; }"
                            + " @Entity class Boat extends Vehicle { Integer masts; }",
                    "Vehicle 1: name = 'v1'"),
            entities(
                            "inheritance: an entity loses its only subclass",
                            "@Entity class Vehicle { @Id Long id; String name; }"
                                    + " @Entity class Boat extends Vehicle { Integer masts; }",
                            "@Entity class Vehicle { @Id Long id; String name; }",
                            "Vehicle 1: name = 'v1'")
                    .refusesBack("breaks it ("));

    private InheritanceChanges() {}

    /** The classes of a single table, told apart by numbers. */
    private static String numbered(String entities) {
        return entities.replace(
                        "@Inheritance",
                        "@DiscriminatorColumn(discriminatorType = DiscriminatorType.INTEGER) @DiscriminatorValue(\"0\") @Inheritance")
                .replace("@Entity class Car", "@Entity @DiscriminatorValue(\"1\") class Car")
                .replace("@Entity class Truck", "@Entity @DiscriminatorValue(\"2\") class Truck")
                .replace("@Entity class Bus", "@Entity @DiscriminatorValue(\"3\") class Bus");
    }

    private static String vehicle(String inheritance) {
        return "@Entity " + inheritance + " class Vehicle { @Id Long id; @Column(nullable = false) String name; }\n"
                + SUBCLASSES;
    }

    private static String isAbstract(String hierarchy) {
        return hierarchy.replace("class Vehicle", "abstract class Vehicle");
    }
}
