package dev.migrate.ddl;

import static dev.migrate.operation.ColumnAlteration.alter;
import static dev.migrate.schema.Definitions.check;
import static dev.migrate.schema.Definitions.column;
import static dev.migrate.schema.Definitions.domain;
import static dev.migrate.schema.Definitions.exclude;
import static dev.migrate.schema.Definitions.expression;
import static dev.migrate.schema.Definitions.foreignKey;
import static dev.migrate.schema.Definitions.index;
import static dev.migrate.schema.Definitions.key;
import static dev.migrate.schema.Definitions.primaryKey;
import static dev.migrate.schema.Definitions.statistics;
import static dev.migrate.schema.Definitions.table;
import static dev.migrate.schema.Definitions.unique;
import static dev.migrate.schema.Definitions.view;
import static dev.migrate.schema.Types.integer;
import static dev.migrate.schema.Types.text;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.migrate.MigrateException;
import dev.migrate.operation.ColumnAlteration;
import dev.migrate.operation.ColumnOperation.AddColumn;
import dev.migrate.operation.ColumnOperation.AlterColumn;
import dev.migrate.operation.ColumnOperation.ChangeColumn;
import dev.migrate.operation.ConstraintOperation.AddConstraint;
import dev.migrate.operation.ConstraintOperation.AddNotNull;
import dev.migrate.operation.ConstraintOperation.DropConstraint;
import dev.migrate.operation.DefinitionOperation.CreateObject;
import dev.migrate.operation.DomainOperation.ChangeDomain;
import dev.migrate.operation.IndexOperation.CreateIndex;
import dev.migrate.operation.Operation;
import dev.migrate.operation.StatisticsOperation.CreateStatistics;
import dev.migrate.operation.TableOperation.CreateTable;
import dev.migrate.operation.TableOperation.DetachPartitionByName;
import dev.migrate.schema.Column;
import dev.migrate.schema.ForeignKey.Action;
import dev.migrate.schema.QualifiedName;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a server lacks, or PostgreSQL cannot do at all, is an error that says so before anything runs. */
class ServerFeatureTest {

    private static final QualifiedName AGENTS = QualifiedName.parse("agents");

    static Stream<Arguments> lacking() {
        return Stream.of(
                arguments(
                        13,
                        new AddColumn(AGENTS, column("body", text()).compression("lz4")),
                        "Column compression (column agents.body) needs PostgreSQL 14 or later, but the server is 13.0."
                                + " Leave the compression out: pglz is all that server has."),
                arguments(
                        13,
                        new DetachPartitionByName(AGENTS, QualifiedName.parse("agents_1"), true),
                        "DETACH PARTITION … CONCURRENTLY (partition agents_1 of agents) needs PostgreSQL 14 or later,"
                                + " but the server is 13.0. Detach it without concurrently."),
                arguments(
                        13,
                        new CreateIndex(
                                index("i").on("agents", "a").using("spgist").include("b")),
                        "INCLUDE in an index by spgist (index i on agents) needs PostgreSQL 14 or later, but the server"
                                + " is 13.0. Leave the included columns out."),
                arguments(
                        13,
                        new CreateStatistics(statistics("s").on("agents", key("a"), expression("lower(b)"))),
                        "Statistics on an expression (statistics s on agents) needs PostgreSQL 14 or later, but the"
                                + " server is 13.0. Create an index on the expression instead: it is counted, too."),
                arguments(
                        14,
                        new CreateObject(view("v", "SELECT 1 AS n").with("security_invoker", "true")),
                        "security_invoker (view v) needs PostgreSQL 15 or later, but the server is 14.0. Without it,"
                                + " the view reads its tables as its owner: grant it to those who may see that."),
                arguments(
                        14,
                        new AddConstraint(AGENTS, unique("u", "a").nullsNotDistinct()),
                        "NULLS NOT DISTINCT (unique constraint u on [a]) needs PostgreSQL 15 or later, but the server"
                                + " is 14.0. Use a unique index on coalesce(column, …) instead."),
                arguments(
                        14,
                        new CreateIndex(index("i").on("agents", "a").unique().nullsNotDistinct()),
                        "NULLS NOT DISTINCT (index i on agents) needs PostgreSQL 15 or later, but the server is 14.0."
                                + " Index coalesce(column, …) as an expression instead."),
                arguments(
                        14,
                        new AddConstraint(
                                AGENTS,
                                foreignKey("f", "a", "b").references("t").onDelete(Action.SET_NULL, "b")),
                        "A column list behind ON DELETE SET NULL or SET DEFAULT (foreign key f on [a, b]) needs"
                                + " PostgreSQL 15 or later, but the server is 14.0. Without the list, all of the key's"
                                + " columns are set."),
                arguments(
                        15,
                        altered(alter("a").storage(null)),
                        "SET STORAGE DEFAULT (column agents.a) needs PostgreSQL 16 or later, but the server is 15.0."
                                + " Name the storage: PLAIN, EXTERNAL, EXTENDED or MAIN."),
                arguments(
                        16,
                        altered(alter("a").generatedAs("b * 2")),
                        "ALTER COLUMN … SET EXPRESSION (column agents.a) needs PostgreSQL 17 or later, but the server"
                                + " is 16.0. Drop the column and add it with its new expression."),
                arguments(
                        16,
                        new CreateTable(table("events")
                                .columns(column("id", integer()).identity())
                                .partitionByHash("id")),
                        "An identity in a partitioned table (column events.id) needs PostgreSQL 17 or later, but the"
                                + " server is 16.0. Take the values from a sequence, as the column's default."),
                arguments(
                        16,
                        new CreateTable(table("events")
                                .columns(column("id", integer()))
                                .constraints(exclude("e", "id", "="))
                                .partitionByHash("id")),
                        "An exclusion constraint on a partitioned table (e of events) needs PostgreSQL 17 or later, but"
                                + " the server is 16.0. Give it to each of the partitions."),
                arguments(
                        17,
                        new CreateTable(table("events")
                                .columns(column("id", integer()))
                                .constraints(
                                        foreignKey("f", "id").references("t").notValid())
                                .partitionByHash("id")),
                        "A NOT VALID foreign key on a partitioned table (foreign key f on [id] of events) needs"
                                + " PostgreSQL 18 or later, but the server is 17.0. Add it to each of the partitions"
                                + " first, validate it there, and then add it to the table without notValid()."),
                arguments(
                        17,
                        new AddColumn(AGENTS, column("a", integer()).generatedVirtual("b * 2")),
                        "A virtual generated column (column agents.a) needs PostgreSQL 18 or later, but the server is"
                                + " 17.0. Use generatedStored(…) instead."),
                arguments(
                        17,
                        new AddNotNull(AGENTS, "n", "email", false),
                        "A NOT NULL constraint with a name, or NOT VALID, (column agents.email) needs PostgreSQL 18 or"
                                + " later, but the server is 17.0. Add the check (email IS NOT NULL) with notValid(),"
                                + " validate it, and then alter the column to notNull()."),
                arguments(
                        17,
                        new AddConstraint(AGENTS, check("c", "age > 0").notEnforced()),
                        "NOT ENFORCED (check c) needs PostgreSQL 18 or later, but the server is 17.0. Leave the"
                                + " constraint out: an older server checks every one that it has."),
                arguments(
                        17,
                        new AddConstraint(
                                AGENTS, foreignKey("f", "a").references("t").notEnforced()),
                        "NOT ENFORCED (foreign key f on [a]) needs PostgreSQL 18 or later, but the server is 17.0."
                                + " Leave the constraint out: an older server checks every one that it has."),
                arguments(
                        17,
                        new AddConstraint(AGENTS, primaryKey("p", "a", "b").withoutOverlaps()),
                        "WITHOUT OVERLAPS (constraint p on [a, b]) needs PostgreSQL 18 or later, but the server is 17.0."
                                + " Use an exclusion constraint with && instead."),
                arguments(
                        17,
                        new AddConstraint(
                                AGENTS,
                                foreignKey("f", "a", "b")
                                        .references("t", "c", "d")
                                        .period()),
                        "PERIOD (foreign key f on [a, b]) needs PostgreSQL 18 or later, but the server is 17.0. A"
                                + " trigger can check what the key would have; PostgreSQL had nothing else."));
    }

