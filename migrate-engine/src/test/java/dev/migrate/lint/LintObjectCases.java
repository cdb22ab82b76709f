package dev.migrate.lint;

import static dev.migrate.lint.LintCase.doesNot;
import static dev.migrate.lint.LintCase.raw;
import static dev.migrate.lint.LintCase.shows;
import static dev.migrate.operation.DataChanges.backfill;
import static dev.migrate.operation.DataChanges.update;
import static dev.migrate.operation.EnumOperation.Use.use;
import static dev.migrate.schema.Definitions.column;
import static dev.migrate.schema.Definitions.enumType;
import static dev.migrate.schema.Definitions.index;
import static dev.migrate.schema.Definitions.table;
import static dev.migrate.schema.Types.bigint;
import static dev.migrate.schema.Types.text;

import dev.migrate.operation.DropOption;
import dev.migrate.operation.EnumOperation.ChangeEnum;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** For each rule about whole objects and rows what shows it, in operations and as raw SQL, and what comes close. */
final class LintObjectCases {

    private LintObjectCases() {}

    static List<LintCase> objects() {
        return List.of(
                shows(
                        Rule.INDEX_NOT_CONCURRENT,
                        "an index",
                        op -> op.createIndex(index("ix_status").on("agents", "status")),
                        "index-not-concurrent ix_status: Building ix_status reads all of agents: writes wait until it is"
                                + " done (SHARE)."),
                raw(
                        Rule.INDEX_NOT_CONCURRENT,
                        "CREATE UNIQUE INDEX ON agents (lower(name))",
                        "index-not-concurrent an index: Building an index reads all of agents: writes wait until it is done"
                                + " (SHARE)."),
                doesNot(
                        Rule.INDEX_NOT_CONCURRENT,
                        "an index concurrently",
                        op -> op.createIndex(
                                index("ix_status").on("agents", "status").concurrently())),
                shows(
                        Rule.DROP_INDEX_NOT_CONCURRENT,
                        "an index",
                        op -> op.dropIndex("ix_agents_name"),
                        "drop-index-not-concurrent ix_agents_name: Dropping ix_agents_name waits for whoever uses its table,"
                                + " and everybody else waits behind it (ACCESS EXCLUSIVE)."),
                raw(
                        Rule.DROP_INDEX_NOT_CONCURRENT,
                        "DROP INDEX IF EXISTS ix_agents_name",
                        "drop-index-not-concurrent ix_agents_name: Dropping ix_agents_name waits for whoever uses its table,"
                                + " and everybody else waits behind it (ACCESS EXCLUSIVE)."),
                doesNot(
                        Rule.DROP_INDEX_NOT_CONCURRENT,
                        "an index concurrently",
                        op -> op.dropIndexConcurrently("ix_agents_name")),
                shows(
                        Rule.DROP_TABLE,
                        "a table",
                        op -> op.dropTable("agents"),
                        "drop-table agents: The rows of agents are lost, and whoever still uses it fails."),
                raw(
                        Rule.DROP_TABLE,
                        "DROP TABLE \"Audit\"",
                        "drop-table Audit: The rows of Audit are lost, and whoever still uses it fails."),
                doesNot(Rule.DROP_TABLE, "a table that nobody has seen", op -> {
                    op.createTable(table("scratch").columns(column("id", bigint())));
                    op.dropTable("scratch");
                }),
                shows(
                        Rule.RENAME_TABLE,
                        "a table",
                        op -> op.renameTable("agents", "bots"),
                        "rename-table agents: Whoever still uses agents fails once it is bots."),
                shows(
                        Rule.RENAME_TABLE,
                        "a table that moves",
                        op -> op.setTableSchema("agents", "audit"),
                        "rename-table agents: Whoever still uses agents fails once it is audit.agents."),
                raw(
                        Rule.RENAME_TABLE,
                        "ALTER TABLE agents RENAME TO bots",
                        "rename-table agents: Whoever still uses agents fails once it is bots."),
                raw(Rule.RENAME_TABLE, "CREATE TABLE a (id int); ALTER TABLE a RENAME TO b; DROP TABLE b"),
                shows(
                        Rule.ENUM_REPLACED,
                        "a value taken away",
                        op -> op.apply(new ChangeEnum(
                                enumType("mood", "sad", "happy"),
                                enumType("mood", "happy"),
                                new TreeMap<>(Map.of("sad", "happy")),
                                List.of(use("agents", "mood")))),
                        "enum-replaced mood: mood loses 'sad': a row that holds such a label gets another one, or stops the"
                                + " change.",
                        "enum-replaced mood: Replacing mood rewrites agents: reads and writes wait until it is done (ACCESS"
                                + " EXCLUSIVE)."),
                doesNot(Rule.ENUM_REPLACED, "a value more", op -> op.addEnumValue("mood", "calm")),
                shows(
                        Rule.DETACH_PARTITION,
                        "a partition",
                        op -> op.detachPartition("events", "events_2024"),
                        "detach-partition events: Detaching a partition of events waits for whoever uses it, and everybody"
                                + " else waits behind it (ACCESS EXCLUSIVE)."),
                raw(
                        Rule.DETACH_PARTITION,
                        "ALTER TABLE events DETACH PARTITION events_2024",
                        "detach-partition events: Detaching a partition of events waits for whoever uses it, and everybody"
                                + " else waits behind it (ACCESS EXCLUSIVE)."),
                doesNot(
                        Rule.DETACH_PARTITION,
                        "a partition concurrently",
                        op -> op.detachPartitionConcurrently("events", "events_2024")),
                raw(
                        Rule.BLOCKING_COMMAND,
                        "LOCK TABLE agents",
                        "blocking-command TABLE agents: LOCK TABLE agents keeps others away for as long as it takes."),
                raw(
                        Rule.BLOCKING_COMMAND,
                        "REFRESH MATERIALIZED VIEW totals",
                        "blocking-command totals: REFRESH MATERIALIZED VIEW totals keeps others away for as long as it"
                                + " takes."),
                raw(
                        Rule.BLOCKING_COMMAND,
                        "ALTER TABLE agents SET UNLOGGED",
                        "blocking-command agents: SET UNLOGGED writes agents anew: reads and writes wait until it is done"
                                + " (ACCESS EXCLUSIVE)."),
                raw(Rule.BLOCKING_COMMAND, "REFRESH MATERIALIZED VIEW CONCURRENTLY totals"),
                raw(Rule.BLOCKING_COMMAND, "VACUUM (ANALYZE) agents"),
                raw(
                        Rule.CASCADE,
                        "DROP VIEW totals CASCADE",
                        "object-gone totals: Whoever still uses the view totals fails once it is gone.",
                        "cascade: Whatever depends on it goes too: DROP VIEW totals CASCADE"),
                raw(
                        Rule.CASCADE,
                        "ALTER TYPE address DROP ATTRIBUTE zip CASCADE, ADD ATTRIBUTE city text",
                        "drop-column address.zip: The values of address.zip in all columns of that type are lost, and whoever"
                                + " still uses it fails.",
                        "cascade: Whatever depends on it goes too: ALTER TYPE address DROP ATTRIBUTE zip CASCADE, ADD"
                                + " ATTRIBUTE city text"),
                raw(
                        Rule.CASCADE,
                        "ALTER TABLE agents ALTER name DROP DEFAULT, ADD FOREIGN KEY (tenant_id) REFERENCES tenants ON DELETE"
                                + " CASCADE",
                        "constraint-scan agents(tenant_id): Checking agents(tenant_id) reads all of agents: writes to it and to"
                                + " tenants wait until it is done (SHARE ROW EXCLUSIVE).",
                        "foreign-key-without-index agents(tenant_id): No index of agents begins with tenant_id: each DELETE in"
                                + " tenants reads all of agents."),
                raw(
                        Rule.CASCADE,
                        "DROP VIEW totals",
                        "object-gone totals: Whoever still uses the view totals fails once it is gone."));
    }

