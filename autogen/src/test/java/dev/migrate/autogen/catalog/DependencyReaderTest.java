package dev.migrate.autogen.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.schema.ObjectId;
import dev.migrate.schema.ObjectId.OfColumn;
import dev.migrate.schema.ObjectId.OfConstraint;
import dev.migrate.schema.ObjectId.OfIndex;
import dev.migrate.schema.ObjectId.OfObject;
import dev.migrate.schema.ObjectId.OfStatistics;
import dev.migrate.schema.ObjectId.OfTable;
import dev.migrate.schema.ObjectId.OfType;
import dev.migrate.schema.Schema;
import dev.migrate.testing.PostgresServer;
import dev.migrate.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** SQL in, what needs what out, as the oldest, the default and the newest supported major say it. */
class DependencyReaderTest {

    @ParameterizedTest
    @ValueSource(ints = {13, 17, 18})
    void aViewNeedsTheColumnsItReadsAndTheViewsItIsOver(int major) throws SQLException {
        assertThat(dependencies(major, """
                CREATE SCHEMA app;
                CREATE TABLE users (id bigint, name text);
                CREATE TABLE app.users (id bigint, name text);
                CREATE TABLE orders (id bigint, name text, "user" bigint);
                CREATE MATERIALIZED VIEW bought AS
                    SELECT o.id, u.name FROM orders o JOIN users u ON u.id = o."user";
                CREATE VIEW buyers AS SELECT name FROM bought;
                CREATE VIEW whole AS SELECT u FROM users u;
                CREATE VIEW elsewhere AS SELECT name FROM app.users
                """)).isEqualTo("""
                materialized view bought -> column orders.id
                materialized view bought -> column orders.user
                materialized view bought -> column users.id
                materialized view bought -> column users.name
                view buyers -> materialized view bought
                view elsewhere -> column app.users.name
                view whole -> table users
                """);
    }

    @ParameterizedTest
    @ValueSource(ints = {13, 17, 18})
    void whatBelongsToATableNeedsTheColumnsThatItMentions(int major) throws SQLException {
        assertThat(dependencies(major, """
                CREATE TYPE mood AS ENUM ('sad', 'ok');
                CREATE TABLE t (a int, b int, c int, d int, e int, m mood DEFAULT 'ok', PRIMARY KEY (a),
                    twice int GENERATED ALWAYS AS (b * 2) STORED, CHECK (c > 0 AND m <> 'sad'));
                CREATE INDEX ix ON t (b) WHERE d > 0;
                CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
                CREATE TRIGGER touched BEFORE UPDATE OF b ON t FOR EACH ROW WHEN (NEW.c > 0) EXECUTE FUNCTION touch();
                CREATE POLICY seen ON t USING (d > 0);
                CREATE RULE kept AS ON DELETE TO t WHERE OLD.e > 0 DO INSTEAD NOTHING;
                CREATE STATISTICS s ON a, b FROM t;
                CREATE VIEW grouped AS SELECT a, b FROM t GROUP BY a
                """)).isEqualTo("""
                column t.twice -> column t.b%s
                constraint t.t_check -> type mood
                index ix -> column t.b auto
                index ix -> column t.d auto
                policy seen on t -> column t.d
                policy seen on t -> table t auto
                rule kept on t -> column t.e
                rule kept on t -> table t
                rule kept on t -> table t auto
                statistics s -> column t.a auto
                statistics s -> column t.b auto
                trigger touched on t -> column t.b
                trigger touched on t -> column t.c
                trigger touched on t -> function touch()
                trigger touched on t -> table t auto
                view grouped -> column t.a
                view grouped -> column t.b
                view grouped -> constraint t.t_pkey
                """.formatted(major < 15 ? " auto" : ""));
    }

    @ParameterizedTest
    @ValueSource(ints = {13, 17, 18})
    void typesNeedTheTypesThatTheyAreMadeOf(int major) throws SQLException {
        assertThat(dependencies(major, """
                CREATE TYPE mood AS ENUM ('sad', 'ok');
                CREATE DOMAIN feeling AS mood CHECK (VALUE <> 'sad');
                CREATE DOMAIN feelings AS feeling[];
                CREATE TYPE pair AS (one mood, many feeling[]);
                CREATE TABLE t (m mood, f feeling[], p pair[], one pair CHECK ((one).one <> 'sad'));
                CREATE FUNCTION cheer(mood, t) RETURNS SETOF pair LANGUAGE sql AS 'SELECT p[1] FROM t';
                CREATE CAST (varchar AS mood) WITH INOUT AS IMPLICIT;
                CREATE VIEW pairs AS SELECT p FROM t
                """)).isEqualTo("""
                cast (character varying as mood) -> type mood
                constraint t.t_one_check -> column t.one
                constraint t.t_one_check -> column t.one auto
                constraint t.t_one_check -> type mood
                function cheer(mood, t) -> table t
                function cheer(mood, t) -> type mood
                function cheer(mood, t) -> type pair
                type feeling -> type mood
                type feelings -> type feeling
                type pair -> type feeling
                type pair -> type mood
                view pairs -> column t.p
                view pairs -> type pair
                """);
    }

    @ParameterizedTest
    @ValueSource(ints = {17, 18})
    void aBodyThatIsParsedNeedsWhatItReadsAndAStringNothing(int major) throws SQLException {
        assertThat(dependencies(major, """
                CREATE TABLE t (a int, b int);
                CREATE FUNCTION parsed() RETURNS int LANGUAGE sql RETURN (SELECT max(a) FROM t);
                CREATE FUNCTION quoted() RETURNS int LANGUAGE sql AS 'SELECT max(a) FROM t';
                CREATE FUNCTION over() RETURNS int LANGUAGE sql BEGIN ATOMIC SELECT parsed(); END
                """)).isEqualTo("""
                function over() -> function parsed()
                function parsed() -> column t.a
                """);
    }

    private static String dependencies(int major, String sql) throws SQLException {
        try (TestDatabase database = PostgresServer.get(major).newDatabase();
                Connection connection = database.connect()) {
            database.execute(sql);
            Schema schema = new CatalogReader()
                    .read(connection, CatalogScope.ofDefaultSchema().schemas(Set.of("app")));
            return schema.dependencies().all().stream()
                    .map(each -> text(each.dependent()) + " -> " + text(each.needed())
                            + switch (each.kind()) {
                                case NORMAL -> "";
                                case AUTOMATIC -> " auto";
                                case PARTITION -> " partition";
                            }
                            + "\n")
                    .sorted()
                    .collect(Collectors.joining());
        }
    }

    private static String text(ObjectId id) {
        if (id instanceof OfTable of) {
            return "table " + of.table();
        }
        if (id instanceof OfColumn of) {
            return "column " + of.table() + "." + of.column();
        }
        if (id instanceof OfConstraint of) {
            return "constraint " + of.table() + "." + of.constraint();
        }
        if (id instanceof OfIndex of) {
            return "index " + of.index();
        }
        if (id instanceof OfStatistics of) {
            return "statistics " + of.statistics();
        }
        return id instanceof OfType of ? "type " + of.type() : ((OfObject) id).identity();
    }
}
