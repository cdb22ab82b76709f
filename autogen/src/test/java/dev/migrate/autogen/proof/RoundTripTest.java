package dev.migrate.autogen.proof;

import static dev.migrate.schema.Definitions.column;
import static dev.migrate.schema.Definitions.table;
import static dev.migrate.schema.Types.type;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.Migrate;
import dev.migrate.Migration;
import dev.migrate.Operations;
import dev.migrate.autogen.scratch.ScratchDatabase;
import dev.migrate.revision.RevisionGraph;
import dev.migrate.revision.RevisionInfo;
import dev.migrate.testing.PostgresTest;
import dev.migrate.testing.TestDatabase;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@PostgresTest
class RoundTripTest {

    /** What was written for a database that has an extension by other means than its history. */
    public static final class WithoutItsExtension implements Migration {
        @Override
        public void upgrade(Operations op) {
            op.createTable(table("places").columns(column("attributes", type("hstore"))));
        }

        @Override
        public void downgrade(Operations op) {
            op.dropTable("places");
        }
    }

    @Test
    void a_type_of_an_extension_that_no_revision_creates_is_answered_with_its_name(TestDatabase database) {
        RevisionInfo revision = new RevisionInfo(
                "0001", List.of(), List.of(), List.of(), "Places", null, WithoutItsExtension.class.getName(), null, "");

        Proof proof = new RoundTrip(
                        () -> onlyOnce(database.dataSource()),
                        scratch -> Migrate.configure()
                                .dataSource(scratch)
                                .history(RevisionGraph.of(List.of(revision)))
                                .classLoader(RoundTripTest.class.getClassLoader())
                                .build(),
                        scratch -> List.of())
                .ofHistory();

        assertThat(proof.failures()).containsExactly("""
                0001: upgrade fails on the scratch database. The upgrade of revision 0001 (Places) failed at statement 1:
                  CREATE TABLE places (
                      attributes hstore
                  )
                  ERROR: type "hstore" does not exist
                    Position: 39
                Migration: dev.migrate.autogen.proof.RoundTripTest$WithoutItsExtension (RoundTripTest.java:27)
                It was rolled back and left nothing behind; the database is at base.
                Correct the cause and run mvn migrate:upgrade again.
                The extension 'hstore' has it, and the database doesn't have the extension. Write a migration with\
                 op.createExtension("hstore") (mvn migrate:revision), upgrade, and run again.""");
    }

    private static ScratchDatabase onlyOnce(DataSource database) {
        return new ScratchDatabase() {
            @Override
            public DataSource dataSource() {
                return database;
            }

            @Override
            public void close() {}
        };
    }
}
