package db.migrations;

import static dev.migrate.schema.Definitions.column;
import static dev.migrate.schema.Definitions.table;
import static dev.migrate.schema.Types.bigint;

import dev.migrate.Migration;
import dev.migrate.Operations;
import dev.migrate.Revision;

@Revision(
        id = "0001",
        revises = {},
        message = "Products")
public class R0001_Products implements Migration {

    @Override
    public void upgrade(Operations op) {
        op.createTable(table("product")
                .columns(column("id", bigint()).notNull())
                .primaryKey("product_pkey", "id"));
    }

    @Override
    public void downgrade(Operations op) {
        op.dropTable("product");
    }
}
