package dev.migrate.autogen.diff;

import static dev.migrate.schema.Definitions.check;
import static dev.migrate.schema.Definitions.column;
import static dev.migrate.schema.Definitions.exclude;
import static dev.migrate.schema.Definitions.primaryKey;
import static dev.migrate.schema.Definitions.unique;
import static dev.migrate.schema.Types.bigint;
import static dev.migrate.schema.Types.bool;
import static dev.migrate.schema.Types.date;
import static dev.migrate.schema.Types.integer;
import static dev.migrate.schema.Types.interval;
import static dev.migrate.schema.Types.jsonb;
import static dev.migrate.schema.Types.numeric;
import static dev.migrate.schema.Types.smallint;
import static dev.migrate.schema.Types.text;
import static dev.migrate.schema.Types.timestamptz;
import static dev.migrate.schema.Types.type;
import static dev.migrate.schema.Types.uuid;
import static dev.migrate.schema.Types.varchar;

import dev.migrate.ddl.ServerVersion;
import dev.migrate.schema.Check;
import dev.migrate.schema.Column;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.Exclusion;
import dev.migrate.schema.Identity;
import dev.migrate.schema.Index;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Table;
import dev.migrate.schema.Type;
import dev.migrate.schema.Unique;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The tables of a random schema, with all that they have by themselves. */
final class RandomTables {

    private static final String LONG = "a_rather_long_table_name";
    private static final List<String> TABLES =
            List.of("users", "orders", "Order Items", "audit.events", "select", LONG);
    private static final List<String> COLUMNS = List.of("a", "b", "c", "Name", "état", "user");

    private final Draws draws;
    private final RandomTypes types;
    private final ServerVersion server;
    private final Map<QualifiedName, Type> keys = new LinkedHashMap<>();

    RandomTables(Draws draws, RandomTypes types, ServerVersion server) {
        this.draws = draws;
        this.types = types;
        this.server = server;
    }

    List<Table> tables() {
        for (String name : TABLES) {
            if (draws.chance(70)) {
                keys.put(
                        QualifiedName.parse(name.equals("orders") ? types.name(name) : name),
                        draws.one(List.of(bigint(), bigint(), uuid(), integer())));
            }
        }
        List<Table> tables = new ArrayList<>();
        keys.keySet().forEach(name -> tables.add(table(name)));
        return new RandomReferences(draws, server, keys).addedTo(tables);
    }

    static String sequenceName(QualifiedName table) {
        return (table.schema() == null ? "" : table.schema() + ".") + "serial_of_"
                + Math.floorMod(table.hashCode(), 1000);
    }

    private Table table(QualifiedName name) {
        Table table = Table.of(name).columns(keyColumn(keys.get(name)));
        for (String column : COLUMNS) {
            if (draws.chance(60)) {
                table = table.columns(someColumn(column));
            }
        }
        if (draws.chance(20)) {
            table = table.columns(column("serial", integer())
                    .notNull()
                    .defaultSql("nextval('" + sequenceName(name) + "'::regclass)"));
        }
        RandomFormulas formulas = new RandomFormulas(draws, types, server);
        table = formulas.addedTo(table);
        table = withConstraints(table);
        table = formulas.withChecks(table);
        List<Index> indexes = new ArrayList<>(new RandomIndexes(draws, types, server).of(table));
        indexes.addAll(formulas.indexes(table));
        table = table.withIndexes(indexes);
        table = draws.chance(15) ? table.with("fillfactor", draws.one(List.of("70", "80"))) : table;
        table = draws.chance(10) ? table.with("autovacuum_enabled", "false") : table;
        return draws.chance(30) ? table.comment(draws.one(List.of("One", "It's \"two\""))) : table;
    }

    private Column keyColumn(Type type) {
        Column id = column("id", type).notNull();
        if (type.equals(uuid())) {
            return draws.chance(50) ? id.defaultSql("gen_random_uuid()") : id;
        }
        Identity identity = draws.one(List.of(
                Identity.byDefault(),
                Identity.always(),
                Identity.byDefault().increment(50),
                Identity.byDefault().start(1000).cache(10),
                Identity.byDefault().min(-3).start(5),
                Identity.always().max(5000).cycle()));
        return draws.chance(70) ? id.identity(identity) : id;
    }

