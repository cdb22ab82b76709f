package dev.migrate.autogen.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.migrate.MigrateException;
import dev.migrate.ddl.ServerVersion;
import dev.migrate.schema.AuxiliaryObject;
import dev.migrate.testing.PostgresTest;
import dev.migrate.testing.TestDatabase;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** What is read and what isn't, and what reading does to the connection. */
@PostgresTest
class CatalogReaderScopeTest {

    private static final String TWO_SCHEMAS = """
            CREATE SCHEMA app;
            CREATE TYPE app.mood AS ENUM ('a');
            CREATE TABLE app.target (id int PRIMARY KEY);
            CREATE TABLE app.source (id int REFERENCES app.target, m app.mood DEFAULT 'a');
            CREATE TABLE source (id int REFERENCES app.target, m app.mood DEFAULT 'a');
            CREATE TABLE migrate_version (id text);
            CREATE TABLE app.migrate_journal (id text)
            """;

    private static final String APP_AND_DEFAULT = """
            schema app
            enum app.mood [a]
            table source
              id integer
              m app.mood default 'a'::app.mood
              foreign key source_id_fkey [id] references app.target [id]
            table app.source
              id integer
              m app.mood default 'a'::app.mood
              foreign key source_id_fkey [id] references app.target [id]
            table app.target
              id integer not null
              primary key target_pkey [id]
            """;

    @Test
    void objectsOfTheDefaultSchemaHaveNoQualifierAndAllOthersHaveOne(TestDatabase database) throws SQLException {
        database.execute(TWO_SCHEMAS);

        assertThat(read(database, CatalogScope.ofSchemas(Arrays.asList(null, "app"))))
                .isEqualTo(APP_AND_DEFAULT);
        assertThat(read(database, CatalogScope.ofSchemas(List.of("public", "app", "missing"))))
                .isEqualTo(APP_AND_DEFAULT);
        assertThat(read(database, CatalogScope.ofDefaultSchema())).isEqualTo("""
                        table source
                          id integer
                          m app.mood default 'a'::app.mood
                          foreign key source_id_fkey [id] references app.target [id]
                        """);
    }

    @Test
    void theSearchPathSaysWhichSchemaIsTheDefault(TestDatabase database) throws SQLException {
        database.execute(TWO_SCHEMAS);
        try (Connection connection = database.connect()) {
            connection.setSchema("app");

            assertThat(SchemaText.of(new CatalogReader().read(connection, CatalogScope.ofDefaultSchema())))
                    .isEqualTo("""
                            enum mood [a]
                            table source
                              id integer
                              m mood default 'a'::mood
                              foreign key source_id_fkey [id] references target [id]
                            table target
                              id integer not null
                              primary key target_pkey [id]
                            """);
        }
    }

    @Test
    void aLongerSearchPathOrATemporaryNamesakePrintsNothingDifferently(TestDatabase database) throws SQLException {
        database.execute(TWO_SCHEMAS);
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "SET search_path = public, app; CREATE TEMP SEQUENCE s; CREATE TEMP TABLE source (x int)");
            statement.execute(
                    "CREATE SEQUENCE public.s; ALTER TABLE public.source ALTER id SET DEFAULT nextval('public.s')");

