package db.migrations;

import static dev.migrate.operation.ColumnAlteration.alter;
import static dev.migrate.schema.Definitions.*;

import dev.migrate.Migration;
import dev.migrate.Operations;
import dev.migrate.Revision;

/** The checked constraint proves that no note is missing, so that PostgreSQL reads no row (12 and later). */
@Revision(id = "0004", revises = "0003", message = "Require a note", created = "2026-01-02T00:00:00Z")
public class R0004_RequireNotes implements Migration {

    @Override
    public void upgrade(Operations op) {
        op.alterColumn("orders", alter("note").notNull());
        op.dropConstraint("orders", "orders_note_given");
    }

    @Override
    public void downgrade(Operations op) {
        op.addCheck("orders", check("orders_note_given", "note IS NOT NULL").notValid());
        op.alterColumn("orders", alter("note").nullable());
    }
}
