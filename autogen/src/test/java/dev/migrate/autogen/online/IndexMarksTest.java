package dev.migrate.autogen.online;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.testing.PostgresTest;
import dev.migrate.testing.TestDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The index that tells subscribers which row was changed, and the one that a table is sorted by. */
@PostgresTest
class IndexMarksTest {

    private static final String AGENTS =
            "CREATE TABLE agents (id bigint PRIMARY KEY, tenant bigint NOT NULL, name text NOT NULL, born date);";
    private static final String MARKS =
            "ALTER TABLE agents REPLICA IDENTITY USING INDEX uk_agents; ALTER TABLE agents CLUSTER ON ix_agents;";

    @TempDir
    Path classes;

    @Test
    void whatReplacesAnIndexIdentifiesRowsAndSortsThem(TestDatabase database, TestDatabase other) throws Exception {
        database.execute(AGENTS + """
                CREATE INDEX ix_agents ON agents (born);
                ALTER TABLE agents ADD CONSTRAINT uk_agents UNIQUE (name);
                INSERT INTO agents VALUES (1, 1, 'Ann', '2000-01-01');
                """ + MARKS);
        other.execute(AGENTS + """
                CREATE INDEX ix_agents ON agents (born, tenant);
                ALTER TABLE agents ADD CONSTRAINT uk_agents UNIQUE (name, tenant);
                """ + MARKS);
        OnlineProof proof = new OnlineProof(database, other, OnlineOptions.ONLINE);

        assertThat(proof.methods()).startsWith("""
                    @Override
                    public void upgrade(Operations op) {
                        op.execute("ALTER TABLE agents REPLICA IDENTITY DEFAULT");
                        op.execute("ALTER TABLE agents SET WITHOUT CLUSTER");

                        // Makes room, and stays until what replaces it has been built.
                        op.renameIndex("ix_agents", "replaced_ix_agents");
                        op.renameConstraint("agents", "uk_agents", "replaced_uk_agents");

                        // Built while writes go on, and outside a transaction, as PostgreSQL demands.
                        // Making a constraint of the index takes a moment.
                        op.createIndex(index("uk_agents").on("agents", "name", "tenant").unique().concurrently());
                        op.dropConstraint("agents", "replaced_uk_agents");
                        op.addUniqueUsingIndex("agents", "uk_agents", "uk_agents");

                        // Built while writes go on, outside a transaction, as PostgreSQL demands: therefore at the end.
                        op.createIndex(index("ix_agents").on("agents", "born", "tenant").concurrently());

                        op.execute("ALTER TABLE agents CLUSTER ON ix_agents");
                        op.execute("ALTER TABLE agents REPLICA IDENTITY USING INDEX uk_agents");

                        // Waits for queries that use the index without making others wait; outside a transaction, too.
                        op.dropIndexConcurrently("replaced_ix_agents");
                    }
                """);
        proof.holds(classes);
        database.execute("CREATE PUBLICATION all_of_it FOR ALL TABLES; UPDATE agents SET name = 'Bea'");
    }

    @Test
    void withoutAnIndexThatCanTheKeyIdentifiesRows(TestDatabase database, TestDatabase other) throws Exception {
        database.execute(AGENTS + "ALTER TABLE agents ADD CONSTRAINT uk_agents UNIQUE (name);"
                + " ALTER TABLE agents REPLICA IDENTITY USING INDEX uk_agents");
        other.execute(AGENTS + "ALTER TABLE agents ADD CONSTRAINT uk_agents UNIQUE (name, born)");
        OnlineProof proof = new OnlineProof(database, other, OnlineOptions.ONLINE.online(false));

        assertThat(proof.methods()).isEqualTo("""
                    @Override
                    public void upgrade(Operations op) {
                        op.execute("ALTER TABLE agents REPLICA IDENTITY DEFAULT");
                        op.dropConstraint("agents", "uk_agents");
                        op.addUnique("agents", unique("uk_agents", "name", "born"));
                    }

                    @Override
                    public void downgrade(Operations op) {
                        // Checked before anything is done: if rows break a rule, nothing is changed.
                        op.require(
                                "Rows of agents have different values for name (uk_agents)",
                                "SELECT id, name FROM agents WHERE name IN (SELECT name FROM agents GROUP BY name HAVING "
                                        + "count(*) > 1)");

                        op.dropConstraint("agents", "uk_agents");
                        op.addUnique("agents", unique("uk_agents", "name"));
                        op.execute("ALTER TABLE agents REPLICA IDENTITY USING INDEX uk_agents");
                    }
                """);
        proof.holds(classes);
    }

    @Test
    void byAColumnThatMayBeNullNoRowIsIdentified(TestDatabase database, TestDatabase other) throws Exception {
        String unique = "CREATE UNIQUE INDEX ix_agents ON agents (tenant, name);";
        database.execute(AGENTS + unique + "ALTER TABLE agents REPLICA IDENTITY USING INDEX ix_agents");
        other.execute(AGENTS + unique + "ALTER TABLE agents ALTER name DROP NOT NULL");
        OnlineProof proof = new OnlineProof(database, other, OnlineOptions.ONLINE.online(false));

        assertThat(proof.methods()).isEqualTo("""
                    @Override
                    public void upgrade(Operations op) {
                        op.execute("ALTER TABLE agents REPLICA IDENTITY DEFAULT");
                        op.alterColumn("agents", alter("name").nullable());
                    }

                    @Override
                    public void downgrade(Operations op) {
                        // Checked before anything is done: if rows break a rule, nothing is changed.
                        op.require("agents.name has a value", "SELECT id FROM agents WHERE name IS NULL");

                        // op.require refuses to begin while a row of agents has no value for agents.name. To fill such rows
                        // here, replace it by this (import static dev.migrate.operation.DataChanges.update), or generate again
                        // with '-Dmigrate.backfill=agents.name=<SQL>':
                        // op.update(update("agents").setSql("name", "<SQL>").where("name IS NULL"));
                        op.alterColumn("agents", alter("name").notNull());

                        op.execute("ALTER TABLE agents REPLICA IDENTITY USING INDEX ix_agents");
                    }
                """);
        proof.holds(classes);
    }

    @Test
    void withoutAKeyTheWholeRowDoesMeanwhile(TestDatabase database, TestDatabase other) throws Exception {
        String events = "CREATE TABLE events (code text NOT NULL, at date NOT NULL);";
        String marked = "; ALTER TABLE events REPLICA IDENTITY USING INDEX ix_events";
        database.execute(events + "CREATE UNIQUE INDEX ix_events ON events (code)" + marked);
        other.execute(events + "CREATE UNIQUE INDEX ix_events ON events (code, at)" + marked);
        OnlineProof proof = new OnlineProof(database, other, OnlineOptions.ONLINE);

        assertThat(proof.methods()).startsWith("""
                    @Override
                    public void upgrade(Operations op) {
                        op.execute("ALTER TABLE events REPLICA IDENTITY FULL");

                        // Makes room, and stays until what replaces it has been built.
                        op.renameIndex("ix_events", "replaced_ix_events");

                        // Built while writes go on, outside a transaction, as PostgreSQL demands: therefore at the end.
                        op.createIndex(index("ix_events").on("events", "code", "at").unique().concurrently());

                        op.execute("ALTER TABLE events REPLICA IDENTITY USING INDEX ix_events");

                        // Waits for queries that use the index without making others wait; outside a transaction, too.
                        op.dropIndexConcurrently("replaced_ix_events");
                    }
                """);
        proof.holds(classes);
    }
}
