package db.migrations;

import static dev.migrate.schema.Definitions.*;

import dev.migrate.Migration;
import dev.migrate.Operations;
import dev.migrate.Revision;

/** Builds the index while rows are written. */
@Revision(id = "0005", revises = "0004", message = "Find the orders of a customer", created = "2026-01-02T00:00:00Z")
public class R0005_IndexCustomers implements Migration {

    @Override
    public void upgrade(Operations op) {
        op.createIndex(index("ix_orders_customer").on("orders", "customer_id").concurrently());
    }

    @Override
    public void downgrade(Operations op) {
        op.dropIndex("ix_orders_customer");
    }
}
