package dev.migrate.autogen.online;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.migrate.Migrate;
import dev.migrate.MigrateException;
import dev.migrate.autogen.catalog.CatalogReader;
import dev.migrate.autogen.catalog.CatalogScope;
import dev.migrate.autogen.diff.DiffOptions;
import dev.migrate.autogen.diff.SchemaDiff;
import dev.migrate.autogen.java.MigrationFile;
import dev.migrate.autogen.java.MigrationWriter;
import dev.migrate.autogen.testing.CompiledClasses;
import dev.migrate.revision.RevisionGraph;
import dev.migrate.revision.RevisionInfo;
import dev.migrate.schema.Schema;
import dev.migrate.testing.PostgresServer;
import dev.migrate.testing.PostgresTest;
import dev.migrate.testing.SchemaDump;
import dev.migrate.testing.TestDatabase;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Migrations that demand something of rows, as they are generated for tables in use: where rows break it, they are refused
 * with table, rule, count and keys, and nothing is changed; where none does, they go through. None stops half way.
 */
@PostgresTest
class DemandsTest {

    private static final String[] OURS = {
        "public.migrate_version", "public.migrate_journal", "public.migrate_journal_id_seq"
    };

    private static final String ITEMS = """
            CREATE TABLE kinds (id bigint PRIMARY KEY, code text UNIQUE);
            CREATE TABLE items (id bigint PRIMARY KEY, name varchar(50), code text, number integer, amount numeric(12,4),
                kind bigint, size bigint, state varchar(20), at timestamp(6), ref text, flag boolean, day date,
                CONSTRAINT items_state_check CHECK (state IN ('NEW', 'OPEN', 'DONE')),
                CONSTRAINT items_number_check CHECK (number >= 0));
            """;

    /** Rows that break none of the rules. */
    private static final String GOOD = """
            INSERT INTO kinds VALUES (1, 'a'), (2, 'b');
            INSERT INTO items SELECT n, 'n' || n, 'c' || n, n * 10, n, 1, n, 'NEW', now(), n::text, true, '2020-01-01'
            FROM generate_series(1, 5) n;
            """;

