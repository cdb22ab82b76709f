package db.migrations;

import static dev.migrate.schema.Definitions.foreignKey;

import dev.migrate.Migration;
import dev.migrate.Operations;
import dev.migrate.Revision;

/** A foreign key. */
@Revision(
        id = "0003",
        revises = "0002",
        message = "routes of upstreams",
        created = "2025-03-03T09:00:00Z")
public class R0003_RoutesOfUpstreams implements Migration {

    @Override
    public void upgrade(Operations op) {
        op.addForeignKey("route", foreignKey("route_upstream_id_fkey", "upstream_id").references("upstream", "id"));
    }

    @Override
    public void downgrade(Operations op) {
        op.dropConstraint("route", "route_upstream_id_fkey");
    }
}
