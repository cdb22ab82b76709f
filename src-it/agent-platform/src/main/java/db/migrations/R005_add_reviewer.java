package db.migrations;

import static dev.migrate.schema.Definitions.column;
import static dev.migrate.schema.Definitions.foreignKey;
import static dev.migrate.schema.ForeignKey.Action.SET_NULL;
import static dev.migrate.schema.Types.uuid;

import dev.migrate.Migration;
import dev.migrate.Operations;
import dev.migrate.Revision;

@Revision(
        id = "005",
        revises = "004",
        message = "add reviewer",
        created = "2025-01-14T09:00:00Z")
public class R005_add_reviewer implements Migration {

    @Override
    public void upgrade(Operations op) {
        op.addColumn(
                "agents",
                column("reviewer_id", uuid()),
                foreignKey("agents_reviewer_id_fkey", "reviewer_id")
                        .references("users", "id")
                        .onDelete(SET_NULL));
    }

    @Override
    public void downgrade(Operations op) {
        op.dropColumn("agents", "reviewer_id");
    }
}
