package dev.migrate.lint;

import static dev.migrate.lint.LintCase.doesNot;
import static dev.migrate.lint.LintCase.raw;
import static dev.migrate.lint.LintCase.shows;
import static dev.migrate.schema.Definitions.column;
import static dev.migrate.schema.Definitions.index;
import static dev.migrate.schema.Definitions.materializedView;
import static dev.migrate.schema.Definitions.table;
import static dev.migrate.schema.Types.bigint;
import static dev.migrate.schema.Types.varchar;

import java.util.List;

/** Raw SQL that is easily read for something else. */
final class LintRawCases {

    private static final String LONG_NAME = "n".repeat(70);
    private static final String CUT_NAME = "n".repeat(63);

    private LintRawCases() {}

    /** Names with blanks, symbols and key words in them, and those that PostgreSQL cuts. */
    static List<LintCase> names() {
        return List.of(
                raw(
                        Rule.DROP_TABLE,
                        "DROP TABLE \"a b\"",
                        "drop-table a b: The rows of a b are lost, and whoever still uses it fails."),
                raw(
                        Rule.DROP_TABLE,
                        "DROP TABLE \"my app\".\"a (\"\"b\"\"), c\"",
                        "drop-table my app.\"a (\"\"b\"\"), c\": The rows of my app.\"a (\"\"b\"\"), c\" are lost, and"
                                + " whoever still uses it fails."),
                raw(
                        Rule.DROP_TABLE,
                        "DROP TABLE " + LONG_NAME,
                        "drop-table " + CUT_NAME + ": The rows of " + CUT_NAME
                                + " are lost, and whoever still uses it fails."),
                raw(Rule.DROP_TABLE, "CREATE TABLE " + LONG_NAME + " (id int); DROP TABLE \"" + CUT_NAME + "\""),
                raw(Rule.NOT_NULL_WITHOUT_DEFAULT, "ALTER TABLE \"T Shirts\" ADD COLUMN x int"),
                raw(
                        Rule.NOT_NULL_WITHOUT_DEFAULT,
                        "ALTER TABLE \"T Shirts\" ADD COLUMN \"a size\" int NOT NULL",
                        "not-null-without-default T Shirts.a size: Adding T Shirts.a size NOT NULL without a default fails if"
                                + " T Shirts has a row."),
                raw(
                        Rule.DROP_COLUMN,
                        "ALTER TABLE \"my table\" DROP COLUMN x",
                        "drop-column my table.x: The values of my table.x are lost, and whoever still uses it fails."),
                raw(
                        Rule.SET_NOT_NULL_SCAN,
                        "ALTER TABLE agents ALTER COLUMN \"my col\" SET NOT NULL",
                        "set-not-null-scan agents.my col: Making agents.my col NOT NULL reads all of agents: reads and writes"
                                + " wait until it is done (ACCESS EXCLUSIVE)."),
                raw(
                        Rule.SET_NOT_NULL_SCAN,
                        "ALTER TABLE agents ADD CONSTRAINT \"my check\" CHECK (\"my col\" IS NOT NULL);"
                                + " ALTER TABLE agents ALTER \"my col\" SET NOT NULL",
                        "constraint-scan my check: Checking my check reads all of agents: reads and writes wait until it is"
                                + " done (ACCESS EXCLUSIVE)."),
                raw(
                        Rule.RENAME_COLUMN,
                        "ALTER TABLE agents RENAME \"first TO last\" TO \"full name\"",
                        "rename-column agents.first TO last: Whoever still uses agents.first TO last fails once it is full"
                                + " name."),
                raw(
                        Rule.TYPE_CHANGE_REWRITE,
                        "ALTER TABLE agents ALTER name TYPE \"short text\"",
                        "type-change-rewrite agents.name: Turning agents.name from varchar(120) into \"short text\" rewrites"
                                + " agents: reads and writes wait until it is done (ACCESS EXCLUSIVE)."),
                raw(
                        Rule.FOREIGN_KEY_WITHOUT_INDEX,
                        "ALTER TABLE agents ADD FOREIGN KEY (\"b id\") REFERENCES \"a b\" (id) NOT VALID",
                        "foreign-key-without-index agents(b id): No index of agents begins with b id: each DELETE in a b reads"
                                + " all of agents."),
                raw(
                        Rule.FOREIGN_KEY_WITHOUT_INDEX,
                        "CREATE INDEX CONCURRENTLY ON \"a b\" (\"a (b)\");"
                                + " CREATE INDEX CONCURRENTLY \"ix 1\" ON \"a b\" (\"a (b)\", id);"
                                + " ALTER TABLE \"a b\" ADD FOREIGN KEY (\"a (b)\") REFERENCES tenants NOT VALID",
                        "not-atomic: If this fails, what comes before it stays committed: CREATE INDEX CONCURRENTLY ON"
                                + " \"a b\" (\"a (b)\")"),
                raw(
                        Rule.DROP_INDEX_NOT_CONCURRENT,
                        "DROP INDEX \"my index\"",
                        "drop-index-not-concurrent my index: Dropping my index waits for whoever uses its table, and everybody"
                                + " else waits behind it (ACCESS EXCLUSIVE)."),
                raw(
                        Rule.BLOCKING_COMMAND,
                        "LOCK TABLE \"a b\"",
                        "blocking-command TABLE \"a b\": LOCK TABLE \"a b\" keeps others away for as long as it takes."),
                raw(
                        Rule.BLOCKING_COMMAND,
                        "ALTER TABLE agents SET TABLESPACE \"fast disk\"",
                        "blocking-command agents: SET TABLESPACE \"fast disk\" writes agents anew: reads and writes wait until"
                                + " it is done (ACCESS EXCLUSIVE)."),
                raw(
                        Rule.WITHOUT_WHERE,
                        "DELETE FROM \"a WHERE b\"",
                        "without-where a WHERE b: DELETE of all rows of a WHERE b: what they held is lost, and they stay"
                                + " locked until the revision commits."));
    }

