package dev.migrate.testing.cases;

import static dev.migrate.operation.DataChanges.backfill;
import static dev.migrate.operation.DataChanges.rows;
import static dev.migrate.operation.DataChanges.update;
import static dev.migrate.schema.Definitions.cast;
import static dev.migrate.schema.Definitions.check;
import static dev.migrate.schema.Definitions.domain;
import static dev.migrate.schema.Definitions.enumType;
import static dev.migrate.schema.Definitions.exclude;
import static dev.migrate.schema.Definitions.expression;
import static dev.migrate.schema.Definitions.extension;
import static dev.migrate.schema.Definitions.foreignKey;
import static dev.migrate.schema.Definitions.function;
import static dev.migrate.schema.Definitions.index;
import static dev.migrate.schema.Definitions.key;
import static dev.migrate.schema.Definitions.materializedView;
import static dev.migrate.schema.Definitions.policy;
import static dev.migrate.schema.Definitions.primaryKey;
import static dev.migrate.schema.Definitions.procedure;
import static dev.migrate.schema.Definitions.sequence;
import static dev.migrate.schema.Definitions.trigger;
import static dev.migrate.schema.Definitions.unique;
import static dev.migrate.schema.Definitions.view;
import static dev.migrate.schema.Types.integer;
import static dev.migrate.schema.Types.text;
import static dev.migrate.schema.Types.type;
import static dev.migrate.schema.Types.varchar;

import dev.migrate.operation.Comments;
import dev.migrate.operation.ConstraintOperation.AddConstraint;
import dev.migrate.operation.ConstraintOperation.AddConstraintUsingIndex;
import dev.migrate.operation.ConstraintOperation.AddNotNull;
import dev.migrate.operation.ConstraintOperation.DropConstraint;
import dev.migrate.operation.ConstraintOperation.DropConstraintByName;
import dev.migrate.operation.ConstraintOperation.RenameConstraint;
import dev.migrate.operation.ConstraintOperation.ValidateConstraint;
import dev.migrate.operation.DefinitionOperation.CreateObject;
import dev.migrate.operation.DefinitionOperation.CreateOrReplaceObject;
import dev.migrate.operation.DefinitionOperation.DropObject;
import dev.migrate.operation.DefinitionOperation.DropObjectByReference;
import dev.migrate.operation.DefinitionOperation.ReplaceObject;
import dev.migrate.operation.DomainAlteration;
import dev.migrate.operation.DomainOperation.AlterDomain;
import dev.migrate.operation.DomainOperation.ChangeDomain;
import dev.migrate.operation.EnumOperation.AddEnumValue;
import dev.migrate.operation.EnumOperation.ChangeEnum;
import dev.migrate.operation.EnumOperation.CreateEnum;
import dev.migrate.operation.EnumOperation.DropEnum;
import dev.migrate.operation.EnumOperation.RenameEnumValue;
import dev.migrate.operation.EnumOperation.Use;
import dev.migrate.operation.IndexOperation.CreateIndex;
import dev.migrate.operation.IndexOperation.DropIndex;
import dev.migrate.operation.IndexOperation.DropIndexByName;
import dev.migrate.operation.IndexOperation.RenameIndex;
import dev.migrate.operation.ObjectOperation.CommentOn;
import dev.migrate.operation.ObjectOperation.Commented;
import dev.migrate.operation.ObjectOperation.CreateAuxiliaryObject;
import dev.migrate.operation.ObjectOperation.CreateDomain;
import dev.migrate.operation.ObjectOperation.CreateExtension;
import dev.migrate.operation.ObjectOperation.CreateSchema;
import dev.migrate.operation.ObjectOperation.DropByName;
import dev.migrate.operation.ObjectOperation.DropDomain;
import dev.migrate.operation.ObjectOperation.DropExtension;
import dev.migrate.operation.ObjectOperation.DropSchema;
import dev.migrate.operation.ObjectOperation.Execute;
import dev.migrate.operation.ObjectOperation.Kind;
import dev.migrate.operation.ObjectOperation.SetComment;
import dev.migrate.operation.Operation;
import dev.migrate.operation.SequenceAlteration;
import dev.migrate.operation.SequenceOperation.AlterSequence;
import dev.migrate.operation.SequenceOperation.ChangeSequence;
import dev.migrate.operation.SequenceOperation.CreateSequence;
import dev.migrate.operation.SequenceOperation.DropSequence;
import dev.migrate.operation.SequenceOperation.RenameSequence;
import dev.migrate.schema.AuxiliaryObject;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.DatabaseObject;
import dev.migrate.schema.Deferral;
import dev.migrate.schema.Domain;
import dev.migrate.schema.EnumType;
import dev.migrate.schema.ForeignKey.Action;
import dev.migrate.schema.Index;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Sequence;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Each operation on everything but tables and columns, with each attribute. */
final class ObjectCases {

