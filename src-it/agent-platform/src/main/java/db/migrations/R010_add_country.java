package db.migrations;

import static dev.migrate.schema.Definitions.column;
import static dev.migrate.schema.Types.varchar;

import dev.migrate.Migration;
import dev.migrate.Operations;
import dev.migrate.Revision;

/** First of three: rows that are written from here on may have a country. */
@Revision(
        id = "010",
        revises = "009",
        message = "add country",
        created = "2025-01-22T09:00:00Z")
public class R010_add_country implements Migration {

    @Override
    public void upgrade(Operations op) {
        op.addColumn("downloads", column("country", varchar(2)));
    }

    @Override
    public void downgrade(Operations op) {
        op.dropColumn("downloads", "country");
    }
}
