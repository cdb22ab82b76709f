package dev.migrate.autogen.diff;

import dev.migrate.ddl.ServerVersion;
import dev.migrate.ddl.SqlIdentifiers;
import dev.migrate.schema.AuxiliaryObject;
import dev.migrate.schema.Column;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Functions, triggers, views, casts and a composite type over what else a random schema has. */
final class RandomObjects {

    private final Draws draws;
    private final RandomTypes types;
    private final ServerVersion server;
    private final List<AuxiliaryObject> objects = new ArrayList<>();

    RandomObjects(Draws draws, RandomTypes types, ServerVersion server) {
        this.draws = draws;
        this.types = types;
        this.server = server;
    }

    List<AuxiliaryObject> over(List<Table> tables) {
        ofTypes();
        Optional<String> touch = draws.chance(60) ? Optional.of(types.name("touch")) : Optional.empty();
        touch.ifPresent(name -> add(
                "function " + name + "()",
                " RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN " + draws.one(List.of("NEW", "OLD"))
                        + "; END $$"));
        for (Table table : tables) {
            if (table.column("id").isEmpty()) {
                ofOther(table);
                continue;
            }
            touch.filter(name -> draws.chance(30)).ifPresent(name -> trigger(table, name));
            touch.filter(name -> draws.chance(10)).ifPresent(name -> laterTrigger(table, name));
            rights(table);
            if (draws.chance(10)) {
                marks(table);
            }
            if (table.name().name().equals("users") && draws.chance(50)) {
                views(table);
            }
            if (table.name().name().equals("orders") && draws.chance(50)) {
                viewOfAllColumns(table);
            }
        }
        return objects;
    }

    private void ofTypes() {
        types.pair().ifPresent(pair -> add("type " + pair, " AS (" + types.attributesOfPair() + ")"));
        if (types.hasNext()) {
            add(
                    "function next(bigint)",
                    " RETURNS bigint IMMUTABLE LANGUAGE sql AS 'SELECT $1 + " + draws.one(List.of("1", "2")) + "'");
        }
        types.domains().stream()
                .filter(domain -> draws.chance(20))
                .forEach(domain ->
                        add("function told(" + domain.name() + ")", " RETURNS text LANGUAGE sql AS 'SELECT $1::text'"));
        if (draws.chance(25)) {
            String cast = "(character varying as " + types.mood() + ")";
            objects.add(new AuxiliaryObject(
                    "cast " + cast, "CREATE CAST " + cast + " WITH INOUT AS IMPLICIT", "DROP CAST " + cast));
        }
        if (draws.chance(25)) {
            add("function cheer(" + types.mood() + ")", " RETURNS text LANGUAGE sql AS 'SELECT $1::text'");
        }
    }

    private void trigger(Table table, String function) {
        String on = "touched ON " + SqlIdentifiers.quote(table.name());
        String columns = table.column("a").isPresent() && draws.chance(30) ? " OF a" : "";
        String condition =
                table.column("b").filter(c -> c.type().equals(types.mood())).isPresent() && draws.chance(40)
                        ? " WHEN (NEW.b = " + types.sad() + ")"
                        : "";
        String event = draws.one(List.of("INSERT", "UPDATE" + columns, "INSERT OR UPDATE" + columns));
        objects.add(new AuxiliaryObject(
                "trigger " + on.replace(" ON ", " on "),
                "CREATE TRIGGER touched BEFORE " + event + " ON " + SqlIdentifiers.quote(table.name()) + " FOR EACH ROW"
                        + condition + " EXECUTE FUNCTION " + function + "()",
                "DROP TRIGGER " + on));
    }

    /** At commit, or for a whole statement. */
    private void laterTrigger(Table table, String function) {
        String name = SqlIdentifiers.quote(table.name());
        boolean hasMood = types.isMood(table, "b");
        objects.add(new AuxiliaryObject(
                "trigger told on " + name,
                draws.chance(50)
                        ? "CREATE CONSTRAINT TRIGGER told AFTER UPDATE ON " + name
                                + draws.one(List.of("", " DEFERRABLE INITIALLY DEFERRED")) + " FOR EACH ROW"
                                + (hasMood ? " WHEN (OLD.b = " + types.sad() + ")" : "") + " EXECUTE FUNCTION "
                                + function
                                + "()"
                        : "CREATE TRIGGER told AFTER INSERT ON " + name + " REFERENCING NEW TABLE AS "
                                + draws.one(List.of("those", "\"The new\"")) + " FOR EACH STATEMENT EXECUTE FUNCTION "
                                + function + "()",
                "DROP TRIGGER told ON " + name));
    }