    private static final QualifiedName AGENTS = QualifiedName.parse("agents");
    private static final QualifiedName MOOD = QualifiedName.parse("mood");
    private static final QualifiedName ORDER_SEQ = QualifiedName.parse("order_seq");
    private static final QualifiedName EMAIL = QualifiedName.parse("email");

    private static final String MOODS = """
            CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy');
            ALTER TABLE agents ADD mood mood DEFAULT 'ok', ADD moods mood[] DEFAULT '{ok}';
            INSERT INTO agents (id, mood, moods) VALUES (1, 'sad', '{sad,happy}'), (2, 'happy', NULL);
            """;
    private static final String TOUCH =
            "CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';";

    private ObjectCases() {}

    static Stream<Case> all() {
        return Stream.of(
                        indexes(),
                        constraints(),
                        moreConstraints(),
                        sequences(),
                        enums(),
                        domains(),
                        definitions(),
                        replacements(),
                        schemas(),
                        comments(),
                        data())
                .flatMap(List::stream);
    }

    private static Case create(String name, Index index) {
        return Case.of("create index " + name, new CreateIndex(index));
    }

    private static List<Case> indexes() {
        Index plain = index("ix_agents_name").on("agents", "name");
        return List.of(
                create("on a column", plain),
                create(
                        "on several columns in order",
                        index("ix")
                                .on(
                                        "agents",
                                        key("name").desc(),
                                        key("age").nullsFirst(),
                                        key("slug").desc().nullsLast())),
                create("on an expression", index("ix").on("agents", expression("lower(name)"))),
                create(
                        "with an operator class and collation",
                        index("ix").on("agents", key("name").collation("\"C\"").operatorClass("text_pattern_ops"))),
                create("with another method", index("ix").on("agents", "age").using("hash")),
                create("that is unique", plain.unique()),
                create("in which nulls collide", plain.unique().nullsNotDistinct())
                        .since(15),
                create("that includes columns", plain.include("age", "slug")),
                create("on some rows", plain.where("age > 18 AND name <> ''")),
                create("with storage parameters", plain.with("fillfactor", "70").tablespace("pg_default")),
                create("concurrently", plain.concurrently()),
                create("if not exists", plain.ifNotExists()),
                Case.of("drop index that is described", new DropIndex(plain.unique()))
                        .after("CREATE UNIQUE INDEX ix_agents_name ON agents (name)"),
                Case.of("drop index by name", new DropIndexByName(QualifiedName.parse("public.ix"), false, true, true))
                        .after("CREATE INDEX ix ON agents (name)"),
                Case.of("drop index concurrently", new DropIndexByName(QualifiedName.parse("ix"), true, true, false))
                        .after("CREATE INDEX ix ON agents (name)"),
                Case.of("rename index", new RenameIndex(QualifiedName.parse("ix"), "Agents by name"))
                        .after("CREATE INDEX ix ON agents (name)"));
    }

    private static Case add(String name, Constraint constraint) {
        return Case.of("add " + name, new AddConstraint(AGENTS, constraint));
    }

