package db.migrations;

import static dev.migrate.schema.Definitions.column;
import static dev.migrate.schema.Definitions.foreignKey;
import static dev.migrate.schema.Definitions.table;
import static dev.migrate.schema.Types.bigint;
import static dev.migrate.schema.Types.integer;

import dev.migrate.Migration;
import dev.migrate.Operations;
import dev.migrate.Revision;

@Revision(
        id = "0008",
        revises = "0007",
        message = "rate limits",
        created = "2025-03-08T09:00:00Z")
public class R0008_RateLimits implements Migration {

    @Override
    public void upgrade(Operations op) {
        op.createTable(table("rate_limit")
                .columns(
                        column("id", bigint()).identity(),
                        column("consumer_id", bigint()).notNull(),
                        column("requests_per_minute", integer()).notNull())
                .primaryKey("rate_limit_pkey", "id")
                .foreignKey(foreignKey("rate_limit_consumer_id_fkey", "consumer_id").references("api_consumer", "id")));
    }

    @Override
    public void downgrade(Operations op) {
        op.dropTable("rate_limit");
    }
}
