package dev.migrate.autogen.diff.dependency;

import static dev.migrate.schema.Types.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.autogen.catalog.CatalogReader;
import dev.migrate.autogen.catalog.CatalogScope;
import dev.migrate.autogen.diff.DiffOptions;
import dev.migrate.autogen.diff.Difference;
import dev.migrate.autogen.diff.SchemaDiff;
import dev.migrate.ddl.DdlRenderer;
import dev.migrate.ddl.ServerVersion;
import dev.migrate.dump.SchemaDump;
import dev.migrate.operation.ColumnOperation.DropColumn;
import dev.migrate.operation.ConstraintOperation.DropConstraint;
import dev.migrate.operation.IndexOperation.DropIndex;
import dev.migrate.operation.ObjectOperation.DropAuxiliaryObject;
import dev.migrate.operation.ObjectOperation.DropDomain;
import dev.migrate.operation.Reversible;
import dev.migrate.operation.StatisticsOperation.DropStatistics;
import dev.migrate.schema.EnumType;
import dev.migrate.schema.Schema;
import dev.migrate.testing.PostgresServer;
import dev.migrate.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What is rebuilt because something that it needs changes, and what isn't. Each change is made and taken back, and leaves
 * the catalog that was there before.
 */
class DependentsTest {

    /** What a dump doesn't say. */
    private static final String OWNERS_AND_TARGETS = """
            SELECT string_agg(line, E'\\n' ORDER BY line)
            FROM (
                SELECT format('%s %s', c.oid::regclass, c.relowner::regrole) AS line
                FROM pg_class c
                WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'v', 'm')
                UNION ALL
                SELECT format('%s %s', p.oid::regprocedure, p.proowner::regrole)
                FROM pg_proc p
                WHERE p.pronamespace = 'public'::regnamespace
                UNION ALL
                SELECT format('%s.%s %s', a.attrelid::regclass, a.attname, a.attstattarget)
                FROM pg_attribute a
                JOIN pg_class c ON c.oid = a.attrelid
                WHERE c.relnamespace = 'public'::regnamespace AND a.attstattarget > 0
                UNION ALL
                SELECT format('%s %s', x.stxname, x.stxstattarget) FROM pg_statistic_ext x) lines""";

    private final PostgresServer postgres = PostgresServer.get();

    @Test
    void aViewIsLeftAloneThatReadsOtherColumnsOfTheTableAndOneOfThatNameOfAnother() throws SQLException {
        assertThat(rebuiltBy(retyping("orders", "name"), """
                CREATE TABLE users (id bigint, name text);
                CREATE TABLE orders (id bigint, name varchar(50));
                CREATE MATERIALIZED VIEW bought AS SELECT o.id, u.name FROM orders o JOIN users u USING (id);
                CREATE VIEW named AS SELECT o.name FROM orders o
                """)).isEqualTo("view named");
    }

    @Test
    void aViewOverATableOfThatNameInAnotherSchemaIsLeftAlone() throws SQLException {
        assertThat(rebuiltBy(retyping("orders", "name"), """
                CREATE SCHEMA app;
                CREATE TABLE orders (id bigint, name varchar(50));
                CREATE TABLE app.orders (id bigint, name varchar(50));
                CREATE VIEW theirs AS SELECT name FROM app.orders;
                CREATE VIEW app.ours AS SELECT name FROM orders
                """)).isEqualTo("view app.ours");
    }

    @Test
    void aViewIsRebuiltThatNamesNoColumnWhereItNeedsOne() throws SQLException {
        assertThat(rebuiltBy(retyping("orders", "name"), """
                CREATE TABLE orders (id bigint, name varchar(50));
                CREATE VIEW every (a, b) AS SELECT * FROM orders;
                CREATE VIEW twice AS SELECT a AS name FROM every;
                CREATE VIEW counted AS SELECT count(*) AS name FROM orders
                """)).isEqualTo("""
                view every
                view twice""");
    }

