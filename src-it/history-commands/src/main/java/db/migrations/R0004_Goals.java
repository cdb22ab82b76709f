package db.migrations;

import dev.migrate.Migration;
import dev.migrate.Operations;
import dev.migrate.Revision;

@Revision(
        id = "0004",
        revises = "0002",
        message = "goals",
        created = "2026-01-11T10:00:00Z")
public class R0004_Goals implements Migration {

    @Override
    public void upgrade(Operations op) {
        op.execute("CREATE TABLE goals (id bigint PRIMARY KEY)");
    }

    @Override
    public void downgrade(Operations op) {
        op.dropTable("goals");
    }
}
