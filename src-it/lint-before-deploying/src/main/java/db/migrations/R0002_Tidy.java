package db.migrations;

import static dev.migrate.schema.Definitions.column;
import static dev.migrate.schema.Definitions.index;
import static dev.migrate.schema.Types.text;
import static dev.migrate.schema.Types.varchar;

import dev.migrate.Migration;
import dev.migrate.Operations;
import dev.migrate.Revision;

@Revision(
        id = "0002",
        revises = "0001",
        message = "tidy",
        created = "2026-01-11T10:00:00Z")
public class R0002_Tidy implements Migration {

    @Override
    public void upgrade(Operations op) {
        op.addColumn("users", column("name", text()));
        op.createIndex(index("ix_users_name").on("users", "name"));
        op.dropColumn("users", column("email", varchar(320)));
    }

    @Override
    public void downgrade(Operations op) {
        op.addColumn("users", column("email", varchar(320)));
        op.dropIndex("ix_users_name");
        op.dropColumn("users", "name");
    }
}
