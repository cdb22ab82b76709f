package db.migrations;

import static dev.migrate.operation.ColumnAlteration.alter;
import static dev.migrate.operation.DataChanges.update;
import static dev.migrate.schema.Definitions.column;
import static dev.migrate.schema.Types.varchar;

import dev.migrate.Migration;
import dev.migrate.Operations;
import dev.migrate.Revision;

/** Schema, data and NOT NULL at once: users are few. */
@Revision(
        id = "009",
        revises = "008",
        message = "add role",
        created = "2025-01-20T09:00:00Z")
public class R009_add_role implements Migration {

    @Override
    public void upgrade(Operations op) {
        op.addColumn("users", column("role", varchar(20)));
        op.update(update("users").set("role", "owner").where("email LIKE 'admin@%'"));
        op.update(update("users").set("role", "member").where("role IS NULL"));
        op.alterColumn("users", alter("role").notNull());
    }

    @Override
    public void downgrade(Operations op) {
        op.dropColumn("users", "role");
    }
}
