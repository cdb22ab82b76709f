package db.migrations;

import static dev.migrate.schema.Definitions.column;
import static dev.migrate.schema.Definitions.table;
import static dev.migrate.schema.Types.bigint;
import static dev.migrate.schema.Types.varchar;

import dev.migrate.Migration;
import dev.migrate.Operations;
import dev.migrate.Revision;

@Revision(
        id = "0001",
        message = "users",
        created = "2026-01-11T10:00:00Z")
public class R0001_Users implements Migration {

    @Override
    public void upgrade(Operations op) {
        op.createTable(table("users")
                .columns(
                        column("id", bigint()).notNull(),
                        column("email", varchar(320)))
                .primaryKey("pk_users", "id"));
    }

    @Override
    public void downgrade(Operations op) {
        op.dropTable("users");
    }
}
