package db.migrations;

import static dev.migrate.schema.Definitions.column;
import static dev.migrate.schema.Definitions.table;
import static dev.migrate.schema.Types.bigint;
import static dev.migrate.schema.Types.varchar;

import dev.migrate.Migration;
import dev.migrate.Operations;
import dev.migrate.Revision;

@Revision(
        id = "0001",
        message = "upstreams",
        created = "2025-03-01T09:00:00Z")
public class R0001_Upstreams implements Migration {

    @Override
    public void upgrade(Operations op) {
        op.createTable(table("upstream")
                .columns(
                        column("id", bigint()).identity(),
                        column("name", varchar(100)).notNull(),
                        column("base_url", varchar(500)).notNull())
                .primaryKey("upstream_pkey", "id"));
    }

    @Override
    public void downgrade(Operations op) {
        op.dropTable("upstream");
    }
}