    private static final List<Demand> ALL = List.of(
            // No NULL
            of("a string that becomes NOT NULL", "ALTER TABLE items ALTER name SET NOT NULL", "name = NULL")
                    .says("items.name has a value: 2 rows break it (id = 2; id = 3)"),
            of("a number that becomes NOT NULL", "ALTER TABLE items ALTER number SET NOT NULL", "number = NULL")
                    .says("items.number has a value: 2 rows break it (id = 2; id = 3)"),
            of("a date that becomes NOT NULL", "ALTER TABLE items ALTER day SET NOT NULL", "day = NULL")
                    .says("items.day has a value: 2 rows break it (id = 2; id = 3)"),
            of("a reference that becomes NOT NULL", "ALTER TABLE items ALTER kind SET NOT NULL", "kind = NULL")
                    .says("items.kind has a value: 2 rows break it (id = 2; id = 3)"),
            of(
                            "two that become NOT NULL",
                            "ALTER TABLE items ALTER at SET NOT NULL, ALTER flag SET NOT NULL",
                            "at = NULL, flag = NULL")
                    .says("items.at has a value: 2 rows break it (id = 2; id = 3)")
                    .says("items.flag has a value: 2 rows break it (id = 2; id = 3)"),
            of(
                            "one that becomes NOT NULL and longer",
                            "ALTER TABLE items ALTER name SET NOT NULL, ALTER name TYPE varchar(80)",
                            "name = NULL")
                    .says("items.name has a value: 2 rows break it (id = 2; id = 3)"),
            of(
                            "one that becomes NOT NULL with a default",
                            "ALTER TABLE items ALTER number SET NOT NULL, ALTER number SET DEFAULT 0",
                            "number = NULL")
                    .says("items.number has a value: 2 rows break it (id = 2; id = 3)"),
            of(
                            "one that becomes NOT NULL beside an index",
                            "ALTER TABLE items ALTER code SET NOT NULL; CREATE INDEX ix_items ON items (code)",
                            "code = NULL")
                    .says("items.code has a value: 2 rows break it (id = 2; id = 3)"),
            of(
                            "one that becomes NOT NULL beside a new table",
                            "ALTER TABLE items ALTER code SET NOT NULL; CREATE TABLE others (id bigint PRIMARY KEY)",
                            "code = NULL")
                    .says("items.code has a value: 2 rows break it (id = 2; id = 3)"),
            of("a new column without a value", "ALTER TABLE items ADD role text NOT NULL", "flag = flag")
                    .bad("SELECT 1")
                    .without("DELETE FROM items")
                    .says("items.role, which is new, has a value: 5 rows break it (id = 1; id = 2; id = 3; ...)"),
            of("a new number without a value", "ALTER TABLE items ADD role integer NOT NULL UNIQUE", "flag = flag")
                    .bad("SELECT 1")
                    .without("DELETE FROM items")
                    .says("items.role, which is new, has a value: 5 rows break it (id = 1; id = 2; id = 3; ...)"),
            of(
                            "a new reference without a value",
                            "ALTER TABLE items ADD role bigint NOT NULL REFERENCES kinds",
                            "flag = flag")
                    .bad("SELECT 1")
                    .without("DELETE FROM items")
                    .says("items.role, which is new, has a value: 5 rows break it (id = 1; id = 2; id = 3; ...)"),
            // No duplicate
            of("a unique string", "ALTER TABLE items ADD CONSTRAINT uk UNIQUE (name)", "name = 'x'")
                    .says(
                            "Rows of items have different values for name (uk): 2 rows break it (id = 2, name = x; id = 3,"
                                    + " name = x)"),
            of("a unique number", "ALTER TABLE items ADD CONSTRAINT uk UNIQUE (number)", "number = 7")
                    .says(
                            "Rows of items have different values for number (uk): 2 rows break it (id = 2, number = 7; id = 3,"
                                    + " number = 7)"),
            of("a unique pair", "ALTER TABLE items ADD CONSTRAINT uk UNIQUE (name, code)", "name = 'x', code = 'y'")
                    .says("Rows of items have different values for name, code (uk): 2 rows break it (id = 2, "),
            of("a unique index", "CREATE UNIQUE INDEX uk ON items (code)", "code = 'x'")
                    .says(
                            "Rows of items have different values for code (uk): 2 rows break it (id = 2, code = x; id = 3,"
                                    + " code = x)"),
            of(
                            "a unique expression",
                            "CREATE UNIQUE INDEX uk ON items (lower(code))",
                            "code = CASE id WHEN 2 THEN 'x' ELSE 'X' END")
                    .says(
                            "Rows of items have different values for lower(code) (uk): 2 rows break it (id = 2, code = x; id = 3,"
                                    + " code = X)"),
            of("a partial unique index", "CREATE UNIQUE INDEX uk ON items (code) WHERE flag", "code = 'x'")
                    .says("Rows of items have different values for code (uk): 2 rows break it (id = 2, "),
            of(
                            "a unique string that becomes NOT NULL, too",
                            "ALTER TABLE items ADD CONSTRAINT uk UNIQUE (name), ALTER name SET NOT NULL",
                            "name = 'x'")
                    .says("Rows of items have different values for name (uk): 2 rows break it (id = 2, "),
            of(
                            "a unique key that others refer to",
                            "ALTER TABLE items ADD CONSTRAINT uk UNIQUE (code);"
                                    + " CREATE TABLE parts (id bigint PRIMARY KEY, item text REFERENCES items (code))",
                            "code = 'x'")
                    .says("Rows of items have different values for code (uk): 2 rows break it (id = 2, "),
            of(
                            "a unique column that becomes shorter",
                            "ALTER TABLE items ALTER name TYPE varchar(40), ADD CONSTRAINT uk UNIQUE (name)",
                            "name = 'x'")
                    .says("Rows of items have different values for name (uk): 2 rows break it (id = 2, "),
            of(
                            "amounts that are the same when they are rounded",
                            "ALTER TABLE items ALTER amount TYPE numeric(12,1), ADD CONSTRAINT uk UNIQUE (amount)",
                            "amount = 7 + id / 1000.0")
                    .says("Rows of items have different values for amount (uk): 2 rows break it (id = 2, "),
            // No orphan
            of("a foreign key", "ALTER TABLE items ADD CONSTRAINT fk FOREIGN KEY (kind) REFERENCES kinds", "kind = 9")
                    .says(
                            "items.kind refers to rows of kinds (fk): 2 rows break it (id = 2, kind = 9; id = 3, kind = 9)"),
            of(
                            "a foreign key to a unique column",
                            "ALTER TABLE items ADD CONSTRAINT fk FOREIGN KEY (ref) REFERENCES kinds (code)",
                            "ref = 'z'")
                    .good("UPDATE items SET ref = 'a'")
                    .says("items.ref refers to rows of kinds (fk): 2 rows break it (id = 2, ref = z; id = 3, ref = z)"),
            of(
                            "a foreign key that deletes",
                            "ALTER TABLE items ADD CONSTRAINT fk FOREIGN KEY (kind) REFERENCES kinds ON DELETE CASCADE",
                            "kind = 9")
                    .says(
                            "items.kind refers to rows of kinds (fk): 2 rows break it (id = 2, kind = 9; id = 3, kind = 9)"),
            of(
                            "a foreign key to itself",
                            "ALTER TABLE items ADD CONSTRAINT fk FOREIGN KEY (size) REFERENCES items",
                            "size = 9")
                    .says(
                            "items.size refers to rows of items (fk): 2 rows break it (id = 2, size = 9; id = 3, size = 9)"),
            of(
                            "a foreign key to a new table",
                            "CREATE TABLE halls (id bigint PRIMARY KEY);"
                                    + " ALTER TABLE items ADD CONSTRAINT fk FOREIGN KEY (size) REFERENCES halls",
                            "size = 9")
                    .good("UPDATE items SET size = NULL")
                    .says(
                            "items.size refers to no row of halls, which is new and has none (fk): 2 rows break it (id = 2,"
                                    + " size = 9; id = 3, size = 9)"),
            of(
                            "a foreign key by a column that becomes NOT NULL",
                            "ALTER TABLE items ALTER kind SET NOT NULL,"
                                    + " ADD CONSTRAINT fk FOREIGN KEY (kind) REFERENCES kinds",
                            "kind = 9")
                    .says(
                            "items.kind refers to rows of kinds (fk): 2 rows break it (id = 2, kind = 9; id = 3, kind = 9)"),
            of(
                            "a foreign key by a column that becomes wider",
                            "ALTER TABLE items ALTER number TYPE bigint,"
                                    + " ADD CONSTRAINT fk FOREIGN KEY (number) REFERENCES kinds",
                            "number = 9")
                    .good("UPDATE items SET number = 1")
                    .says(
                            "items.number refers to rows of kinds (fk): 2 rows break it (id = 2, number = 9; id = 3, number ="
                                    + " 9)"),
            of(
                            "a foreign key and an index",
                            "ALTER TABLE items ADD CONSTRAINT fk FOREIGN KEY (kind) REFERENCES kinds;"
                                    + " CREATE INDEX ix_kind ON items (kind)",
                            "kind = 9")
                    .says(
                            "items.kind refers to rows of kinds (fk): 2 rows break it (id = 2, kind = 9; id = 3, kind = 9)"),
            // No violator of a check
            of("a check", "ALTER TABLE items ADD CONSTRAINT ck CHECK (size > 0)", "size = 0")
                    .says("items: size > 0 (ck): 2 rows break it (id = 2, size = 0; id = 3, size = 0)"),
            of(
                            "a check of two columns",
                            "ALTER TABLE items ADD CONSTRAINT ck CHECK (size < number)",
                            "size = 99, number = 9")
                    .says("items: size < number (ck): 2 rows break it (id = 2, "),
            of("a check of a string", "ALTER TABLE items ADD CONSTRAINT ck CHECK (name <> '')", "name = ''")
                    .says(" (ck): 2 rows break it (id = 2, name = ; id = 3, name = )"),
            of("a check of a pattern", "ALTER TABLE items ADD CONSTRAINT ck CHECK (ref ~ '^[0-9]+$')", "ref = 'x'")
                    .says(" (ck): 2 rows break it (id = 2, ref = x; id = 3, ref = x)"),
            of(
                            "a check of a day",
                            "ALTER TABLE items ADD CONSTRAINT ck CHECK (day > '2000-01-01')",
                            "day = '1999-01-01'")
                    .says(" (ck): 2 rows break it (id = 2, day = 1999-01-01; id = 3, day = 1999-01-01)"),
            of(
                            "a check that demands more than before",
                            "ALTER TABLE items DROP CONSTRAINT items_number_check,"
                                    + " ADD CONSTRAINT items_number_check CHECK (number >= 10)",
                            "number = 5")
                    .says(
                            "items: number >= 10 (items_number_check): 2 rows break it (id = 2, number = 5; id = 3, number = 5)"),
            of(
                            "a constant that a check lists no longer",
                            "ALTER TABLE items DROP CONSTRAINT items_state_check,"
                                    + " ADD CONSTRAINT items_state_check CHECK (state IN ('NEW', 'DONE'))",
                            "state = 'OPEN'")
                    .says(" (items_state_check): 2 rows break it (id = 2, state = OPEN; id = 3, state = OPEN)"),
            of(
                            "a constant that is replaced in a check",
                            "ALTER TABLE items DROP CONSTRAINT items_state_check,"
                                    + " ADD CONSTRAINT items_state_check CHECK (state IN ('NEW', 'OPENED', 'DONE'))",
                            "state = 'OPEN'")
                    .says(" (items_state_check): 2 rows break it (id = 2, state = OPEN; id = 3, state = OPEN)"),
            of(
                            "a check and NOT NULL",
                            "ALTER TABLE items ALTER size SET NOT NULL, ADD CONSTRAINT ck CHECK (size > 0)",
                            "size = -1")
                    .says("items: size > 0 (ck): 2 rows break it (id = 2, size = -1; id = 3, size = -1)"),
            of(
                            "a check of a column that gets another type",
                            "ALTER TABLE items ALTER number TYPE bigint, ADD CONSTRAINT ck CHECK (number <> 13)",
                            "number = 13")
                    .says(" (ck): 2 rows break it (id = 2, number = 13; id = 3, number = 13)"),
            of(
                            "a check of digits that were a number",
                            "ALTER TABLE items ALTER size TYPE varchar(255), ADD CONSTRAINT ck CHECK (size IN ('1', '2', '3', '4', '5'))",
                            "size = 7")
                    .says(" (ck): 2 rows break it (id = 2, size = 7; id = 3, size = 7)"),
            // Values that fit
            of("a shorter string", "ALTER TABLE items ALTER name TYPE varchar(5)", "name = 'too long'")
                    .says(
                            "items.name fits character varying(5): 2 rows break it (id = 2, name = too long; id = 3, name = too"
                                    + " long)"),
            of("a text that gets a length", "ALTER TABLE items ALTER code TYPE varchar(5)", "code = 'too long'")
                    .says("items.code fits character varying(5): 2 rows break it (id = 2, "),
            of("a smaller number", "ALTER TABLE items ALTER size TYPE integer", "size = 3000000000")
                    .says(
                            "items.size fits integer: 2 rows break it (id = 2, size = 3000000000; id = 3, size = 3000000000)"),
            of("the smallest number", "ALTER TABLE items ALTER number TYPE smallint", "number = 40000")
                    .says(
                            "items.number fits smallint: 2 rows break it (id = 2, number = 40000; id = 3, number = 40000)"),
            of("a numeric with fewer digits", "ALTER TABLE items ALTER amount TYPE numeric(6,4)", "amount = 100")
                    .says("items.amount fits numeric(6,4): 2 rows break it (id = 2, amount = 100.0000; id = 3, amount ="
                            + " 100.0000)"),
            of("a numeric that becomes whole", "ALTER TABLE items ALTER amount TYPE integer", "amount = 0")
                    .good("UPDATE items SET amount = 1.5")
                    .bad("UPDATE items SET amount = 3000000000")
                    .before(ITEMS.replace("amount numeric(12,4)", "amount numeric(20,4)"))
                    .says("items.amount fits integer: 5 rows break it (id = 1, amount = 3000000000.0000; id = 2, "),
            of(
                            "a text that becomes a number",
                            "ALTER TABLE items ALTER ref TYPE integer USING ref::integer",
                            "ref = 'x'")
                    .says("items.ref fits integer: 2 rows break it (id = 2, ref = x; id = 3, ref = x)"),
            of(
                            "a text that becomes too large a number",
                            "ALTER TABLE items ALTER ref TYPE integer USING ref::integer",
                            "ref = '3000000000'")
                    .says(
                            "items.ref fits integer: 2 rows break it (id = 2, ref = 3000000000; id = 3, ref = 3000000000)"),
            of(
                            "a text that becomes a numeric",
                            "ALTER TABLE items ALTER ref TYPE numeric(10,2) USING ref::numeric",
                            "ref = '1,5'")
                    .says("items.ref fits numeric(10,2): 2 rows break it (id = 2, ref = 1,5; id = 3, ref = 1,5)"),
            of("a text that becomes a uuid", "ALTER TABLE items ALTER ref TYPE uuid USING ref::uuid", "ref = '12'")
                    .good("UPDATE items SET ref = gen_random_uuid()")
                    .says("items.ref fits uuid: 2 rows break it (id = 2, ref = 12; id = 3, ref = 12)"),
            of("a number that becomes a short text", "ALTER TABLE items ALTER size TYPE varchar(3)", "size = 1234")
                    .says(
                            "items.size fits character varying(3): 2 rows break it (id = 2, size = 1234; id = 3, size = 1234)"),
            of(
                            "a text that becomes an enum",
                            "CREATE TYPE letter AS ENUM ('a', 'b'); ALTER TABLE items ALTER ref TYPE letter USING ref::letter",
                            "ref = 'z'")
                    .good("UPDATE items SET ref = 'a'")
                    .says("items.ref fits letter: 2 rows break it (id = 2, ref = z; id = 3, ref = z)"),
            of(
                            "a shorter string beside an index",
                            "ALTER TABLE items ALTER name TYPE varchar(5); CREATE INDEX ix_name ON items (name)",
                            "name = 'too long'")
                    .says("items.name fits character varying(5): 2 rows break it (id = 2, "),
            // Labels
            of("a label that goes", "", "mood = 'bad'")
                    .before(ITEMS + "CREATE TYPE mood AS ENUM ('good', 'bad'); ALTER TABLE items ADD mood mood;")
                    .after(ITEMS + "CREATE TYPE mood AS ENUM ('good'); ALTER TABLE items ADD mood mood;")
                    .says("items.mood is none of 'bad': 2 rows break it (id = 2, mood = bad; id = 3, mood = bad)"),
            of("a label that is replaced", "", "mood = 'bad'")
                    .before(ITEMS + "CREATE TYPE mood AS ENUM ('good', 'bad'); ALTER TABLE items ADD mood mood;")
                    .after(ITEMS
                            + "CREATE TYPE mood AS ENUM ('good', 'worse', 'worst'); ALTER TABLE items ADD mood mood;")
                    .says("items.mood is none of 'bad': 2 rows break it (id = 2, mood = bad; id = 3, mood = bad)"),
            of("a label that goes out of arrays", "", "moods = '{good,bad}'")
                    .before(ITEMS + "CREATE TYPE mood AS ENUM ('good', 'bad'); ALTER TABLE items ADD moods mood[];")
                    .after(ITEMS + "CREATE TYPE mood AS ENUM ('good'); ALTER TABLE items ADD moods mood[];")
                    .says("items.moods is none of 'bad': 2 rows break it (id = 2, "));

