package db.migrations;

import static dev.migrate.schema.Definitions.column;
import static dev.migrate.schema.Types.text;

import dev.migrate.Migration;
import dev.migrate.Operations;
import dev.migrate.Revision;

@Revision(id = "0002", revises = "0001", message = "Split names")
public class R0002_SplitNames implements Migration {

    @Override
    public void upgrade(Operations op) {
        op.addColumn("person", column("first_name", text()));
        op.addColumn("person", column("last_name", text()));
        op.execute("UPDATE person SET first_name = split_part(name, ' ', 1), last_name = split_part(name, ' ', 2)");
        op.dropColumn("person", "name");
    }

    @Override
    public void downgrade(Operations op) {
        op.addColumn("person", column("name", text()));
        op.execute("UPDATE person SET name = first_name || ' ' || last_name");
        op.execute("ALTER TABLE person ALTER name SET NOT NULL");
        op.dropColumn("person", "last_name");
        op.dropColumn("person", "first_name");
    }
}
