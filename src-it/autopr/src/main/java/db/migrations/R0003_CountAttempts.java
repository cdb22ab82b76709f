package db.migrations;

import static dev.migrate.operation.ColumnAlteration.alter;
import static dev.migrate.operation.DataChanges.backfill;
import static dev.migrate.schema.Definitions.column;
import static dev.migrate.schema.Types.integer;

import dev.migrate.Migration;
import dev.migrate.Operations;
import dev.migrate.Revision;

/** The default serves the rows that exist; from here on the application says the number. */
@Revision(
        id = "0003",
        revises = "0002",
        message = "count attempts",
        created = "2025-05-03T09:00:00Z")
public class R0003_CountAttempts implements Migration {

    @Override
    public void upgrade(Operations op) {
        op.addColumn("workflows", column("attempts", integer()).notNull().defaultValue(0));
        op.backfill(backfill("workflows").set("attempts", 1).where("status <> 'queued' AND attempts = 0"));
        op.alterColumn("workflows", alter("attempts").dropDefault());
    }

    @Override
    public void downgrade(Operations op) {
        op.dropColumn("workflows", "attempts");
    }
}
