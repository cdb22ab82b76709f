package db.migrations;

import dev.migrate.Migration;
import dev.migrate.Operations;
import dev.migrate.Revision;

@Revision(
        id = "0001",
        message = "users",
        created = "2026-01-11T10:00:00Z")
public class R0001_Users implements Migration {

    @Override
    public void upgrade(Operations op) {
        op.execute("CREATE TABLE users (id bigint PRIMARY KEY)");
    }

    @Override
    public void downgrade(Operations op) {
        op.dropTable("users");
    }
}
