package db.migrations;

import static dev.migrate.schema.Definitions.column;
import static dev.migrate.schema.Definitions.table;
import static dev.migrate.schema.Types.bigint;
import static dev.migrate.schema.Types.varchar;

import dev.migrate.Migration;
import dev.migrate.Operations;
import dev.migrate.Revision;

@Revision(
        id = "0004",
        revises = "0003",
        message = "consumers",
        created = "2025-03-04T09:00:00Z")
public class R0004_Consumers implements Migration {

    @Override
    public void upgrade(Operations op) {
        op.createTable(table("api_consumer")
                .columns(
                        column("id", bigint()).identity(),
                        column("name", varchar(100)).notNull(),
                        column("api_key", varchar(64)).notNull())
                .primaryKey("api_consumer_pkey", "id"));
    }

    @Override
    public void downgrade(Operations op) {
        op.dropTable("api_consumer");
    }
}
