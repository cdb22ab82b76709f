package db.migrations;

import static dev.migrate.schema.Definitions.index;

import dev.migrate.Migration;
import dev.migrate.Operations;
import dev.migrate.Revision;

@Revision(
        id = "0011",
        revises = "0010",
        message = "add database indexes",
        created = "2025-03-11T09:00:00Z")
public class R0011_AddDatabaseIndexes implements Migration {

    @Override
    public void upgrade(Operations op) {
        op.createIndex(index("ix_route_path").on("route", "path"));
    }

    @Override
    public void downgrade(Operations op) {
        op.dropIndex("ix_route_path");
    }
}
