package db.migrations;

import static dev.migrate.operation.DataChanges.backfill;

import dev.migrate.Migration;
import dev.migrate.Operations;
import dev.migrate.Revision;

/** Second of three: the others get one, in batches that lock no row for long. */
@Revision(
        id = "011",
        revises = "010",
        message = "backfill country",
        created = "2025-01-22T10:00:00Z")
public class R011_backfill_country implements Migration {

    @Override
    public void upgrade(Operations op) {
        op.backfill(backfill("downloads").set("country", "??").where("country IS NULL").batchSize(10_000));
    }

    @Override
    public void downgrade(Operations op) {
        // Nothing: the next downgrade drops the column.
    }
}
