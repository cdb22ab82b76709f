package dev.migrate.autogen.diff;

import static dev.migrate.schema.Definitions.check;
import static dev.migrate.schema.Definitions.column;
import static dev.migrate.schema.Definitions.domain;
import static dev.migrate.schema.Definitions.enumType;
import static dev.migrate.schema.Definitions.exclude;
import static dev.migrate.schema.Definitions.expression;
import static dev.migrate.schema.Definitions.foreignKey;
import static dev.migrate.schema.Definitions.index;
import static dev.migrate.schema.Definitions.key;
import static dev.migrate.schema.Definitions.primaryKey;
import static dev.migrate.schema.Definitions.sequence;
import static dev.migrate.schema.Definitions.unique;
import static dev.migrate.schema.Types.bigint;
import static dev.migrate.schema.Types.bool;
import static dev.migrate.schema.Types.date;
import static dev.migrate.schema.Types.integer;
import static dev.migrate.schema.Types.jsonb;
import static dev.migrate.schema.Types.numeric;
import static dev.migrate.schema.Types.text;
import static dev.migrate.schema.Types.timestamptz;
import static dev.migrate.schema.Types.type;
import static dev.migrate.schema.Types.uuid;
import static dev.migrate.schema.Types.varchar;

import dev.migrate.ddl.ServerVersion;
import dev.migrate.ddl.SqlIdentifiers;
import dev.migrate.schema.AuxiliaryObject;
import dev.migrate.schema.Column;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.Domain;
import dev.migrate.schema.EnumType;
import dev.migrate.schema.Exclusion;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Identity;
import dev.migrate.schema.Index;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Sequence;
import dev.migrate.schema.Table;
import dev.migrate.schema.Type;
import dev.migrate.schema.Unique;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;

/**
 * Schemas by chance, from a small stock of names and definitions: two of them share enough to have something to change,
 * and differ enough to have something to add and drop. The same seed gives the same schema.
 */
public final class RandomSchemas {

    private static final String LONG = "a_rather_long_table_name";
    private static final List<String> TABLES =
            List.of("users", "orders", "Order Items", "audit.events", "select", LONG);
    private static final List<String> COLUMNS = List.of("a", "b", "c", "Name", "état", "user");
    private static final List<List<String>> MOODS = List.of(
            List.of("sad", "ok", "happy"),
            List.of("sad", "ok", "happy", "it's \\fine"),
            List.of("happy", "sad"),
            List.of("new", "sad", "ok", "happy"));

    private final Random random;
    private final List<String> moods;
    private final Domain code;
    private final Map<String, Type> keys = new LinkedHashMap<>();

    private final ServerVersion server;

    private RandomSchemas(long seed, ServerVersion server) {
        // What Random draws first from two seeds in a row is almost the same.
        this.random = new Random(new SplittableRandom(seed).nextLong());
        this.server = server;
        this.moods = one(MOODS);
        this.code = one(List.of(
                domain("code", text()).check("code_check", "VALUE <> ''::text"),
                domain("code", text()).notNull().defaultValue("x"),
                domain("code", varchar(20)),
                domain("code", text()).check("code_check", "length(VALUE) > 1").comment("It's")));
    }

    /** The schema of this seed, as an author would write it. */
    public static Schema schema(long seed, ServerVersion server) {
        return new RandomSchemas(seed, server).schema();
    }

    private Schema schema() {
        for (String name : TABLES) {
            if (chance(70)) {
                keys.put(name, one(List.of(bigint(), bigint(), uuid(), integer())));
            }
        }
        List<Table> tables = new ArrayList<>();
        keys.keySet().forEach(name -> tables.add(table(name)));
        List<Sequence> sequences = new ArrayList<>();
        if (chance(50)) {
            sequences.add(sequence("numbers").increment(one(List.of(1L, 50L))).start(one(List.of(1L, 1000L))));
        }
        for (Table table : tables) {
            if (table.column("serial").isPresent()) {
                sequences.add(sequence(sequenceName(table.name()))
                        .type(integer())
                        .ownedBy(table.name().toString(), "serial"));
            }
        }
        return Schema.EMPTY
                .withSchemas(keys.containsKey("audit.events") || chance(20) ? List.of("audit") : List.of())
                .withEnums(List.of(mood()))
                .withDomains(List.of(code))
                .withAuxiliaryObjects(objects(tables))
                .withSequences(sequences)
                .withTables(withPartitions(tables));
    }

    private EnumType mood() {
        return enumType("mood", moods.toArray(String[]::new));
    }