    static List<LintCase> names() {
        String renamed = "sequence-gone order_seq: Whoever still uses order_seq fails once it is orders_seq.";
        String changed =
                "rename-enum-value mood: Whoever still writes the old value of mood, or compares with it, fails.";
        return List.of(
                shows(Rule.SEQUENCE_GONE, "another name", op -> op.renameSequence("order_seq", "orders_seq"), renamed),
                raw(
                        Rule.SEQUENCE_GONE,
                        "ALTER SEQUENCE order_seq RENAME TO orders_seq; DROP SEQUENCE IF EXISTS a, b.c",
                        renamed,
                        "sequence-gone a: Whoever still uses a fails once it is gone.",
                        "sequence-gone b.c: Whoever still uses b.c fails once it is gone."),
                shows(
                        Rule.SEQUENCE_GONE,
                        "a sequence",
                        op -> op.dropSequence("order_seq"),
                        "sequence-gone order_seq: Whoever still uses order_seq fails once it is gone."),
                raw(Rule.SEQUENCE_GONE, "CREATE SEQUENCE a; ALTER SEQUENCE a INCREMENT 50; DROP SEQUENCE a"),
                shows(Rule.RENAME_ENUM_VALUE, "a value", op -> op.renameEnumValue("mood", "sad", "blue"), changed),
                raw(Rule.RENAME_ENUM_VALUE, "ALTER TYPE mood RENAME VALUE 'sad' TO 'blue'", changed),
                doesNot(Rule.RENAME_ENUM_VALUE, "of a new type", op -> {
                    op.createEnum(enumType("mood", "sad"));
                    op.renameEnumValue("mood", "sad", "blue");
                }));
    }