    /** NOT NULL, of the column, of a constraint, and within other expressions. */
    static List<LintCase> notNull() {
        return List.of(
                raw(Rule.SET_NOT_NULL_SCAN, "ALTER TABLE agents ADD CONSTRAINT status_nn NOT NULL status NOT VALID"),
                raw(Rule.SET_NOT_NULL_SCAN, "ALTER TABLE agents ADD NOT NULL status NO INHERIT NOT VALID"),
                raw(
                        Rule.SET_NOT_NULL_SCAN,
                        "ALTER TABLE agents ADD CONSTRAINT status_nn NOT NULL status",
                        "set-not-null-scan agents.status: Making agents.status NOT NULL reads all of agents: reads and"
                                + " writes wait until it is done (ACCESS EXCLUSIVE)."),
                raw(
                        Rule.SET_NOT_NULL_SCAN,
                        "ALTER TABLE agents ADD NOT NULL status NOT VALID;"
                                + " ALTER TABLE agents VALIDATE CONSTRAINT agents_status_not_null;"
                                + " ALTER TABLE agents ALTER status SET NOT NULL",
                        "validate-in-transaction agents_status_not_null: Validating agents_status_not_null reads all of agents"
                                + " while this transaction holds what it locked there before."),
                raw(
                        Rule.NOT_NULL_WITHOUT_DEFAULT,
                        "ALTER TABLE agents ADD COLUMN note text CHECK (note IS NULL OR name IS NOT NULL)",
                        "constraint-scan agents_note_check: Checking agents_note_check reads all of agents: reads and writes"
                                + " wait until it is done (ACCESS EXCLUSIVE)."),
                raw(
                        Rule.NOT_NULL_WITHOUT_DEFAULT,
                        "ALTER TABLE agents ADD note text CHECK (note <> 'NOT NULL')",
                        "constraint-scan agents_note_check: Checking agents_note_check reads all of agents: reads and writes"
                                + " wait until it is done (ACCESS EXCLUSIVE)."),
                raw(
                        Rule.NOT_NULL_WITHOUT_DEFAULT,
                        "ALTER TABLE agents ADD note text CHECK (note <> '') not\nnull",
                        "not-null-without-default agents.note: Adding agents.note NOT NULL without a default fails if agents"
                                + " has a row.",
                        "constraint-scan agents_note_check: Checking agents_note_check reads all of agents: reads and writes"
                                + " wait until it is done (ACCESS EXCLUSIVE)."),
                raw(
                        Rule.NOT_NULL_WITHOUT_DEFAULT,
                        "ALTER TABLE agents ADD team bigint NOT NULL REFERENCES tenants ON DELETE SET DEFAULT",
                        "not-null-without-default agents.team: Adding agents.team NOT NULL without a default fails if agents"
                                + " has a row.",
                        "foreign-key-without-index agents_team_fkey: No index of agents begins with team: each DELETE in"
                                + " tenants reads all of agents."),
                raw(
                        Rule.ADD_COLUMN_REWRITE,
                        "ALTER TABLE agents ADD stored int CHECK (stored > 0 OR generated AND stored > 1)",
                        "constraint-scan agents_stored_check: Checking agents_stored_check reads all of agents: reads and writes"
                                + " wait until it is done (ACCESS EXCLUSIVE)."));
    }