    @Test
    void whatBelongsToATableIsRebuiltOnlyIfItNeedsTheColumn() throws SQLException {
        assertThat(rebuiltBy(retyping("t", "name"), """
                CREATE TABLE other (name text);
                CREATE TABLE t (id bigint, name varchar(50), title text);
                CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
                CREATE TRIGGER touched BEFORE UPDATE OF name ON t FOR EACH ROW EXECUTE FUNCTION touch();
                CREATE TRIGGER name BEFORE UPDATE OF title ON t FOR EACH ROW EXECUTE FUNCTION touch();
                CREATE POLICY seen ON t USING (name <> '');
                CREATE POLICY name ON t USING (title <> 'name' AND EXISTS (SELECT FROM other WHERE other.name = t.title));
                CREATE RULE kept AS ON DELETE TO t WHERE OLD.name IS NULL DO INSTEAD NOTHING;
                CREATE RULE told AS ON DELETE TO t WHERE OLD.title IS NULL DO INSTEAD INSERT INTO other (name) VALUES ('')
                """)).isEqualTo("""
                policy seen on t
                rule kept on t
                trigger touched on t""");
    }

    @Test
    void aFormulaIsRebuiltOnlyIfItNeedsTheColumnAndWhatPostgresConvertsByItselfNever() throws SQLException {
        assertThat(rebuiltBy(retyping("t", "name"), """
                CREATE TABLE t (id bigint, name varchar(50), title text, CHECK (name <> 'x'),
                    loud text GENERATED ALWAYS AS (upper(name)) STORED,
                    plain text GENERATED ALWAYS AS (upper(title || 'name')) STORED,
                    EXCLUDE (name WITH =) WHERE (id > 0));
                CREATE INDEX ix_partial ON t (id) WHERE name <> '';
                CREATE INDEX ix_expression ON t (upper(name));
                CREATE STATISTICS s ON id, name FROM t
                """)).isEqualTo("column t.loud");
    }

    @Test
    void statisticsAreRebuiltOnlyIfPostgresWouldForgetTheirTarget() throws SQLException {
        assertThat(rebuiltBy(retyping("t", "name"), """
                CREATE TABLE t (id bigint, name varchar(50), title text);
                CREATE STATISTICS plain ON id, name FROM t;
                COMMENT ON STATISTICS plain IS 'Kept';
                CREATE STATISTICS targeted (mcv) ON id, name FROM t;
                ALTER STATISTICS targeted SET STATISTICS 50;
                COMMENT ON STATISTICS targeted IS 'Kept';
                CREATE STATISTICS other ON id, title FROM t;
                ALTER STATISTICS other SET STATISTICS 50
                """)).isEqualTo("statistics targeted");
    }

    @Test
    void statisticsAreRebuiltWithTheTypeTheFunctionAndTheFormulaThatTheyCount() throws SQLException {
        if (postgres.version().isAtLeast(14)) {
            assertThat(rebuiltBy(withoutValue("mood", "ok"), """
                    CREATE TYPE mood AS ENUM ('sad', 'ok', 'glad');
                    CREATE TABLE t (id bigint, mood mood, title text);
                    CREATE STATISTICS sadness ON (mood = 'sad'), id FROM t;
                    CREATE STATISTICS moods ON mood, id FROM t
                    """)).isEqualTo("statistics sadness");
            assertThat(rebuiltBy(retyping("t", "name"), """
                    CREATE TABLE t (id bigint, name varchar(50),
                        loud text GENERATED ALWAYS AS (upper(name)) STORED);
                    CREATE STATISTICS s ON loud, id FROM t
                    """)).isEqualTo("""
                    column t.loud
                    statistics s""");
        }
    }

    @Test
    void aRoutineIsRebuiltOnlyIfPostgresKnowsThatItReadsTheColumn() throws SQLException {
        if (postgres.version().isAtLeast(14)) {
            assertThat(rebuiltBy(retyping("t", "name"), """
                    CREATE TABLE t (id bigint, name varchar(50));
                    CREATE FUNCTION parsed() RETURNS text LANGUAGE sql RETURN (SELECT max(name) FROM t);
                    CREATE FUNCTION other() RETURNS bigint LANGUAGE sql RETURN (SELECT max(id) AS name FROM t);
                    CREATE FUNCTION quoted() RETURNS text LANGUAGE sql AS 'SELECT max(name) FROM t';
                    CREATE FUNCTION over() RETURNS text LANGUAGE sql RETURN parsed();
                    CREATE VIEW called AS SELECT parsed() AS one
                    """)).isEqualTo("""
                    function over()
                    function parsed()
                    view called""");
        }
    }

