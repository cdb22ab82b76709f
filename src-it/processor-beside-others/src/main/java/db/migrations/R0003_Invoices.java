package db.migrations;

import static dev.migrate.schema.Definitions.column;
import static dev.migrate.schema.Definitions.table;
import static dev.migrate.schema.Types.bigint;

import dev.migrate.Migration;
import dev.migrate.Operations;
import dev.migrate.Revision;

@Revision(
        id = "0003",
        revises = "0002",
        message = "invoices",
        created = "2026-01-11T10:00:00Z")
public class R0003_Invoices implements Migration {

    @Override
    public void upgrade(Operations op) {
        op.createTable(table("invoices").columns(column("id", bigint()).notNull()));
    }

    @Override
    public void downgrade(Operations op) {
        op.dropTable("invoices");
    }
}
