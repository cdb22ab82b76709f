package dev.migrate.ddl;

import static dev.migrate.operation.EnumOperation.Use.use;
import static dev.migrate.schema.Definitions.enumType;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.migrate.operation.EnumOperation.ChangeEnum;
import dev.migrate.operation.EnumOperation.Use;
import dev.migrate.operation.Statement;
import dev.migrate.testing.PostgresServer;
import dev.migrate.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An enum is replaced in all that uses it, or not at all: then the error names what is in the way. */
class EnumDependentsTest {

    private static final String BASE = """
            CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy');
            CREATE TABLE agents (id integer, mood mood DEFAULT 'ok', moods mood[]);
            """;

    private static final Map<Integer, TestDatabase> SHARED = new ConcurrentHashMap<>();

    @AfterAll
    static void drop() {
        SHARED.values().forEach(TestDatabase::close);
        SHARED.clear();
    }

    private static final List<Use> USES = List.of(
            use("agents", "mood").defaultSql("'ok'::mood"),
            use("agents", "moods").ofArray());

    static Stream<Arguments> dependents() {
        return IntStream.of(13, 18)
                .boxed()
                .flatMap(major -> Stream.of(
                        arguments(major, "CREATE TABLE pets (mood mood)", "column mood of table pets"),
                        arguments(major, "CREATE TABLE pets (moods mood[])", "column moods of table pets"),
                        arguments(
                                major,
                                "ALTER TABLE agents ALTER mood DROP DEFAULT, ALTER mood TYPE mood[] USING ARRAY[mood]",
                                "column mood of table agents"),
                        arguments(
                                major,
                                "ALTER TABLE agents ALTER moods TYPE mood USING moods[1]",
                                "column moods of table agents"),
                        arguments(
                                major,
                                "ALTER TABLE agents ALTER moods SET DEFAULT '{ok}'",
                                "default of column moods of table agents"),
                        arguments(
                                major,
                                "CREATE TABLE spies () INHERITS (agents); ALTER TABLE spies ALTER mood SET DEFAULT 'happy'",
                                "default of column mood of table spies"),
                        arguments(
                                major,
                                "ALTER TABLE agents ADD calm boolean GENERATED ALWAYS AS (mood = 'ok') STORED",
                                "generated column calm of table agents"),
                        arguments(
                                major,
                                "ALTER TABLE agents ADD felt boolean GENERATED ALWAYS AS (mood IS NOT NULL) STORED",
                                "generated column felt of table agents"),
                        arguments(major, "CREATE VIEW moody AS SELECT mood FROM agents", "view moody"),
                        arguments(major, "CREATE VIEW moody AS SELECT mood IS NULL FROM agents", "view moody"),
                        arguments(
                                major,
                                "CREATE MATERIALIZED VIEW moody AS SELECT 'ok'::mood AS m",
                                "materialized view moody"),
                        arguments(
                                major,
                                "ALTER TABLE agents ADD CONSTRAINT c CHECK (mood <> 'sad')",
                                "constraint c on table agents"),
                        arguments(major, "CREATE INDEX ix ON agents (id) WHERE mood = 'sad'", "index ix"),
                        arguments(major, "CREATE DOMAIN feeling AS mood", "type feeling"),
                        arguments(major, "CREATE TYPE pair AS (a mood)", "column a of composite type pair"),
                        arguments(
                                major,
                                "CREATE FUNCTION f(m mood) RETURNS int LANGUAGE sql AS 'SELECT 1'",
                                "function f(mood)"),
                        arguments(
                                major,
                                "CREATE CAST (varchar AS mood) WITH INOUT AS IMPLICIT",
                                "cast from character varying to mood"),
                        arguments(
                                major,
                                "CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN new; END';"
                                        + " CREATE TRIGGER t AFTER UPDATE OF mood ON agents EXECUTE FUNCTION f()",
                                "trigger t on table agents"),
                        arguments(
                                major,
                                "CREATE POLICY p ON agents USING (mood IS NOT NULL)",
                                "policy p on table agents"),
                        arguments(
                                major,
                                "CREATE TABLE moods (mood mood PRIMARY KEY);"
                                        + " ALTER TABLE agents ADD CONSTRAINT fk FOREIGN KEY (mood) REFERENCES moods",
                                "column mood of table moods, constraint fk on table agents"),
                        arguments(
                                major,
                                "DROP TABLE agents; CREATE TABLE agents (mood mood DEFAULT 'ok', moods mood[])"
                                        + " PARTITION BY LIST (mood)",
                                "partition key of table agents")));
    }

    @ParameterizedTest
    @MethodSource("dependents")
    void whatElseDependsOnItIsNamedBeforeAnythingIsChanged(int major, String setup, String dependents)
            throws SQLException {
        TestDatabase database =
                SHARED.computeIfAbsent(major, key -> PostgresServer.get(key).newDatabase());
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            execute(connection, BASE + setup);

            assertThatThrownBy(
                            () -> execute(connection, replacement(major).get(0).sql()))
                    .isInstanceOf(SQLException.class)
                    .hasMessageStartingWith("""
                            ERROR: The enum mood cannot be replaced, since more depends on it than is converted: %s
                              Hint: Name columns with use, arrays with ofArray, and their defaults with defaultSql. Drop the rest before replaceEnum and create it again after it; a partition key needs a new table.
                            """.formatted(dependents).stripTrailing());

            connection.rollback();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {13, 18})
    void whatPostgresConvertsByItselfIsNotInTheWay(int major) throws SQLException {
        try (TestDatabase database = PostgresServer.get(major).newDatabase();
                Connection connection = database.connect()) {
            database.execute(BASE + """
                    CREATE INDEX ON agents (mood);
                    CREATE INDEX ON agents ((mood IS NULL));
                    CREATE UNIQUE INDEX ON agents (id) WHERE mood IS NOT NULL;
                    ALTER TABLE agents ADD CHECK (mood IS NOT NULL OR moods IS NOT NULL);
                    CREATE TABLE spies (code text) INHERITS (agents);
                    INSERT INTO spies VALUES (7, 'sad', '{sad,happy}');
                    """);

            replace(connection, major);

            assertThat(database.query("SELECT mood, moods FROM agents")).isEqualTo("ok|{ok,happy}");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {13, 18})
    void theColumnsOfPartitionsFollowTheirParents(int major) throws SQLException {
        try (TestDatabase database = PostgresServer.get(major).newDatabase();
                Connection connection = database.connect()) {
            database.execute("""
                    CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy');
                    CREATE TABLE agents (id integer, mood mood DEFAULT 'ok', moods mood[]) PARTITION BY RANGE (id);
                    CREATE TABLE agents_1 PARTITION OF agents FOR VALUES FROM (1) TO (10);
                    INSERT INTO agents VALUES (7, 'sad', '{sad,happy}');
                    """);

            replace(connection, major);

            assertThat(database.query("SELECT mood, moods FROM agents_1")).isEqualTo("ok|{ok,happy}");
        }
    }

    private static List<Statement> replacement(int major) {
        return new DdlRenderer(ServerVersion.ofMajor(major))
                .render(new ChangeEnum(
                        enumType("mood", "sad", "ok", "happy"),
                        enumType("mood", "ok", "happy"),
                        new TreeMap<>(Map.of("sad", "ok")),
                        USES));
    }

    private static void replace(Connection connection, int major) throws SQLException {
        for (Statement each : replacement(major)) {
            execute(connection, each.sql());
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (java.sql.Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