    @Test
    void whatIsOverAnEnumTypeIsRebuiltAndWhatIsCalledLikeItIsNot() throws SQLException {
        assertThat(rebuiltBy(withoutValue("mood", "sad"), """
                CREATE TYPE mood AS ENUM ('sad', 'ok');
                CREATE DOMAIN feeling AS mood;
                CREATE DOMAIN name AS text CHECK (VALUE <> 'mood');
                CREATE TYPE pair AS (one mood, many feeling[]);
                CREATE TYPE plain AS (mood text);
                CREATE TABLE t (id bigint, m mood, f feeling, p pair[], q plain, mood text, d name,
                    CONSTRAINT is_ok CHECK (m = 'ok'), CONSTRAINT is_named CHECK (mood <> 'mood'));
                CREATE TABLE mood_log (mood text);
                CREATE VIEW pairs AS SELECT p FROM t;
                CREATE VIEW moods AS SELECT mood FROM t;
                CREATE VIEW logged AS SELECT mood FROM mood_log;
                CREATE INDEX ix_ok ON t (id) WHERE m = 'ok';
                CREATE INDEX ix_named ON t (id) WHERE mood = 'ok';
                CREATE POLICY mood ON mood_log USING (mood <> '')
                """)).isEqualTo("""
                constraint t.is_ok
                domain feeling
                index ix_ok
                type pair
                view pairs""");
    }

    @Test
    void aReferenceIsRebuiltToAKeyThatIncludesValuesOfATypeOverAnEnumThatLosesAValueAgain() throws SQLException {
        assertThat(rebuiltBy(withValue("mood", "ok"), """
                CREATE TYPE mood AS ENUM ('sad');
                CREATE TYPE pair AS (one mood);
                CREATE TABLE t (id bigint, p pair, parent bigint, PRIMARY KEY (id) INCLUDE (p),
                    FOREIGN KEY (parent) REFERENCES t)
                """)).isEmpty();
    }

    @Test
    void whatCallsARoutineOverAnEnumIsRebuiltWithIt() throws SQLException {
        assertThat(rebuiltBy(withoutValue("mood", "sad"), """
                CREATE TYPE mood AS ENUM ('sad', 'ok');
                CREATE TYPE pair AS (one mood);
                CREATE TABLE t (id bigint, name text);
                CREATE FUNCTION cheer(mood) RETURNS text LANGUAGE sql AS 'SELECT $1::text';
                CREATE FUNCTION one(pair) RETURNS text LANGUAGE sql AS 'SELECT 1';
                CREATE VIEW cheered AS SELECT cheer('ok') AS name;
                CREATE VIEW named AS SELECT name FROM t
                """)).isEqualTo("""
                function one(pair)
                view cheered""");
    }

    @Test
    void aViewIsRebuiltThatGroupsByAKeyWhichGetsOtherColumns() throws SQLException {
        assertThat(rebuiltBy(
                        schema -> schema.withTables(schema.tables().stream()
                                .map(table -> table.withConstraints(List.of()).primaryKey("t_pkey", "name"))
                                .toList()),
                        """
                CREATE TABLE t (id bigint NOT NULL, name text NOT NULL, CONSTRAINT t_pkey PRIMARY KEY (id));
                CREATE VIEW counted AS SELECT id, count(*) AS n FROM t GROUP BY id
                """))
                .isEqualTo("constraint t.t_pkey");
    }

