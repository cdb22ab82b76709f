package db.migrations;

import dev.migrate.Migration;
import dev.migrate.Operations;
import dev.migrate.Revision;

/** Raw SQL, which runs outside the transaction as PostgreSQL demands. */
@Revision(
        id = "008",
        revises = "007",
        message = "index agents by name",
        created = "2025-01-17T09:00:00Z")
public class R008_index_agents_by_name implements Migration {

    @Override
    public void upgrade(Operations op) {
        op.execute("CREATE INDEX CONCURRENTLY ix_agents_name ON agents (name)");
    }

    @Override
    public void downgrade(Operations op) {
        op.execute("DROP INDEX CONCURRENTLY ix_agents_name");
    }
}
