package db.migrations;

import dev.migrate.Migration;
import dev.migrate.Operations;
import dev.migrate.Revision;

@Revision(
        id = "004",
        revises = "003",
        message = "rename description to summary",
        created = "2025-01-13T09:00:00Z")
public class R004_rename_description implements Migration {

    @Override
    public void upgrade(Operations op) {
        op.renameColumn("agents", "description", "summary");
    }

    @Override
    public void downgrade(Operations op) {
        op.renameColumn("agents", "summary", "description");
    }
}