    @TempDir
    private static Path classes;

    private static TestDatabase database;

    /** The compiler is called once for all of them. */
    @BeforeAll
    static void writeAll() throws SQLException {
        database = PostgresServer.get().newDatabase();
        Map<String, String> migrations = new TreeMap<>();
        for (Demand demand : ALL) {
            Schema wanted = tables(demand.after());
            Schema before = tables(demand.before());
            OnlineRewrite rewrite =
                    OnlineRewrite.of(SchemaDiff.diff(before, wanted, DiffOptions.CATALOGS), OnlineOptions.ONLINE);
            String name = className(demand);
            migrations.put(
                    name,
                    MigrationWriter.write(rewrite.applyTo(
                            MigrationFile.of("", name, "0001", demand.name(), "2026-01-01T00:00:00Z"))));
        }
        CompiledClasses.compile(migrations, List.of(), classes);
    }

    @AfterAll
    static void close() {
        database.close();
    }

    static List<Demand> demands() {
        return ALL;
    }

    @ParameterizedTest
    @MethodSource("demands")
    void rowsThatBreakItAreRefusedBeforeAnythingIsDone(Demand demand) throws Exception {
        create(demand.before());
        database.execute(GOOD + demand.good());
        database.execute(demand.bad());
        Migrate migrate = migrate(demand);
        String schema = dump();
        String rows = rows();

        Throwable refusal = catchThrowable(() -> migrate.upgrade("head"));

        assertThat(refusal).isInstanceOf(MigrateException.class).hasMessageContaining("Nothing of it was done");
        assertThat(demand.words()).allSatisfy(words -> assertThat(refusal).hasMessageContaining(words));
        assertThat(dump()).isEqualTo(schema);
        assertThat(rows()).isEqualTo(rows);

        database.execute("TRUNCATE items, kinds;" + GOOD + demand.good() + demand.correction());
        migrate.upgrade("head");
        String upgraded = dump();
        create(demand.after());
        assertThat(upgraded).isEqualTo(dump());
    }

