package db.migrations;

import dev.migrate.Migration;
import dev.migrate.Operations;
import dev.migrate.Revision;

@Revision(
        id = "0002",
        revises = "0001",
        message = "first number of customers",
        created = "2026-01-11T10:00:00Z")
public class R0002_FirstNumber implements Migration {

    @Override
    public void upgrade(Operations op) {
        op.execute("ALTER SEQUENCE customers_seq RESTART WITH 1000");
    }

    @Override
    public void downgrade(Operations op) {
        op.execute("ALTER SEQUENCE customers_seq RESTART WITH 1");
    }
}