    private static List<Case> constraints() {
        return List.of(
                add("primary key", primaryKey("agents_pkey", "id", "name"))
                        .after("ALTER TABLE agents ALTER name SET NOT NULL"),
                add(
                        "primary key that includes columns",
                        primaryKey("agents_pkey", "id").include("age").initiallyDeferred()),
                add(
                        "unique constraint",
                        unique("agents_name_key", "name", "age").include("slug").deferrable()),
                add(
                                "unique constraint in which nulls collide",
                                unique("agents_name_key", "name").nullsNotDistinct())
                        .since(15),
                add(
                        "foreign key to the primary key",
                        foreignKey("fk", "tenant_id").references("tenants")),
                add(
                        "foreign key with actions",
                        foreignKey("fk", "tenant_id", "name")
                                .references("tenants", "id", "code")
                                .onDelete(Action.SET_DEFAULT)
                                .onUpdate(Action.CASCADE)
                                .matchFull()
                                .initiallyDeferred()),
                add(
                                "foreign key that nulls some columns",
                                foreignKey("fk", "tenant_id", "name")
                                        .references("tenants", "id", "code")
                                        .onDelete(Action.SET_NULL, "name"))
                        .since(15),
                add(
                        "foreign key that is not valid",
                        foreignKey("fk", "tenant_id")
                                .references("tenants", "id")
                                .notValid()),
                add("check", check("agents_age_check", "age >= 0")),
                add(
                        "check that is not valid or inherited",
                        check("agents_age_check", "age >= 0").notValid().noInherit()),
                add(
                                "exclusion",
                                exclude("no_twins", key("name").operatorClass("gist_text_ops"), "=")
                                        .with(expression("int4range(age, age, '[]')"), "&&")
                                        .where("age IS NOT NULL")
                                        .deferrable())
                        .after("CREATE EXTENSION btree_gist"));
    }

    private static List<Case> moreConstraints() {
        return List.of(
                Case.of(
                                "add primary key using an index",
                                new AddConstraintUsingIndex(AGENTS, "agents_pkey", "ix", true, Deferral.NOT_DEFERRABLE))
                        .after("CREATE UNIQUE INDEX ix ON agents (id)"),
                Case.of(
                                "add unique constraint using an index",
                                new AddConstraintUsingIndex(
                                        AGENTS, "agents_name_key", "ix", false, Deferral.INITIALLY_DEFERRED))
                        .after("CREATE UNIQUE INDEX ix ON agents (name)"),
                Case.of("add not null that is not valid", new AddNotNull(AGENTS, "age_given", "age", false))
                        .since(18),
                Case.of("drop constraint that is described", new DropConstraint(AGENTS, check("c", "age >= 0")))
                        .after("ALTER TABLE agents ADD CONSTRAINT c CHECK (age >= 0)"),
                Case.of(
                                "drop constraint by name",
                                new DropConstraintByName(QualifiedName.parse("tenants"), "tenants_pkey", true, true))
                        .after("ALTER TABLE agents ADD CONSTRAINT fk FOREIGN KEY (tenant_id) REFERENCES tenants (id)"),
                Case.of("rename constraint", new RenameConstraint(AGENTS, "c", "C"))
                        .after("ALTER TABLE agents ADD CONSTRAINT c UNIQUE (age)"),
                Case.of("validate constraint", new ValidateConstraint(AGENTS, "c"))
                        .after("ALTER TABLE agents ADD CONSTRAINT c CHECK (age >= 0) NOT VALID"));
    }

