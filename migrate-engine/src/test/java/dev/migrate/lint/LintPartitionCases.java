package dev.migrate.lint;

import static dev.migrate.lint.LintCase.doesNot;
import static dev.migrate.lint.LintCase.raw;
import static dev.migrate.lint.LintCase.shows;
import static dev.migrate.operation.ColumnAlteration.alter;
import static dev.migrate.schema.Definitions.check;
import static dev.migrate.schema.Definitions.column;
import static dev.migrate.schema.Definitions.foreignKey;
import static dev.migrate.schema.Definitions.table;
import static dev.migrate.schema.Types.bigint;
import static dev.migrate.schema.Types.date;
import static dev.migrate.schema.Types.text;

import java.util.List;

/** What partitions do to the tables that they belong to, and locks to whoever comes while another table is read. */
final class LintPartitionCases {

    private static final String BOUND = "FOR VALUES FROM ('2026-01-01') TO ('2027-01-01')";

    private LintPartitionCases() {}

    static List<LintCase> partitions() {
        String attaching =
                "attach-partition agents: Attaching agents to events reads all of agents: reads and writes of it"
                        + " wait until it is done (ACCESS EXCLUSIVE).";
        String creating =
                "create-partition events_2026: Creating events_2026 waits for whoever uses events, and everybody else"
                        + " waits behind it (ACCESS EXCLUSIVE).";
        return List.of(
                shows(
                        Rule.ATTACH_PARTITION,
                        "a table in use",
                        op -> op.attachPartition("events", "agents", BOUND),
                        attaching),
                raw(Rule.ATTACH_PARTITION, "ALTER TABLE events ATTACH PARTITION agents " + BOUND, attaching),
                shows(
                        Rule.ATTACH_PARTITION,
                        "a table with a valid check (does not)",
                        op -> {
                            op.addCheck(
                                    "agents",
                                    check("bounds", "at IS NOT NULL AND at >= '2026-01-01'")
                                            .notValid());
                            op.outsideTransaction(() -> op.validateConstraint("agents", "bounds"));
                            op.attachPartition("events", "agents", BOUND);
                        },
                        "validate-after-commit agents: If a row of agents isn't as it demands, this fails when what comes before it"
                                + " is committed: ALTER TABLE agents VALIDATE CONSTRAINT bounds",
                        "not-atomic: If this fails, what comes before it stays committed: ALTER TABLE agents VALIDATE"
                                + " CONSTRAINT bounds"),
                doesNot(Rule.ATTACH_PARTITION, "a new table", op -> {
                    op.createTable(table("events_2026").columns(column("at", date())));
                    op.attachPartition("events", "events_2026", BOUND);
                }),
                shows(
                        Rule.CREATE_PARTITION,
                        "of a table in use",
                        op -> op.createTable(table("events_2026").partitionOf("events", BOUND)),
                        creating),
                raw(Rule.CREATE_PARTITION, "CREATE TABLE events_2026 PARTITION OF events " + BOUND, creating),
                doesNot(Rule.CREATE_PARTITION, "of a new table", op -> {
                    op.createTable(table("news").columns(column("at", date())).partitionByRange("at"));
                    op.createTable(table("news_2026").partitionOf("news", BOUND));
                }));
    }

    static List<LintCase> defaults() {
        String ofPartitions =
                "child-defaults logs.n: The default of logs.n changes in all partitions, also in one that has a default of its"
                        + " own.";
        return List.of(
                shows(
                        Rule.CHILD_DEFAULTS,
                        "of a partitioned table",
                        op -> op.alterColumn("logs", alter("n").defaultSql("7")),
                        ofPartitions),
                raw(Rule.CHILD_DEFAULTS, "ALTER TABLE logs ALTER COLUMN n SET DEFAULT 7", ofPartitions),
                raw(Rule.CHILD_DEFAULTS, "ALTER TABLE logs ALTER n DROP DEFAULT", ofPartitions),
                raw(Rule.CHILD_DEFAULTS, "ALTER TABLE ONLY logs ALTER n DROP DEFAULT"),
                shows(
                        Rule.CHILD_DEFAULTS,
                        "of a table that another one inherits",
                        op -> op.alterColumn("animals", alter("n").dropDefault()),
                        "child-defaults animals.n: The default of animals.n changes in all tables that inherit it, also in one"
                                + " that has a default of its own."),
                doesNot(
                        Rule.CHILD_DEFAULTS,
                        "of any other table",
                        op -> op.alterColumn("agents", alter("status").defaultSql("'new'"))));
    }

    static List<LintCase> locks() {
        String validating =
                "validate-in-transaction named: Validating named reads all of agents while this transaction holds"
                        + " what it locked in tenants before.";
        return List.of(
                shows(
                        Rule.VALIDATE_IN_TRANSACTION,
                        "while another table is locked",
                        op -> {
                            op.addColumn("tenants", column("note", text()));
                            op.validateConstraint("agents", "named");
                        },
                        validating),
                shows(
                        Rule.VALIDATE_IN_TRANSACTION,
                        "behind row level security",
                        op -> {
                            op.enableRowSecurity("tenants");
                            op.validateConstraint("agents", "named");
                        },
                        validating),
                shows(
                        Rule.VALIDATE_IN_TRANSACTION,
                        "while a new table's key locks what it references",
                        op -> {
                            op.createTable(table("fresh")
                                    .columns(column("tenant_id", bigint()))
                                    .foreignKey(
                                            foreignKey("fk_tenant", "tenant_id").references("tenants", "id")));
                            op.validateConstraint("agents", "named");
                        },
                        validating),
                shows(
                        Rule.VALIDATE_IN_TRANSACTION,
                        "under another name",
                        op -> {
                            op.renameTable("agents", "bots");
                            op.validateConstraint("bots", "named");
                        },
                        "rename-table agents: Whoever still uses agents fails once it is bots.",
                        "validate-in-transaction named: Validating named reads all of bots while this transaction holds what it"
                                + " locked there before."),
                doesNot(Rule.VALIDATE_IN_TRANSACTION, "behind what is done to a new table", op -> {
                    op.createTable(table("fresh")
                            .columns(column("id", bigint()))
                            .unique("fresh_key", "id")
                            .foreignKey(foreignKey("fk_fresh", "id").references("fresh", "id"))
                            .ifNotExists());
                    op.alterColumn("fresh", alter("id").notNull());
                    op.renameTable("fresh", "newer");
                    op.validateConstraint("agents", "named");
                }));
    }
}
