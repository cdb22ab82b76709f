package db.migrations;

import dev.migrate.Migration;
import dev.migrate.Operations;
import dev.migrate.Revision;

@Revision(
        id = "0002",
        revises = "0001",
        message = "email",
        created = "2026-01-11T10:00:00Z")
public class R0002_Email implements Migration {

    @Override
    public void upgrade(Operations op) {
        op.execute("ALTER TABLE customers ADD email varchar(320)");
    }

    @Override
    public void downgrade(Operations op) {
        op.dropColumn("customers", "email");
    }
}
