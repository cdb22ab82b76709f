package dev.migrate.testing.cases;

import static dev.migrate.operation.DataChanges.backfill;
import static dev.migrate.operation.DataChanges.rows;
import static dev.migrate.operation.DataChanges.update;
import static dev.migrate.schema.Definitions.extension;
import static dev.migrate.schema.Types.type;
import static dev.migrate.schema.Types.varchar;

import dev.migrate.operation.Comments;
import dev.migrate.operation.DataOperation.Require;
import dev.migrate.operation.ObjectOperation.CommentOn;
import dev.migrate.operation.ObjectOperation.Commented;
import dev.migrate.operation.ObjectOperation.CreateExtension;
import dev.migrate.operation.ObjectOperation.CreateSchema;
import dev.migrate.operation.ObjectOperation.DropByName;
import dev.migrate.operation.ObjectOperation.DropExtension;
import dev.migrate.operation.ObjectOperation.DropSchema;
import dev.migrate.operation.ObjectOperation.Execute;
import dev.migrate.operation.ObjectOperation.Kind;
import dev.migrate.operation.ObjectOperation.SetComment;
import dev.migrate.operation.Operation;
import dev.migrate.schema.QualifiedName;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Each operation on schemas, extensions, comments and rows, and raw SQL. */
final class ObjectCases {

    private ObjectCases() {}

    static Stream<Case> all() {
        return Stream.of(schemas(), comments(), data()).flatMap(List::stream);
    }

    private static List<Case> schemas() {
        return List.of(
                Case.of("create schema", new CreateSchema("My App", false)),
                Case.of("create schema if not exists", new CreateSchema("app", true)),
                Case.of("drop schema", new DropSchema("app")).after("CREATE SCHEMA app"),
                Case.of("drop schema by name", new DropByName(Kind.SCHEMA, QualifiedName.of(null, "app"), true, true))
                        .after("CREATE SCHEMA app; CREATE TABLE app.t (a int)"),
                Case.of(
                        "create extension",
                        new CreateExtension(extension("citext").ifNotExists())),
                Case.of("drop extension", new DropExtension(extension("citext")))
                        .after("CREATE EXTENSION citext"),
                Case.of("execute", new Execute("CREATE TABLE a (b int); -- and\nCREATE TABLE c (\"d;\" int)")));
    }

    private static Case comment(String name, Commented target) {
        return Case.of("comment on " + name, new SetComment(target, null, "It's a \\ comment"))
                .after("""
                        CREATE INDEX ix ON agents (name);
                        ALTER TABLE agents ADD CONSTRAINT "C" CHECK (age > 0);
                        CREATE SEQUENCE order_seq;
                        CREATE DOMAIN email AS text;
                        CREATE TYPE mood AS ENUM ('sad');
                        CREATE VIEW v AS SELECT 1 AS n;
                        CREATE MATERIALIZED VIEW mv AS SELECT 1 AS n;
                        CREATE SCHEMA app;
                        CREATE EXTENSION btree_gist;
                        COMMENT ON EXTENSION btree_gist IS NULL;
                        CREATE CAST (varchar AS mood) WITH INOUT;
                        CREATE POLICY p ON agents;
                        """
                        + DefinitionCases.TOUCH
                        + "CREATE PROCEDURE clear() LANGUAGE sql AS '';"
                        + "CREATE TRIGGER touch AFTER INSERT ON agents EXECUTE FUNCTION touch()");
    }

    private static List<Case> comments() {
        return List.of(
                comment("a table", Comments.onTable("agents")),
                comment("a column", Comments.onColumn("agents", "age")),
                comment("an index", Comments.onIndex("ix")),
                comment("a constraint", Comments.onConstraint("agents", "C")),
                comment("a sequence", Comments.onSequence("order_seq")),
                comment("a domain", Comments.onType("email")),
                comment("a type", Comments.onType("mood")),
                comment("a schema", Comments.onSchema("app")),
                comment("an extension", Comments.onExtension("btree_gist")),
                comment("a view", Comments.onView("v")),
                comment("a materialized view", Comments.onMaterializedView("mv")),
                comment("a function", Comments.onFunction("touch", "")),
                comment("a procedure", Comments.onProcedure("clear", "")),
                comment("a trigger", Comments.onTrigger("agents", "touch")),
                comment("a policy", Comments.onPolicy("agents", "p")),
                comment("a cast", Comments.onCast(varchar(), type("mood"))),
                Case.of("comment that is removed", new CommentOn(Comments.onTable("agents"), null))
                        .after("COMMENT ON TABLE agents IS 'x'"));
    }

    private static List<Case> data() {
        Operation insert = rows("agents", "id", "name").row(1, "it's\\").row(2, null);
        return List.of(
                Case.of("bulk insert", insert),
                Case.of(
                        "update",
                        update("agents")
                                .set("slug", "y")
                                .setSql("age", "age + 1")
                                .where("age > 1")),
                Case.of(
                        "require",
                        new Require(
                                "agents.name isn't 'x'", "SELECT id, name FROM agents WHERE name = 'x' -- none yet")),
                Case.of(
                                "backfill",
                                backfill("agents")
                                        .set("slug", "it's 100%")
                                        .where("slug = 'x' OR name LIKE '%$backfill$%'")
                                        .batchSize(2)
                                        .pause(Duration.ofMillis(1)))
                        .after("""
                                ALTER TABLE agents ADD PRIMARY KEY (name, id);
                                INSERT INTO agents (id, name) SELECT n, 'a' || n % 3 FROM generate_series(1, 7) n;
                                """));
    }
}