    @Test
    void whatIsRebuiltOfARenamedTableIsDroppedByItsOldNameAndAViewOfThatNameElsewhereStays() throws SQLException {
        assertThat(rebuiltBy(
                        schema -> retyping("accounts", "title")
                                .apply(schema.withTables(schema.tables().stream()
                                        .map(table -> table.name().toString().equals("users")
                                                ? table.named(table.name().sibling("accounts"))
                                                        .withColumns(table.columns().stream()
                                                                .map(column -> column.name("title"))
                                                                .toList())
                                                : table)
                                        .toList())),
                        """
                CREATE SCHEMA app;
                CREATE TABLE users (name varchar(50));
                CREATE TABLE middle (name varchar(50));
                CREATE TABLE app.users (name varchar(50));
                CREATE POLICY seen ON users USING (name <> '');
                CREATE POLICY seen ON middle USING (name <> '');
                CREATE VIEW theirs AS SELECT name FROM app.users;
                CREATE VIEW ours AS SELECT name FROM users
                """,
                        "users:accounts",
                        "accounts.name:title"))
                .isEqualTo("""
                policy seen on users
                view ours""");
    }

    @Test
    void aViewAndARoutineThatNameEachOtherAreCreatedInTheOrderThatPostgresAllows() throws SQLException {
        try (TestDatabase database = postgres.newDatabase();
                TestDatabase other = postgres.newDatabase();
                Connection connection = database.connect();
                Connection wanted = other.connect()) {
            other.execute("""
                    CREATE TABLE t (id bigint);
                    CREATE FUNCTION counted() RETURNS bigint LANGUAGE plpgsql AS
                        'BEGIN RETURN (SELECT count(*) FROM t, v); END';
                    CREATE VIEW v AS SELECT id, counted() AS n FROM t
                    """);
            String empty = SchemaDump.of(connection);
            Difference difference = SchemaDiff.diff(
                    new CatalogReader().read(connection, CatalogScope.ofDefaultSchema()),
                    new CatalogReader().read(wanted, CatalogScope.ofDefaultSchema()),
                    DiffOptions.CATALOGS.server(postgres.version()));

            run(database, difference.operations());
            assertThat(SchemaDump.of(connection)).isEqualTo(SchemaDump.of(wanted));
            run(database, difference.inverse());
            assertThat(SchemaDump.of(connection)).isEqualTo(empty);
        }
    }

    @Test
    void whatIsRebuiltHasItsRightsOwnerCommentsAndTargetsAgain() throws SQLException {
        String setUp = """
                CREATE TABLE t (id bigint, name varchar(50));
                CREATE MATERIALIZED VIEW m AS SELECT id, name FROM t;
                CREATE INDEX ix_m ON m (name);
                CREATE STATISTICS s_m ON id, name FROM m;
                ALTER STATISTICS s_m SET STATISTICS 50;
                ALTER MATERIALIZED VIEW m ALTER COLUMN name SET STATISTICS 200;
                CREATE VIEW v WITH (security_barrier = true) AS SELECT name FROM t;
                ALTER VIEW v ALTER COLUMN name SET DEFAULT 'none';
                COMMENT ON VIEW v IS 'Shown';
                COMMENT ON COLUMN v.name IS 'Of somebody';
                CREATE ROLE dependents_owner;
                CREATE ROLE dependents_reader;
                GRANT CREATE ON SCHEMA public TO dependents_owner;
                GRANT SELECT ON t TO dependents_owner;
                GRANT SELECT, UPDATE (name) ON m TO dependents_reader WITH GRANT OPTION;
                ALTER MATERIALIZED VIEW m OWNER TO dependents_owner;
                GRANT SELECT, UPDATE (name) ON v TO dependents_reader WITH GRANT OPTION;
                CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
                CREATE TRIGGER touched BEFORE UPDATE OF name ON t FOR EACH ROW EXECUTE FUNCTION touch();
                ALTER TABLE t DISABLE TRIGGER touched;
                COMMENT ON TRIGGER touched ON t IS 'Off'
                """;
        try {
            assertThat(rebuiltBy(retyping("t", "name"), setUp)).isEqualTo("""
                    materialized view m
                    statistics s_m
                    trigger touched on t
                    view v""");
        } finally {
            try (TestDatabase any = postgres.newDatabase()) {
                any.execute("DROP ROLE dependents_owner, dependents_reader");
            }
        }
    }

