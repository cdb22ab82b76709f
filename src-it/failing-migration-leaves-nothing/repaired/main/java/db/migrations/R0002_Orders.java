package db.migrations;

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
        op.execute("CREATE TABLE orders (id bigint PRIMARY KEY)");
        op.executeResource(getClass(), "orders.sql");
    }

    @Override
    public void downgrade(Operations op) {
        op.dropTable("orders");
    }
}
