package dev.migrate.testing.cases;

import static dev.migrate.operation.ColumnAlteration.alter;
import static dev.migrate.operation.DataChanges.backfill;
import static dev.migrate.operation.DataChanges.update;
import static dev.migrate.schema.Definitions.check;
import static dev.migrate.schema.Definitions.column;
import static dev.migrate.schema.Definitions.domain;
import static dev.migrate.schema.Definitions.expression;
import static dev.migrate.schema.Definitions.function;
import static dev.migrate.schema.Definitions.index;
import static dev.migrate.schema.Definitions.materializedView;
import static dev.migrate.schema.Definitions.table;
import static dev.migrate.schema.Definitions.trigger;
import static dev.migrate.schema.Types.bool;
import static dev.migrate.schema.Types.integer;
import static dev.migrate.schema.Types.text;
import static dev.migrate.schema.Types.timestamp;
import static dev.migrate.schema.Types.varchar;

import dev.migrate.operation.ColumnOperation.AddColumn;
import dev.migrate.operation.ColumnOperation.AlterColumn;
import dev.migrate.operation.ConstraintOperation.AddConstraint;
import dev.migrate.operation.DefinitionOperation.CreateObject;
import dev.migrate.operation.IndexOperation.CreateIndex;
import dev.migrate.operation.ObjectOperation.CreateDomain;
import dev.migrate.operation.ObjectOperation.Execute;
import dev.migrate.operation.TableOperation.CreateTable;
import dev.migrate.schema.QualifiedName;
import java.util.List;
import java.util.stream.Stream;

/** What an author's SQL may end with, and what may follow it all the same. */
final class WrittenSqlCases {

    private static final QualifiedName AGENTS = QualifiedName.parse("agents");

    private WrittenSqlCases() {}

    static Stream<Case> all() {
        return Stream.of(comments(), defaults(), colons()).flatMap(List::stream);
    }

    private static List<Case> comments() {
        return List.of(
                Case.of(
                        "create table whose sql ends in comments",
                        new CreateTable(table("t")
                                .columns(
                                        column("a", integer()).notNull().defaultSql("1 -- one"),
                                        column("b", text()).defaultSql("'--'").notNull(),
                                        column("c", integer()).generatedStored("1 + 1 -- two"))
                                .check("positive", "a > 0 -- more than nothing")
                                .partitionByRange(expression("a + 1 -- the next")))),
                Case.of(
                                "create table of a bound that ends in a comment",
                                new CreateTable(table("agents_rest")
                                        .partitionOf("parted", "DEFAULT -- the rest")
                                        .with("fillfactor", "70")))
                        .after("CREATE TABLE parted (id bigint) PARTITION BY RANGE (id);"),
                Case.of(
                        "alter column with sql that ends in comments",
                        new AlterColumn(
                                AGENTS,
                                "name",
                                alter("name")
                                        .type(varchar(99), "name::text -- as it is")
                                        .defaultSql("'x' -- unknown")
                                        .notNull()
                                        .changes())),
                Case.of(
                        "add check that ends in a comment",
                        new AddConstraint(
                                AGENTS,
                                check("positive", "id > 0 -- more than nothing").notValid())),
                Case.of(
                        "create index with sql that ends in comments",
                        new CreateIndex(index("ix")
                                .on("agents", expression("id + 1 -- the next"), expression("lower(name)"))
                                .where("id > 0 -- more than nothing"))),
                Case.of(
                        "create domain with sql that ends in comments",
                        new CreateDomain(domain("positive", integer())
                                .defaultSql("1 -- one")
                                .notNull()
                                .check("more", "VALUE > 0 -- more than nothing"))),
                Case.of(
                        "create function with arguments that end in a comment",
                        new CreateObject(function("twice", "a integer, -- what\nb integer DEFAULT 2 -- how often", """
                                RETURNS integer LANGUAGE sql AS 'SELECT a * b' -- simply""")
                                .comment("a times b"))),
                Case.of(
                        "create trigger with an event that ends in a comment",
                        new CreateObject(
                                trigger(
                                        "same",
                                        "agents",
                                        "BEFORE UPDATE -- only",
                                        "FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger() -- of PostgreSQL"))),
                Case.of(
                        "create materialized view with no data of a query that ends",
                        new CreateObject(
                                materializedView("m", "SELECT 1 AS n;\n").withNoData())),
                Case.of(
                                "update with sql that ends in comments",
                                update("agents")
                                        .setSql("name", "'x' -- unknown")
                                        .setSql("id", "id + 1 -- the next")
                                        .where("id > 0 -- more than nothing"))
                        .after("INSERT INTO agents (id) VALUES (1);"),
                Case.of(
                                "backfill with sql that ends in comments",
                                backfill("agents")
                                        .setSql("name", "'x' -- unknown")
                                        .where("name IS NULL -- nothing"))
                        .after("INSERT INTO agents (id) VALUES (1); ALTER TABLE agents ADD PRIMARY KEY (id);"));
    }

    /** In a definition PostgreSQL takes some operators in parentheses only, or takes them for the next clause. */
    private static List<Case> defaults() {
        return List.of(
                Case.of(
                                "add column whose default has another time zone",
                                new AddColumn(
                                        AGENTS,
                                        column("at", timestamp()).notNull().defaultSql("now() AT TIME ZONE 'UTC'")))
                        // PostgreSQL 13 prints the function that it is.
                        .since(14),
                Case.of(
                        "add column whose default has a collation",
                        new AddColumn(AGENTS, column("code", text()).defaultSql("'not' COLLATE \"C\""))),
                Case.of(
                        "add column whose default needs no parentheses",
                        new AddColumn(AGENTS, column("code", text()).defaultSql("concat('is', (1 IN (2))::text)"))),
                Case.of(
                        "create domain whose default is a question",
                        new CreateDomain(domain("open", bool()).defaultSql("1 = 2 OR NOT false"))));
    }

    /** Psql has variables of these names. */
    private static List<Case> colons() {
        return List.of(Case.of("execute sql with colons", new Execute("""
                CREATE TABLE slices AS
                SELECT a[:PORT] AS ports, a[PORT:"USER"] AS users, ':PORT'::text AS quoted -- :USER
                FROM (VALUES (ARRAY[1, 2, 3], 2, 3)) AS v (a, port, "USER");
                """)));
    }
}
