package db.migrations;

import static dev.migrate.schema.Definitions.column;
import static dev.migrate.schema.Definitions.table;
import static dev.migrate.schema.Types.bigint;
import static dev.migrate.schema.Types.text;

import dev.migrate.Migration;
import dev.migrate.Operations;
import dev.migrate.Revision;

@Revision(
        id = "0001",
        revises = {},
        message = "People")
public class R0001_People implements Migration {

    @Override
    public void upgrade(Operations op) {
        op.createTable(table("person")
                .columns(
                        column("id", bigint()).notNull(), column("name", text()).notNull())
                .primaryKey("person_pkey", "id"));
    }

    @Override
    public void downgrade(Operations op) {
        op.dropTable("person");
    }
}
