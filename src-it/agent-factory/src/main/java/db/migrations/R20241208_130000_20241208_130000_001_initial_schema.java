package db.migrations;

import static dev.migrate.schema.Definitions.column;
import static dev.migrate.schema.Definitions.foreignKey;
import static dev.migrate.schema.Definitions.index;
import static dev.migrate.schema.Definitions.table;
import static dev.migrate.schema.ForeignKey.Action.CASCADE;
import static dev.migrate.schema.ForeignKey.Action.SET_NULL;
import static dev.migrate.schema.Types.bigint;
import static dev.migrate.schema.Types.integer;
import static dev.migrate.schema.Types.jsonb;
import static dev.migrate.schema.Types.numeric;
import static dev.migrate.schema.Types.text;
import static dev.migrate.schema.Types.timestamptz;
import static dev.migrate.schema.Types.type;
import static dev.migrate.schema.Types.uuid;
import static dev.migrate.schema.Types.varchar;

import dev.migrate.Migration;
import dev.migrate.Operations;
import dev.migrate.Revision;

/** Everything that a tenant has: eight tables, and the indexes that no entity can declare. */
@Revision(
        id = "20241208_130000_001",
        message = "Initial schema",
        created = "2024-12-08T13:00:00Z")
public class R20241208_130000_20241208_130000_001_initial_schema implements Migration {

    @Override
    public void upgrade(Operations op) {
        op.createTable(table("tenants")
                .columns(
                        column("created_at", timestamptz(6)).notNull().defaultSql("now()"),
                        column("id", uuid()).notNull().defaultSql("gen_random_uuid()"),
                        column("plan", varchar(20)).notNull().defaultValue("free").comment("free, team or enterprise"),
                        column("slug", varchar(63)).notNull().comment("The tenant in URLs"),
                        column("name", varchar(100)).notNull())
                .primaryKey("tenants_pkey", "id")
                .unique("uq_tenants_slug", "slug"));
        op.createTable(table("agents")
                .columns(
                        column("id", uuid()).notNull().defaultSql("gen_random_uuid()"),
                        column("tenant_id", uuid()).notNull(),
                        column("name", varchar(100)).notNull(),
                        column("configuration", jsonb())
                                .notNull()
                                .defaultValue("{}")
                                .comment("Model, temperature, tools"))
                .primaryKey("agents_pkey", "id")
                .foreignKey(foreignKey("fk_agents_tenant", "tenant_id").references("tenants", "id").onDelete(CASCADE)));
        op.createTable(table("agent_versions")
                .columns(
                        column("number", integer()).notNull(),
                        column("id", bigint()).identity(),
                        column("agent_id", uuid()).notNull(),
                        column("prompt", text()).notNull())
                .primaryKey("agent_versions_pkey", "id")
                .unique("uq_agent_versions_number", "agent_id", "number")
                .foreignKey(foreignKey("fk_agent_versions_agent", "agent_id")
                        .references("agents", "id")
                        .onDelete(CASCADE)));
        op.createTable(table("executions")
                .columns(
                        column("finished_at", timestamptz(6)),
                        column("id", bigint()).identity(),
                        column("started_at", timestamptz(6)),
                        column("agent_id", uuid()).notNull(),
                        column("state", varchar(20)).notNull().defaultValue("pending"))
                .primaryKey("executions_pkey", "id")
                .foreignKey(foreignKey("fk_executions_agent", "agent_id")
                        .references("agents", "id")
                        .onDelete(CASCADE)));
        op.createTable(table("tenant_invitations")
                .columns(
                        column("expires_at", timestamptz(6)).notNull(),
                        column("id", uuid()).notNull().defaultSql("gen_random_uuid()"),
                        column("tenant_id", uuid()).notNull(),
                        column("email", varchar(320)).notNull())
                .primaryKey("tenant_invitations_pkey", "id")
                .foreignKey(foreignKey("fk_tenant_invitations_tenant", "tenant_id")
                        .references("tenants", "id")
                        .onDelete(CASCADE)));
        op.createTable(table("tenant_usage_logs")
                .columns(
                        column("cost", numeric(12, 4)).notNull(),
                        column("id", bigint()).identity(),
                        column("tenant_id", uuid()).notNull(),
                        column("period", type("tstzrange")).notNull())
                .primaryKey("tenant_usage_logs_pkey", "id")
                .foreignKey(foreignKey("fk_tenant_usage_logs_tenant", "tenant_id")
                        .references("tenants", "id")
                        .onDelete(CASCADE)));
        op.createTable(table("users")
                .columns(
                        column("id", uuid()).notNull().defaultSql("gen_random_uuid()"),
                        column("tenant_id", uuid()).notNull(),
                        column("role", varchar(20)).notNull().defaultValue("member"),
                        column("email", varchar(320)).notNull())
                .primaryKey("users_pkey", "id")
                .unique("uq_users_tenant_email", "tenant_id", "email")
                .foreignKey(foreignKey("fk_users_tenant", "tenant_id").references("tenants", "id").onDelete(CASCADE)));
        op.createTable(table("audit_logs")
                .columns(
                        column("at", timestamptz(6)).notNull().defaultSql("now()"),
                        column("id", bigint()).identity(),
                        column("tenant_id", uuid()).notNull(),
                        column("user_id", uuid()),
                        column("action", varchar(100)).notNull(),
                        column("details", jsonb()).notNull().defaultValue("{}"))
                .primaryKey("audit_logs_pkey", "id")
                .foreignKey(foreignKey("fk_audit_logs_tenant", "tenant_id")
                        .references("tenants", "id")
                        .onDelete(CASCADE))
                .foreignKey(foreignKey("fk_audit_logs_user", "user_id").references("users", "id").onDelete(SET_NULL)));

        op.createIndex(index("ix_executions_agent_started").on("executions", "agent_id", "started_at"));
        op.createIndex(index("ix_agents_configuration").on("agents", "configuration").using("gin"));
        op.createIndex(index("ix_tenant_usage_logs_period").on("tenant_usage_logs", "period").using("gist"));
    }

    @Override
    public void downgrade(Operations op) {
        op.dropTable("audit_logs");
        op.dropTable("users");
        op.dropTable("tenant_usage_logs");
        op.dropTable("tenant_invitations");
        op.dropTable("executions");
        op.dropTable("agent_versions");
        op.dropTable("agents");
        op.dropTable("tenants");
    }
}
