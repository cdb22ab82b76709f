package db.migrations;

import static dev.migrate.schema.Definitions.column;
import static dev.migrate.schema.Definitions.table;
import static dev.migrate.schema.Types.bigint;
import static dev.migrate.schema.Types.integer;
import static dev.migrate.schema.Types.varchar;

import dev.migrate.Migration;
import dev.migrate.Operations;
import dev.migrate.Revision;

@Revision(
        id = "0012",
        revises = "0011",
        message = "okr",
        created = "2025-03-12T09:00:00Z")
public class R0012_Okr implements Migration {

    @Override
    public void upgrade(Operations op) {
        op.createTable(table("okr")
                .columns(
                        column("id", bigint()).identity(),
                        column("title", varchar(200)).notNull(),
                        column("progress", integer()))
                .primaryKey("okr_pkey", "id"));
    }

    @Override
    public void downgrade(Operations op) {
        op.dropTable("okr");
    }
}
