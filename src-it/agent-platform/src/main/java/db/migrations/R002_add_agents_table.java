package db.migrations;

import static dev.migrate.schema.Definitions.column;
import static dev.migrate.schema.Definitions.foreignKey;
import static dev.migrate.schema.Definitions.index;
import static dev.migrate.schema.Definitions.table;
import static dev.migrate.schema.ForeignKey.Action.CASCADE;
import static dev.migrate.schema.Types.jsonb;
import static dev.migrate.schema.Types.text;
import static dev.migrate.schema.Types.timestamptz;
import static dev.migrate.schema.Types.uuid;
import static dev.migrate.schema.Types.varchar;

import dev.migrate.Migration;
import dev.migrate.Operations;
import dev.migrate.Revision;

@Revision(
        id = "002",
        revises = "001",
        message = "add agents table",
        created = "2025-01-08T09:00:00Z")
public class R002_add_agents_table implements Migration {

    @Override
    public void upgrade(Operations op) {
        op.createTable(table("agents")
                .columns(
                        column("id", uuid()).defaultSql("gen_random_uuid()"),
                        column("organization_id", uuid()).notNull(),
                        column("author_id", uuid()).notNull(),
                        column("name", varchar(100)).notNull(),
                        column("description", text()),
                        column("settings", jsonb()).notNull().defaultValue("{}"),
                        column("state", varchar(20)).notNull().defaultValue("draft"),
                        column("created_at", timestamptz()).notNull().defaultSql("now()"))
                .primaryKey("agents_pkey", "id")
                .foreignKey(foreignKey("agents_organization_id_fkey", "organization_id")
                        .references("organizations", "id")
                        .onDelete(CASCADE))
                .foreignKey(foreignKey("agents_author_id_fkey", "author_id")
                        .references("users", "id")
                        .onDelete(CASCADE)));
        op.createIndex(index("ix_agents_organization_id").on("agents", "organization_id"));
        op.createIndex(index("ix_agents_author_id").on("agents", "author_id"));
        op.createIndex(index("ix_agents_state").on("agents", "state"));
    }

    @Override
    public void downgrade(Operations op) {
        op.dropTable("agents");
    }
}
