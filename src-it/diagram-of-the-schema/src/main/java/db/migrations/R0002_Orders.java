package db.migrations;

import static dev.migrate.schema.Definitions.column;
import static dev.migrate.schema.Definitions.foreignKey;
import static dev.migrate.schema.Definitions.table;
import static dev.migrate.schema.Types.bigint;
import static dev.migrate.schema.Types.numeric;

import dev.migrate.Migration;
import dev.migrate.Operations;
import dev.migrate.Revision;

@Revision(
        id = "0002",
        revises = "0001",
        message = "orders",
        created = "2026-01-11T10:00:00Z")
public class R0002_Orders implements Migration {

    @Override
    public void upgrade(Operations op) {
        op.createTable(table("orders")
                .columns(
                        column("id", bigint()).notNull(),
                        column("user_id", bigint()).notNull(),
                        column("total", numeric(10, 2)))
                .primaryKey("pk_orders", "id")
                .foreignKey(foreignKey("fk_orders_user", "user_id").references("users", "id")));
    }

    @Override
    public void downgrade(Operations op) {
        op.dropTable("orders");
    }
}
