package db.migrations;

import static dev.migrate.schema.Definitions.column;
import static dev.migrate.schema.Definitions.index;
import static dev.migrate.schema.Types.varchar;

import dev.migrate.Migration;
import dev.migrate.Operations;
import dev.migrate.Revision;

/** Tells agents at work from those that are paused. */
@Revision(
        id = "20241209_100000_002",
        revises = "20241208_130000_001",
        message = "Add status column to agents table",
        created = "2024-12-09T10:00:00Z")
public class R20241209_100000_20241209_100000_002_add_status_column_to_agents implements Migration {

    @Override
    public void upgrade(Operations op) {
        op.addColumn(
                "agents",
                column("operational_status", varchar(50))
                        .notNull()
                        .defaultValue("active")
                        .comment("Operational status of the agent"));
        op.createIndex(index("ix_agents_operational_status").on("agents", "operational_status"));
    }

    @Override
    public void downgrade(Operations op) {
        op.dropIndex("ix_agents_operational_status");
        op.dropColumn("agents", "operational_status");
    }
}