    private static List<Case> sequences() {
        Sequence plain = sequence("order_seq");
        return List.of(
                Case.of("create sequence", new CreateSequence(plain)),
                Case.of(
                        "create sequence with everything",
                        new CreateSequence(plain.type(integer())
                                .start(100)
                                .increment(-5)
                                .min(-1000)
                                .max(100)
                                .cache(10)
                                .cycle()
                                .ownedBy("agents", "id")
                                .comment("Counts down")
                                .ifNotExists())),
                Case.of("drop sequence", new DropSequence(plain.increment(50)))
                        .after("CREATE SEQUENCE order_seq INCREMENT 50"),
                Case.of(
                                "change sequence",
                                new ChangeSequence(
                                        plain.increment(50),
                                        plain.type(integer())
                                                .start(7)
                                                .cache(3)
                                                .cycle()
                                                .ownedBy("agents", "id")
                                                .comment("x")))
                        .after("CREATE SEQUENCE order_seq INCREMENT 50"),
                Case.of(
                                "alter sequence",
                                new AlterSequence(
                                        ORDER_SEQ,
                                        SequenceAlteration.NONE
                                                .type(integer())
                                                .increment(2)
                                                .noMin()
                                                .max(500)
                                                .start(10)
                                                .restart(20)
                                                .cache(4)
                                                .cycle()
                                                .ownedBy("agents", "id")
                                                .changes()))
                        .after("CREATE SEQUENCE order_seq MINVALUE 5"),
                Case.of(
                                "alter sequence back",
                                new AlterSequence(
                                        ORDER_SEQ,
                                        SequenceAlteration.NONE
                                                .min(-10)
                                                .noMax()
                                                .noCycle()
                                                .restart()
                                                .ownedByNone()
                                                .changes()))
                        .after("CREATE SEQUENCE order_seq MAXVALUE 5 CYCLE OWNED BY agents.id"),
                Case.of("rename sequence", new RenameSequence(ORDER_SEQ, "orders_id_seq"))
                        .after("CREATE SEQUENCE order_seq"),
                Case.of("drop sequence by name", new DropByName(Kind.SEQUENCE, ORDER_SEQ, true, true))
                        .after(
                                "CREATE SEQUENCE order_seq; ALTER TABLE agents ALTER age SET DEFAULT nextval('order_seq')"));
    }

    private static Case change(
            String name, EnumType from, EnumType to, Map<String, String> there, Map<String, String> back) {
        return Case.of(
                        "change enum " + name,
                        new ChangeEnum(
                                from,
                                to,
                                new TreeMap<>(there),
                                new TreeMap<>(back),
                                List.of(
                                        Use.use("agents", "mood").defaultSql("'ok'::mood"),
                                        Use.use("agents", "moods").ofArray().defaultSql("'{ok}'::mood[]")),
                                List.of()))
                .after(MOODS);
    }

    private static List<Case> enums() {
        EnumType mood = enumType("mood", "sad", "ok", "happy");
        return List.of(
                Case.of(
                                "create enum",
                                new CreateEnum(
                                        enumType("app.mood", "it's", "ok").comment("How one feels")))
                        .after("CREATE SCHEMA app"),
                Case.of("drop enum", new DropEnum(mood)).after("CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy')"),
                Case.of("drop enum by name", new DropByName(Kind.TYPE, MOOD, true, true))
                        .after(MOODS),
                Case.of("add enum value", new AddEnumValue(MOOD, "it's", null, null, false))
                        .after(MOODS),
                Case.of("add enum value before", new AddEnumValue(MOOD, "meh", "ok", null, true))
                        .after(MOODS),
                Case.of("add enum value after", new AddEnumValue(MOOD, "fine", null, "ok", false))
                        .after(MOODS),
                Case.of("rename enum value", new RenameEnumValue(MOOD, "ok", "fine"))
                        .after(MOODS),
                change(
                        "by adding values everywhere",
                        mood,
                        enumType("mood", "dead", "sad", "meh", "bah", "ok", "happy", "ecstatic")
                                .comment("m"),
                        Map.of(),
                        Map.of()),
                change("by reordering", mood, enumType("mood", "happy", "ok", "sad"), Map.of(), Map.of()),
                change(
                        "by taking values away",
                        mood,
                        enumType("mood", "unhappy", "ok"),
                        Map.of("sad", "unhappy", "happy", "ok"),
                        Map.of("unhappy", "sad")),
                Case.of(
                                "change enum that an index and a check mention",
                                new ChangeEnum(
                                        mood,
                                        enumType("mood", "ok", "happy"),
                                        new TreeMap<>(Map.of("sad", "ok")),
                                        new TreeMap<>(),
                                        List.of(Use.use("agents", "mood")),
                                        List.of(
                                                new CreateIndex(index("ix")
                                                        .on("agents", "id")
                                                        .where("mood = 'ok'::mood")),
                                                new AddConstraint(
                                                        AGENTS, check("c", "mood <> 'happy'::mood OR age > 1")))))
                        .after("""
                                CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy');
                                ALTER TABLE agents ADD mood mood;
                                CREATE INDEX ix ON agents (id) WHERE mood = 'ok';
                                ALTER TABLE agents ADD CONSTRAINT c CHECK (mood <> 'happy' OR age > 1);
                                """));
    }

