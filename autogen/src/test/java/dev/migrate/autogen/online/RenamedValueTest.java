package dev.migrate.autogen.online;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.testing.PostgresTest;
import dev.migrate.testing.TestDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On the way back a value gets its old name at the end of the transaction: what mentions it can't be put off behind that. */
@PostgresTest
class RenamedValueTest {

    @TempDir
    Path classes;

    @Test
    void whatMentionsARenamedValueIsMadeBeforeItGetsItsNameBack(TestDatabase database, TestDatabase other)
            throws Exception {
        database.execute("""
                CREATE TYPE mood AS ENUM ('ok', 'sad');
                CREATE TABLE agents (id bigint, mood mood, CONSTRAINT ck CHECK (mood <> 'sad'));
                CREATE INDEX ix_agents ON agents (id) WHERE mood = 'sad';
                INSERT INTO agents VALUES (1, 'ok');
                """);
        other.execute("""
                CREATE TYPE mood AS ENUM ('ok', 'low');
                CREATE TABLE agents (id bigint, mood mood, CONSTRAINT ck CHECK (mood <> 'low' OR id > 1));
                CREATE INDEX ix_agents ON agents (id, mood) WHERE mood = 'low';
                """);
        OnlineProof proof = new OnlineProof(database, other, OnlineOptions.ONLINE, "mood.sad:low");

        assertThat(proof.methods()).endsWith("""
                    @Override
                    public void downgrade(Operations op) {
                        // Makes room, and stays until what replaces it has been built.
                        op.renameIndex("ix_agents", "replaced_ix_agents");

                        op.dropConstraint("agents", "ck");

                        // Checking ck reads all of agents: reads and writes wait until it is done (ACCESS EXCLUSIVE).
                        // The migration fails if a row of agents isn't as ck demands: mood <> 'low'::mood. Correct such rows
                        // first.
                        op.addCheck("agents", check("ck", "mood <> 'low'::mood"));

                        // Building ix_agents reads all of agents: writes wait until it is done (SHARE).
                        op.createIndex(index("ix_agents").on("agents", "id").where("mood = 'low'::mood"));

                        op.renameEnumValue("mood", "low", "sad");

                        // Waits for queries that use the index without making others wait; outside a transaction, too.
                        op.dropIndexConcurrently("replaced_ix_agents");
                    }
                """);
        proof.holds(classes);
    }
}
