package dev.migrate.autogen.online;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.testing.PostgresTest;
import dev.migrate.testing.TestDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A table in use is never without its keys and indexes: what replaces them is built first. */
@PostgresTest
class ReplacedTest {

    private static final String TABLES = """
            CREATE TABLE agents (id bigint NOT NULL, tenant bigint NOT NULL, name text, born date);
            CREATE TABLE visits (id bigint, agent bigint, tenant bigint);
            """;
    private static final String ROWS = """
            INSERT INTO agents SELECT n, 1, 'n' || n FROM generate_series(1, 3) n;
            INSERT INTO visits VALUES (1, 1, 1);
            """;

    @TempDir
    Path classes;

    @Test
    void aKeyAndAnIndexStayUntilTheirSuccessorsAreBuilt(TestDatabase database, TestDatabase other) throws Exception {
        database.execute(TABLES + """
                CREATE INDEX ix_agents ON agents (born);
                ALTER TABLE agents ADD CONSTRAINT uk_agents UNIQUE (name);
                """ + ROWS);
        other.execute(TABLES + """
                CREATE INDEX ix_agents ON agents (born, tenant);
                ALTER TABLE agents ADD CONSTRAINT uk_agents UNIQUE (name, tenant);
                """);
        OnlineProof proof = new OnlineProof(database, other, OnlineOptions.ONLINE);

        assertThat(proof.methods()).isEqualTo("""
                    @Override
                    public void upgrade(Operations op) {
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

                        // Waits for queries that use the index without making others wait; outside a transaction, too.
                        op.dropIndexConcurrently("replaced_ix_agents");
                    }

                    @Override
                    public void downgrade(Operations op) {
                        // Checked before anything is done: if rows break a rule, nothing is changed.
                        op.require(
                                "Rows of agents have different values for name (uk_agents)",
                                "SELECT name FROM agents WHERE name IN (SELECT name FROM agents GROUP BY name HAVING count(*) > 1)");

                        // Makes room, and stays until what replaces it has been built.
                        op.renameIndex("ix_agents", "replaced_ix_agents");
                        op.renameConstraint("agents", "uk_agents", "replaced_uk_agents");

                        // Built while writes go on, and outside a transaction, as PostgreSQL demands.
                        // Making a constraint of the index takes a moment.
                        op.createIndex(index("uk_agents").on("agents", "name").unique().concurrently());
                        op.dropConstraint("agents", "replaced_uk_agents");
                        op.addUniqueUsingIndex("agents", "uk_agents", "uk_agents");

                        // Built while writes go on, outside a transaction, as PostgreSQL demands: therefore at the end.
                        op.createIndex(index("ix_agents").on("agents", "born").concurrently());

                        // Waits for queries that use the index without making others wait; outside a transaction, too.
                        op.dropIndexConcurrently("replaced_ix_agents");
                    }
                """);
        proof.holds(classes);
    }

    @Test
    void aPrimaryKeyStaysUntilTheNextOneIsBuilt(TestDatabase database, TestDatabase other) throws Exception {
        database.execute(TABLES + "ALTER TABLE agents ADD CONSTRAINT agents_pkey PRIMARY KEY (id);" + """
                ALTER TABLE visits ADD CONSTRAINT fk_agent FOREIGN KEY (agent) REFERENCES agents (id);
                """ + ROWS);
        other.execute(TABLES + "ALTER TABLE agents ADD CONSTRAINT agents_pkey PRIMARY KEY (tenant, id);" + """
                ALTER TABLE visits ADD CONSTRAINT fk_agent FOREIGN KEY (tenant, agent) REFERENCES agents (tenant, id);
                """);
        OnlineProof proof = new OnlineProof(database, other, OnlineOptions.ONLINE);

        assertThat(proof.methods()).startsWith("""
                    @Override
                    public void upgrade(Operations op) {
                        op.dropConstraint("visits", "fk_agent");

                        // Makes room, and stays until what replaces it has been built.
                        op.renameConstraint("agents", "agents_pkey", "replaced_agents_pkey");

                        // Built while writes go on, and outside a transaction, as PostgreSQL demands.
                        // Making a constraint of the index takes a moment.
                        op.createIndex(index("agents_pkey").on("agents", "tenant", "id").unique().concurrently());
                        op.dropConstraint("agents", "replaced_agents_pkey");
                        op.addPrimaryKeyUsingIndex("agents", "agents_pkey", "agents_pkey");

                        // Not valid yet: added without reading a row. Existing rows are checked below.
                """);
        proof.holds(classes);
    }

