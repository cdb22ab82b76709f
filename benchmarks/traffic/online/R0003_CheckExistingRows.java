package db.migrations;

import dev.migrate.Migration;
import dev.migrate.Operations;
import dev.migrate.Revision;

/** Reads the table while its rows are read and written. */
@Revision(id = "0003", revises = "0002", message = "Check the constraints for existing rows", created = "2026-01-02T00:00:00Z")
public class R0003_CheckExistingRows implements Migration {

    @Override
    public void upgrade(Operations op) {
        op.validateConstraint("orders", "ck_orders_amount");
        op.validateConstraint("orders", "orders_note_given");
        op.validateConstraint("orders", "fk_orders_customer");
    }

    @Override
    public void downgrade(Operations op) {
        // A constraint cannot become unchecked again; the revision before drops it.
    }
}
