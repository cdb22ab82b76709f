package db.legacy;

import dev.migrate.Migration;
import dev.migrate.Operations;
import dev.migrate.Revision;

@Revision(
        id = "1",
        message = "by hand",
        created = "2026-01-11T10:00:00Z")
public class R1_ByHand implements Migration {

    @Override
    public void upgrade(Operations op) {
        op.execute("""
                CREATE TABLE users (id bigint PRIMARY KEY);
                CREATE TABLE orders (id bigint PRIMARY KEY);
                """);
    }

    @Override
    public void downgrade(Operations op) {
        op.dropTable("orders");
        op.dropTable("users");
    }
}
