package db.migrations;

import static dev.migrate.schema.Definitions.column;
import static dev.migrate.schema.Definitions.table;
import static dev.migrate.schema.Types.date;
import static dev.migrate.schema.Types.text;
import static dev.migrate.schema.Types.uuid;

import dev.migrate.Migration;
import dev.migrate.Operations;
import dev.migrate.Revision;

/** A table by months, with the first ones. */
@Revision(
        id = "007",
        revises = "006",
        message = "add events",
        created = "2025-01-16T09:00:00Z")
public class R007_add_events implements Migration {

    @Override
    public void upgrade(Operations op) {
        op.createTable(table("events")
                .columns(
                        column("id", uuid()).defaultSql("gen_random_uuid()"),
                        column("day", date()),
                        column("what", text()).notNull())
                .primaryKey("events_pkey", "day", "id")
                .partitionByRange("day"));
        op.createTable(table("events_2025_01")
                .partitionOf("events", "FOR VALUES FROM ('2025-01-01') TO ('2025-02-01')"));
        op.createTable(table("events_2025_02")
                .partitionOf("events", "FOR VALUES FROM ('2025-02-01') TO ('2025-03-01')"));
    }

    @Override
    public void downgrade(Operations op) {
        op.dropTable("events");
    }
}
