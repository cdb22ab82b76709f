package dev.migrate.testing.cases;

import static dev.migrate.schema.Definitions.check;
import static dev.migrate.schema.Definitions.exclude;
import static dev.migrate.schema.Definitions.expression;
import static dev.migrate.schema.Definitions.foreignKey;
import static dev.migrate.schema.Definitions.index;
import static dev.migrate.schema.Definitions.key;
import static dev.migrate.schema.Definitions.primaryKey;
import static dev.migrate.schema.Definitions.unique;

import dev.migrate.operation.ConstraintOperation.AddConstraint;
import dev.migrate.operation.ConstraintOperation.AddConstraintUsingIndex;
import dev.migrate.operation.ConstraintOperation.AddNotNull;
import dev.migrate.operation.ConstraintOperation.DropConstraint;
import dev.migrate.operation.ConstraintOperation.DropConstraintByName;
import dev.migrate.operation.ConstraintOperation.RenameConstraint;
import dev.migrate.operation.ConstraintOperation.ValidateConstraint;
import dev.migrate.operation.IndexOperation.CreateIndex;
import dev.migrate.operation.IndexOperation.DropIndex;
import dev.migrate.operation.IndexOperation.DropIndexByName;
import dev.migrate.operation.IndexOperation.RenameIndex;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.Deferral;
import dev.migrate.schema.ForeignKey.Action;
import dev.migrate.schema.Index;
import dev.migrate.schema.QualifiedName;
import java.util.List;
import java.util.stream.Stream;

/** Each operation on indexes and constraints, with each attribute. */
final class ConstraintCases {

    private static final QualifiedName AGENTS = QualifiedName.parse("agents");

    private ConstraintCases() {}

    static Stream<Case> all() {
        return Stream.of(indexes(), constraints(), moreConstraints()).flatMap(List::stream);
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
                Case.of("drop index that may be missing", new DropIndex(plain.ifNotExists()))
                        .after("CREATE INDEX ix_agents_name ON agents (name)"),
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
                Case.of(
                                "add primary key using an index deferrably",
                                new AddConstraintUsingIndex(
                                        AGENTS, "agents_pkey", "ix", true, Deferral.INITIALLY_IMMEDIATE))
                        .after("CREATE UNIQUE INDEX ix ON agents (id)"),
                Case.of("add not null that is not valid", new AddNotNull(AGENTS, "age_given", "age", false))
                        .since(18),
                Case.of("drop constraint that may be missing", new DropConstraint(AGENTS, check("c", "age >= 0"), true))
                        .after("ALTER TABLE agents ADD CONSTRAINT c CHECK (age >= 0)"),
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
}