    static Stream<Arguments> impossible() {
        Column plain = column("a", integer());
        return Stream.of(
                arguments(
                        18,
                        new ChangeColumn(AGENTS, plain, plain.generatedStored("b"), null, null),
                        "PostgreSQL cannot turn a plain column into a generated one: agents.a. Drop the column and add"
                                + " it again, in operations of their own."),
                arguments(
                        18,
                        new ChangeColumn(AGENTS, plain.generatedVirtual("b"), plain, null, null),
                        "PostgreSQL cannot turn a virtual generated column into one that stores its values: agents.a."
                                + " Drop the column and add it again, in operations of their own."),
                arguments(
                        18,
                        new ChangeDomain(domain("email", text()), domain("email", integer())),
                        "PostgreSQL cannot give the domain email another type: it is text, expected integer. Create a"
                                + " new domain, alter the columns to it, and drop the old one."),
                arguments(
                        18,
                        new DropConstraint(AGENTS, check("c", "a > 0").named(null)),
                        "The constraint CHECK (a > 0) of agents cannot be dropped without its name. PostgreSQL chose"
                                + " one when it was added: see \\d agents, and give it to the constraint."),
                arguments(
                        18,
                        new AddColumn(
                                AGENTS,
                                plain,
                                foreignKey("f", "a").references("t").notValid()),
                        "The foreign key f on [a] comes with its column and is NOT VALID, but no row has a value to"
                                + " check yet. Leave notValid() out."),
                arguments(
                        18,
                        new AddColumn(
                                AGENTS,
                                plain,
                                foreignKey("f", "a").references("t").period()),
                        "The foreign key f on [a] has a period, which a column's own key cannot have. Add the column"
                                + " first, and then the key with addForeignKey."));
    }

    private static Operation altered(ColumnAlteration alteration) {
        return new AlterColumn(AGENTS, alteration.column(), alteration.changes());
    }

    @ParameterizedTest
    @MethodSource({"lacking", "impossible"})
    void isRefusedWithWhatToDoInstead(int major, Operation operation, String message) {
        assertThatThrownBy(() -> new DdlRenderer(ServerVersion.ofMajor(major)).render(operation))
                .isInstanceOf(MigrateException.class)
                .hasMessage(message);
    }
}
