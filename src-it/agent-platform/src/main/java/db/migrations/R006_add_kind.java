package db.migrations;

import static dev.migrate.schema.Definitions.cast;
import static dev.migrate.schema.Definitions.column;
import static dev.migrate.schema.Definitions.enumType;
import static dev.migrate.schema.Types.type;
import static dev.migrate.schema.Types.varchar;

import dev.migrate.Migration;
import dev.migrate.Operations;
import dev.migrate.Revision;

@Revision(
        id = "006",
        revises = "005",
        message = "add kind",
        created = "2025-01-15T09:00:00Z")
public class R006_add_kind implements Migration {

    @Override
    public void upgrade(Operations op) {
        op.createEnum(enumType("agentkind", "ASSISTANT", "WORKFLOW"));
        // Hibernate compares the enum with text.
        op.createCast(cast(varchar(), type("agentkind"), "WITH INOUT AS IMPLICIT"));
        op.createCast(cast(type("agentkind"), varchar(), "WITH INOUT AS IMPLICIT"));
        op.addColumn("agents", column("kind", type("agentkind")).notNull().defaultValue("ASSISTANT"));
    }

    @Override
    public void downgrade(Operations op) {
        op.dropColumn("agents", "kind");
        op.dropCast(type("agentkind"), varchar());
        op.dropCast(varchar(), type("agentkind"));
        op.dropEnum("agentkind");
    }
}
