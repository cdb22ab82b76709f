package db.migrations;

import static dev.migrate.schema.Definitions.column;
import static dev.migrate.schema.Types.numeric;

import dev.migrate.Migration;
import dev.migrate.Operations;
import dev.migrate.Revision;

@Revision(
        id = "003",
        revises = "002",
        message = "add price",
        created = "2025-01-10T09:00:00Z")
public class R003_add_price implements Migration {

    @Override
    public void upgrade(Operations op) {
        op.addColumn("agents", column("price", numeric(10, 2)));
    }

    @Override
    public void downgrade(Operations op) {
        op.dropColumn("agents", "price");
    }
}
