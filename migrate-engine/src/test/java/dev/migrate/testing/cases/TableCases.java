package dev.migrate.testing.cases;

import static dev.migrate.operation.ColumnAlteration.alter;
import static dev.migrate.schema.Definitions.check;
import static dev.migrate.schema.Definitions.column;
import static dev.migrate.schema.Definitions.exclude;
import static dev.migrate.schema.Definitions.foreignKey;
import static dev.migrate.schema.Definitions.index;
import static dev.migrate.schema.Definitions.table;
import static dev.migrate.schema.Definitions.unique;
import static dev.migrate.schema.Types.bigint;
import static dev.migrate.schema.Types.bool;
import static dev.migrate.schema.Types.date;
import static dev.migrate.schema.Types.integer;
import static dev.migrate.schema.Types.numeric;
import static dev.migrate.schema.Types.smallint;
import static dev.migrate.schema.Types.text;
import static dev.migrate.schema.Types.timestamptz;
import static dev.migrate.schema.Types.type;
import static dev.migrate.schema.Types.uuid;
import static dev.migrate.schema.Types.varchar;

import dev.migrate.operation.ColumnAlteration;
import dev.migrate.operation.ColumnOperation.AddColumn;
import dev.migrate.operation.ColumnOperation.AlterColumn;
import dev.migrate.operation.ColumnOperation.AlterColumns;
import dev.migrate.operation.ColumnOperation.ChangeColumn;
import dev.migrate.operation.ColumnOperation.DropColumn;
import dev.migrate.operation.ColumnOperation.DropColumnByName;
import dev.migrate.operation.ColumnOperation.RenameColumn;
import dev.migrate.operation.ConstraintOperation.AddConstraint;
import dev.migrate.operation.IndexOperation.CreateIndex;
import dev.migrate.operation.ObjectOperation.DropByName;
import dev.migrate.operation.ObjectOperation.Kind;
import dev.migrate.operation.TableOperation.AttachPartition;
import dev.migrate.operation.TableOperation.CreateTable;
import dev.migrate.operation.TableOperation.DetachPartition;
import dev.migrate.operation.TableOperation.DetachPartitionByName;
import dev.migrate.operation.TableOperation.DropTable;
import dev.migrate.operation.TableOperation.RenameTable;
import dev.migrate.operation.TableOperation.SetTableSchema;
import dev.migrate.schema.Column;
import dev.migrate.schema.ForeignKey.Action;
import dev.migrate.schema.Identity;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.SequenceOptions;
import java.util.List;
import java.util.stream.Stream;

/** Each operation on tables and columns, with each attribute. */
final class TableCases {

    private static final QualifiedName AGENTS = QualifiedName.parse("agents");
    private static final QualifiedName EVENTS = QualifiedName.parse("events");
    private static final QualifiedName EVENTS_2026 = QualifiedName.parse("events_2026");
    private static final String YEAR_2026 = "FOR VALUES FROM ('2026-01-01') TO ('2027-01-01')";
    private static final String PARTITIONED = """
            CREATE TABLE events (at date NOT NULL, what text) PARTITION BY RANGE (at);
            CREATE TABLE events_2026 (at date NOT NULL, what text);
            """;
    private static final String ATTACHED =
            PARTITIONED + "ALTER TABLE events ATTACH PARTITION events_2026 " + YEAR_2026 + ";";

    private TableCases() {}

    static Stream<Case> all() {
        return Stream.of(tables(), partitions(), partitioned(), columns(), changes(), alterations())
                .flatMap(List::stream);
    }