    /** Types by any of their names. */
    static List<LintCase> types() {
        return List.of(
                raw(
                        Rule.TYPE_CHANGE_REWRITE,
                        "ALTER TABLE agents ADD seen timestamp(3) with time zone, ADD active bool, ADD price decimal(10, 2),"
                                + " ADD tags int4[]; ALTER TABLE agents ALTER seen TYPE timestamptz, ALTER active TYPE boolean,"
                                + " ALTER price TYPE numeric(12, 2), ALTER tags TYPE integer[], ALTER tenant_id TYPE int8"),
                raw(
                        Rule.TYPE_CHANGE_REWRITE,
                        "ALTER TABLE agents ALTER status TYPE character varying(19)",
                        "type-change-rewrite agents.status: Turning agents.status from varchar(20) into varchar(19) rewrites"
                                + " agents: reads and writes wait until it is done (ACCESS EXCLUSIVE)."),
                raw(
                        Rule.ADD_COLUMN_REWRITE,
                        "ALTER TABLE agents ADD n SERIAL8",
                        "add-column-rewrite agents.n: Adding agents.n, whose value is computed for each row, rewrites agents:"
                                + " reads and writes wait until it is done (ACCESS EXCLUSIVE)."));
    }

    /** What is there is left alone by IF NOT EXISTS. */
    static List<LintCase> onlyIfMissing() {
        return List.of(
                raw(
                        Rule.DROP_TABLE,
                        "CREATE TABLE IF NOT EXISTS agents (id int); DROP TABLE agents",
                        "drop-table agents: The rows of agents are lost, and whoever still uses it fails."),
                raw(
                        Rule.DROP_TABLE,
                        "CREATE TABLE IF NOT EXISTS public.\"Audit\" (id int); DROP TABLE \"Audit\"",
                        "drop-table Audit: The rows of Audit are lost, and whoever still uses it fails."),
                raw(
                        Rule.DROP_TABLE,
                        "DROP TABLE agents; CREATE TABLE IF NOT EXISTS agents (id int); DROP TABLE agents",
                        "drop-table agents: The rows of agents are lost, and whoever still uses it fails."),
                raw(
                        Rule.DROP_TABLE,
                        "CREATE TABLE IF NOT EXISTS scratch (id int); CREATE TABLE IF NOT EXISTS scratch (id int);"
                                + " DROP TABLE scratch"),
                shows(
                        Rule.DROP_TABLE,
                        "a table that would have been created if it were missing",
                        op -> {
                            op.createTable(table("agents")
                                    .columns(column("id", bigint()))
                                    .ifNotExists());
                            op.dropTable("agents");
                        },
                        "drop-table agents: The rows of agents are lost, and whoever still uses it fails."),
                raw(
                        Rule.DROP_COLUMN,
                        "ALTER TABLE agents ADD COLUMN IF NOT EXISTS status text NOT NULL, DROP COLUMN status",
                        "drop-column agents.status: The values of agents.status are lost, and whoever still uses it fails."),
                shows(
                        Rule.DROP_COLUMN,
                        "a column that would have been added if it were missing",
                        op -> {
                            op.addColumn(
                                    "agents",
                                    column("status", varchar(20)).notNull().ifNotExists());
                            op.dropColumn("agents", "status");
                        },
                        "drop-column agents.status: The values of agents.status are lost, and whoever still uses it fails."));
    }

