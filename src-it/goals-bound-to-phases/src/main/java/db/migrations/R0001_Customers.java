package db.migrations;

import dev.migrate.Migration;
import dev.migrate.Operations;
import dev.migrate.Revision;

@Revision(
        id = "0001",
        message = "customers",
        created = "2026-01-11T10:00:00Z")
public class R0001_Customers implements Migration {

    @Override
    public void upgrade(Operations op) {
        op.execute("CREATE SEQUENCE customers_seq INCREMENT BY 50");
        op.execute("CREATE TABLE customers (id bigint PRIMARY KEY, name varchar(100) NOT NULL, email varchar(320))");
    }

    @Override
    public void downgrade(Operations op) {
        op.dropTable("customers");
        op.execute("DROP SEQUENCE customers_seq");
    }
}
