package db.migrations;

import static dev.migrate.schema.Definitions.column;
import static dev.migrate.schema.Types.varchar;

import dev.migrate.Migration;
import dev.migrate.Operations;
import dev.migrate.Revision;

@Revision(
        id = "0009",
        revises = "0008",
        message = "methods",
        created = "2025-03-09T09:00:00Z")
public class R0009_Methods implements Migration {

    @Override
    public void upgrade(Operations op) {
        op.addColumn("route", column("method", varchar(10)).notNull().defaultValue("GET"));
    }

    @Override
    public void downgrade(Operations op) {
        op.dropColumn("route", "method");
    }
}
