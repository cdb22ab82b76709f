package dev.migrate.testing.cases;

import static dev.migrate.operation.ColumnAlteration.alter;
import static dev.migrate.operation.DataChanges.rows;
import static dev.migrate.schema.Definitions.cast;
import static dev.migrate.schema.Definitions.check;
import static dev.migrate.schema.Definitions.column;
import static dev.migrate.schema.Definitions.domain;
import static dev.migrate.schema.Definitions.exclude;
import static dev.migrate.schema.Definitions.expression;
import static dev.migrate.schema.Definitions.extension;
import static dev.migrate.schema.Definitions.foreignKey;
import static dev.migrate.schema.Definitions.function;
import static dev.migrate.schema.Definitions.index;
import static dev.migrate.schema.Definitions.key;
import static dev.migrate.schema.Definitions.table;
import static dev.migrate.schema.Types.bigint;
import static dev.migrate.schema.Types.integer;
import static dev.migrate.schema.Types.text;
import static dev.migrate.schema.Types.type;
import static dev.migrate.schema.Types.varchar;

import dev.migrate.ddl.SqlIdentifiers;
import dev.migrate.operation.ColumnAlteration;
import dev.migrate.operation.ColumnOperation.AddColumn;
import dev.migrate.operation.ColumnOperation.AlterColumn;
import dev.migrate.operation.ColumnOperation.ChangeColumn;
import dev.migrate.operation.ColumnOperation.DropColumn;
import dev.migrate.operation.Comments;
import dev.migrate.operation.ConstraintOperation.AddConstraint;
import dev.migrate.operation.ConstraintOperation.AddNotNull;
import dev.migrate.operation.CustomOperation;
import dev.migrate.operation.DefinitionOperation.CreateObject;
import dev.migrate.operation.DefinitionOperation.CreateOrReplaceObject;
import dev.migrate.operation.EnumOperation.AddEnumValue;
import dev.migrate.operation.IndexOperation.CreateIndex;
import dev.migrate.operation.ObjectOperation.CreateDomain;
import dev.migrate.operation.ObjectOperation.CreateExtension;
import dev.migrate.operation.ObjectOperation.DropByName;
import dev.migrate.operation.ObjectOperation.DropExtension;
import dev.migrate.operation.ObjectOperation.Kind;
import dev.migrate.operation.ObjectOperation.SetComment;
import dev.migrate.operation.TableOperation.CreateTable;
import dev.migrate.operation.TableOperation.RowSecurity;
import dev.migrate.operation.TableOperation.SetRowSecurity;
import dev.migrate.schema.QualifiedName;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Attributes that need something of their own: other methods, names and texts of any kind, an author's own operation. */
public final class AttributeCases {

    private static final QualifiedName AGENTS = QualifiedName.parse("agents");

    /** Whatever a name, a comment or a definition may contain. */
    private static final String ANYTHING =
            "It's \"\"\" \\u0041 \\ $$ ${x} :x ? % ; -- /* \t tab\n line  \n\n  indented é \u65e5 \uD83D\uDE00\n";

    private AttributeCases() {}

    static Stream<Case> all() {
        return Stream.of(indexes(), tables(), alterations(), security(), texts(), others())
                .flatMap(List::stream);
    }

    private static List<Case> indexes() {
        return List.of(
                Case.of(
                        "create index by gin",
                        new CreateIndex(index("ix")
                                .on("agents", expression("to_tsvector('simple', name)"))
                                .using("gin")
                                .with("fastupdate", "off"))),
                Case.of(
                                "create index by gist with operator class parameters",
                                new CreateIndex(index("ix")
                                        .on("agents", key("name").operatorClass("gist_trgm_ops(siglen='32')"))
                                        .using("gist")))
                        .after("CREATE EXTENSION pg_trgm"),
                Case.of(
                        "create index by spgist",
                        new CreateIndex(index("ix").on("agents", "name").using("spgist"))),
                Case.of(
                                "create index by spgist that includes a column",
                                new CreateIndex(index("ix")
                                        .on("agents", "name")
                                        .using("spgist")
                                        .include("age")))
                        .since(14),
                Case.of(
                        "create index by brin",
                        new CreateIndex(index("ix")
                                .on("agents", "created_at")
                                .using("brin")
                                .with("pages_per_range", "16"))),
                Case.of(
                                "create index by an extension's method",
                                new CreateIndex(index("ix")
                                        .on("agents", "age", "name")
                                        .using("bloom")
                                        .with("length", "100")))
                        .after("CREATE EXTENSION bloom"),
                Case.of(
                        "add exclusion by another method",
                        new AddConstraint(
                                AGENTS, exclude("e", "age", "=").using("btree").initiallyDeferred())),
                Case.of(
                                "add exclusion that includes columns",
                                new AddConstraint(
                                        AGENTS, exclude("e", "age", "=").include("slug")))
                        .after("CREATE EXTENSION btree_gist"));
    }

