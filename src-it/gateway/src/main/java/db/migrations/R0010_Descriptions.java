package db.migrations;

import static dev.migrate.schema.Definitions.column;
import static dev.migrate.schema.Types.text;

import dev.migrate.Migration;
import dev.migrate.Operations;
import dev.migrate.Revision;

@Revision(
        id = "0010",
        revises = "0009",
        message = "descriptions",
        created = "2025-03-10T09:00:00Z")
public class R0010_Descriptions implements Migration {

    @Override
    public void upgrade(Operations op) {
        op.addColumn("route", column("description", text()));
    }

    @Override
    public void downgrade(Operations op) {
        op.dropColumn("route", "description");
    }
}