            assertThat(SchemaText.of(new CatalogReader().read(connection, CatalogScope.ofDefaultSchema())))
                    .isEqualTo("""
                            sequence s
                            table source
                              id integer default nextval('s'::regclass)
                              m app.mood default 'a'::app.mood
                              foreign key source_id_fkey [id] references app.target [id]
                            """);
            try (ResultSet path = statement.executeQuery("SHOW search_path")) {
                path.next();
                assertThat(path.getString(1)).isEqualTo("public, app");
            }
        }
    }

    /** What {@code ALTER ROLE} or {@code ALTER DATABASE} may have set, and the server prints by. */
    private static final String SET_OTHERWISE = """
            SET quote_all_identifiers = on; SET standard_conforming_strings = off; SET extra_float_digits = 0;
            SET intervalstyle = sql_standard; SET bytea_output = escape; SET idle_in_transaction_session_timeout = 7000""";

    @Test
    void whatIsReadDependsOnNoSettingAndEachIsAsBefore(TestDatabase database) throws SQLException {
        database.execute("""
                CREATE TABLE t (
                    id serial PRIMARY KEY,
                    slashes text DEFAULT 'a\\b',
                    bytes bytea DEFAULT '\\xdeadbeef',
                    exact double precision DEFAULT '0.12345678901234567',
                    lag interval DEFAULT '-1 day -02:03:04',
                    day date CHECK (day > '2001-02-03'))""");
        String expected = """
                sequence t_id_seq as integer owned by t.id
                table t
                  id integer not null default nextval('t_id_seq'::regclass)
                  slashes text default 'a\\b'::text
                  bytes bytea default '\\xdeadbeef'::bytea
                  exact double precision default '0.12345678901234566'::double precision
                  lag interval default '-1 days -02:03:04'::interval
                  day date
                  primary key t_pkey [id]
                  check t_day_check day > '2001-02-03'::date
                """;
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(SET_OTHERWISE);

            assertThat(SchemaText.of(new CatalogReader().read(connection, CatalogScope.ofDefaultSchema())))
                    .isEqualTo(expected);
            assertThat(settings(statement)).isEqualTo("on|off|0|sql_standard|escape|7s");

            connection.setAutoCommit(false);
            assertThat(SchemaText.of(new CatalogReader().read(connection, CatalogScope.ofDefaultSchema())))
                    .isEqualTo(expected);
            assertThat(settings(statement)).isEqualTo("on|off|0|sql_standard|escape|7s");
        }
    }

    private static String settings(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("""
                SELECT concat_ws('|', current_setting('quote_all_identifiers'),
                    current_setting('standard_conforming_strings'), current_setting('extra_float_digits'),
                    current_setting('intervalstyle'), current_setting('bytea_output'),
                    current_setting('idle_in_transaction_session_timeout'))""")) {
            row.next();
            return row.getString(1);
        }
    }

    @Test
    void aLostConnectionIsToldByWhatTheServerSaid(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect()) {
            database.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                    + " WHERE datname = current_database() AND pid <> pg_backend_pid()");

            assertThatThrownBy(() -> new CatalogReader().read(connection, CatalogScope.ofDefaultSchema()))
                    .isInstanceOf(MigrateException.class)
                    .hasMessage(
                            "The catalog cannot be read: FATAL: terminating connection due to administrator command");
        }
    }

    /** There the capital of i has a dot. */
    @Test
    void theWordsOfStatementsAreTheSameInADatabaseThatIsTurkish(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect()) {
            assumeTrue(connection.getMetaData().getDatabaseMajorVersion() >= 15, "needs a database's ICU locale");
        }
        String turkish = database.name() + "_turkish";
        database.execute("CREATE DATABASE " + turkish + " TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C'"
                + " LOCALE_PROVIDER icu ICU_LOCALE 'tr-TR'");
        PGSimpleDataSource dataSource = (PGSimpleDataSource) database.dataSource();
        dataSource.setDatabaseName(turkish);
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    CREATE MATERIALIZED VIEW m AS SELECT 1 AS id;
                    CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1';
                    COMMENT ON FUNCTION f IS 'One'""");

            List<AuxiliaryObject> objects = new CatalogReader()
                    .read(connection, CatalogScope.ofDefaultSchema())
                    .auxiliaryObjects();
            assertThat(objects)
                    .extracting(AuxiliaryObject::drop)
                    .containsExactly("DROP FUNCTION f()", "DROP MATERIALIZED VIEW m");
            assertThat(objects).extracting(AuxiliaryObject::create).containsExactly("""
                            CREATE OR REPLACE FUNCTION public.f()
                             RETURNS integer
                             LANGUAGE sql
                            AS $function$SELECT 1$function$
                            ;
                            COMMENT ON FUNCTION f() IS 'One'""", """
                            CREATE MATERIALIZED VIEW m AS
                             SELECT 1 AS id;""");
        } finally {
            database.execute("DROP DATABASE " + turkish + " WITH (FORCE)");
        }
    }

    @Test
    void patternsChooseTablesByNameOrBySchemaAndName(TestDatabase database) throws SQLException {
        database.execute("""
                CREATE SCHEMA app;
                CREATE TABLE app.audit_log (a serial);
                CREATE TABLE audit_log (a serial);
                CREATE TABLE audit_old (a int);
                CREATE TABLE users (a int)
                """);

        assertThat(read(
                        database,
                        CatalogScope.ofSchemas(Arrays.asList(null, "app"))
                                .including("audit_*", "app.*")
                                .excluding("public.audit_log", "*_ol?")))
                .isEqualTo("""
                        schema app
                        sequence app.audit_log_a_seq as integer owned by app.audit_log.a
                        table app.audit_log
                          a integer not null default nextval('app.audit_log_a_seq'::regclass)
                        """);
    }

    /** What extensions may make, and those of the server's own don't. */
    private static final String OF_AN_EXTENSION = """
            CREATE TABLE places (id int PRIMARY KEY, parent int REFERENCES places, CHECK (id > 0));
            CREATE INDEX ix_places ON places (parent);
            CREATE POLICY seen ON places USING (true);
            ALTER TABLE places ENABLE ROW LEVEL SECURITY;
            CREATE RULE kept AS ON DELETE TO places DO INSTEAD NOTHING;
            CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
            CREATE TRIGGER touched BEFORE UPDATE ON places FOR EACH ROW EXECUTE FUNCTION touch();
            CREATE DOMAIN code AS text CHECK (VALUE <> '');
            CREATE COLLATION plain FROM "C";
            CREATE SEQUENCE numbers;
            CREATE VIEW shown AS SELECT id FROM places;
            CREATE TEXT SEARCH CONFIGURATION searched (COPY = simple);
            CREATE FUNCTION watch() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END';
            CREATE EVENT TRIGGER watched ON sql_drop EXECUTE FUNCTION watch();
            ALTER EXTENSION seg ADD TABLE places;
            ALTER EXTENSION seg ADD FUNCTION touch();
            ALTER EXTENSION seg ADD DOMAIN code;
            ALTER EXTENSION seg ADD COLLATION plain;
            ALTER EXTENSION seg ADD SEQUENCE numbers;
            ALTER EXTENSION seg ADD VIEW shown;
            ALTER EXTENSION seg ADD TEXT SEARCH CONFIGURATION searched;
            ALTER EXTENSION seg ADD FUNCTION watch();
            ALTER EXTENSION seg ADD EVENT TRIGGER watched;
            """;

    @Test
    void whatBelongsToAnExtensionIsTheExtensions(TestDatabase database) throws SQLException {
        database.execute("""
                CREATE EXTENSION seg;
                CREATE EXTENSION pg_stat_statements;
                CREATE EXTENSION tablefunc;
                CREATE EXTENSION unaccent;
                CREATE TABLE t (s seg, crossed tablefunc_crosstab_2);
                """);
        database.execute(OF_AN_EXTENSION);

        assertThat(read(database, CatalogScope.ofDefaultSchema())).isEqualTo("""
                        extension pg_stat_statements
                        extension seg
                        extension tablefunc
                        extension unaccent
                        table t
                          s seg
                          crossed tablefunc_crosstab_2
                        """);
    }

    @Test
    void schemasBeyondThoseThatAreReadHaveTablesOrSequencesOfTheirOwn(TestDatabase database) throws SQLException {
        database.execute("""
                CREATE SCHEMA plain; CREATE TABLE plain.a (id int);
                CREATE SCHEMA counted; CREATE SEQUENCE counted.numbers;
                CREATE SCHEMA computed; CREATE TABLE computed.a (net int, gross int GENERATED ALWAYS AS (net * 2) STORED);
                CREATE SCHEMA partitioned; CREATE TABLE partitioned.a (day date) PARTITION BY RANGE (day);
                CREATE SCHEMA partitions; CREATE TABLE partitions.a PARTITION OF partitioned.a DEFAULT;
                CREATE SCHEMA viewed; CREATE VIEW viewed.a AS SELECT 1 AS id;
                CREATE SCHEMA extended; CREATE EXTENSION btree_gist SCHEMA extended; CREATE TABLE extended.a (id int);
                CREATE SCHEMA read; CREATE TABLE read.a (id int)
                """);

        try (Connection connection = database.connect()) {
            assertThat(new CatalogReader().schemasBeyond(connection, CatalogScope.ofSchemas(List.of("public", "read"))))
                    .containsExactlyInAnyOrder("plain", "counted", "computed", "partitioned");
        }
    }

    @Test
    void twoSpellingsReadTheSame(TestDatabase one, TestDatabase other) throws SQLException {
        one.execute("""
                CREATE TABLE t (
                    a bigint DEFAULT 5 NOT NULL,
                    b text DEFAULT 'x',
                    c boolean DEFAULT true,
                    d timestamptz DEFAULT now(),
                    e int GENERATED BY DEFAULT AS IDENTITY,
                    f int GENERATED ALWAYS AS (a::int+1) STORED,
                    CONSTRAINT ck CHECK (a>0 and b in ('x','y')));
                CREATE INDEX ix ON t (a, (lower(b))) WHERE c
                """);
        other.execute("""
                CREATE TABLE t (
                    a int8 NOT NULL DEFAULT (5),
                    b text DEFAULT ('x'::text),
                    c bool DEFAULT TRUE,
                    d timestamp with time zone DEFAULT now(),
                    e integer GENERATED BY DEFAULT AS IDENTITY (START WITH 1 INCREMENT BY 1 CACHE 1),
                    f integer GENERATED ALWAYS AS ((cast(a as integer) + 1)) STORED);
                ALTER TABLE t ADD CONSTRAINT ck CHECK (((a > 0)) AND (b = ANY (ARRAY['x', 'y'])));
                CREATE INDEX ix ON public.t USING btree (a ASC NULLS LAST, lower(b)) WHERE (c)
                """);

        assertThat(read(one, CatalogScope.ofDefaultSchema())).isEqualTo(read(other, CatalogScope.ofDefaultSchema()));
    }

    @Test
    void roundTripsDoNotGrowWithTheNumberOfTables(TestDatabase database) throws SQLException {
        database.execute("CREATE TABLE t (id serial PRIMARY KEY, b text CHECK (b <> ''))");
        int one = roundTrips(database);
        database.execute("""
                DO $$ BEGIN
                    FOR i IN 1..200 LOOP
                        EXECUTE format('CREATE TABLE t%s (id serial PRIMARY KEY, t int REFERENCES t, b text CHECK (b <> %L))', i, '');
                        EXECUTE format('CREATE INDEX ON t%s (lower(b)) WHERE b IS NOT NULL', i);
                    END LOOP;
                END $$
                """);

        assertThat(roundTrips(database)).isEqualTo(one).isLessThan(25);
    }

    /** How many statements a reading executes. */
    private static int roundTrips(TestDatabase database) throws SQLException {
        AtomicInteger count = new AtomicInteger();
        try (Connection connection = database.connect()) {
            Connection counting = counting(Connection.class, connection, count);
            new CatalogReader().read(counting, CatalogScope.ofDefaultSchema());
        }
        return count.get();
    }

    private static <T> T counting(Class<T> type, Object target, AtomicInteger count) {
        Object proxy =
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    if (method.getName().startsWith("execute")) {
                        count.incrementAndGet();
                    }
                    try {
                        Object result = method.invoke(target, arguments);
                        return result instanceof Statement && Statement.class.isAssignableFrom(method.getReturnType())
                                ? counting(method.getReturnType(), result, count)
                                : result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
        return type.cast(proxy);
    }

    @Test
    void aSearchPathThatLeadsNowhereIsAnErrorThatSaysWhatToDo(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect()) {
            connection.setSchema("nowhere");

            assertThatThrownBy(() -> new CatalogReader().read(connection, CatalogScope.ofDefaultSchema()))
                    .isInstanceOf(MigrateException.class)
                    .hasMessage("The search path of database '" + database.name() + "' is nowhere, and no schema in it"
                            + " exists. Create the schema, or name one in the URL: ?currentSchema=public");
            assertThat(connection.getAutoCommit()).isTrue();
        }
    }

    @Test
    void aServerThatIsTooOldIsRefusedWithBothVersions() {
        assertThatThrownBy(() -> CatalogSession.requireSupported(new ServerVersion(120_004), "shop"))
                .isInstanceOf(MigrateException.class)
                .hasMessage("The server of database 'shop' is PostgreSQL 12.4; Migrate reads the catalogs of PostgreSQL"
                        + " 13 and later. Upgrade the server, or connect to a newer one.");
    }

    private static String read(TestDatabase database, CatalogScope scope) throws SQLException {
        try (Connection connection = database.connect()) {
            return SchemaText.of(new CatalogReader().read(connection, scope));
        }
    }
}