    private static List<Case> domains() {
        Domain email = domain("email", text());
        return List.of(
                Case.of(
                        "create domain",
                        new CreateDomain(email.notNull()
                                .defaultValue("a@b")
                                .collation("\"C\"")
                                .check("email_at", "VALUE LIKE '%@%'")
                                .comment("An address"))),
                Case.of("drop domain", new DropDomain(email)).after("CREATE DOMAIN email AS text"),
                Case.of(
                                "change domain",
                                new ChangeDomain(
                                        email.check("a", "VALUE <> ''"),
                                        email.notNull()
                                                .defaultSql("'a' || 'b'")
                                                .check("b", "VALUE <> 'x'")
                                                .comment("c")))
                        .after("CREATE DOMAIN email AS text CONSTRAINT a CHECK (VALUE <> '')"),
                Case.of(
                                "alter domain",
                                new AlterDomain(
                                        EMAIL,
                                        DomainAlteration.NONE
                                                .defaultValue("x")
                                                .notNull()
                                                .addCheck(check("b", "VALUE <> ''")
                                                        .notValid())
                                                .validateConstraint("b")
                                                .renameConstraint("b", "B")
                                                .dropConstraint("a")
                                                .changes()))
                        .after("CREATE DOMAIN email AS text CONSTRAINT a CHECK (VALUE <> '')"),
                Case.of(
                                "alter domain back",
                                new AlterDomain(
                                        EMAIL,
                                        DomainAlteration.NONE
                                                .dropDefault()
                                                .nullable()
                                                .changes()))
                        .after("CREATE DOMAIN email AS text DEFAULT 'x' NOT NULL"),
                Case.of("drop domain by name", new DropByName(Kind.DOMAIN, EMAIL, true, true))
                        .after("CREATE DOMAIN email AS text; ALTER TABLE agents ADD email email"));
    }

    private static Case create(String name, DatabaseObject object) {
        return Case.of("create " + name, new CreateObject(object));
    }