    private Column someColumn(String name) {
        List<Column> columns = new ArrayList<>(List.of(
                column(name, integer()).defaultValue(draws.one(List.of(0, 1))),
                column(name, integer()),
                column(name, smallint()),
                column(name, bigint()).defaultValue(5),
                column(name, text()).defaultValue(draws.one(List.of("x", "it's"))),
                column(name, text()).collation("\"C\""),
                column(name, varchar(draws.one(List.of(50, 100)))),
                column(name, numeric(10, 2)).defaultSql("0.00"),
                column(name, bool()).defaultValue(draws.chance(50)),
                column(name, timestamptz()).defaultSql("now()"),
                column(name, date()),
                column(name, interval()).defaultSql("'1 day'::interval"),
                column(name, jsonb()).defaultSql("'{}'::jsonb"),
                column(name, integer().array()),
                column(name, text().array()).defaultSql("'{}'::text[]"),
                column(name, types.mood().array()),
                column(name, types.mood().array())
                        .defaultSql(
                                draws.one(List.of("'{}'", "ARRAY[" + types.sad() + "]")) + "::" + types.mood() + "[]"),
                column(name, type("int4range")),
                column(name, type("daterange")).defaultSql("'empty'::daterange"),
                column(name, type("character(8)")),
                column(name, type("json")),
                column(name, type("point")),
                column(name, type("tsvector")),
                column(name, types.mood()).defaultSql("'" + types.someMood().replace("'", "''") + "'::" + types.mood()),
                column(name, types.mood())));
        types.domains().forEach(domain -> {
            columns.add(column(name, type(domain.name().toString())));
            columns.add(column(name, type(domain.name().toString()).array()));
        });
        types.pair().ifPresent(pair -> {
            columns.add(column(name, type(pair)));
            columns.add(column(name, type(pair).array()));
        });
        if (types.hasNumbers()) {
            columns.add(column(name, bigint()).defaultSql("nextval('numbers'::regclass)"));
        }
        if (types.hasNext()) {
            columns.add(column(name, bigint()).defaultSql("next(1)"));
        }
        if (server.isAtLeast(16)) { // Before, no statement gives a column its type's own storage back.
            columns.add(column(name, text()).storage(draws.one(List.of("EXTERNAL", "MAIN", "PLAIN"))));
        }
        if (server.isAtLeast(14)) {
            columns.add(column(name, text()).compression("pglz"));
            columns.add(column(name, type("int4multirange")));
        }
        Column column = draws.one(columns);
        Column described = draws.chance(20) ? column.comment(draws.one(List.of("First", "Second"))) : column;
        return draws.chance(40) ? described.notNull() : described;
    }

    private Table withConstraints(Table start) {
        String name = start.name().name();
        List<Constraint> more = new ArrayList<>();
        PrimaryKey key = primaryKey(name + draws.one(List.of("_pkey", "_pk")), "id");
        more.add(draws.chance(10) && start.column("a").isPresent() ? key.include("a") : key);
        if (isComparable(start, "b") && draws.chance(40)) {
            String constraint = draws.one(List.of("uq_", "u_")) + name;
            Unique unique = isComparable(start, "c") && draws.chance(50)
                    ? unique(constraint, "b", "c")
                    : unique(constraint, "b");
            unique = draws.chance(20) ? unique.initiallyDeferred() : unique;
            unique = draws.chance(20) ? unique.include("id") : unique;
            more.add(draws.chance(30) && server.isAtLeast(15) ? unique.nullsNotDistinct() : unique);
        }
        if (isNumber(start, "a") && draws.chance(50)) {
            Check check =
                    check(draws.one(List.of("ck_", "c_")) + name, draws.one(List.of("a > 0", "a >= 1 OR a IS NULL")));
            check = draws.chance(20) ? check.notValid() : check;
            check = draws.chance(20) ? check.noInherit() : check;
            more.add(draws.chance(30) && server.isAtLeast(18) ? check.notEnforced() : check);
        }
        if (isOneOf(start, "b", "int4range", "daterange", "int4multirange")) {
            more.add(exclusion(name));
            if (draws.chance(50) && server.isAtLeast(18)) {
                more.add(unique("apart_" + name, "id", "b").withoutOverlaps());
            }
        }
        if (types.hasNext() && isNumber(start, "c") && draws.chance(30)) {
            more.add(check("next_of_" + name, "next(c::bigint) <> 7"));
        }
        if (types.isMoods(start, "c") && draws.chance(50)) {
            more.add(check("moods_of_" + name, draws.one(List.of(types.sad() + " <> ALL (c)", "cardinality(c) < 9"))));
        }
        if (types.isMood(start, "c") && draws.chance(50)) {
            more.add(check("mood_of_" + name, "c <> " + types.sad()));
        }
        start.column("a")
                .filter(c -> types.isDomain(c.type()) && draws.chance(50))
                .ifPresent(c -> more.add(check("set_" + name, "a IS NOT NULL OR NULL::" + c.type() + " IS NULL")));
        return start.constraints(more.toArray(Constraint[]::new));
    }

    private Exclusion exclusion(String table) {
        Exclusion exclusion = exclude("ex_" + table, "b", draws.one(List.of("&&", "&&", "=", "-|-")));
        exclusion = draws.chance(50) ? exclusion.with("id", draws.one(List.of("=", "=", "<>"))) : exclusion;
        exclusion = draws.chance(20) ? exclusion.include("id") : exclusion;
        exclusion = draws.chance(20) ? exclusion.initiallyDeferred() : exclusion;
        return draws.chance(30) ? exclusion.where("id IS NOT NULL") : exclusion;
    }

    static boolean isNumber(Table table, String column) {
        return table.column(column)
                .filter(c -> List.of(integer(), bigint(), numeric(10, 2)).contains(c.type()))
                .isPresent();
    }

    static boolean isText(Table table, String column) {
        return table.column(column).filter(c -> c.type().equals(text())).isPresent();
    }

    static boolean isOneOf(Table table, String column, String... types) {
        return table.column(column)
                .filter(c -> List.of(types).contains(c.type().sql()))
                .isPresent();
    }

    static boolean isComparable(Table table, String column) {
        return table.column(column).isPresent() && !isOneOf(table, column, "json", "jsonb", "point");
    }
}