    /** Row level security with policies, and rules. */
    private void rights(Table table) {
        String name = SqlIdentifiers.quote(table.name());
        if (draws.chance(5)) {
            objects.add(new AuxiliaryObject(
                    "forced row level security on " + name,
                    "ALTER TABLE " + name + " FORCE ROW LEVEL SECURITY",
                    "ALTER TABLE " + name + " NO FORCE ROW LEVEL SECURITY"));
        }
        if (draws.chance(10)) {
            objects.add(new AuxiliaryObject(
                    "row level security on " + name,
                    "ALTER TABLE " + name + " ENABLE ROW LEVEL SECURITY",
                    "ALTER TABLE " + name + " DISABLE ROW LEVEL SECURITY"));
        }
        if (draws.chance(20)) {
            String seen = table.column("a").isPresent() && draws.chance(50) ? "a IS NULL" : "id IS NOT NULL";
            seen = types.isMood(table, "b") && draws.chance(50) ? "b = " + types.sad() : seen;
            ofTable("policy seen on " + name, " FOR " + draws.one(List.of("SELECT", "ALL")) + " USING (" + seen + ")");
        }
        if (draws.chance(10)) {
            String kept = table.column("b").isPresent() && draws.chance(50) ? " WHERE OLD.b IS NULL" : "";
            kept = types.isMood(table, "b") && draws.chance(50) ? " WHERE OLD.b <> " + types.sad() : kept;
            ofTable("rule kept on " + name, " AS ON DELETE TO " + name + kept + " DO INSTEAD NOTHING");
        }
    }

    private void ofTable(String identity, String definition) {
        String start = identity.startsWith("rule ") ? identity.replaceFirst(" on .*", "") : identity;
        objects.add(new AuxiliaryObject(identity, "CREATE " + start + definition, "DROP " + identity));
    }

    /** Which index PostgreSQL replicates by, and which it sorts by. */
    private void marks(Table table) {
        String name = SqlIdentifiers.quote(table.name());
        Optional<String> key = table.primaryKey().map(PrimaryKey::name).map(SqlIdentifiers::quote);
        String identity = key.isPresent() && draws.chance(50)
                ? "USING INDEX " + key.get()
                : draws.one(List.of("FULL", "NOTHING"));
        objects.add(new AuxiliaryObject(
                "replica identity on " + name,
                "ALTER TABLE " + name + " REPLICA IDENTITY " + identity,
                "ALTER TABLE " + name + " REPLICA IDENTITY DEFAULT"));
        List<String> indexes = table.indexes().stream()
                .filter(index -> index.method().equals("btree") && index.where() == null)
                .map(index -> SqlIdentifiers.quote(index.name()))
                .toList();
        if (!indexes.isEmpty()) {
            objects.add(new AuxiliaryObject(
                    "clustering on " + name,
                    "ALTER TABLE " + name + " CLUSTER ON " + draws.one(indexes),
                    "ALTER TABLE " + name + " SET WITHOUT CLUSTER"));
        }
    }

    /** Over partitioned tables, and such as inherit or have periods. */
    private void ofOther(Table table) {
        if (table.partitionOf() != null
                || !table.inherits().isEmpty()
                || table.columns().size() < 2
                || draws.chance(60)) {
            return;
        }
        String name = SqlIdentifiers.quote(table.name());
        Column some = draws.one(table.columns());
        String column = SqlIdentifiers.quote(some.name());
        if (draws.chance(50)) {
            add(
                    "view seen_" + table.name().name(),
                    " AS SELECT " + column + " AS seen FROM " + name
                            + draws.one(List.of(
                                    "", " WHERE " + column + " IS NOT NULL", " WHERE " + name + " IS NOT NULL")));
        }
        if (draws.chance(40)) {
            String view = "kept_" + table.name().name();
            objects.add(new AuxiliaryObject(
                    "materialized view " + view,
                    "CREATE MATERIALIZED VIEW " + view + " AS SELECT " + column + "::text AS kept FROM " + name
                            + ";\nCREATE INDEX ix_" + view + " ON " + view + " (kept)",
                    "DROP MATERIALIZED VIEW " + view));
        }
        if (draws.chance(40) && server.isAtLeast(14)) {
            add(
                    "function last_of_" + table.name().name() + "()",
                    " RETURNS text LANGUAGE sql RETURN (SELECT max(" + column + "::text) FROM " + name + ")");
        }
        if (draws.chance(30)) {
            add(
                    "function all_" + table.name().name() + "()",
                    " RETURNS SETOF " + name + " LANGUAGE sql AS 'SELECT * FROM " + name + "'");
        }
    }

    private void views(Table users) {
        String shown = types.name("shown");
        String from = " FROM " + SqlIdentifiers.quote(users.name());
        add("view " + shown, " AS SELECT " + draws.one(List.of("id", "id, count(*) AS n")) + from + " GROUP BY id");
        if (draws.chance(50)) {
            add(draws.one(List.of("view", "materialized view")) + " all_shown", " AS SELECT id FROM " + shown);
        }
    }

    private void viewOfAllColumns(Table table) {
        String columns = table.columns().stream()
                .map(Column::name)
                .map(SqlIdentifiers::quote)
                .collect(Collectors.joining(", "));
        String options = draws.chance(30) ? " WITH (security_barrier=true)" : "";
        add("view every_order", options + " AS SELECT " + columns + " FROM " + SqlIdentifiers.quote(table.name()));
    }

    private void add(String identity, String definition) {
        int name = identity.lastIndexOf(' ') + 1;
        String kind = identity.substring(0, name).toUpperCase(java.util.Locale.ROOT);
        objects.add(new AuxiliaryObject(
                identity, "CREATE " + kind + identity.substring(name) + definition, "DROP " + identity));
    }
}
