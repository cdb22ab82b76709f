package dev.migrate.autogen.change;

import static dev.migrate.autogen.change.EntityChange.entities;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What numbers the rows of an entity. */
final class GeneratorChanges {

    private static final String SEQUENCE = "@GeneratedValue(strategy = GenerationType.SEQUENCE)";
    private static final String IDENTITY = "@GeneratedValue(strategy = GenerationType.IDENTITY)";
    private static final String TABLE = "@GeneratedValue(strategy = GenerationType.TABLE)";
    private static final String NAMED_SEQUENCE =
            "@GeneratedValue(generator = \"g\") @SequenceGenerator(name = \"g\", sequenceName = \"numbers\", allocationSize = 10)";
    private static final String NAMED_TABLE =
            "@GeneratedValue(generator = \"g\") @TableGenerator(name = \"g\", table = \"ids\", pkColumnName = \"n\","
                    + " valueColumnName = \"v\", pkColumnValue = \"items\", allocationSize = 10)";
    private static final String OTHER = "@Entity class Other { @Id " + TABLE + " Long id; }";

    private static final String ROWS = "INSERT INTO item (id) SELECT generate_series(1, 500);";

    /** What has been called so went with the table. */
    private static final String ANEW = "A generator with a pkColumnValue of its own begins anew: add its row to ids.";

    static final List<EntityChange> ALL = all();

    private GeneratorChanges() {}

    private static List<EntityChange> all() {
        Map<String, String> ways = new TreeMap<>(Map.of(
                "sequence", SEQUENCE,
                "identity", IDENTITY,
                "table", TABLE,
                "named sequence", NAMED_SEQUENCE,
                "named table", NAMED_TABLE));
        List<EntityChange> all = new ArrayList<>();
        ways.forEach((from, before) -> ways.forEach((to, after) -> {
            if (!from.equals(to)) {
                EntityChange change = entities("generator: " + from + " to " + to, item(before), item(after), ROWS)
                        .with("insert=Item");
                all.add(
                        switch (from) {
                            case "named table" -> change.with("begins anew").right(ANEW);
                            case "table" -> change.right("The rows of hibernate_sequences are lost.");
                            default -> change;
                        });
            }
        }));
        for (String way : List.of("sequence", "identity", "named sequence")) {
            all.add(entities(
                            "generator: " + way + " to the table of another",
                            item(ways.get(way)) + OTHER,
                            item(TABLE) + OTHER,
                            ROWS)
                    .with("insert=Item", "insert=Other"));
            all.add(entities(
                            "generator: the table of another to " + way,
                            item(TABLE) + OTHER,
                            item(ways.get(way)) + OTHER,
                            ROWS)
                    .with("insert=Item", "insert=Other"));
        }
        return List.copyOf(all);
    }

    private static String item(String generator) {
        return "@Entity class Item { @Id " + generator + " Long id; }\n";
    }
}
