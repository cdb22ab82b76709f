package dev.migrate.autogen.scratch;

import static dev.migrate.schema.Definitions.column;
import static dev.migrate.schema.Definitions.domain;
import static dev.migrate.schema.Definitions.enumType;
import static dev.migrate.schema.Definitions.expression;
import static dev.migrate.schema.Definitions.index;
import static dev.migrate.schema.Definitions.sequence;
import static dev.migrate.schema.Definitions.table;
import static dev.migrate.schema.Types.bigint;
import static dev.migrate.schema.Types.integer;
import static dev.migrate.schema.Types.text;
import static dev.migrate.schema.Types.type;
import static dev.migrate.schema.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.MigrateException;
import dev.migrate.autogen.catalog.SchemaText;
import dev.migrate.ddl.SqlScript;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
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
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;

/** What comparing needs of the session that it works in, and what it leaves there: nothing. */
@PostgresTest
class CanonicalizerSessionTest {

    @Test
    void thousandsOfTablesFitIntoTheLockTable(TestDatabase database) throws SQLException {
        Table[] tables = new Table[2000];
        Arrays.setAll(tables, i -> table("t" + i)
                .columns(column("a", integer()), column("b", text()))
                .check("c", "a > " + i)
                .withIndexes(List.of(index("ix" + i).on("t" + i, expression("lower(b)")))));

        try (Connection connection = database.connect()) {
            Schema canonical = new Canonicalizer(connection).canonicalize(Schema.ofTables(tables));

            assertThat(canonical.tables()).hasSize(2000);
            assertThat(SchemaText.of(Schema.ofTables(canonical.tables().get(1999))))
                    .isEqualTo("""
                            table t999
                              a integer
                              b text
                              check c a > 999
                              index ix999 [(lower(b))]
                            """);
        }
    }

    @Test
    void whatAThousandTablesSayAlikeIsAskedForOnce(TestDatabase database) throws SQLException {
        assertThat(statements(database, 1000))
                .isEqualTo(statements(database, 10))
                .isLessThanOrEqualTo(40);
    }

    /** How many statements it takes to know tables with a check, an enum's check, two indexes and a sequence each. */
    private static int statements(TestDatabase database, int tables) throws SQLException {
        Schema declared = Schema.ofTables(IntStream.range(0, tables)
                        .mapToObj(i -> table("t" + i)
                                .columns(
                                        column("id", bigint()).identity().notNull(),
                                        column("own" + i, varchar(20 + i % 5)),
                                        column("status", varchar(255)).defaultValue("NEW"),
                                        column("total", integer()))
                                .primaryKey("t" + i + "_pkey", "id")
                                .check("t" + i + "_status_check", "status in ('NEW','DONE')")
                                .check("t" + i + "_total_check", "total >= 0")
                                .withIndexes(List.of(
                                        index("ix_status" + i).on("t" + i, expression("lower(status)")),
                                        index("ix_total" + i)
                                                .on("t" + i, "total")
                                                .where("status = 'NEW'"))))
                        .toArray(Table[]::new))
                .withSequences(IntStream.range(0, tables)
                        .mapToObj(i -> sequence("t" + i + "_seq").increment(50))
                        .toList());
        AtomicInteger count = new AtomicInteger();
        try (Connection connection = database.connect()) {
            Schema canonical = new Canonicalizer(counting(Connection.class, connection, count)).canonicalize(declared);
            assertThat(SchemaText.of(Schema.ofTables(canonical.tables().get(tables - 1))))
                    .contains("""
                      check t%1$s_status_check (status)::text = ANY ((ARRAY['DONE'::character varying, \
                    'NEW'::character varying])::text[])
                      check t%1$s_total_check total >= 0
                      index ix_status%1$s [(lower((status)::text))]
                      index ix_total%1$s [total] where (status)::text = 'NEW'::text
                    """.formatted(tables - 1));
        }
        return count.get();
    }

    /** The same connection, which counts the statements that it sends. */
    private static <T> T counting(Class<T> type, Object target, AtomicInteger count) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    if (method.getName().startsWith("execute")) {
                        count.addAndGet(
                                arguments == null
                                        ? 1
                                        : SqlScript.split((String) arguments[0]).size());
                    }
                    try {
                        Object result = method.invoke(target, arguments);
                        return result instanceof Statement && Statement.class.isAssignableFrom(method.getReturnType())
                                ? counting(method.getReturnType(), result, count)
                                : result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }

    @Test
    void nothingStaysOnTheServerOrTheConnection(TestDatabase database) throws SQLException {
        database.execute("CREATE TABLE t (old int)");
        Schema declared =
                Schema.ofTables(table("t").columns(column("a", integer())).check("c", "a > 0"));
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            new Canonicalizer(connection).canonicalize(declared);

            assertThat(connection.getAutoCommit()).isTrue();
            statement.execute("SELECT old FROM t");

            connection.setAutoCommit(false);
            statement.execute("CREATE TABLE mine (a int)");
            statement.execute("SET LOCAL search_path = pg_catalog");
            new Canonicalizer(connection).canonicalize(declared);
            statement.execute("SELECT a FROM public.mine");
            try (ResultSet path = statement.executeQuery("SHOW search_path")) {
                path.next();
                assertThat(path.getString(1)).isEqualTo("pg_catalog");
            }
            connection.commit();
        }
        assertThat(database.query("SELECT count(*) FROM pg_class WHERE relpersistence = 't'"))
                .isEqualTo("0");
    }

    @Test
    void aBackslashIsOneWhateverTheDatabaseHasSet(TestDatabase database) throws SQLException {
        Schema declared = Schema.ofTables(
                table("t").columns(column("a", text()).defaultSql("'a\\b'")).check("t_a_check", "a <> '\\'"));
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("SET standard_conforming_strings = off; SET quote_all_identifiers = on");

            assertThat(SchemaText.of(new Canonicalizer(connection).canonicalize(declared)))
                    .isEqualTo("""
                            table t
                              a text default 'a\\b'::text
                              check t_a_check a <> '\\'::text
                            """);
        }
    }

    @Test
    void thatSessionsAreReadOnlyByDefaultKeepsNobodyFromComparing(TestDatabase database) throws SQLException {
        Schema declared =
                Schema.ofTables(table("t").columns(column("a", integer())).check("c", "a > 0"));
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("SET default_transaction_read_only = on");
            connection.setReadOnly(true);

            assertThat(SchemaText.of(new Canonicalizer(connection).canonicalize(declared)))
                    .isEqualTo("""
                            table t
                              a integer
                              check c a > 0
                            """);

            connection.setAutoCommit(false);
            assertThatThrownBy(() -> new Canonicalizer(connection).canonicalize(declared))
                    .isInstanceOf(MigrateException.class)
                    .hasMessage("The transaction that is open in database '" + database.name() + "' is read-only, and"
                            + " comparing the entities with it needs temporary tables. Begin one that is read-write.");
        }
    }

    /** Behind a proxy that pools transactions it would be found, or missed, by somebody else. */
    @Test
    void noStatementIsPreparedInTheServersSession(TestDatabase database) throws SQLException {
        Schema declared = Schema.ofTables(
                table("t").columns(column("a", integer())).check("c", "a > 0"),
                table("u").columns(column("a", integer())).check("d", "a > 0"));
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            connection.unwrap(PGConnection.class).setPrepareThreshold(1);

            new Canonicalizer(connection).canonicalize(declared);

            assertThat(connection.unwrap(PGConnection.class).getPrepareThreshold())
                    .isEqualTo(1);
            try (ResultSet rows = statement.executeQuery("SELECT statement FROM pg_prepared_statements")) {
                assertThat(rows.next()).isFalse();
            }
        }
    }

    @Test
    void theTempPrivilegeIsAllItNeeds(TestDatabase database) throws SQLException {
        database.execute("REVOKE ALL ON SCHEMA public FROM PUBLIC; DROP ROLE IF EXISTS reader; CREATE ROLE reader");
        Schema declared = Schema.ofTables(table("t")
                        .columns(column("m", type("app.mood")), column("d", type("plus")))
                        .check("c", "m > 'a'"))
                .withEnums(List.of(enumType("app.mood", "a", "b")))
                .withDomains(List.of(domain("plus", integer()).check("c", "VALUE > 0")));
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("SET ROLE reader");

            assertThat(SchemaText.of(new Canonicalizer(connection).canonicalize(declared)))
                    .isEqualTo("""
                            enum app.mood [a, b]
                            domain plus integer
                              check c VALUE > 0
                            table t
                              m app.mood
                              d plus
                              check c m > 'a'::app.mood
                            """);

            statement.execute(
                    "RESET ROLE; REVOKE TEMP ON DATABASE " + database.name() + " FROM PUBLIC; SET ROLE reader");
            assertThatThrownBy(() -> new Canonicalizer(connection).canonicalize(declared))
                    .isInstanceOf(MigrateException.class)
                    .hasMessage("The user 'reader' may not create temporary tables in database '" + database.name()
                            + "', which comparing the entities with it needs. Run: GRANT TEMPORARY ON DATABASE "
                            + database.name() + " TO reader");
        }
    }
}
