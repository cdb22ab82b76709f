package db.migrations;

import dev.migrate.Migration;
import dev.migrate.Operations;
import dev.migrate.Revision;

/** A rename. */
@Revision(
        id = "0006",
        revises = "0005",
        message = "display name",
        created = "2025-03-06T09:00:00Z")
public class R0006_DisplayName implements Migration {

    @Override
    public void upgrade(Operations op) {
        op.renameColumn("api_consumer", "name", "display_name");
    }

    @Override
    public void downgrade(Operations op) {
        op.renameColumn("api_consumer", "display_name", "name");
    }
}