    private static List<Case> tables() {
        return List.of(
                Case.of(
                                "create table with everything inside",
                                new CreateTable(table("app.orders")
                                        .columns(
                                                column("id", bigint()).identity(),
                                                column("tenant_id", bigint()).notNull(),
                                                column("code", text()).notNull().comment("Shown to customers"),
                                                column("total", numeric(10, 2))
                                                        .notNull()
                                                        .defaultValue(0),
                                                column("placed_at", timestamptz())
                                                        .defaultSql("now()"),
                                                column("tax", numeric()).generatedStored("total * 0.19"))
                                        .primaryKey("orders_pkey", "id")
                                        .unique("orders_code_key", "tenant_id", "code")
                                        .check("orders_total_check", "total >= 0")
                                        .foreignKey(foreignKey("orders_tenant_id_fkey", "tenant_id")
                                                .references("tenants", "id")
                                                .onDelete(Action.CASCADE)
                                                .onUpdate(Action.RESTRICT)
                                                .initiallyDeferred())
                                        .constraints(
                                                exclude("orders_code_excl", "code", "=")
                                                        .with("tenant_id", "="),
                                                check("orders_code_check", "code <> ''")
                                                        .notValid())
                                        .withIndexes(List.of(
                                                index("ix_orders_placed_at").on("app.orders", "placed_at")))
                                        .comment("What customers buy")))
                        .after("CREATE EXTENSION IF NOT EXISTS btree_gist; CREATE SCHEMA app"),
                Case.of("create table without columns", new CreateTable(table("nothing"))),
                Case.of(
                        "create table if not exists",
                        new CreateTable(table("notes")
                                .columns(column("body", text()))
                                .withIndexes(List.of(index("ix_notes_body").on("notes", "body")))
                                .ifNotExists())),
                Case.of(
                        "create unlogged table with storage parameters",
                        new CreateTable(table("cache")
                                .columns(column("key", text()))
                                .unlogged()
                                .with("fillfactor", "70")
                                .with("toast.autovacuum_enabled", "false")
                                .tablespace("pg_default"))),
                Case.of(
                        "create table that inherits",
                        new CreateTable(table("managers")
                                .columns(column("level", integer()))
                                .inherits("agents"))),
                Case.of(
                        "create table partitioned by range",
                        new CreateTable(table("events")
                                .columns(column("at", date()).notNull(), column("what", text()))
                                .primaryKey("events_pkey", "at")
                                .partitionByRange("at"))),
                Case.of(
                                "create table partitioned by range, with an identity and an exclusion",
                                new CreateTable(table("events")
                                        .columns(
                                                column("id", bigint()).identity(),
                                                column("at", date()).notNull())
                                        .constraints(exclude("events_excl", "at", "="))
                                        .partitionByRange("at")))
                        .since(17)
                        .after("CREATE EXTENSION btree_gist"),
                Case.of(
                        "create table partitioned by list",
                        new CreateTable(
                                table("events").columns(column("kind", text())).partitionByList("kind"))),
                Case.of(
                        "create table partitioned by hash",
                        new CreateTable(table("events")
                                .columns(column("a", text()), column("b", text()))
                                .partitionByHash("a", "b"))),
                Case.of("create partition", new CreateTable(table("events_2026").partitionOf("events", YEAR_2026)))
                        .after("CREATE TABLE events (at date NOT NULL) PARTITION BY RANGE (at)"),
                Case.of(
                                "create default partition with options",
                                new CreateTable(table("events_rest")
                                        .columns(
                                                column("what", text()).notNull().defaultValue("?"))
                                        .check("events_rest_check", "what <> ''")
                                        .partitionOf("events", "DEFAULT")))
                        .after("CREATE TABLE events (at date NOT NULL, what text) PARTITION BY RANGE (at)"),
                Case.of(
                                "drop table that is described",
                                new DropTable(table("tags")
                                        .columns(column("name", text()).notNull())))
                        .after("CREATE TABLE tags (name text NOT NULL)"),
                Case.of("drop table by name", new DropByName(Kind.TABLE, AGENTS, false, false)),
                Case.of(
                                "drop table if exists cascade",
                                new DropByName(Kind.TABLE, QualifiedName.parse("tenants"), true, true))
                        .after("CREATE VIEW codes AS SELECT 1 AS n FROM tenants"),
                Case.of("rename table", new RenameTable(QualifiedName.parse("app.events"), "Order"))
                        .after("CREATE SCHEMA app; CREATE TABLE app.events (a int)"),
                Case.of("set table schema", new SetTableSchema(QualifiedName.parse("events"), "Old"))
                        .after(
                                "CREATE SCHEMA \"Old\";"
                                        + " CREATE TABLE events (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, number serial)"),
                Case.of(
                                "set table schema to the default",
                                new SetTableSchema(QualifiedName.parse("app.\"it's\""), null))
                        .after("CREATE SCHEMA app; CREATE TABLE app.\"it's\" (a int UNIQUE)"));
    }