    private static List<Case> tables() {
        return List.of(
                Case.of(
                        "create table partitioned by an expression",
                        new CreateTable(table("events")
                                .columns(column("what", text()), column("n", bigint()))
                                .partitionByRange(expression("lower(what)"), key("n")))),
                Case.of(
                        "create table partitioned by a key with options",
                        new CreateTable(table("events")
                                .columns(column("what", text()))
                                .partitionByHash(key("what").collation("\"C\"").operatorClass("text_ops")))),
                Case.of(
                                "create table with odd names",
                                new CreateTable(table("\"Odd; \"\"schema\"\"\".\"a.b $x$ \\ 'é'\"")
                                        .columns(column("select", text()), column("a\"b;--", bigint()))
                                        .primaryKey("The \"key\"", "a\"b;--")
                                        .unique("uni''que", "select")
                                        .check("é".repeat(31) + "!", "\"select\" <> ''")))
                        .after("CREATE SCHEMA \"Odd; \"\"schema\"\"\""),
                Case.of(
                                "drop column that is described with its foreign key",
                                new DropColumn(
                                        AGENTS,
                                        column("parent_id", bigint()),
                                        foreignKey("fk", "parent_id").references("tenants", "id")))
                        .after("ALTER TABLE agents ADD parent_id bigint CONSTRAINT fk REFERENCES tenants (id)"));
    }

    private static Case altered(String name, ColumnAlteration alteration) {
        return Case.of("alter column " + name, new AlterColumn(AGENTS, alteration.column(), alteration.changes()));
    }

    private static List<Case> alterations() {
        return List.of(
                altered("to no identity if it has one", alter("id").dropIdentityIfExists()),
                altered("to a plain one if it is generated", alter("twice").dropExpressionIfExists())
                        .after("ALTER TABLE agents ADD twice integer GENERATED ALWAYS AS (age * 2) STORED"),
                altered(
                        "to another collation with a conversion",
                        alter("age").typeWithCollation(text(), "\"C\"", "'n' || age")),
                Case.of(
                                "change column to another type and expression under its index and check",
                                new ChangeColumn(
                                        AGENTS,
                                        column("twice", integer()).generatedStored("age * 2"),
                                        column("twice", bigint()).generatedStored("age * 3"),
                                        null,
                                        null))
                        .since(17)
                        .after(
                                "ALTER TABLE agents ADD twice integer GENERATED ALWAYS AS (age * 2) STORED CHECK (twice > 0);"
                                        + " CREATE INDEX ON agents (twice)"),
                altered("to the storage of its type", alter("name").storage(null))
                        .since(16)
                        .after("ALTER TABLE agents ALTER name SET STORAGE EXTERNAL"),
                altered("to the server's compression", alter("name").compression(null))
                        .since(14)
                        .after("ALTER TABLE agents ALTER name SET COMPRESSION pglz"),
                Case.of("add not null with a name", new AddNotNull(AGENTS, "age_given", "age", true))
                        .since(18));
    }

    private static List<Case> security() {
        return Stream.of(RowSecurity.values())
                .map(each -> Case.of(
                                each.name().toLowerCase(Locale.ROOT).replace('_', ' ') + " row level security",
                                new SetRowSecurity(AGENTS, each))
                        .after(
                                each == RowSecurity.DISABLE
                                        ? "ALTER TABLE agents ENABLE ROW LEVEL SECURITY"
                                        : each == RowSecurity.NO_FORCE
                                                ? "ALTER TABLE agents FORCE ROW LEVEL SECURITY"
                                                : ""))
                .toList();
    }

