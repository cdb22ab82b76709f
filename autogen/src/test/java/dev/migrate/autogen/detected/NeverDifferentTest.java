package dev.migrate.autogen.detected;

import static dev.migrate.schema.Definitions.column;
import static dev.migrate.schema.Definitions.expression;
import static dev.migrate.schema.Definitions.foreignKey;
import static dev.migrate.schema.Definitions.index;
import static dev.migrate.schema.Definitions.key;
import static dev.migrate.schema.Definitions.sequence;
import static dev.migrate.schema.Definitions.table;
import static dev.migrate.schema.Types.bigint;
import static dev.migrate.schema.Types.integer;
import static dev.migrate.schema.Types.jsonb;
import static dev.migrate.schema.Types.text;
import static dev.migrate.schema.Types.timestamptz;
import static dev.migrate.schema.Types.type;
import static dev.migrate.schema.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.schema.AuxiliaryObject;
import dev.migrate.schema.Check;
import dev.migrate.schema.Column;
import dev.migrate.schema.Deferral;
import dev.migrate.schema.Expression;
import dev.migrate.schema.Identity;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import dev.migrate.schema.Unique;
import dev.migrate.schema.Validity;
import dev.migrate.testing.PostgresServer;
import dev.migrate.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is written, printed or named differently and is the same: nothing is to be done about it. */
class NeverDifferentTest {

