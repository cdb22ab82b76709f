package db.twoheads;

import dev.migrate.Migration;
import dev.migrate.Operations;
import dev.migrate.Revision;

@Revision(
        id = "0003",
        revises = "0001",
        message = "add phone",
        created = "2026-01-11T10:00:00Z")
public class R0003_Phone implements Migration {

    @Override
    public void upgrade(Operations op) {
        op.execute("SELECT 1");
    }

    @Override
    public void downgrade(Operations op) {
        op.execute("SELECT 1");
    }
}
