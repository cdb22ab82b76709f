package dev.migrate.lint;

import static dev.migrate.lint.LintCase.raw;
import static dev.migrate.lint.LintCase.shows;
import static dev.migrate.schema.Definitions.column;
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
                        "ALTER TABLE agents ADD COLUMN note text CHECK (note IS NULL OR name IS NOT NULL)"),
                raw(Rule.NOT_NULL_WITHOUT_DEFAULT, "ALTER TABLE agents ADD note text CHECK (note <> 'NOT NULL')"),
                raw(
                        Rule.NOT_NULL_WITHOUT_DEFAULT,
                        "ALTER TABLE agents ADD note text CHECK (note <> '') not\nnull",
                        "not-null-without-default agents.note: Adding agents.note NOT NULL without a default fails if agents"
                                + " has a row."),
                raw(
                        Rule.NOT_NULL_WITHOUT_DEFAULT,
                        "ALTER TABLE agents ADD team bigint NOT NULL REFERENCES tenants ON DELETE SET DEFAULT",
                        "not-null-without-default agents.team: Adding agents.team NOT NULL without a default fails if agents"
                                + " has a row."),
                raw(
                        Rule.ADD_COLUMN_REWRITE,
                        "ALTER TABLE agents ADD stored int CHECK (stored > 0 OR generated AND stored > 1)"));
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
}