    private static List<Case> partitions() {
        return List.of(
                Case.of(
                                "create partition that is partitioned itself",
                                new CreateTable(table("events_2026")
                                        .partitionOf("events", YEAR_2026)
                                        .partitionByList("what")))
                        .after("CREATE TABLE events (at date NOT NULL, what text) PARTITION BY RANGE (at)"),
                Case.of(
                                "create partition of a list",
                                new CreateTable(table("logins").partitionOf("events", "FOR VALUES IN ('it''s', NULL)")))
                        .after("CREATE TABLE events (what text) PARTITION BY LIST (what)"),
                Case.of(
                                "create partition of a hash",
                                new CreateTable(table("events_0")
                                        .partitionOf("events", "FOR VALUES WITH (MODULUS 4, REMAINDER 0)")))
                        .after("CREATE TABLE events (what text) PARTITION BY HASH (what)"),
                Case.of(
                                "drop partition that is described",
                                new DropTable(table("events_2026").partitionOf("events", YEAR_2026)))
                        .after("CREATE TABLE events (at date NOT NULL) PARTITION BY RANGE (at);"
                                + " CREATE TABLE events_2026 PARTITION OF events " + YEAR_2026),
                Case.of("drop table with its partitions", new DropByName(Kind.TABLE, EVENTS, false, false))
                        .after(ATTACHED),
                Case.of("attach partition for the rest", new AttachPartition(EVENTS, EVENTS_2026, "DEFAULT"))
                        .after(PARTITIONED),
                Case.of("attach partition", new AttachPartition(EVENTS, EVENTS_2026, YEAR_2026))
                        .after(PARTITIONED),
                Case.of(
                                "detach partition that is described",
                                new DetachPartition(EVENTS, EVENTS_2026, YEAR_2026, false))
                        .after(ATTACHED),
                Case.of("detach partition by name", new DetachPartitionByName(EVENTS, EVENTS_2026, false))
                        .after(ATTACHED),
                Case.of("detach partition concurrently", new DetachPartitionByName(EVENTS, EVENTS_2026, true))
                        .since(14)
                        .after(ATTACHED));
    }

    /** What is done to a partitioned table is done to its partitions. */
    private static List<Case> partitioned() {
        return List.of(
                        Case.of(
                                "add column to a table with partitions",
                                new AddColumn(
                                        EVENTS,
                                        column("no", integer()).notNull().defaultValue(0))),
                        Case.of(
                                "change column of a table with partitions",
                                new ChangeColumn(
                                        EVENTS,
                                        column("what", text()),
                                        column("what", varchar(50)).notNull(),
                                        null,
                                        null)),
                        Case.of(
                                "create index on a table with partitions",
                                new CreateIndex(index("ix_events_what").on("events", "what"))),
                        Case.of(
                                "add unique constraint to a table with partitions",
                                new AddConstraint(EVENTS, unique("events_key", "at", "what"))),
                        Case.of(
                                "add check to a table with partitions",
                                new AddConstraint(EVENTS, check("events_check", "what <> ''"))))
                .stream()
                .map(each -> each.after(ATTACHED))
                .toList();
    }

    private static Case add(String name, Column column) {
        return Case.of("add column " + name, new AddColumn(AGENTS, column));
    }

