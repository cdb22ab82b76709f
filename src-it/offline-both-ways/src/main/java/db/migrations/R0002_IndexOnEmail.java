package db.migrations;

import static dev.migrate.schema.Definitions.index;

import dev.migrate.Migration;
import dev.migrate.Operations;
import dev.migrate.Revision;

@Revision(
        id = "0002",
        revises = "0001",
        message = "index on email",
        created = "2026-01-11T10:00:00Z")
public class R0002_IndexOnEmail implements Migration {

    @Override
    public void upgrade(Operations op) {
        op.createIndex(index("ix_users_email").on("users", "email").concurrently());
    }

    @Override
    public void downgrade(Operations op) {
        op.dropIndexConcurrently("ix_users_email");
    }
}