    @Test
    void thereAreFiftyAndMore() {
        assertThat(ALL).hasSizeGreaterThanOrEqualTo(50).extracting(Demand::name).doesNotHaveDuplicates();
        assertThat(ALL).allSatisfy(demand -> assertThat(demand.words()).isNotEmpty());
    }

    private static Schema tables(String sql) throws SQLException {
        create(sql);
        try (Connection connection = database.connect()) {
            return new CatalogReader().read(connection, CatalogScope.ofDefaultSchema());
        }
    }

    private static void create(String sql) {
        database.execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public; " + sql);
    }

    private static String dump() {
        return SchemaDump.of(database, OURS);
    }

    private static String rows() {
        return database.query("SELECT * FROM items ORDER BY id") + database.query("SELECT * FROM kinds ORDER BY id");
    }

    private static String className(Demand demand) {
        return "D" + ALL.indexOf(demand);
    }

    private static Migrate migrate(Demand demand) throws MalformedURLException {
        RevisionInfo revision = new RevisionInfo(
                "0001", List.of(), List.of(), List.of(), demand.name(), null, className(demand), null, "");
        return Migrate.configure()
                .dataSource(database.dataSource())
                .history(RevisionGraph.of(List.of(revision)))
                .classLoader(
                        new URLClassLoader(new URL[] {classes.toUri().toURL()}, DemandsTest.class.getClassLoader()))
                .build();
    }

