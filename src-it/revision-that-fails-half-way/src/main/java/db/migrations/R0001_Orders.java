package db.migrations;

import dev.migrate.Migration;
import dev.migrate.Operations;
import dev.migrate.Revision;

@Revision(
        id = "0001",
        message = "orders",
        created = "2026-01-11T10:00:00Z")
public class R0001_Orders implements Migration {

    @Override
    public void upgrade(Operations op) {
        op.execute("CREATE TABLE orders (id bigint PRIMARY KEY, code varchar(20) NOT NULL)");
        op.execute("INSERT INTO orders VALUES (1, 'A-1'), (2, 'a-1'), (3, 'B-1')");
    }

    @Override
    public void downgrade(Operations op) {
        op.dropTable("orders");
    }
}
