package db.migrations;

import static dev.migrate.schema.Definitions.column;
import static dev.migrate.schema.Types.varchar;

import dev.migrate.Migration;
import dev.migrate.Operations;
import dev.migrate.Revision;

@Revision(id = "0002", revises = "0001", message = "Names")
public class R0002_Names implements Migration {

    @Override
    public void upgrade(Operations op) {
        op.addColumn("product", column("name", varchar(255)));
    }

    @Override
    public void downgrade(Operations op) {
        op.dropColumn("product", "name");
    }
}
