package db.migrations;

import static dev.migrate.schema.Definitions.index;

import dev.migrate.Migration;
import dev.migrate.Operations;
import dev.migrate.Revision;

/** Built while workflows run: the dashboard lists them by status. */
@Revision(
        id = "0002",
        revises = "0001",
        message = "index workflows by status",
        created = "2025-05-02T09:00:00Z")
public class R0002_IndexWorkflowsByStatus implements Migration {

    @Override
    public void upgrade(Operations op) {
        op.createIndex(index("ix_workflows_status").on("workflows", "status").concurrently());
    }

    @Override
    public void downgrade(Operations op) {
        op.dropIndexConcurrently("ix_workflows_status");
    }
}