    @Test
    void aPrimaryKeyGoesAtOnceWhereItsColumnBecomesNullable(TestDatabase database, TestDatabase other)
            throws Exception {
        database.execute(
                "CREATE TABLE agents (id bigint, tenant bigint, CONSTRAINT agents_pkey PRIMARY KEY (tenant, id));"
                        + " INSERT INTO agents VALUES (1, 1)");
        other.execute("CREATE TABLE agents (id bigint, tenant bigint, CONSTRAINT agents_pkey PRIMARY KEY (id))");
        OnlineProof proof = new OnlineProof(database, other, OnlineOptions.ONLINE);

        assertThat(proof.methods()).startsWith("""
                    @Override
                    public void upgrade(Operations op) {
                        // Checked before anything is done: if rows break a rule, nothing is changed.
                        op.require(
                                "Rows of agents have different values for id (agents_pkey)",
                                "SELECT tenant, id FROM agents WHERE id IN (SELECT id FROM agents GROUP BY id HAVING count(*) > 1)");

                        op.dropConstraint("agents", "agents_pkey");
                        op.alterColumn("agents", alter("tenant").nullable());

                        // Built while writes go on, and outside a transaction, as PostgreSQL demands.
                        // Making a constraint of the index takes a moment.
                        op.createIndex(index("agents_pkey").on("agents", "id").unique().concurrently());
                        op.addPrimaryKeyUsingIndex("agents", "agents_pkey", "agents_pkey");
                    }
                """);
        proof.holds(classes);
    }

    @Test
    void aPrimaryKeyGoesBeforeAColumnThatItIncludes(TestDatabase database, TestDatabase other) throws Exception {
        database.execute("""
                CREATE TABLE agents (id bigint, name text, initial text GENERATED ALWAYS AS (left(name, 1)) STORED,
                    CONSTRAINT agents_pk PRIMARY KEY (id) INCLUDE (initial));
                INSERT INTO agents VALUES (1, 'James');
                """);
        other.execute("CREATE TABLE agents (id bigint, name varchar, CONSTRAINT agents_pkey PRIMARY KEY (id))");
        OnlineProof proof = new OnlineProof(database, other, OnlineOptions.ONLINE);

        assertThat(proof.methods()).startsWith("""
                    @Override
                    public void upgrade(Operations op) {
                        op.dropConstraint("agents", "agents_pk");
                        op.dropColumn("agents", "initial");
                        op.alterColumn("agents", alter("name").type(varchar()));

                        // Built while writes go on, and outside a transaction, as PostgreSQL demands.
                        // Making a constraint of the index takes a moment.
                        op.createIndex(index("agents_pkey").on("agents", "id").unique().concurrently());
                        op.addPrimaryKeyUsingIndex("agents", "agents_pkey", "agents_pkey");
                    }
                """);
        proof.holds(classes);
    }

    @Test
    void anIndexOfAPartitionGoesBeforeAColumnOfItsParentGetsAnotherType(TestDatabase database, TestDatabase other)
            throws Exception {
        String partition = "CREATE TABLE measures_2024 PARTITION OF measures FOR VALUES IN (2024);";
        database.execute("CREATE TABLE measures (year integer, value integer) PARTITION BY LIST (year);" + partition
                + "CREATE INDEX ix_value ON measures_2024 ((value + 1)); INSERT INTO measures VALUES (2024, 7)");
        other.execute("CREATE TABLE measures (year integer, value text) PARTITION BY LIST (year);" + partition
                + "CREATE INDEX ix_value ON measures_2024 ((value || '1'))");
        OnlineProof proof = new OnlineProof(database, other, OnlineOptions.ONLINE);

        assertThat(proof.methods()).isEqualTo("""
                    @Override
                    public void upgrade(Operations op) {
                        op.dropIndex("ix_value");

                        // Turning measures.value from integer into text rewrites measures: reads and writes wait until it is
                        // done (ACCESS EXCLUSIVE).
                        op.alterColumn("measures", alter("value").type(text()));

                        // Built while writes go on, outside a transaction, as PostgreSQL demands: therefore at the end.
                        op.createIndex(index("ix_value").on("measures_2024", expression("value || '1'::text")).concurrently());
                    }

                    @Override
                    public void downgrade(Operations op) {
                        // Checked before anything is done: if rows break a rule, nothing is changed.
                        op.require(
                                "measures.value fits integer",
                                "SELECT value FROM measures WHERE CASE WHEN value ~ '^\\\\s*[-+]?[0-9]+\\\\s*$' THEN "
                                        + "round(value::numeric) NOT BETWEEN -2147483648 AND 2147483647 ELSE value IS NOT NULL END");

                        op.dropIndex("ix_value");

                        // Turning measures.value from text into integer rewrites measures: reads and writes wait until it is
                        // done (ACCESS EXCLUSIVE).
                        op.alterColumn("measures", alter("value").type(integer(), "value::integer"));

                        // Built while writes go on, outside a transaction, as PostgreSQL demands: therefore at the end.
                        op.createIndex(index("ix_value").on("measures_2024", expression("value + 1")).concurrently());
                    }
                """);
        proof.holds(classes);
    }
}
