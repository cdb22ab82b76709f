package db.migrations;

import static dev.migrate.schema.Definitions.column;
import static dev.migrate.schema.Definitions.foreignKey;
import static dev.migrate.schema.Definitions.table;
import static dev.migrate.schema.ForeignKey.Action.CASCADE;
import static dev.migrate.schema.Types.bigint;
import static dev.migrate.schema.Types.uuid;
import static dev.migrate.schema.Types.varchar;

import dev.migrate.Migration;
import dev.migrate.Operations;
import dev.migrate.Revision;

@Revision(
        id = "001",
        message = "initial schema",
        created = "2025-01-06T09:00:00Z")
public class R001_initial_schema implements Migration {

    @Override
    public void upgrade(Operations op) {
        op.createTable(table("organizations")
                .columns(
                        column("id", uuid()).defaultSql("gen_random_uuid()"),
                        column("name", varchar(200)).notNull())
                .primaryKey("organizations_pkey", "id"));
        op.createTable(table("users")
                .columns(
                        column("id", uuid()).defaultSql("gen_random_uuid()"),
                        column("organization_id", uuid()).notNull(),
                        column("email", varchar(320)).notNull())
                .primaryKey("users_pkey", "id")
                .foreignKey(foreignKey("users_organization_id_fkey", "organization_id")
                        .references("organizations", "id")
                        .onDelete(CASCADE)));
        op.createTable(table("downloads")
                .columns(
                        column("id", bigint()).identity(),
                        column("agent_id", uuid()).notNull())
                .primaryKey("downloads_pkey", "id"));
    }

    @Override
    public void downgrade(Operations op) {
        op.dropTable("downloads");
        op.dropTable("users");
        op.dropTable("organizations");
    }
}
