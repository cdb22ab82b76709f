package db.migrations;

import static dev.migrate.operation.ColumnAlteration.alter;
import static dev.migrate.schema.Types.integer;
import static dev.migrate.schema.Types.varchar;

import dev.migrate.Migration;
import dev.migrate.Operations;
import dev.migrate.Revision;

/** A change of type. */
@Revision(
        id = "0005",
        revises = "0004",
        message = "timeout as a number",
        created = "2025-03-05T09:00:00Z")
public class R0005_TimeoutAsNumber implements Migration {

    @Override
    public void upgrade(Operations op) {
        op.alterColumn("route", alter("timeout_seconds").dropDefault().type(integer(), "timeout_seconds::integer").defaultValue(30));
    }

    @Override
    public void downgrade(Operations op) {
        op.alterColumn("route", alter("timeout_seconds").dropDefault().type(varchar(10)).defaultValue("30"));
    }
}
