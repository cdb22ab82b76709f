package db.migrations;

import static dev.migrate.operation.ColumnAlteration.alter;
import static dev.migrate.schema.Definitions.check;

import dev.migrate.Migration;
import dev.migrate.Operations;
import dev.migrate.Revision;

/** Third of three. Writes go on while the check is validated, and then NOT NULL need not look. */
@Revision(
        id = "012",
        revises = "011",
        message = "require country",
        created = "2025-01-22T11:00:00Z")
public class R012_require_country implements Migration {

    @Override
    public void upgrade(Operations op) {
        op.addCheck("downloads", check("downloads_country_check", "country IS NOT NULL").notValid());
        op.validateConstraint("downloads", "downloads_country_check");
        op.alterColumn("downloads", alter("country").notNull());
        op.dropConstraint("downloads", "downloads_country_check");
    }

    @Override
    public void downgrade(Operations op) {
        op.alterColumn("downloads", alter("country").nullable());
    }
}