    /** Several objects in one statement, and words that belong to a part of it. */
    static List<LintCase> parts() {
        return List.of(
                raw(Rule.BLOCKING_COMMAND, "VACUUM fullnames"),
                raw(Rule.BLOCKING_COMMAND, "VACUUM (ANALYZE, FULL false) agents"),
                raw(
                        Rule.BLOCKING_COMMAND,
                        "VACUUM (ANALYZE, FULL) agents",
                        "blocking-command ( ANALYZE , FULL ) agents: VACUUM ( ANALYZE , FULL ) agents keeps others away for as"
                                + " long as it takes."),
                raw(
                        Rule.BLOCKING_COMMAND,
                        "VACUUM FULL",
                        "blocking-command FULL: VACUUM FULL keeps others away for as long as it takes."),
                raw(
                        Rule.DROP_TABLE,
                        "CREATE TABLE tmp (id int); DROP TABLE IF EXISTS tmp, tenants, public.agents",
                        "drop-table tenants: The rows of tenants are lost, and whoever still uses it fails.",
                        "drop-table public.agents: The rows of public.agents are lost, and whoever still uses it fails."),
                raw(
                        Rule.WITHOUT_WHERE,
                        "TRUNCATE TABLE ONLY agents, tenants *, ONLY \"a, b\" RESTART IDENTITY",
                        "without-where agents: TRUNCATE of all rows of agents: what they held is lost, and they stay locked"
                                + " until the revision commits.",
                        "without-where tenants: TRUNCATE of all rows of tenants: what they held is lost, and they stay locked"
                                + " until the revision commits.",
                        "without-where a, b: TRUNCATE of all rows of a, b: what they held is lost, and they stay locked until"
                                + " the revision commits."),
                raw(
                        Rule.DROP_INDEX_NOT_CONCURRENT,
                        "DROP INDEX i1, public.i2 RESTRICT",
                        "drop-index-not-concurrent i1: Dropping i1 waits for whoever uses its table, and everybody else waits"
                                + " behind it (ACCESS EXCLUSIVE).",
                        "drop-index-not-concurrent public.i2: Dropping public.i2 waits for whoever uses its table, and"
                                + " everybody else waits behind it (ACCESS EXCLUSIVE)."),
                raw(
                        Rule.WITHOUT_WHERE,
                        "UPDATE agents SET name = (SELECT name FROM tenants t WHERE t.id = tenant_id)",
                        "without-where agents: UPDATE of all rows of agents: what they held is lost, and they stay locked"
                                + " until the revision commits."),
                raw(
                        Rule.ROWS_IN_TRANSACTION,
                        "UPDATE agents SET name = (SELECT name FROM tenants t WHERE t.id = tenant_id) WHERE id = 1",
                        "rows-in-transaction agents: Every row of agents that is changed stays locked until the revision"
                                + " commits."),
                raw(
                        Rule.CONSTRAINT_BUILDS_INDEX,
                        "ALTER TABLE \"Audit\" ADD PRIMARY KEY (id) USING INDEX TABLESPACE fast",
                        "constraint-builds-index Audit: Building the index of the primary key reads all of Audit: reads and"
                                + " writes wait until it is done (ACCESS EXCLUSIVE)."));
    }

    /** Constraints of a new column, which PostgreSQL adds behind it. */
    static List<LintCase> newColumns() {
        return List.of(
                raw(
                        Rule.CONSTRAINT_BUILDS_INDEX,
                        "ALTER TABLE agents ADD COLUMN code int CONSTRAINT \"One Code\" UNIQUE",
                        "constraint-builds-index One Code: Building the index of One Code reads all of agents: reads and writes"
                                + " wait until it is done (ACCESS EXCLUSIVE)."),
                raw(
                        Rule.CONSTRAINT_SCAN,
                        "ALTER TABLE agents ADD boss bigint REFERENCES agents ON DELETE SET NULL",
                        "foreign-key-without-index agents_boss_fkey: No index of agents begins with boss: each DELETE in agents"
                                + " reads all of agents."),
                raw(
                        Rule.CONSTRAINT_SCAN,
                        "ALTER TABLE agents ADD boss bigint DEFAULT 1 UNIQUE REFERENCES tenants (id)",
                        "constraint-builds-index agents_boss_key: Building the index of agents_boss_key reads all of agents:"
                                + " reads and writes wait until it is done (ACCESS EXCLUSIVE).",
                        "constraint-scan agents_boss_fkey: Checking agents_boss_fkey reads all of agents: writes to it and to"
                                + " tenants wait until it is done (SHARE ROW EXCLUSIVE)."));
    }