    private Table table(String name) {
        Table table = Table.of(QualifiedName.parse(name)).columns(keyColumn(keys.get(name)));
        for (String column : COLUMNS) {
            if (chance(60)) {
                table = table.columns(someColumn(column));
            }
        }
        if (chance(20)) {
            table = table.columns(column("serial", integer())
                    .notNull()
                    .defaultSql("nextval('" + sequenceName(table.name()) + "'::regclass)"));
        }
        table = withReferences(table);
        if (chance(20) && isNumber(table, "a")) {
            table = table.columns(column("twice", numeric()).generatedStored(one(List.of("a * 2", "a + a + 1"))));
        }
        table = withConstraints(table);
        table = table.withIndexes(indexes(table));
        return chance(30) ? table.comment(one(List.of("One", "It's \"two\""))) : table;
    }

    private static String sequenceName(QualifiedName table) {
        return (table.schema() == null ? "" : "audit.") + "serial_of_" + Math.floorMod(table.hashCode(), 1000);
    }

    private Column keyColumn(Type type) {
        Column id = column("id", type).notNull();
        if (type.equals(uuid())) {
            return chance(50) ? id.defaultSql("gen_random_uuid()") : id;
        }
        return switch (random.nextInt(4)) {
            case 0 -> id.identity();
            case 1 -> id.identityAlways();
            case 2 ->
                id.identity(
                        Identity.byDefault().with(Identity.byDefault().options().increment(50)));
            default -> id;
        };
    }

    private Column someColumn(String name) {
        Column column = one(List.of(
                column(name, integer()).defaultValue(one(List.of(0, 1))),
                column(name, integer()),
                column(name, bigint()).defaultValue(5),
                column(name, text()).defaultValue(one(List.of("x", "it's"))),
                column(name, text()).collation("\"C\""),
                column(name, varchar(one(List.of(50, 100)))),
                column(name, numeric(10, 2)).defaultSql("0.00"),
                column(name, bool()).defaultValue(chance(50)),
                column(name, timestamptz()).defaultSql("now()"),
                column(name, date()),
                column(name, jsonb()).defaultSql("'{}'::jsonb"),
                column(name, integer().array()),
                column(name, text().array()).defaultSql("'{}'::text[]"),
                column(name, type("code")),
                column(name, type("code").array()),
                column(name, type("mood").array()),
                column(name, type("int4range")),
                column(name, type("mood")).defaultValue(one(moods)),
                column(name, type("mood"))));
        Column described = chance(20) ? column.comment(one(List.of("First", "Second"))) : column;
        return chance(40) ? described.notNull() : described;
    }

    private Table withReferences(Table start) {
        Table table = start;
        for (Map.Entry<String, Type> target : keys.entrySet()) {
            if (chance(30)) {
                String targetName = QualifiedName.parse(target.getKey()).name().replace(' ', '_');
                String column = targetName.toLowerCase(Locale.ROOT) + "_id";
                ForeignKey reference = foreignKey(
                                one(List.of("fk_", "ref_"))
                                        + column
                                        + table.name().name(),
                                column)
                        .references(target.getKey(), "id");
                if (chance(30)) {
                    reference = reference.onDelete(one(List.of(ForeignKey.Action.CASCADE, ForeignKey.Action.SET_NULL)));
                }
                reference = chance(20) ? reference.initiallyDeferred() : reference;
                reference = chance(10) ? reference.notValid() : reference;
                table = table.columns(column(column, target.getValue())).foreignKey(reference);
            }
        }
        return table;
    }

    private Table withConstraints(Table start) {
        String name = start.name().name();
        List<Constraint> more = new ArrayList<>();
        more.add(primaryKey(name + one(List.of("_pkey", "_pk")), "id"));
        if (start.column("b").isPresent() && start.column("c").isPresent() && isComparable(start, "b", "c")) {
            if (chance(40)) {
                String constraint = one(List.of("uq_", "u_")) + name;
                Unique unique = chance(50) ? unique(constraint, "b") : unique(constraint, "b", "c");
                unique = chance(20) ? unique.initiallyDeferred() : unique;
                unique = chance(20) ? unique.include("id") : unique;
                more.add(chance(30) && server.isAtLeast(15) ? unique.nullsNotDistinct() : unique);
            }
        }
        if (isNumber(start, "a") && chance(50)) {
            more.add(check(one(List.of("ck_", "c_")) + name, one(List.of("a > 0", "a >= 1 OR a IS NULL"))));
        }
        if (start.column("b").filter(c -> c.type().equals(type("int4range"))).isPresent()) {
            Exclusion exclusion = exclude("ex_" + name, "b", "&&");
            exclusion = chance(50) ? exclusion.with("id", "=") : exclusion;
            more.add(chance(30) ? exclusion.where("id IS NOT NULL") : exclusion);
        }
        if (isMood(start, "c") && chance(50)) {
            more.add(check("mood_of_" + name, "c <> 'sad'::mood"));
        }
        return start.constraints(more.toArray(Constraint[]::new));
    }

