package dev.migrate.runtime;

import dev.migrate.Migration;
import dev.migrate.Operations;
import dev.migrate.Revision;

/** A small linear history. */
final class Agents {

    private Agents() {}

    @Revision(id = "0001", message = "create agents")
    static class Create implements Migration {
        @Override
        public void upgrade(Operations op) {
            op.execute("CREATE TABLE agents (id bigint PRIMARY KEY, name text NOT NULL)");
        }

        @Override
        public void downgrade(Operations op) {
            op.dropTable("agents");
        }
    }

    @Revision(id = "0002", revises = "0001", message = "add status")
    static class AddStatus implements Migration {
        @Override
        public void upgrade(Operations op) {
            op.execute("ALTER TABLE agents ADD COLUMN status varchar(20) DEFAULT 'it''s new' NOT NULL");
        }

        @Override
        public void downgrade(Operations op) {
            op.dropColumn("agents", "status");
        }
    }

    @Revision(id = "0003", revises = "0002", message = "index names")
    static class IndexNames implements Migration {
        @Override
        public void upgrade(Operations op) {
            op.execute("CREATE INDEX ix_agents_name ON agents (name)");
        }

        @Override
        public void downgrade(Operations op) {
            op.dropIndex("ix_agents_name");
        }
    }
}