    /**
     * Two ways to say one thing.
     *
     * @param name what may differ
     * @param database what the database was made with
     * @param declared what entities declare
     */
    record Same(String name, String database, Schema declared) {
        Same(String name, String database, Table... declared) {
            this(name, database, Schema.ofTables(declared));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static final String HASH = "fk8frr4bcabmmeyyu60qt7iiblo";

    static List<Same> values() {
        return List.of(
                defaults(
                        "a number with and without quotes",
                        "bigint DEFAULT '5'",
                        column("c", bigint()).defaultSql("5")),
                defaults(
                        "a number with and without a cast",
                        "bigint DEFAULT 5",
                        column("c", bigint()).defaultSql("5::bigint")),
                defaults(
                        "a negative number with a cast",
                        "bigint DEFAULT '-1'::integer",
                        column("c", bigint()).defaultSql("-1")),
                defaults(
                        "a numeric's scale of nothing",
                        "numeric(10) DEFAULT 0",
                        column("c", type("numeric(10,0)")).defaultSql("0")),
                defaults(
                        "a timestamp's longest precision",
                        "timestamp DEFAULT '2020-01-01'",
                        column("c", type("timestamp(6)")).defaultSql("timestamp '2020-01-01 00:00:00'")),
                defaults(
                        "an interval in other words",
                        "interval DEFAULT '24:00:00'",
                        column("c", type("interval")).defaultSql("'24 hours'")),
                defaults(
                        "a jsonb constant with other white space",
                        "jsonb DEFAULT '{\"a\": 1}'",
                        column("c", jsonb()).defaultSql("'{\"a\":1}'::jsonb")),
                defaults(
                        "a string's cast to what it is assigned to",
                        "character varying(10) DEFAULT 'a'::text",
                        column("c", varchar(10)).defaultSql("'a'::character varying")),
                defaults(
                        "bits of varying length",
                        "varbit(8) DEFAULT B'101'",
                        column("c", type("bit varying(8)")).defaultSql("'101'")),
                defaults(
                        "a character of length one",
                        "char DEFAULT 'a'",
                        column("c", type("character(1)")).defaultSql("'a'")),
                defaults(
                        "a negative number",
                        "integer DEFAULT -1",
                        column("c", integer()).defaultSql("'-1'")),
                defaults(
                        "a number with other digits behind the point",
                        "numeric(10,2) DEFAULT 0",
                        column("c", type("numeric(10,2)")).defaultSql("0.00")),
                defaults(
                        "the time of the transaction",
                        "timestamptz DEFAULT now()",
                        column("c", timestamptz()).defaultSql("CURRENT_TIMESTAMP")),
                defaults(
                        "the time of the transaction, the other way round",
                        "timestamptz DEFAULT CURRENT_TIMESTAMP",
                        column("c", timestamptz()).defaultSql("now()")),
                defaults(
                        "a string with and without a cast",
                        "varchar(20) DEFAULT 'new'::text",
                        column("c", varchar(20)).defaultSql("'new'")),
                defaults(
                        "an empty document with and without a cast",
                        "jsonb DEFAULT '{}'::jsonb",
                        column("c", jsonb()).defaultSql("'{}'")),
                defaults(
                        "a truth",
                        "boolean DEFAULT 'f'",
                        column("c", type("boolean")).defaultSql("false")),
                defaults(
                        "the default of a serial column",
                        "serial",
                        column("c", integer()).notNull().identity(Identity.byDefault())),
                defaults(
                        "an identity with default options",
                        "bigint GENERATED BY DEFAULT AS IDENTITY (START WITH 1 INCREMENT BY 1 CACHE 1)",
                        column("c", bigint()).identity()),
                defaults("a type's other names", "varchar(20)", column("c", type("character varying(20)"))),
                defaults("an integer's other names", "int4", column("c", type("int"))),
                defaults("a number's other names", "decimal(10,2)", column("c", type("numeric(10,2)"))),
                defaults("a floating number's other names", "float8", column("c", type("float(53)"))),
                defaults(
                        "a time zone's other names",
                        "timestamptz(6)",
                        column("c", type("timestamp(6) with time zone"))),
                defaults("an array's other names", "text[]", column("c", type("text array"))),
                new Same(
                        "white space, parentheses and casts in a formula",
                        "CREATE TABLE t (a integer, b text, c integer GENERATED ALWAYS AS ((a*2)+1) STORED)",
                        table("t")
                                .columns(
                                        column("a", integer()),
                                        column("b", text()),
                                        column("c", integer()).generatedStored(" ( a  * 2 + 1 ) "))),
                new Same(
                        "white space and casts in a check",
                        "CREATE TABLE t (a integer, CONSTRAINT ck CHECK ((a)::bigint > 0::bigint))",
                        table("t")
                                .columns(column("a", integer()))
                                .check("ck", "cast(a as bigint)  >  cast(0 as bigint)")),
                new Same(
                        "Hibernate's check of an enum",
                        "CREATE TABLE t (s varchar(9) CHECK (s IN ('A', 'B')))",
                        table("t").columns(column("s", varchar(9))).constraints(unnamed("s in ('A','B')"))),
                new Same(
                        "Hibernate's check of an enum, after a dump was restored",
                        "CREATE TABLE t (s varchar(9) CHECK"
                                + " (s::text = ANY (ARRAY['A'::character varying, 'B'::character varying]::text[])))",
                        table("t").columns(column("s", varchar(9))).constraints(unnamed("s in ('A','B')"))),
                new Same(
                        "the order of an enum's constants in Hibernate's check, and one that it lists twice",
                        "CREATE TABLE t (s varchar(9) CHECK (s IN ('A', 'B', 'it''s, C')), o integer CHECK (o IN (2, 0, 1)))",
                        table("t")
                                .columns(column("s", varchar(9)), column("o", integer()))
                                .constraints(unnamed("s in ('it''s, C','B','A','B')"), unnamed("o in (0,1,2)"))),
                new Same(
                        "the order of the constants in a predicate",
                        "CREATE TABLE t (s text); CREATE UNIQUE INDEX ix ON t (s) WHERE s NOT IN ('A', 'B')",
                        table("t")
                                .columns(column("s", text()))
                                .withIndexes(List.of(
                                        index("ix").on("t", "s").unique().where("s not in ('B','A')")))),
                new Same(
                        "the order of a composite key's columns, which Hibernate chooses, its update otherwise than its export",
                        "CREATE TABLE t (a integer, b integer, c integer, d integer, PRIMARY KEY (b, a),"
                                + " FOREIGN KEY (d, c) REFERENCES t (b, a))",
                        table("t")
                                .columns(
                                        column("a", integer()).notNull(),
                                        column("b", integer()).notNull(),
                                        column("c", integer()),
                                        column("d", integer()))
                                .primaryKey("t_pkey", "a", "b")
                                .foreignKey(foreignKey("t_c_d_fkey", "c", "d").references("t", "a", "b"))),
                new Same(
                        "white space and casts in a predicate",
                        "CREATE TABLE t (a integer, b text); CREATE INDEX ix ON t (a) WHERE (b)::text = 'x'::text",
                        table("t")
                                .columns(column("a", integer()), column("b", text()))
                                .withIndexes(List.of(index("ix").on("t", "a").where("b='x'")))),
                new Same(
                        "casts in an index's expression",
                        "CREATE TABLE t (b varchar(9)); CREATE INDEX ix ON t (lower((b)::text))",
                        table("t")
                                .columns(column("b", varchar(9)))
                                .withIndexes(List.of(index("ix").on("t", expression("LOWER(b)"))))),
                new Same(
                        "the usual order of an index",
                        "CREATE TABLE t (a integer, b integer); CREATE INDEX ix ON t (a ASC NULLS LAST, b DESC NULLS FIRST)",
                        table("t")
                                .columns(column("a", integer()), column("b", integer()))
                                .withIndexes(List.of(index("ix").on("t", key("a").nullsLast(), key("b").desc())))),
                new Same(
                        "the usual operator class and method",
                        "CREATE TABLE t (a integer); CREATE INDEX ix ON t USING btree (a int4_ops)",
                        table("t")
                                .columns(column("a", integer()))
                                .withIndexes(List.of(index("ix").on("t", key("a").operatorClass("int4_ops"))))));
    }

    static List<Same> names() {
        String referenced = "CREATE TABLE a (id bigint PRIMARY KEY); ";
        Table a = table("a").columns(column("id", bigint()).notNull()).primaryKey("a_pkey", "id");
        Table t = table("t").columns(column("a_id", bigint()));
        String sixty = "x".repeat(60);
        return List.of(
                new Same(
                        "no action",
                        referenced + "CREATE TABLE t (a_id bigint CONSTRAINT fk REFERENCES a ON DELETE NO ACTION)",
                        a,
                        t.foreignKey(foreignKey("fk", "a_id").references("a", "id"))),
                new Same(
                        "a target's columns, which are its primary key",
                        referenced + "CREATE TABLE t (a_id bigint CONSTRAINT fk REFERENCES a (id))",
                        a,
                        t.foreignKey(foreignKey("fk", "a_id").references("a"))),
                new Same(
                        "a foreign key's name that PostgreSQL gave",
                        referenced + "CREATE TABLE t (a_id bigint REFERENCES a)",
                        a,
                        t.foreignKey(foreignKey(HASH, "a_id").references("a", "id"))),
                new Same(
                        "a foreign key's name that Hibernate gave",
                        referenced + "CREATE TABLE t (a_id bigint CONSTRAINT " + HASH + " REFERENCES a)",
                        a,
                        t.foreignKey(foreignKey("t_a_id_fkey", "a_id").references("a", "id"))),
                new Same(
                        "the name of a key whose table was renamed",
                        "CREATE TABLE b (id bigint PRIMARY KEY); ALTER TABLE b RENAME TO a",
                        a),
                new Same(
                        "a unique constraint's name",
                        "CREATE TABLE t (a_id bigint CONSTRAINT ukdxo2xcqvgqyvuxyg4aiuw8wdv UNIQUE)",
                        t.constraints(
                                new Unique(null, List.of("a_id"), List.of(), false, false, Deferral.NOT_DEFERRABLE))),
                new Same(
                        "names cut at 63 bytes",
                        "CREATE TABLE " + sixty + " (" + sixty + "x bigint PRIMARY KEY, b bigint UNIQUE)",
                        table(sixty)
                                .columns(column(sixty + "x", bigint()).notNull(), column("b", bigint()))
                                .primaryKey(sixty.substring(0, 58) + "_pkey", sixty + "x")
                                .unique(sixty.substring(0, 57) + "_b_key", "b")),
                new Same(
                        "the default schema, given",
                        "CREATE TABLE a (id bigint PRIMARY KEY)",
                        table("public.a")
                                .columns(column("id", bigint()).notNull())
                                .primaryKey("a_pkey", "id")),
                new Same(
                        "the default schema of a foreign key's target, given",
                        referenced + "CREATE TABLE t (a_id bigint CONSTRAINT fk REFERENCES a)",
                        a,
                        t.foreignKey(foreignKey("fk", "a_id").references("public.a", "id"))),
                new Same(
                        "the default schema of a sequence, given",
                        "CREATE SEQUENCE s INCREMENT BY 50 START WITH 1 NO CYCLE",
                        Schema.EMPTY.withSequences(List.of(sequence("public.s").increment(50)))),
                new Same(
                        "the indexes behind keys",
                        "CREATE TABLE t (id bigint PRIMARY KEY, n bigint, CONSTRAINT uq UNIQUE (n))",
                        table("t")
                                .columns(column("id", bigint()).notNull(), column("n", bigint()))
                                .primaryKey("t_pkey", "id")
                                .unique("uq", "n")),
                new Same(
                        "the order of columns, constraints and indexes",
                        """
                        CREATE TABLE t (c integer, b integer, a integer,
                                        CONSTRAINT z CHECK (a > 0), CONSTRAINT y CHECK (b > 0));
                        CREATE INDEX ix_2 ON t (b); CREATE INDEX ix_1 ON t (a);
                        """,
                        table("t")
                                .columns(column("a", integer()), column("b", integer()), column("c", integer()))
                                .check("y", "b > 0")
                                .check("z", "a > 0")
                                .withIndexes(List.of(
                                        index("ix_1").on("t", "a"),
                                        index("ix_2").on("t", "b")))),
                new Same(
                        "identifiers that need quotes",
                        "CREATE TABLE \"Order\" (\"select\" integer, \"Größe\" integer, CONSTRAINT \"a \"\"b\"\"\" CHECK (\"Größe\" > 0))",
                        table("\"Order\"")
                                .columns(column("select", integer()), column("Größe", integer()))
                                .check("a \"b\"", "\"Größe\" > 0")));
    }

    static List<Same> others() {
        Table a = table("a").columns(column("id", bigint()).notNull()).primaryKey("a_pkey", "id");
        String made = "CREATE TABLE a (id bigint PRIMARY KEY); ";
        return List.of(
                new Same(
                        "the partitions of a partitioned table, with their indexes",
                        """
                        CREATE TABLE e (day date NOT NULL, what text) PARTITION BY RANGE (day);
                        CREATE INDEX ix_e ON e (what);
                        CREATE TABLE e_2026 PARTITION OF e FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
                        CREATE INDEX ix_e_2026 ON e_2026 (day);
                        """,
                        table("e")
                                .columns(column("day", type("date")).notNull(), column("what", text()))
                                .withIndexes(List.of(index("ix_e").on("e", "what")))),
                new Same(
                        "what belongs to an extension",
                        made + "CREATE EXTENSION hstore; CREATE EXTENSION pg_stat_statements",
                        a),
                new Same(
                        "Migrate's own tables",
                        made
                                + "CREATE TABLE migrate_version (revision text); CREATE TABLE migrate_journal (id bigserial)",
                        a),
                new Same(
                        "a schema that no entity uses",
                        made
                                + "CREATE SCHEMA billing; CREATE TABLE billing.invoices (id bigint); CREATE TYPE billing.m AS ENUM ('a')",
                        a),
                new Same("functions, views, triggers and casts that no mapping knows of", made + """
                        CREATE VIEW v AS SELECT id FROM a;
                        CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
                        CREATE TRIGGER touched BEFORE UPDATE ON a FOR EACH ROW EXECUTE FUNCTION touch();
                        CREATE TYPE pair AS (x integer, y integer);
                        """, a),
                new Same(
                        "how a table is stored",
                        """
                        CREATE UNLOGGED TABLE a (id bigint PRIMARY KEY, t text) WITH (fillfactor = 70);
                        ALTER TABLE a ALTER t SET STORAGE EXTERNAL;
                        CREATE INDEX ix ON a (t) WITH (fillfactor = 50);
                        """,
                        a.columns(column("t", text()))
                                .withIndexes(List.of(index("ix").on("a", "t")))),
                new Same(
                        "what a key includes",
                        "CREATE TABLE a (id bigint, b text, CONSTRAINT a_pkey PRIMARY KEY (id) INCLUDE (b))",
                        a.columns(column("b", text()))),
                new Same(
                        "the order of a composite type's attributes, which no statement changes",
                        made + "CREATE TYPE pair AS (x integer, y text)",
                        Schema.ofTables(a)
                                .withAuxiliaryObjects(List.of(new AuxiliaryObject(
                                        "type pair", "create type pair as (y text, x int)", "drop type pair")))),
                new Same(
                        "a view's comment, grants and column comments",
                        made + """
                                CREATE VIEW v AS SELECT id FROM a;
                                COMMENT ON VIEW v IS 'V';
                                COMMENT ON COLUMN v.id IS 'Id';
                                GRANT SELECT ON v TO PUBLIC;
                                """,
                        Schema.ofTables(a)
                                .withAuxiliaryObjects(List.of(new AuxiliaryObject(
                                        "view v", "create view v as select id from a", "drop view v")))),
                new Same(
                        "the comments that nobody declared on types and sequences",
                        made + "CREATE SEQUENCE s; COMMENT ON SEQUENCE s IS 'Counts'",
                        Schema.ofTables(a).withSequences(List.of(sequence("s")))));
    }

    static Same defaults(String name, String sql, Column declared) {
        return new Same(name, "CREATE TABLE t (c " + sql + ")", table("t").columns(declared));
    }

    static Check unnamed(String sql) {
        return new Check(null, Expression.of(sql), Validity.VALID, true);
    }

    private static final TestDatabase DATABASE = PostgresServer.get().newDatabase();
    private static Connection connection;

    @BeforeAll
    static void connect() throws SQLException {
        connection = DATABASE.connect();
    }

    @AfterAll
    static void dropDatabase() throws SQLException {
        connection.close();
        DATABASE.close();
    }

    @ParameterizedTest
    @MethodSource({"values", "names", "others", "dev.migrate.autogen.detected.SameLongTexts#all"})
    void isNeverADifference(Same each) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(DetectedTest.EMPTY);
            statement.execute(each.database());
        }

        assertThat(Detected.difference(connection, each.declared(), List.of()).operations())
                .isEmpty();
    }
}