    private List<Index> indexes(Table table) {
        String name = table.name().toString();
        String suffix = table.name().name();
        List<Index> indexes = new ArrayList<>();
        if (table.column("a").isPresent() && isComparable(table, "a") && chance(50)) {
            Index index = index(one(List.of("ix_a_", "ia_")) + suffix).on(name, "a");
            index = chance(30) ? index.unique() : index;
            index = chance(20) ? index.include("id") : index;
            index = chance(10) ? index.with("fillfactor", one(List.of("70", "80"))) : index;
            indexes.add(chance(30) ? index.where("a IS NOT NULL") : index);
        }
        if (table.column("b").isPresent() && isComparable(table, "b") && chance(40)) {
            indexes.add(index("ix_b_" + suffix).on(name, chance(50) ? key("b").desc() : key("b"), key("id")));
        }
        if (table.column("Name").filter(c -> c.type().equals(text())).isPresent() && chance(60)) {
            indexes.add(index("ix_name_" + suffix).on(name, expression("lower(\"Name\")")));
        }
        if (table.column("c").filter(c -> c.type().equals(jsonb())).isPresent() && chance(60)) {
            indexes.add(index("ix_c_" + suffix).on(name, "c").using("gin"));
        }
        if (isMood(table, "b") && chance(50)) {
            indexes.add(index("ix_sad_" + suffix).on(name, "id").where("b = 'sad'::mood"));
        }
        return indexes;
    }

    private static final QualifiedName PARTITIONED = QualifiedName.parse("measures");

    /** A partitioned table with one or two partitions of its own name each. */
    private List<Table> withPartitions(List<Table> tables) {
        if (chance(50)) {
            return tables;
        }
        List<Table> all = new ArrayList<>(tables);
        Table parent = Table.of(PARTITIONED)
                .columns(column("day", date()).notNull(), column("a", integer()), column("m", type("mood")))
                .partitionByRange("day");
        parent = chance(50) ? parent.primaryKey("measures_pkey", "day") : parent;
        parent = chance(50) ? parent.check("ck_measures", one(List.of("a > 0", "a > 1"))) : parent;
        parent = chance(50)
                ? parent.withIndexes(List.of(index("ix_measures").on("measures", one(List.of("a", "m")))))
                : parent;
        all.add(parent);
        for (int year = 2024; year < 2026; year++) {
            if (chance(60)) {
                all.add(Table.of(QualifiedName.parse("measures_" + year))
                        .partitionOf(
                                "measures", "FOR VALUES FROM ('" + year + "-01-01') TO ('" + (year + 1) + "-01-01')"));
            }
        }
        return all;
    }

    /** Functions, triggers, views and a composite type. */
    private List<AuxiliaryObject> objects(List<Table> tables) {
        List<AuxiliaryObject> objects = new ArrayList<>();
        if (chance(60)) {
            objects.add(new AuxiliaryObject(
                    "type pair",
                    "CREATE TYPE pair AS (x " + one(List.of("integer", "text")) + one(List.of("", ", y mood")) + ")",
                    "DROP TYPE pair"));
        }
        boolean touches = chance(60);
        if (touches) {
            objects.add(new AuxiliaryObject(
                    "function touch()",
                    "CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN "
                            + one(List.of("NEW", "OLD")) + "; END $$",
                    "DROP FUNCTION touch()"));
        }
        for (Table table : tables) {
            String name = SqlIdentifiers.quote(table.name());
            if (touches && chance(30)) {
                objects.add(new AuxiliaryObject(
                        "trigger touched on " + name,
                        "CREATE TRIGGER touched BEFORE " + one(List.of("INSERT", "UPDATE", "INSERT OR UPDATE")) + " ON "
                                + name + " FOR EACH ROW EXECUTE FUNCTION touch()",
                        "DROP TRIGGER touched ON " + name));
            }
            if (table.name().name().equals("users") && chance(50)) {
                objects.add(new AuxiliaryObject(
                        "view shown",
                        "CREATE VIEW shown AS SELECT " + one(List.of("id", "id, count(*) AS n")) + " FROM " + name
                                + " GROUP BY id",
                        "DROP VIEW shown"));
                if (chance(50)) {
                    String kind = one(List.of("view", "materialized view"));
                    objects.add(new AuxiliaryObject(
                            kind + " all_shown",
                            "CREATE " + kind + " all_shown AS SELECT id FROM shown",
                            "DROP " + kind + " all_shown"));
                }
            }
        }
        return objects;
    }

    private static boolean isNumber(Table table, String column) {
        return table.column(column)
                .filter(c -> List.of(integer(), bigint(), numeric(10, 2)).contains(c.type()))
                .isPresent();
    }

    private static boolean isMood(Table table, String column) {
        return table.column(column).filter(c -> c.type().equals(type("mood"))).isPresent();
    }

    private static boolean isComparable(Table table, String... columns) {
        return List.of(columns).stream().allMatch(name -> table.column(name)
                .filter(c -> !c.type().sql().startsWith("json"))
                .isPresent());
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private <T> T one(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