    private static List<Case> columns() {
        return List.of(
                add("that is nullable", column("note", text())),
                add(
                        "with a default value",
                        column("status", varchar(50)).notNull().defaultValue("it's\\new")),
                add(
                        "with a default expression",
                        column("seen_at", timestamptz()).defaultSql("now()")),
                add("with identity by default", column("no", integer()).identity()),
                add(
                        "with identity always and options",
                        column("no", bigint())
                                .identity(Identity.always()
                                        .with(SequenceOptions.DEFAULT
                                                .start(100)
                                                .increment(50)
                                                .min(10)
                                                .max(100_000)
                                                .cache(5)
                                                .cycle(true)))
                                .notNull()),
                add("generated and stored", column("twice", integer()).generatedStored("age * 2")),
                add("generated and virtual", column("twice", integer()).generatedVirtual("age * 2"))
                        .since(18),
                add("with a collation", column("code", text()).collation("\"C\"")),
                add("with a comment", column("note", text()).comment("It's a \"note\"")),
                add("with storage in its definition", column("body", text()).storage("external"))
                        .since(16),
                add("with storage set afterwards", column("body", text()).storage("external"))
                        .until(15),
                add("with compression", column("body", text()).compression("pglz"))
                        .since(14),
                add("if not exists", column("note", text()).ifNotExists()),
                add("of an array type", column("tags", text().array()).notNull().defaultSql("'{}'")),
                Case.of(
                        "add column with its foreign key",
                        new AddColumn(
                                AGENTS,
                                column("parent_id", bigint()),
                                foreignKey("agents_parent_id_fkey", "parent_id")
                                        .references("tenants", "id")
                                        .onDelete(Action.SET_NULL)
                                        .deferrable())),
                Case.of("drop column that is described", new DropColumn(AGENTS, column("age", integer()))),
                Case.of("drop column if exists cascade", new DropColumnByName(AGENTS, "age", true, true))
                        .after("ALTER TABLE agents ADD twice integer GENERATED ALWAYS AS (age * 2) STORED"),
                Case.of("rename column", new RenameColumn(AGENTS, "age", "Age in years")));
    }

    private static Case change(String name, Column from, Column to) {
        return Case.of("change column " + name, new ChangeColumn(AGENTS, from, to, null, null));
    }

    private static List<Case> changes() {
        Column slug = column("slug", varchar(20)).defaultValue("x");
        Column age = column("age", integer());
        Column id = column("id", bigint()).notNull();
        return List.of(
                change("to a longer type, keeping its default", slug, slug.type(varchar(200))),
                Case.of(
                        "change column to a type that needs a conversion",
                        new ChangeColumn(
                                AGENTS,
                                column("slug", varchar(20)).defaultValue("x"),
                                column("slug", integer()).notNull().defaultValue(0),
                                "length(slug)",
                                "slug::text")),
                change(
                                "to a bigger number where a child has a default of its own",
                                age.defaultValue(1),
                                column("age", bigint()).defaultValue(1))
                        .after("ALTER TABLE agents ALTER age SET DEFAULT 1; CREATE TABLE spies () INHERITS (agents);"
                                + " ALTER TABLE spies ALTER age SET DEFAULT 7"),
                change("to not null", age, age.notNull()),
                change("to a default", age, age.defaultValue(18)),
                change("to another default", slug, slug.defaultValue("y")),
                change("to no default", slug, column("slug", varchar(20))),
                change("to an identity", id, id.identity()),
                change(
                                "to another identity",
                                id.identity(),
                                id.identity(Identity.always()
                                        .with(SequenceOptions.DEFAULT
                                                .increment(50)
                                                .cycle(true))))
                        .after("ALTER TABLE agents ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY"),
                change(
                                "to an identity with other bounds",
                                id.identity(),
                                id.identity(
                                        Identity.byDefault().start(100).min(100).max(200)))
                        .after("ALTER TABLE agents ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY"),
                change(
                                "to a smaller type under its identity",
                                id.identity(),
                                id.type(integer()).identity())
                        .after("ALTER TABLE agents ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY"),
                change(
                                "to another expression",
                                column("twice", integer()).generatedStored("age * 2"),
                                column("twice", integer()).generatedStored("age + age"))
                        .since(17)
                        .after("ALTER TABLE agents ADD twice integer GENERATED ALWAYS AS (age * 2) STORED"),
                change("to another collation", slug, slug.collation("\"C\"")),
                change("to another comment", age, age.comment("Years")).after("COMMENT ON COLUMN agents.age IS NULL"),
                change(
                                "to another storage",
                                column("name", text()),
                                column("name", text()).storage("EXTERNAL"))
                        .since(16),
                change(
                                "to another compression",
                                column("name", text()),
                                column("name", text()).compression("pglz"))
                        .since(14));
    }