    /** What the change rebuilds, having been made and taken back. */
    private String rebuiltBy(UnaryOperator<Schema> change, String setUp, String... renames) throws SQLException {
        try (TestDatabase database = postgres.newDatabase();
                Connection connection = database.connect()) {
            database.execute(setUp);
            String dump = SchemaDump.of(connection);
            String owners = database.query(OWNERS_AND_TARGETS);
            Schema before = new CatalogReader()
                    .read(connection, CatalogScope.ofDefaultSchema().schemas(Set.of("app")));
            Schema wanted = change.apply(before.withAuxiliaryObjects(List.of()).withStatistics(List.of()));
            ServerVersion server = postgres.version();
            Difference difference = SchemaDiff.diff(
                    before,
                    wanted,
                    DiffOptions.ENTITIES
                            .created(before)
                            .dropUnknown(true)
                            .server(server)
                            .renames(List.of(renames)));

            run(database, difference.operations());
            Schema changed = new CatalogReader()
                    .read(connection, CatalogScope.ofDefaultSchema().schemas(Set.of("app")));
            assertThat(changed.auxiliaryObjects()).hasSameSizeAs(before.auxiliaryObjects());
            if (renames.length == 0) {
                assertThat(changed.auxiliaryObjects())
                        .extracting(object -> object.identity())
                        .containsExactlyElementsOf(before.auxiliaryObjects().stream()
                                .map(object -> object.identity())
                                .toList());
                assertThat(database.query(OWNERS_AND_TARGETS)).isEqualTo(owners);
            }
            run(database, difference.inverse());
            assertThat(SchemaDump.of(connection)).isEqualTo(dump);
            assertThat(database.query(OWNERS_AND_TARGETS)).isEqualTo(owners);
            return difference.operations().stream()
                    .flatMap(DependentsTest::dropped)
                    .sorted()
                    .collect(Collectors.joining("\n"));
        }
    }

    private void run(TestDatabase database, List<Reversible> operations) {
        DdlRenderer ddl = new DdlRenderer(postgres.version());
        operations.forEach(operation -> ddl.render(operation).forEach(statement -> database.execute(statement.sql())));
    }

    private static Stream<String> dropped(Reversible operation) {
        if (operation instanceof DropAuxiliaryObject drop) {
            return Stream.of(drop.object().identity());
        }
        if (operation instanceof DropColumn drop) {
            return Stream.of("column " + drop.table() + "." + drop.column().name());
        }
        if (operation instanceof DropConstraint drop) {
            return Stream.of(
                    "constraint " + drop.table() + "." + drop.constraint().name());
        }
        if (operation instanceof DropDomain drop) {
            return Stream.of("domain " + drop.domain().name());
        }
        if (operation instanceof DropStatistics drop) {
            return Stream.of("statistics " + drop.statistics().name());
        }
        return operation instanceof DropIndex drop
                ? Stream.of("index " + drop.index().qualifiedName())
                : Stream.empty();
    }

    private static UnaryOperator<Schema> retyping(String table, String column) {
        return schema -> schema.withTables(schema.tables().stream()
                .map(each -> each.name().toString().equals(table)
                        ? each.withColumns(each.columns().stream()
                                .map(one -> one.name().equals(column) ? one.type(text()) : one)
                                .toList())
                        : each)
                .toList());
    }

    private static UnaryOperator<Schema> withoutValue(String type, String value) {
        return schema -> schema.withEnums(schema.enums().stream()
                .map(each -> each.name().toString().equals(type) ? without(each, value) : each)
                .toList());
    }

    private static UnaryOperator<Schema> withValue(String type, String value) {
        return schema -> schema.withEnums(schema.enums().stream()
                .map(each -> each.name().toString().equals(type)
                        ? each.values(Stream.concat(each.values().stream(), Stream.of(value))
                                .toList())
                        : each)
                .toList());
    }

    private static EnumType without(EnumType type, String value) {
        return type.values(
                type.values().stream().filter(each -> !each.equals(value)).toList());
    }
}
