package db.migrations;

import static dev.migrate.operation.DataChanges.update;

import dev.migrate.Migration;
import dev.migrate.Operations;
import dev.migrate.Revision;

/** Deprecated workflows are archived ones; which they were is not remembered. */
@Revision(
        id = "0004",
        revises = "0003",
        message = "archive deprecated workflows",
        created = "2025-05-04T09:00:00Z")
public class R0004_ArchiveDeprecatedWorkflows implements Migration {

    @Override
    public void upgrade(Operations op) {
        op.update(update("workflows").set("status", "archived").where("status = 'deprecated'"));
    }

    @Override
    public void downgrade(Operations op) {
        // Archived workflows stay archived.
    }
}
