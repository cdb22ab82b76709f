package dev.migrate.lint;

import static dev.migrate.lint.LintCase.doesNot;
import static dev.migrate.lint.LintCase.raw;
import static dev.migrate.lint.LintCase.shows;
import static dev.migrate.operation.ColumnAlteration.alter;
import static dev.migrate.schema.Definitions.check;
import static dev.migrate.schema.Definitions.column;
import static dev.migrate.schema.Definitions.foreignKey;
import static dev.migrate.schema.Definitions.index;
import static dev.migrate.schema.Definitions.table;
import static dev.migrate.schema.Definitions.unique;
import static dev.migrate.schema.Types.bigint;
import static dev.migrate.schema.Types.integer;
import static dev.migrate.schema.Types.text;
import static dev.migrate.schema.Types.timestamptz;
import static dev.migrate.schema.Types.type;
import static dev.migrate.schema.Types.uuid;
import static dev.migrate.schema.Types.varchar;

import java.util.List;

/** For each rule about columns and constraints what shows it, in operations and as raw SQL, and what comes close. */
final class LintTableCases {

    private LintTableCases() {}

    static List<LintCase> columns() {
        return List.of(
                shows(
                        Rule.NOT_NULL_WITHOUT_DEFAULT,
                        "a required column",
                        op -> op.addColumn("agents", column("role", text()).notNull()),
                        "not-null-without-default agents.role: Adding agents.role NOT NULL without a default fails if"
                                + " agents has a row."),
                raw(
                        Rule.NOT_NULL_WITHOUT_DEFAULT,
                        "ALTER TABLE agents ADD COLUMN role text NOT NULL",
                        "not-null-without-default agents.role: Adding agents.role NOT NULL without a default fails if"
                                + " agents has a row."),
                doesNot(
                        Rule.NOT_NULL_WITHOUT_DEFAULT,
                        "a required column with a default",
                        op -> op.addColumn(
                                "agents", column("role", text()).notNull().defaultValue("user"))),
                raw(Rule.NOT_NULL_WITHOUT_DEFAULT, "ALTER TABLE agents ADD role varchar(20) DEFAULT 'user' NOT NULL"),
                shows(
                        Rule.ADD_COLUMN_REWRITE,
                        "a volatile default",
                        op -> op.addColumn("agents", column("uid", uuid()).defaultSql("gen_random_uuid()")),
                        "add-column-rewrite agents.uid: Adding agents.uid, whose value is computed for each row, rewrites"
                                + " agents: reads and writes wait until it is done (ACCESS EXCLUSIVE)."),
                raw(
                        Rule.ADD_COLUMN_REWRITE,
                        "ALTER TABLE public.agents ADD COLUMN n bigserial, ADD COLUMN m int",
                        "add-column-rewrite public.agents.n: Adding public.agents.n, whose value is computed for each row,"
                                + " rewrites public.agents: reads and writes wait until it is done (ACCESS EXCLUSIVE)."),
                raw(
                        Rule.ADD_COLUMN_REWRITE,
                        "ALTER TABLE agents ADD upper_name text GENERATED ALWAYS AS (upper(name)) STORED",
                        "add-column-rewrite agents.upper_name: Adding agents.upper_name, whose value is computed for each"
                                + " row, rewrites agents: reads and writes wait until it is done (ACCESS EXCLUSIVE)."),
                doesNot(
                        Rule.ADD_COLUMN_REWRITE,
                        "a constant default",
                        op -> op.addColumn(
                                "agents", column("retries", integer()).defaultValue(3))),
                shows(
                        Rule.TYPE_CHANGE_REWRITE,
                        "another type",
                        op -> op.alterColumn("agents", alter("tenant_id").type(integer())),
                        "type-change-rewrite agents.tenant_id: Turning agents.tenant_id from bigint into integer rewrites"
                                + " agents: reads and writes wait until it is done (ACCESS EXCLUSIVE)."),
                raw(
                        Rule.TYPE_CHANGE_REWRITE,
                        "ALTER TABLE agents ALTER COLUMN status SET DATA TYPE int USING status::int",
                        "type-change-rewrite agents.status: Turning agents.status from varchar(20) into integer rewrites"
                                + " agents: reads and writes wait until it is done (ACCESS EXCLUSIVE)."),
                raw(
                        Rule.TYPE_CHANGE_REWRITE,
                        "ALTER TABLE \"Audit\" ALTER id TYPE numeric(10, 2)",
                        "type-loses-precision Audit.id: A value of Audit.id may be rounded or cut where numeric(10,2) has no"
                                + " room for it; its type isn't known.",
                        "type-change-rewrite Audit.id: Turning Audit.id into numeric(10,2), from a type that no operation"
                                + " tells, may rewrite Audit: reads and writes wait until it is done (ACCESS EXCLUSIVE)."),
                raw(
                        Rule.TYPE_LOSES_PRECISION,
                        "ALTER TABLE agents ALTER status TYPE varchar(10) USING status::varchar(10)",
                        "type-loses-precision agents.status: A value of agents.status is cut where varchar(10) has no room for"
                                + " what varchar(20) holds.",
                        "type-change-rewrite agents.status: Turning agents.status from varchar(20) into varchar(10) rewrites"
                                + " agents: reads and writes wait until it is done (ACCESS EXCLUSIVE)."),
                raw(
                        Rule.TYPE_LOSES_PRECISION,
                        "ALTER TABLE agents ALTER status TYPE varchar(10)",
                        "type-change-rewrite agents.status: Turning agents.status from varchar(20) into varchar(10) rewrites"
                                + " agents: reads and writes wait until it is done (ACCESS EXCLUSIVE)."),
                shows(
                        Rule.VALIDATE_AFTER_COMMIT,
                        "a check that is validated apart",
                        op -> {
                            op.addCheck("agents", check("ck", "id > 0").notValid());
                            op.outsideTransaction(() -> op.validateConstraint("agents", "ck"));
                        },
                        "validate-after-commit agents: If a row of agents isn't as it demands, this fails when what comes before it"
                                + " is committed: ALTER TABLE agents VALIDATE CONSTRAINT ck",
                        "not-atomic: If this fails, what comes before it stays committed: ALTER TABLE agents VALIDATE CONSTRAINT"
                                + " ck"),
                shows(
                        Rule.NOT_ATOMIC,
                        "after rows that it refuses were looked for",
                        op -> {
                            op.require("agents.id is positive", "SELECT id FROM agents WHERE id <= 0");
                            op.addCheck("agents", check("ck", "id > 0").notValid());
                            op.outsideTransaction(() -> op.validateConstraint("agents", "ck"));
                        },
                        "not-atomic: If this fails, what comes before it stays committed: ALTER TABLE agents VALIDATE CONSTRAINT"
                                + " ck"),
                shows(
                        Rule.VALIDATE_AFTER_COMMIT,
                        "a check of a table at which no requirement looks",
                        op -> {
                            op.require("others.id is positive", "SELECT id FROM others WHERE id <= 0");
                            op.addCheck("agents", check("ck", "id > 0").notValid());
                            op.outsideTransaction(() -> op.validateConstraint("agents", "ck"));
                        },
                        "validate-after-commit agents: If a row of agents isn't as it demands, this fails when what comes before it"
                                + " is committed: ALTER TABLE agents VALIDATE CONSTRAINT ck",
                        "not-atomic: If this fails, what comes before it stays committed: ALTER TABLE agents VALIDATE CONSTRAINT"
                                + " ck"),
                doesNot(
                        Rule.VALIDATE_AFTER_COMMIT,
                        "by itself",
                        op -> op.outsideTransaction(() -> op.validateConstraint("agents", "ck"))),
                doesNot(
                        Rule.TYPE_LOSES_PRECISION,
                        "a longer varchar",
                        op -> op.alterColumn("agents", alter("status").type(varchar(200)))),
                doesNot(
                        Rule.TYPE_CHANGE_REWRITE,
                        "a longer varchar",
                        op -> op.alterColumn("agents", alter("name").type(varchar(200)))),
                raw(Rule.TYPE_CHANGE_REWRITE, "ALTER TABLE agents ALTER name TYPE text"),
                shows(
                        Rule.TYPE_CHANGE_REWRITE,
                        "new values in the same type",
                        op -> op.alterColumn("agents", alter("name").type(varchar(120), "upper(name)")),
                        "type-change-rewrite agents.name: Turning agents.name from varchar(120) into varchar(120) USING"
                                + " upper(name) rewrites agents: reads and writes wait until it is done (ACCESS EXCLUSIVE)."),
                shows(
                        Rule.TYPE_CHANGE_SCAN,
                        "another collation of an indexed column",
                        op -> op.alterColumn("agents", alter("name").typeWithCollation(varchar(120), "\"C\"")),
                        "type-change-scan agents.name: Another collation of agents.name builds ix_agents_name anew: reads and"
                                + " writes wait until it is done (ACCESS EXCLUSIVE)."),
                raw(
                        Rule.TYPE_CHANGE_SCAN,
                        "CREATE INDEX CONCURRENTLY given ON agents (tenant_id) WHERE status <> '';"
                                + " ALTER TABLE agents RENAME status TO state; ALTER TABLE agents ALTER state TYPE varchar(30)",
                        "rename-column agents.status: Whoever still uses agents.status fails once it is state.",
                        "type-change-scan agents.state: Another type of agents.state builds given anew: reads and writes wait"
                                + " until it is done (ACCESS EXCLUSIVE).",
                        "not-atomic: If this fails, what comes before it stays committed: CREATE INDEX CONCURRENTLY given ON"
                                + " agents (tenant_id) WHERE status <> ''"),
                doesNot(
                        Rule.TYPE_CHANGE_SCAN,
                        "a longer varchar in a plain index",
                        op -> op.alterColumn("agents", alter("name").type(varchar(200)))),
                shows(
                        Rule.EXPRESSION_REWRITE,
                        "another formula",
                        op -> op.alterColumn("agents", alter("status").generatedAs("upper(name)")),
                        "expression-rewrite agents.status: Computing agents.status anew rewrites agents: reads and writes"
                                + " wait until it is done (ACCESS EXCLUSIVE)."),
                doesNot(
                        Rule.EXPRESSION_REWRITE,
                        "no formula any more",
                        op -> op.alterColumn("agents", alter("status").dropExpression())),
                shows(
                        Rule.SET_NOT_NULL_SCAN,
                        "NOT NULL",
                        op -> op.alterColumn("agents", alter("status").notNull()),
                        "set-not-null-scan agents.status: Making agents.status NOT NULL reads all of agents: reads and"
                                + " writes wait until it is done (ACCESS EXCLUSIVE)."),
                raw(
                        Rule.SET_NOT_NULL_SCAN,
                        "ALTER TABLE agents ALTER COLUMN status SET NOT NULL",
                        "set-not-null-scan agents.status: Making agents.status NOT NULL reads all of agents: reads and"
                                + " writes wait until it is done (ACCESS EXCLUSIVE)."),
                new LintCase(
                        Rule.SET_NOT_NULL_SCAN,
                        "NOT NULL by a validated check",
                        op -> {
                            op.addCheck(
                                    "agents",
                                    check("status_required", "status IS NOT NULL")
                                            .notValid());
                            op.outsideTransaction(() -> op.validateConstraint("agents", "status_required"));
                            op.alterColumn("agents", alter("status").notNull());
                            op.dropConstraint("agents", "status_required");
                        },
                        "validate-after-commit agents: If a row of agents isn't as it demands, this fails when what comes before it"
                                + " is committed: ALTER TABLE agents VALIDATE CONSTRAINT status_required\n"
                                + "not-atomic: If this fails, what comes before it stays committed: ALTER TABLE agents VALIDATE"
                                + " CONSTRAINT status_required\n"),
                shows(
                        Rule.MIGRATION_TIME_AS_DEFAULT,
                        "a time of creation",
                        op -> op.addColumn(
                                "agents", column("created_at", timestamptz()).defaultSql("now()")),
                        "migration-time-as-default agents.created_at: All rows of agents get the time of the migration as"
                                + " their created_at."),
                doesNot(Rule.MIGRATION_TIME_AS_DEFAULT, "the default in a second step", op -> {
                    op.addColumn("agents", column("created_at", timestamptz()));
                    op.alterColumn("agents", alter("created_at").defaultSql("now()"));
                }),
                shows(
                        Rule.SIMILAR_NAME,
                        "nearly the same name",
                        op -> op.addColumn("agents", column("tenantId", bigint())),
                        "similar-name agents.tenantId: The new column agents.tenantId is easily taken for"
                                + " agents.tenant_id."),
                doesNot(Rule.SIMILAR_NAME, "another name", op -> op.addColumn("agents", column("owner_id", bigint()))),
                shows(
                        Rule.DROP_COLUMN,
                        "a column",
                        op -> op.dropColumn("agents", column("status", varchar(20))),
                        "drop-column agents.status: The values of agents.status are lost, and whoever still uses it fails."),
                raw(
                        Rule.DROP_COLUMN,
                        "ALTER TABLE IF EXISTS agents DROP COLUMN IF EXISTS status",
                        "drop-column agents.status: The values of agents.status are lost, and whoever still uses it fails."),
                doesNot(Rule.DROP_COLUMN, "a column that nobody has seen", op -> {
                    op.addColumn("agents", column("half", integer()));
                    op.dropColumn("agents", "half");
                }),
                raw(Rule.DROP_COLUMN, "ALTER TABLE agents DROP CONSTRAINT pk_agents"),
                raw(
                        Rule.DROP_COLUMN,
                        "ALTER TYPE address ADD ATTRIBUTE city text, DROP ATTRIBUTE IF EXISTS zip",
                        "drop-column address.zip: The values of address.zip in all columns of that type are lost, and whoever"
                                + " still uses it fails."),
                raw(
                        Rule.DROP_COLUMN,
                        "ALTER TYPE address RENAME ATTRIBUTE zip TO code",
                        "object-gone address.zip: Whoever still uses the attribute address.zip fails once it is code."),
                shows(
                        Rule.DROP_COLUMN,
                        "an attribute only where it gets no more than another place",
                        op -> {
                            op.createTable(table("homes").columns(column("id", bigint()), column("at", text())));
                            op.execute(
                                    "ALTER TYPE address DROP ATTRIBUTE zip, DROP ATTRIBUTE nr, ADD ATTRIBUTE zip text");
                            op.alterColumn("homes", alter("at").type(type("address"), "at::address"));
                        },
                        "drop-column address.nr: The values of address.nr in all columns of that type are lost, and whoever"
                                + " still uses it fails."),
                shows(
                        Rule.RENAME_COLUMN,
                        "a column",
                        op -> op.renameColumn("agents", "name", "title"),
                        "rename-column agents.name: Whoever still uses agents.name fails once it is title."),
                raw(
                        Rule.RENAME_COLUMN,
                        "ALTER TABLE agents RENAME name TO title",
                        "rename-column agents.name: Whoever still uses agents.name fails once it is title."),
                raw(Rule.RENAME_COLUMN, "ALTER TABLE agents RENAME CONSTRAINT pk_agents TO agents_pkey"));
    }

