package db.migrations;

import static dev.migrate.schema.Definitions.column;
import static dev.migrate.schema.Definitions.table;
import static dev.migrate.schema.Types.bigint;
import static dev.migrate.schema.Types.varchar;

import dev.migrate.Migration;
import dev.migrate.Operations;
import dev.migrate.Revision;

@Revision(
        id = "0002",
        revises = "0001",
        message = "routes",
        created = "2025-03-02T09:00:00Z")
public class R0002_Routes implements Migration {

    @Override
    public void upgrade(Operations op) {
        op.createTable(table("route")
                .columns(
                        column("id", bigint()).identity(),
                        column("upstream_id", bigint()).notNull(),
                        column("path", varchar(200)).notNull(),
                        column("timeout_seconds", varchar(10)).notNull().defaultValue("30"))
                .primaryKey("route_pkey", "id"));
    }

    @Override
    public void downgrade(Operations op) {
        op.dropTable("route");
    }
}