    private static List<Case> definitions() {
        return List.of(
                create(
                                "view",
                                view("app.adults", "SELECT 1 AS n FROM agents")
                                        .with("security_barrier", "true")
                                        .comment("18+"))
                        .after("CREATE SCHEMA app"),
                create(
                        "materialized view",
                        materializedView("adults", "SELECT 1 AS n").comment("18+")),
                create(
                        "materialized view with no data",
                        materializedView("adults", "SELECT 1 AS n").withNoData()),
                create(
                        "function",
                        function(
                                        "add",
                                        "a integer, b numeric(3,1) DEFAULT 1, c text = ','",
                                        "RETURNS integer LANGUAGE sql AS $$ SELECT a; $$")
                                .comment("Adds")),
                create(
                        "procedure",
                        procedure("clear", "", "LANGUAGE sql AS $$ DELETE FROM agents; $$")
                                .comment("x")),
                create(
                                "trigger",
                                trigger(
                                                "touch",
                                                "agents",
                                                "BEFORE UPDATE OF name",
                                                "FOR EACH ROW EXECUTE FUNCTION touch()")
                                        .comment("t"))
                        .after(TOUCH),
                create(
                                "constraint trigger",
                                trigger(
                                                "touch",
                                                "agents",
                                                "AFTER UPDATE",
                                                "DEFERRABLE FOR EACH ROW EXECUTE FUNCTION touch()")
                                        .constraint())
                        .after(TOUCH),
                create(
                        "policy",
                        policy("mine", "agents", "FOR SELECT USING (id = 1)").comment("p")),
                create(
                                "cast",
                                cast(varchar(), type("mood"), "WITH INOUT AS IMPLICIT")
                                        .comment("c"))
                        .after("CREATE TYPE mood AS ENUM ('sad')"),
                Case.of("drop view that is described", new DropObject(view("v", "SELECT 1 AS n")))
                        .after("CREATE VIEW v AS SELECT 1 AS n"),
                dropped("view", view("v", "SELECT 1")).after("CREATE VIEW v AS SELECT 1 AS n"),
                dropped("function", function("f", "a integer DEFAULT 1", ""))
                        .after("CREATE FUNCTION f(a integer DEFAULT 1) RETURNS int LANGUAGE sql AS 'SELECT 1'"),
                dropped("trigger", trigger("touch", "agents", "", ""))
                        .after(TOUCH + "CREATE TRIGGER touch AFTER INSERT ON agents EXECUTE FUNCTION touch()"),
                dropped("cast", cast(varchar(), type("mood"), ""))
                        .after(
                                "CREATE TYPE mood AS ENUM ('sad'); CREATE CAST (varchar AS mood) WITH INOUT AS IMPLICIT"),
                Case.of(
                        "create auxiliary object",
                        new CreateAuxiliaryObject(new AuxiliaryObject(
                                "function f()",
                                "CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1;'; COMMENT ON FUNCTION f() IS 'x';",
                                "DROP FUNCTION f()"))));
    }

    private static Case dropped(String name, DatabaseObject object) {
        return Case.of("drop " + name + " by reference", new DropObjectByReference(object.reference(), true, true));
    }

    private static List<Case> replacements() {
        String add = "RETURNS integer LANGUAGE sql AS $$ SELECT %s $$";
        return List.of(
                Case.of(
                                "replace view that is described",
                                new ReplaceObject(
                                        view("v", "SELECT 1 AS n, 2 AS m").comment("old"),
                                        view("v", "SELECT 'a' AS n")))
                        .after("CREATE VIEW v AS SELECT 1 AS n, 2 AS m; COMMENT ON VIEW v IS 'old'"),
                Case.of(
                                "replace function that is described",
                                new ReplaceObject(
                                        function("f", "a integer", add.formatted("a"))
                                                .comment("old"),
                                        function("f", "a integer", add.formatted("a + 1"))))
                        .after("CREATE FUNCTION f(a integer) " + add.formatted("a")
                                + "; COMMENT ON FUNCTION f(integer) IS 'old'"),
                Case.of(
                                "replace policy that is described",
                                new ReplaceObject(
                                        policy("p", "agents", "FOR SELECT USING (true)"),
                                        policy("p", "agents", "FOR ALL USING (false)")))
                        .after("CREATE POLICY p ON agents FOR SELECT USING (true)"),
                Case.of("replace view", new CreateOrReplaceObject(view("v", "SELECT 1 AS n, 2 AS m")))
                        .after("CREATE VIEW v AS SELECT 1 AS n"),
                Case.of("replace materialized view", new CreateOrReplaceObject(materializedView("v", "SELECT 2 AS m")))
                        .after("CREATE MATERIALIZED VIEW v AS SELECT 1 AS n"),
                Case.of(
                                "replace trigger in place",
                                new CreateOrReplaceObject(
                                        trigger("touch", "agents", "AFTER UPDATE", "EXECUTE FUNCTION touch()")))
                        .since(14)
                        .after(TOUCH + "CREATE TRIGGER touch AFTER INSERT ON agents EXECUTE FUNCTION touch()"),
                Case.of(
                                "replace trigger by dropping it",
                                new CreateOrReplaceObject(
                                        trigger("touch", "agents", "AFTER UPDATE", "EXECUTE FUNCTION touch()")))
                        .until(13)
                        .after(TOUCH + "CREATE TRIGGER touch AFTER INSERT ON agents EXECUTE FUNCTION touch()"));
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
                        + TOUCH
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