    private static List<Case> texts() {
        return List.of(
                Case.of("comment with anything in it", new SetComment(Comments.onTable("agents"), null, ANYTHING)),
                Case.of(
                        "create function with anything in it",
                        new CreateObject(function(
                                        "f", "", "RETURNS text LANGUAGE sql AS $fn$ SELECT $x$" + ANYTHING + "$x$ $fn$")
                                .comment(ANYTHING))),
                Case.of(
                        "add column with anything as its default",
                        new AddColumn(AGENTS, column("note", text()).defaultValue(ANYTHING))),
                Case.of(
                                "add enum value with anything in it",
                                new AddEnumValue(QualifiedName.parse("mood"), "'; DROP \\ \"$$ é", "sad", null, true))
                        .after("CREATE TYPE mood AS ENUM ('sad')"),
                Case.of("create function with an atomic body", new CreateObject(function("f", "a integer", """
                                        RETURNS integer LANGUAGE sql
                                        BEGIN ATOMIC
                                            SELECT CASE WHEN a > 0 THEN a ELSE 0 END;
                                            SELECT a;
                                        END""")))
                        .since(14));
    }

    private static List<Case> others() {
        return List.of(
                Case.of(
                                "create extension in a schema and version",
                                new CreateExtension(
                                        extension("citext").schema("My ext").version("1.4")))
                        .after("CREATE SCHEMA \"My ext\""),
                Case.of(
                                "drop extension that is described",
                                new DropExtension(
                                        extension("citext").schema("My ext").version("1.4")))
                        .after("CREATE SCHEMA \"My ext\"; CREATE EXTENSION citext SCHEMA \"My ext\" VERSION '1.4'"),
                Case.of(
                                "drop schema with a dot",
                                new DropByName(Kind.SCHEMA, QualifiedName.of(null, "a.b"), false, false))
                        .after("CREATE SCHEMA \"a.b\""),
                Case.of(
                                "replace cast",
                                new CreateOrReplaceObject(cast(varchar(), type("mood"), "WITH INOUT AS ASSIGNMENT")))
                        .after("CREATE TYPE mood AS ENUM ('a'); CREATE CAST (varchar AS mood) WITH INOUT AS IMPLICIT"),
                Case.of(
                        "create domain with a check that is not valid",
                        new CreateDomain(domain("email", text())
                                .check(check("email_at", "VALUE LIKE '%@%'").notValid()))),
                Case.of(
                        "bulk insert by copy",
                        rows("agents", "id", "name", "age")
                                .row(1L, ANYTHING, 7)
                                .row(2, null, (short) 8)
                                .copy()),
                Case.of("custom operation", new Cluster("tenants", "tenants_pkey")),
                Case.of("custom operation of several statements", new Maintained("agents")));
    }

    /** An author's own operation that can't be in a transaction, and has no way back. */
    public record Maintained(String table) implements CustomOperation {
        @Override
        public String sql(int postgresMajor) {
            String quoted = SqlIdentifiers.quote(table);
            return "ALTER TABLE " + quoted + " SET (fillfactor = 70); -- then; at once\nVACUUM FULL " + quoted + ";";
        }

        @Override
        public String java() {
            return "new Maintained(\"" + table + "\")";
        }
    }

    /** An author's own operation. */
    public record Cluster(String table, String index) implements CustomOperation.Invertible {
        @Override
        public String sql(int postgresMajor) {
            return "ALTER TABLE " + SqlIdentifiers.quote(table)
                    + (index.isEmpty() ? " SET WITHOUT CLUSTER" : " CLUSTER ON " + SqlIdentifiers.quote(index));
        }

        @Override
        public String java() {
            return "new Cluster(\"" + table + "\", \"" + index + "\")";
        }

        @Override
        public Cluster inverse() {
            return new Cluster(table, index.isEmpty() ? "tenants_pkey" : "");
        }
    }
}