    static List<LintCase> constraints() {
        return List.of(
                shows(
                        Rule.CONSTRAINT_SCAN,
                        "a foreign key",
                        op -> {
                            op.createIndex(
                                    index("ix_tenant").on("agents", "tenant_id").concurrently());
                            op.addForeignKey(
                                    "agents",
                                    foreignKey("fk_tenant", "tenant_id").references("tenants", "id"));
                        },
                        "constraint-scan fk_tenant: Checking fk_tenant reads all of agents: writes to it and to tenants"
                                + " wait until it is done (SHARE ROW EXCLUSIVE).",
                        "not-atomic: If this fails, what comes before it stays committed: CREATE INDEX CONCURRENTLY"
                                + " ix_tenant ON agents (tenant_id)"),
                shows(
                        Rule.CONSTRAINT_SCAN,
                        "a check",
                        op -> op.addCheck("agents", check("named", "name <> ''")),
                        "constraint-scan named: Checking named reads all of agents: reads and writes wait until it is done"
                                + " (ACCESS EXCLUSIVE)."),
                raw(
                        Rule.CONSTRAINT_SCAN,
                        "ALTER TABLE agents ADD CONSTRAINT named CHECK (name <> '')",
                        "constraint-scan named: Checking named reads all of agents: reads and writes wait until it is done"
                                + " (ACCESS EXCLUSIVE)."),
                shows(
                        Rule.CONSTRAINT_SCAN,
                        "a foreign key of a new column that is filled",
                        op -> op.addColumn(
                                "agents",
                                column("boss_id", bigint()).defaultValue(1),
                                foreignKey("fk_boss", "boss_id").references("agents", "id")),
                        "constraint-scan fk_boss: Checking fk_boss reads all of agents: writes to it and to agents wait until"
                                + " it is done (SHARE ROW EXCLUSIVE).",
                        "foreign-key-without-index fk_boss: No index of agents begins with boss_id: each DELETE in agents"
                                + " reads all of agents."),
                shows(
                        Rule.CONSTRAINT_SCAN,
                        "a foreign key of a new column that is empty (does not)",
                        op -> op.addColumn(
                                "agents",
                                column("boss_id", bigint()),
                                foreignKey("fk_boss", "boss_id").references("agents", "id")),
                        "foreign-key-without-index fk_boss: No index of agents begins with boss_id: each DELETE in agents"
                                + " reads all of agents."),
                raw(
                        Rule.CONSTRAINT_SCAN,
                        "ALTER DOMAIN public.email ADD CONSTRAINT at CHECK (VALUE ~ '@')",
                        "constraint-scan public.email: Checking the domain public.email reads every table that has a column"
                                + " of it: writes wait until it is done (SHARE)."),
                raw(Rule.CONSTRAINT_SCAN, "ALTER TABLE agents ADD CONSTRAINT named CHECK (name <> '') NOT VALID"),
                shows(
                        Rule.CONSTRAINT_BUILDS_INDEX,
                        "a unique constraint",
                        op -> op.addUnique("agents", unique("uq_name", "name")),
                        "constraint-builds-index uq_name: Building the index of uq_name reads all of agents: reads and"
                                + " writes wait until it is done (ACCESS EXCLUSIVE)."),
                raw(
                        Rule.CONSTRAINT_BUILDS_INDEX,
                        "ALTER TABLE \"Audit\" ADD PRIMARY KEY (id)",
                        "constraint-builds-index Audit: Building the index of the primary key reads all of Audit: reads and"
                                + " writes wait until it is done (ACCESS EXCLUSIVE)."),
                raw(
                        Rule.CONSTRAINT_BUILDS_INDEX,
                        "ALTER TABLE agents ADD CONSTRAINT uq_name UNIQUE USING INDEX ix_agents_name"),
                shows(
                        Rule.SET_NOT_NULL_SCAN,
                        "a primary key of columns that may be NULL",
                        op -> {
                            op.createIndex(index("agents_key")
                                    .on("agents", "id", "status")
                                    .unique()
                                    .concurrently());
                            op.addPrimaryKeyUsingIndex("agents", "agents_key", "agents_key");
                        },
                        "set-not-null-scan agents.status: Making agents.status NOT NULL reads all of agents: reads and"
                                + " writes wait until it is done (ACCESS EXCLUSIVE).",
                        "not-atomic: If this fails, what comes before it stays committed: CREATE UNIQUE INDEX CONCURRENTLY"
                                + " agents_key ON agents (id, status)"),
                raw(
                        Rule.SET_NOT_NULL_SCAN,
                        "CREATE UNIQUE INDEX CONCURRENTLY a ON agents (id, status);"
                                + " ALTER TABLE agents ADD PRIMARY KEY USING INDEX a",
                        "set-not-null-scan agents.status: Making agents.status NOT NULL reads all of agents: reads and"
                                + " writes wait until it is done (ACCESS EXCLUSIVE).",
                        "not-atomic: If this fails, what comes before it stays committed: CREATE UNIQUE INDEX CONCURRENTLY a"
                                + " ON agents (id, status)"),
                raw(
                        Rule.SET_NOT_NULL_SCAN,
                        "ALTER TABLE agents ADD CHECK (status IS NOT NULL) NOT VALID;"
                                + " CREATE UNIQUE INDEX CONCURRENTLY a ON agents (status, id);"
                                + " ALTER TABLE agents ADD CONSTRAINT b UNIQUE USING INDEX a;"
                                + " ALTER TABLE agents ALTER id SET NOT NULL",
                        "validate-after-commit agents: If a row of agents isn't as it demands, this fails when what comes before it"
                                + " is committed: CREATE UNIQUE INDEX CONCURRENTLY a ON agents (status, id)",
                        "not-atomic: If this fails, what comes before it stays committed: CREATE UNIQUE INDEX CONCURRENTLY a"
                                + " ON agents (status, id)"),
                raw(
                        Rule.SET_NOT_NULL_SCAN,
                        "ALTER TABLE \"Audit\" ALTER id SET NOT NULL; CREATE UNIQUE INDEX CONCURRENTLY a ON \"Audit\" (id);"
                                + " ALTER TABLE \"Audit\" RENAME id TO nr;"
                                + " ALTER TABLE \"Audit\" ADD CONSTRAINT b PRIMARY KEY USING INDEX a",
                        "set-not-null-scan Audit.id: Making Audit.id NOT NULL reads all of Audit: reads and writes wait until"
                                + " it is done (ACCESS EXCLUSIVE).",
                        "rename-column Audit.id: Whoever still uses Audit.id fails once it is nr.",
                        "validate-after-commit Audit: If a row of Audit isn't as it demands, this fails when what comes before it"
                                + " is committed: CREATE UNIQUE INDEX CONCURRENTLY a ON \"Audit\" (id)",
                        "not-atomic: If this fails, what comes before it stays committed: CREATE UNIQUE INDEX CONCURRENTLY a"
                                + " ON \"Audit\" (id)"),
                raw(
                        Rule.SET_NOT_NULL_SCAN,
                        "ALTER TABLE agents ALTER name DROP NOT NULL; ALTER TABLE agents ALTER name SET NOT NULL",
                        "set-not-null-scan agents.name: Making agents.name NOT NULL reads all of agents: reads and writes wait"
                                + " until it is done (ACCESS EXCLUSIVE)."),
                shows(
                        Rule.VALIDATE_IN_TRANSACTION,
                        "a check validated where it is added",
                        op -> {
                            op.addCheck("agents", check("named", "name <> ''").notValid());
                            op.validateConstraint("agents", "named");
                        },
                        "validate-in-transaction named: Validating named reads all of agents while this transaction holds"
                                + " what it locked there before."),
                raw(
                        Rule.VALIDATE_IN_TRANSACTION,
                        "ALTER TABLE agents ADD CONSTRAINT named CHECK (name <> '') NOT VALID;"
                                + " ALTER TABLE agents VALIDATE CONSTRAINT named",
                        "validate-in-transaction named: Validating named reads all of agents while this transaction holds"
                                + " what it locked there before."),
                doesNot(
                        Rule.VALIDATE_IN_TRANSACTION,
                        "a check validated in a revision of its own",
                        op -> op.validateConstraint("agents", "named")),
                shows(
                        Rule.FOREIGN_KEY_WITHOUT_INDEX,
                        "no index",
                        op -> op.addForeignKey(
                                "agents",
                                foreignKey("fk_tenant", "tenant_id")
                                        .references("tenants", "id")
                                        .notValid()),
                        "foreign-key-without-index fk_tenant: No index of agents begins with tenant_id: each DELETE in"
                                + " tenants reads all of agents."),
                raw(
                        Rule.FOREIGN_KEY_WITHOUT_INDEX,
                        "ALTER TABLE agents ADD FOREIGN KEY (tenant_id) REFERENCES tenants (id) NOT VALID",
                        "foreign-key-without-index agents(tenant_id): No index of agents begins with tenant_id: each DELETE"
                                + " in tenants reads all of agents."),
                raw(
                        Rule.FOREIGN_KEY_WITHOUT_INDEX,
                        "ALTER TABLE agents ADD FOREIGN KEY (tenant_id) REFERENCES tenants (id) NOT VALID;"
                                + " CREATE INDEX CONCURRENTLY ix_tenant ON agents USING btree (tenant_id, id)",
                        "not-atomic: If this fails, what comes before it stays committed: CREATE INDEX CONCURRENTLY"
                                + " ix_tenant ON agents USING btree (tenant_id, id)"));
    }
}
