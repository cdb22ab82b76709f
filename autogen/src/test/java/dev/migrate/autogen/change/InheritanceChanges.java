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

    private static final String SINGLE_ROWS = """
            INSERT INTO vehicle (id, name, dtype, seats, load, line) VALUES
              (1, 'v1', 'Vehicle', NULL, NULL, NULL), (2, 'c2', 'Car', 4, NULL, NULL), (3, 'c3', 'Car', NULL, NULL, NULL),
              (4, 't4', 'Truck', NULL, 40, NULL), (5, 'b5', 'Bus', 50, NULL, 'X5');
            """;
    private static final String JOINED_ROWS = """
            INSERT INTO vehicle (id, name) VALUES (1, 'v1'), (2, 'c2'), (3, 'c3'), (4, 't4'), (5, 'b5');
            INSERT INTO car (id, seats) VALUES (2, 4), (3, NULL), (5, 50);
            INSERT INTO truck (id, load) VALUES (4, 40);
            INSERT INTO bus (id, line) VALUES (5, 'X5');
            """;
    private static final String WHOLE_ROWS = """
            INSERT INTO car (id, name, seats) VALUES (2, 'c2', 4), (3, 'c3', NULL);
            INSERT INTO truck (id, name, load) VALUES (4, 't4', 40);
            INSERT INTO bus (id, name, seats, line) VALUES (5, 'b5', 50, 'X5');
            """;
    private static final String WHOLE_ROOT_ROW = "INSERT INTO vehicle (id, name) VALUES (1, 'v1');";

    private static final String STOP =
            "@Entity class Stop { @Id Long id; @ManyToOne @OnDelete(action = OnDeleteAction.CASCADE) Vehicle vehicle; }";

    private static final String BOAT = "@Entity class Boat extends Vehicle {}";

    private static final String BOATS = "@Entity class Boat extends Vehicle { Integer sails; }";

    static final List<EntityChange> ALL = List.of(
            entities("inheritance: single table to joined", SINGLE, JOINED, SINGLE_ROWS),
            entities("inheritance: joined to single table", JOINED, SINGLE, JOINED_ROWS),
            entities("inheritance: joined to table per class", JOINED, WHOLE, JOINED_ROWS),
            entities("inheritance: table per class to joined", WHOLE, JOINED, WHOLE_ROWS + WHOLE_ROOT_ROW),
            entities("inheritance: single table to table per class", SINGLE, WHOLE, SINGLE_ROWS),
            entities("inheritance: table per class to single table", WHOLE, SINGLE, WHOLE_ROWS + WHOLE_ROOT_ROW),
            entities(
                    "inheritance: single table to joined, of an abstract class",
                    SINGLE_ABSTRACT,
                    JOINED_ABSTRACT,
                    withoutRoot(SINGLE_ROWS)),
            entities(
                    "inheritance: joined to single table, of an abstract class",
                    JOINED_ABSTRACT,
                    SINGLE_ABSTRACT,
                    withoutRoot(JOINED_ROWS)),
            entities(
                    "inheritance: joined to table per class, of an abstract class",
                    JOINED_ABSTRACT,
                    WHOLE_ABSTRACT,
                    withoutRoot(JOINED_ROWS)),
            entities(
                    "inheritance: table per class to joined, of an abstract class",
                    WHOLE_ABSTRACT,
                    JOINED_ABSTRACT,
                    WHOLE_ROWS),
            entities(
                    "inheritance: single table to table per class, of an abstract class",
                    SINGLE_ABSTRACT,
                    WHOLE_ABSTRACT,
                    withoutRoot(SINGLE_ROWS)),
            entities(
                    "inheritance: table per class to single table, of an abstract class",
                    WHOLE_ABSTRACT,
                    SINGLE_ABSTRACT,
                    WHOLE_ROWS),
            entities(
                    "inheritance: what refers to rows that move stays",
                    JOINED + STOP,
                    WHOLE + STOP,
                    JOINED_ROWS + "INSERT INTO stop (id, vehicle_id) VALUES (1, 2), (2, 1);"),
            entities(
                            "inheritance: joined to table per class, with a row of no class",
                            JOINED_ABSTRACT,
                            WHOLE_ABSTRACT,
                            withoutRoot(JOINED_ROWS))
                    .with(
                            "meanwhile=INSERT INTO vehicle (id, name) VALUES (9, 'lost')",
                            "undone=DELETE FROM vehicle WHERE id = 9")
                    .refused("each row of vehicle has one in car or truck"),
            entities("inheritance: rows are left where they are", JOINED, SINGLE, JOINED_ROWS)
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
                            INSERT INTO vehicle (id, name, dtype) VALUES (1, 'v1', 'Vehicle'), (2, 'b2', 'Boat');
                            """)
                    .refused("each row of vehicle is of a class of the mapping by its dtype"),
            entities(
                            "inheritance: classes that are told apart by numbers",
                            vehicle("@DiscriminatorColumn(name = \"kind\","
                                    + " discriminatorType = DiscriminatorType.INTEGER)"),
                            JOINED,
                            "INSERT INTO vehicle (id, name, kind) VALUES (1, 'v1', " + "Vehicle".hashCode() + ");")
                    .notWritten("no column of vehicle is known to tell which rows are of which class. Run again with"
                            + " -Dmigrate.leaveRows=Vehicle"));

    private InheritanceChanges() {}

    private static String vehicle(String inheritance) {
        return "@Entity " + inheritance + " class Vehicle { @Id Long id; @Column(nullable = false) String name; }\n"
                + SUBCLASSES;
    }

    private static String isAbstract(String hierarchy) {
        return hierarchy.replace("class Vehicle", "abstract class Vehicle");
    }

    private static String withoutRoot(String rows) {
        return rows.replace("(1, 'v1', 'Vehicle', NULL, NULL, NULL), ", "").replace("(1, 'v1'), ", "");
    }
}