    private static Case altered(String name, ColumnAlteration alteration) {
        return Case.of("alter column " + name, new AlterColumn(AGENTS, alteration.column(), alteration.changes()));
    }

    private static List<Case> alterations() {
        return List.of(
                altered(
                        "in several ways at once",
                        alter("slug")
                                .dropDefault()
                                .type(smallint(), "length(slug)::smallint")
                                .notNull()
                                .defaultValue(7)
                                .comment("How long")
                                .rename("length")),
                Case.of(
                                "alter columns of one table",
                                new AlterColumns(
                                        AGENTS,
                                        List.of(
                                                alter("age").type(bigint()).defaultValue(7),
                                                alter("score")
                                                        .type(numeric(12, 2), "score + age")
                                                        .comment("Points")
                                                        .rename("points"))))
                        .after("ALTER TABLE agents ADD score integer"),
                altered("to another collation", alter("name").typeWithCollation(text(), "\"C\"")),
                altered("to nullable", alter("id").nullable()),
                altered("to a default expression", alter("created_at").defaultSql("now()")),
                altered("to an identity", alter("id").addIdentity(Identity.always())),
                altered(
                                "to count differently",
                                alter("id")
                                        .setIdentity(Identity.byDefault().with(SequenceOptions.DEFAULT.increment(10))))
                        .after("ALTER TABLE agents ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (CACHE 7)"),
                altered(
                                "to count from where it hasn't come to",
                                alter("id")
                                        .setIdentity(
                                                Identity.byDefault().start(100).min(100)))
                        .after("ALTER TABLE agents ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY"),
                altered("to no identity", alter("id").dropIdentity())
                        .after("ALTER TABLE agents ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY"),
                altered("to another expression", alter("twice").generatedAs("age + age"))
                        .since(17)
                        .after("ALTER TABLE agents ADD twice integer GENERATED ALWAYS AS (age * 2) STORED"),
                altered("to a plain one", alter("twice").dropExpression())
                        .after("ALTER TABLE agents ADD twice integer GENERATED ALWAYS AS (age * 2) STORED"),
                altered("to another storage", alter("name").storage("main")),
                altered("to another compression", alter("name").compression("pglz"))
                        .since(14),
                altered("to no comment", alter("age").comment(null)).after("COMMENT ON COLUMN agents.age IS 'x'"),
                altered(
                                "to a type that brings its own conversion",
                                alter("active").type(bool(), "active = 'yes'"))
                        .after("ALTER TABLE agents ADD active text"),
                altered("to another name", alter("age").rename("years")),
                altered("to a type of another schema", alter("name").type(type("app.mood"), "name::app.mood"))
                        .after("CREATE SCHEMA app; CREATE TYPE app.mood AS ENUM ('a')"),
                altered("to uuid", alter("name").type(uuid(), "name::uuid")),
                Case.of(
                                "alter column of a table in quotes",
                                new AlterColumn(
                                        QualifiedName.of("My App", "Select"),
                                        "order",
                                        alter("order").notNull().changes()))
                        .after("CREATE SCHEMA \"My App\"; CREATE TABLE \"My App\".\"Select\" (\"order\" int)"));
    }
}
