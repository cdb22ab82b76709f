package db.migrations;

import dev.migrate.Migration;
import dev.migrate.Operations;
import dev.migrate.Revision;

@Revision(
        id = "0003",
        revises = "0002",
        message = "customers",
        created = "2026-01-11T10:00:00Z")
public class R0003_Customers implements Migration {

    @Override
    public void upgrade(Operations op) {
        op.execute("CREATE TABLE customers (id bigint PRIMARY KEY, name varchar(100) NOT NULL)");
    }

    @Override
    public void downgrade(Operations op) {
        op.dropTable("customers");
    }
}
