package dev.migrate.autogen.change;

import static dev.migrate.autogen.change.EntityChange.entities;
import static dev.migrate.autogen.change.EntityChange.fields;
import static dev.migrate.autogen.change.EntityChange.item;

import java.util.List;

/** Unique constraints, indexes, checks and generated columns. */
final class ConstraintChanges {

    private static final String[] NAMES = {"name = 'a'", "name = 'b'", ""};
    private static final String[] SIZES = {"size = 1", "size = 200", ""};
    private static final String TWO_ROWS = "Item 1: name = 'a'; size = 1\nItem 2: name = 'b'; size = 200";

    static final List<EntityChange> ALL = List.of(
            fields("constraint: a unique column", "String name;", "@Column(unique = true) String name;", NAMES),
            fields(
                            "constraint: a unique column with duplicates",
                            "String name;",
                            "@Column(unique = true) String name;",
                            "name = 'a'",
                            "name = 'a'")
                    .refused("name"),
            fields("constraint: no unique column", "@Column(unique = true) String name;", "String name;", NAMES),
            fields(
                            "constraint: no unique column, and duplicates came",
                            "@Column(unique = true) String name;",
                            "String name;",
                            NAMES)
                    .writes("Item 9: name = 'a'")
                    .reads("Item#9.name=a")
                    .refusesBack("name"),
            table(
                    "constraint: unique together",
                    "",
                    "@Table(uniqueConstraints = @UniqueConstraint(name = \"uk_item\", columnNames = {\"name\", \"size\"}))"),
            table(
                    "constraint: unique constraint of another name",
                    "@Table(uniqueConstraints = @UniqueConstraint(name = \"uk_item\", columnNames = \"name\"))",
                    "@Table(uniqueConstraints = @UniqueConstraint(name = \"uk_item_name\", columnNames = \"name\"))"),
            table(
                    "constraint: unique constraint of other columns",
                    "@Table(uniqueConstraints = @UniqueConstraint(name = \"uk_item\", columnNames = \"name\"))",
                    "@Table(uniqueConstraints = @UniqueConstraint(name = \"uk_item\", columnNames = {\"name\", \"size\"}))"),
            table("constraint: an index", "", "@Table(indexes = @Index(name = \"ix_item\", columnList = \"name\"))"),
            table(
                    "constraint: an index, descending",
                    "@Table(indexes = @Index(name = \"ix_item\", columnList = \"name\"))",
                    "@Table(indexes = @Index(name = \"ix_item\", columnList = \"name DESC\"))"),
            table(
                    "constraint: an index of other columns",
                    "@Table(indexes = @Index(name = \"ix_item\", columnList = \"name\"))",
                    "@Table(indexes = @Index(name = \"ix_item\", columnList = \"name, size\"))"),
            table(
                    "constraint: an index becomes unique",
                    "@Table(indexes = @Index(name = \"ix_item\", columnList = \"name\"))",
                    "@Table(indexes = @Index(name = \"ix_item\", columnList = \"name\", unique = true))"),
            table(
                    "constraint: an index of another name",
                    "@Table(indexes = @Index(name = \"ix_item\", columnList = \"name\"))",
                    "@Table(indexes = @Index(name = \"ix_item_name\", columnList = \"name\"))"),
            table("constraint: no index", "@Table(indexes = @Index(name = \"ix_item\", columnList = \"name\"))", ""),
            fields("constraint: a check", "Integer size;", "@Check(constraints = \"size > 0\") Integer size;", SIZES),
            fields(
                            "constraint: a check that a row violates",
                            "Integer size;",
                            "@Check(constraints = \"size > 1\") Integer size;",
                            SIZES)
                    .refused("breaks it ("),
            fields("constraint: no check", "@Check(constraints = \"size > 0\") Integer size;", "Integer size;", SIZES),
            fields(
                    "constraint: a narrower check",
                    "@Check(constraints = \"size > 0\") Integer size;",
                    "@Check(constraints = \"size > 0 and size < 1000\") Integer size;",
                    SIZES),
            fields(
                            "constraint: a narrower check that a row violates",
                            "@Check(constraints = \"size > 0\") Integer size;",
                            "@Check(constraints = \"size > 10\") Integer size;",
                            SIZES)
                    .refused("breaks it ("),
            fields(
                            "constraint: a wider check, and a row needs it",
                            "@Check(constraints = \"size > 0\") Integer size;",
                            "@Check(constraints = \"size > -10\") Integer size;",
                            SIZES)
                    .writes("Item 9: size = -5")
                    .reads("Item#9.size=-5")
                    .refusesBack("breaks it ("),
            fields(
                            "constraint: a generated column",
                            "Integer size;",
                            "Integer size; @GeneratedColumn(\"size * 2\") Integer twice;",
                            SIZES)
                    .reads("Item#1.twice=2", "Item#2.twice=400"),
            fields(
                    "constraint: no generated column",
                    "Integer size; @GeneratedColumn(\"size * 2\") Integer twice;",
                    "Integer size;",
                    SIZES),
            fields(
                            "constraint: another formula",
                            "Integer size; @GeneratedColumn(\"size * 2\") Integer twice;",
                            "Integer size; @GeneratedColumn(\"size * 3\") Integer twice;",
                            SIZES)
                    .reads("Item#1.twice=3", "Item#2.twice=600"),
            fields(
                    "constraint: a generated column becomes an ordinary one",
                    "Integer size; @GeneratedColumn(\"size * 2\") Integer twice;",
                    "Integer size; Integer twice;",
                    SIZES),
            fields(
                            "constraint: an ordinary column becomes a generated one",
                            "Integer size; Integer twice;",
                            "Integer size; @GeneratedColumn(\"size * 2\") Integer twice;",
                            "size = 1; twice = 7")
                    .reads("Item#1.twice=2")
                    .back("Item#1.twice=2")
                    .loses("twice"),
            table("constraint: @RowId", "", "@RowId(\"ctid\")").isNothing());

    private ConstraintChanges() {}

    private static EntityChange table(String name, String before, String after) {
        String fields = "String name; Integer size;";
        return entities(name, before + " " + item(fields), after + " " + item(fields), TWO_ROWS);
    }
}
