package db.migrations;

import static dev.migrate.schema.Definitions.*;
import static dev.migrate.schema.Types.*;

import dev.migrate.Migration;
import dev.migrate.Operations;
import dev.migrate.Revision;

/** The tables before the change, as before.sql creates them. */
@Revision(id = "0001", message = "Customers and orders", created = "2026-01-01T00:00:00Z")
public class R0001_CustomersAndOrders implements Migration {

    @Override
    public void upgrade(Operations op) {
        op.createTable(table("customers")
                .columns(column("id", bigint()).notNull(), column("name", varchar(100)).notNull())
                .primaryKey("customers_pkey", "id"));
        op.createTable(table("orders")
                .columns(
                        column("id", bigint()).notNull(),
                        column("customer_id", bigint()).notNull(),
                        column("status", varchar(20)).notNull(),
                        column("amount", numeric(12, 2)).notNull(),
                        column("note", varchar(200)),
                        column("placed_at", timestamptz(6)).notNull())
                .primaryKey("orders_pkey", "id"));
    }

    @Override
    public void downgrade(Operations op) {
        op.dropTable("orders");
        op.dropTable("customers");
    }
}
