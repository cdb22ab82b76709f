package db.migrations;

import static dev.migrate.schema.Definitions.*;
import static dev.migrate.schema.Types.*;

import dev.migrate.Migration;
import dev.migrate.Operations;
import dev.migrate.Revision;

/** Changes the catalog only: its exclusive locks are held for as long as that takes, however large the table. */
@Revision(id = "0002", revises = "0001", message = "Add a priority, and constraints for new rows", created = "2026-01-02T00:00:00Z")
public class R0002_AddPriorityAndChecks implements Migration {

    @Override
    public void upgrade(Operations op) {
        op.addColumn("orders", column("priority", integer()).notNull().defaultValue(0));
        op.addCheck("orders", check("ck_orders_amount", "amount >= 0").notValid());
        op.addCheck("orders", check("orders_note_given", "note IS NOT NULL").notValid());
        op.addForeignKey(
                "orders",
                foreignKey("fk_orders_customer", "customer_id").references("customers", "id").notValid());
    }

    @Override
    public void downgrade(Operations op) {
        op.dropConstraint("orders", "fk_orders_customer");
        op.dropConstraint("orders", "orders_note_given");
        op.dropConstraint("orders", "ck_orders_amount");
        op.dropColumn("orders", "priority");
    }
}