    private static Demand of(String name, String change, String assignments) {
        return new Demand(
                name,
                ITEMS,
                ITEMS + change,
                "",
                "UPDATE items SET " + assignments + " WHERE id IN (2, 3)",
                "",
                List.of());
    }

    /**
     * A change that demands something.
     *
     * @param before the tables as they are
     * @param after the tables as they shall be
     * @param good what is done to rows so that they break nothing
     * @param bad what is done then so that some do
     * @param correction what is done to good rows, where no row is good
     * @param words what the refusal says
     */
    record Demand(
            String name, String before, String after, String good, String bad, String correction, List<String> words) {

        Demand before(String sql) {
            return new Demand(name, sql, after.replace(ITEMS, sql), good, bad, correction, words);
        }

        Demand after(String sql) {
            return new Demand(name, before, sql, good, bad, correction, words);
        }

        Demand good(String sql) {
            return new Demand(name, before, after, sql + ";", bad, correction, words);
        }

        Demand bad(String sql) {
            return new Demand(name, before, after, good, sql, correction, words);
        }

        Demand without(String sql) {
            return new Demand(name, before, after, good, bad, sql, words);
        }

        Demand says(String sentence) {
            return new Demand(
                    name,
                    before,
                    after,
                    good,
                    bad,
                    correction,
                    Stream.concat(words.stream(), Stream.of(sentence)).toList());
        }

        @Override
        public String toString() {
            return name;
        }
    }
}
