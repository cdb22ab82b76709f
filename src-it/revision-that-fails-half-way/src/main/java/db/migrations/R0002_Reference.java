package db.migrations;

import static dev.migrate.operation.DataChanges.backfill;
import static dev.migrate.operation.DataChanges.update;
import static dev.migrate.schema.Definitions.column;
import static dev.migrate.schema.Definitions.index;
import static dev.migrate.schema.Types.varchar;

import dev.migrate.Migration;
import dev.migrate.Operations;
import dev.migrate.Revision;

@Revision(
        id = "0002",
        revises = "0001",
        message = "reference",
        created = "2026-01-11T10:00:00Z")
public class R0002_Reference implements Migration {

    @Override
    public void upgrade(Operations op) {
        op.addColumn("orders", column("reference", varchar(20)));
        op.backfill(backfill("orders").setSql("reference", "lower(code)"));
        op.createIndex(index("ux_orders_reference").on("orders", "reference").unique().concurrently());
    }

    @Override
    public void downgrade(Operations op) {
        op.dropIndexConcurrently("ux_orders_reference");
        op.dropColumn("orders", "reference");
    }
}