    static List<LintCase> losses() {
        return List.of(
                shows(
                        Rule.CASCADE_LOSES_DATA,
                        "a schema with its tables",
                        op -> op.dropSchema("audit", DropOption.CASCADE),
                        "cascade-loses-data: What depends on it goes too, with its data: DROP SCHEMA audit CASCADE"),
                shows(
                        Rule.CASCADE_LOSES_DATA,
                        "an enum type with its columns",
                        op -> op.dropEnum("mood", DropOption.CASCADE),
                        "cascade-loses-data: What depends on it goes too, with its data: DROP TYPE mood CASCADE"),
                raw(
                        Rule.CASCADE_LOSES_DATA,
                        "DROP EXTENSION IF EXISTS hstore CASCADE",
                        "cascade-loses-data: What depends on it goes too, with its data: DROP EXTENSION IF EXISTS hstore"
                                + " CASCADE"),
                raw(
                        Rule.CASCADE_LOSES_DATA,
                        "DROP OWNED BY old_team",
                        "cascade-loses-data: What depends on it goes too, with its data: DROP OWNED BY old_team"),
                raw(Rule.CASCADE_LOSES_DATA, "DROP SCHEMA audit; DROP DOMAIN email RESTRICT"));
    }

    static List<LintCase> rows() {
        return List.of(
                raw(
                        Rule.WITHOUT_WHERE,
                        "UPDATE agents SET status = 'WHERE'",
                        "without-where agents: UPDATE of all rows of agents: what they held is lost, and they stay locked"
                                + " until the revision commits."),
                raw(
                        Rule.WITHOUT_WHERE,
                        "DELETE FROM ONLY agents",
                        "without-where agents: DELETE of all rows of agents: what they held is lost, and they stay locked"
                                + " until the revision commits."),
                raw(
                        Rule.WITHOUT_WHERE,
                        "TRUNCATE agents",
                        "without-where agents: TRUNCATE of all rows of agents: what they held is lost, and they stay locked"
                                + " until the revision commits."),
                doesNot(
                        Rule.WITHOUT_WHERE,
                        "a backfill",
                        op -> op.backfill(
                                backfill("agents").set("status", "new").where("status IS NULL"))),
                shows(
                        Rule.ROWS_IN_TRANSACTION,
                        "an update",
                        op -> op.update(update("agents").set("status", "new").where("status IS NULL")),
                        "rows-in-transaction agents: Every row of agents that is changed stays locked until the revision"
                                + " commits."),
                raw(
                        Rule.ROWS_IN_TRANSACTION,
                        "DELETE FROM agents WHERE id = 1",
                        "rows-in-transaction agents: Every row of agents that is changed stays locked until the revision"
                                + " commits."),
                raw(Rule.ROWS_IN_TRANSACTION, "INSERT INTO tenants VALUES (1)"),
                shows(
                        Rule.NOT_ATOMIC,
                        "an index concurrently behind something else",
                        op -> {
                            op.addColumn("agents", column("role", text()));
                            op.createIndex(index("ix_role").on("agents", "role").concurrently());
                        },
                        "not-atomic: If this fails, what comes before it stays committed: CREATE INDEX CONCURRENTLY ix_role"
                                + " ON agents (role)"),
                shows(
                        Rule.NOT_ATOMIC,
                        "a backfill behind something else",
                        op -> {
                            op.addColumn("agents", column("role", text()));
                            op.backfill(backfill("agents").set("role", "user").where("role IS NULL"));
                        },
                        "not-atomic: If this fails, what comes before it stays committed: UPDATE agents SET role = 'user'\n"
                                + "WHERE role IS NULL"),
                doesNot(
                        Rule.NOT_ATOMIC,
                        "an index concurrently by itself",
                        op -> op.createIndex(
                                index("ix_status").on("agents", "status").concurrently())),
                shows(
                        Rule.NOT_SEEN,
                        "JDBC",
                        op -> op.withConnection(connection -> {}),
                        "not-seen: What it does over JDBC is not known."),
                doesNot(Rule.NOT_SEEN, "SQL", op -> op.execute("SELECT 1")));
    }
}
