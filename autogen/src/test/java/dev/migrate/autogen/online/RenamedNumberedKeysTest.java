package dev.migrate.autogen.online;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.schema.NumberedTables;
import dev.migrate.schema.QualifiedName;
import dev.migrate.testing.PostgresTest;
import dev.migrate.testing.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What numbers the rows of a table that gets another name goes on behind them, on the way back too. */
@PostgresTest
class RenamedNumberedKeysTest {

    @TempDir
    Path classes;

    @Test
    void aSequenceThatComesBackCountsTheRowsUnderTheNamesThatComeBackBeforeIt(TestDatabase database, TestDatabase other)
            throws Exception {
        database.execute("""
                CREATE TABLE agents (number bigint PRIMARY KEY);
                CREATE SEQUENCE agents_seq INCREMENT 50;
                INSERT INTO agents VALUES (1), (7);
                """);
        other.execute("""
                CREATE TABLE people (id bigint CONSTRAINT agents_pkey PRIMARY KEY);
                CREATE SEQUENCE numbers INCREMENT 50;
                """);
        OnlineProof proof = new OnlineProof(
                database,
                other,
                List.of(new NumberedTables(QualifiedName.parse("numbers"), List.of(QualifiedName.parse("people")))),
                OnlineOptions.ONLINE,
                "agents:people",
                "people.number:id");

        String methods = proof.methods();
        assertThat(methods.substring(methods.lastIndexOf("op.renameColumn"))).isEqualTo("""
                op.renameColumn("people", "id", "number");
                        op.renameTable("people", "agents");

                        // Goes on behind the rows that there are, now that nothing else numbers any.
                        op.execute("SELECT setval('agents_seq', greatest(max(number) + 50, 1), false) FROM agents");
                    }
                """);
        proof.holds(classes);
    }
}