    /** A change of rows in a WITH query, or by MERGE. */
    static List<LintCase> changesOfRows() {
        return List.of(
                raw(
                        Rule.WITHOUT_WHERE,
                        "WITH old AS (SELECT id FROM tenants WHERE id < 9) UPDATE agents SET name = ''",
                        "without-where agents: UPDATE of all rows of agents: what they held is lost, and they stay locked"
                                + " until the revision commits."),
                raw(
                        Rule.WITHOUT_WHERE,
                        "WITH gone AS (DELETE FROM agents RETURNING id), x AS (SELECT (1)) SELECT * FROM gone WHERE id = 1",
                        "without-where agents: DELETE of all rows of agents: what they held is lost, and they stay locked"
                                + " until the revision commits."),
                raw(Rule.WITHOUT_WHERE, "WITH old AS (SELECT 1) SELECT * FROM agents FOR UPDATE"),
                raw(
                        Rule.ROWS_IN_TRANSACTION,
                        "MERGE INTO agents a USING tenants t ON a.id = t.id WHEN MATCHED THEN UPDATE SET name = ''",
                        "rows-in-transaction agents: Every row of agents that is changed stays locked until the revision"
                                + " commits."),
                raw(
                        Rule.ROWS_IN_TRANSACTION,
                        "MERGE INTO agents a USING tenants t ON a.id = t.id WHEN NOT MATCHED THEN INSERT VALUES (1)"));
    }

    /** What the revision makes itself nobody uses yet. */
    static List<LintCase> newTables() {
        return List.of(
                raw(
                        Rule.INDEX_NOT_CONCURRENT,
                        "CREATE MATERIALIZED VIEW totals AS SELECT 1 AS id; CREATE UNIQUE INDEX ix ON totals (id);"
                                + " REFRESH MATERIALIZED VIEW totals"),
                doesNot(Rule.INDEX_NOT_CONCURRENT, "an index of a new materialized view", op -> {
                    op.createMaterializedView(materializedView("totals", "SELECT 1 AS id"));
                    op.createIndex(index("ix").on("totals", "id"));
                }),
                raw(Rule.DROP_TABLE, "SELECT id, name INTO TEMP copied FROM agents; DROP TABLE copied"),
                raw(Rule.DROP_TABLE, "CREATE LOCAL TEMPORARY TABLE copied (id int); DROP TABLE copied"),
                raw(
                        Rule.BLOCKING_COMMAND,
                        "CREATE TABLE small (id int); CREATE INDEX ix ON small (id); LOCK TABLE small IN SHARE MODE;"
                                + " CLUSTER VERBOSE small USING ix; REINDEX TABLE small; REINDEX INDEX ix"),
                raw(
                        Rule.BLOCKING_COMMAND,
                        "CREATE TABLE small (id int); LOCK TABLE ONLY small, agents",
                        "blocking-command TABLE ONLY small , agents: LOCK TABLE ONLY small , agents keeps others away for as"
                                + " long as it takes."));
    }

    /** A name under which applications look. */
    static List<LintCase> moves() {
        return List.of(
                raw(
                        Rule.RENAME_TABLE,
                        "ALTER TABLE agents SET SCHEMA audit",
                        "rename-table agents: Whoever still uses agents fails once it is audit.agents."),
                raw(
                        Rule.RENAME_TABLE,
                        "ALTER VIEW IF EXISTS shown RENAME TO seen",
                        "rename-table shown: Whoever still uses shown fails once it is seen."));
    }
}
