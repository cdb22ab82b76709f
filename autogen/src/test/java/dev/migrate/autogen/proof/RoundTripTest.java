package dev.migrate.autogen.proof;

import static dev.migrate.schema.Definitions.column;
import static dev.migrate.schema.Definitions.table;
import static dev.migrate.schema.Types.bigint;
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
                Migration: dev.migrate.autogen.proof.RoundTripTest$WithoutItsExtension (RoundTripTest.java:28)
                It was rolled back and left nothing behind; the database is at base.
                The extension 'hstore' has it, and the database doesn't have the extension. Write a migration with\
                 op.createExtension("hstore") (mvn migrate:revision), upgrade, and run again.""");
    }

    /** Makes what {@link WithoutTheOtherHead} takes away. */
    public static final class MakesNotes implements Migration {
        @Override
        public void upgrade(Operations op) {
            op.createTable(table("notes").columns(column("id", bigint())));
        }

        @Override
        public void downgrade(Operations op) {
            op.dropTable("notes");
        }
    }

    /** What was written by a comparison with a database that has both heads. */
    public static final class WithoutTheOtherHead implements Migration {
        @Override
        public void upgrade(Operations op) {
            op.dropTable("notes");
        }

        @Override
        public void downgrade(Operations op) {
            op.createTable(table("notes").columns(column("id", bigint())));
        }
    }

    @Test
    void a_head_that_needs_another_one_without_saying_so_is_tried_without_it(TestDatabase database) {
        RevisionInfo notes = new RevisionInfo(
                "0001", List.of(), List.of(), List.of(), "Notes", null, MakesNotes.class.getName(), null, "");
        RevisionInfo head = new RevisionInfo(
                "0002", List.of(), List.of(), List.of(), "Drop", null, WithoutTheOtherHead.class.getName(), null, "");

        assertThat(ofHead("0002", database, notes, head).failures()).containsExactly("""
                0002: upgrade fails on the scratch database. The upgrade of revision 0002 (Drop) failed at statement 1:
                  DROP TABLE notes
                  ERROR: table "notes" does not exist
                Migration: dev.migrate.autogen.proof.RoundTripTest$WithoutTheOtherHead (RoundTripTest.java:82)
                It was rolled back and left nothing behind; the database is at base.
                It was tried without other heads, which some databases don't have then: 0001 (Notes). If it needs them,\
                 delete the file, and join them first (mvn migrate:merge) or run again with -Dmigrate.dependsOn=0001""");
    }

    @Test
    void the_other_heads_are_there_where_a_head_that_depends_on_one_is_tried(TestDatabase database) {
        RevisionInfo notes = new RevisionInfo(
                "0001", List.of(), List.of(), List.of(), "Notes", null, MakesNotes.class.getName(), null, "");
        RevisionInfo head = new RevisionInfo(
                "0002",
                List.of(),
                List.of("0001"),
                List.of(),
                "Drop",
                null,
                WithoutTheOtherHead.class.getName(),
                null,
                "");

        assertThat(ofHead("0002", database, notes, head).failures()).isEmpty();
    }

    /** Makes what others forget to take away. */
    public static final class Counts implements Migration {
        @Override
        public void upgrade(Operations op) {
            op.createTable(table("counts").columns(column("n", bigint())));
        }

        @Override
        public void downgrade(Operations op) {
            op.dropTable("counts");
        }
    }

    /** What was written for a database in which somebody else gave the column a default. */
    public static final class DropsACount implements Migration {
        @Override
        public void upgrade(Operations op) {
            op.dropColumn("counts", "n");
        }

        @Override
        public void downgrade(Operations op) {
            op.addColumn("counts", column("n", bigint()).defaultValue(7));
        }
    }

    /** Whose author forgot the way back. */
    public static final class AddsAName implements Migration {
        @Override
        public void upgrade(Operations op) {
            op.addColumn("counts", column("m", bigint()));
        }

        @Override
        public void downgrade(Operations op) {}
    }

    @Test
    void what_a_downgrade_gives_back_that_an_old_database_had_by_other_means_belongs_into_the_baseline(
            TestDatabase database) {
        assertThat(ofHead("0002", database, counts(), behindCounts(DropsACount.class))
                        .failures())
                .containsExactly("""
                        0002: downgrade does not restore what was there before upgrade:
                            - public.counts: column n bigint
                            + public.counts: column n bigint default 7
                        If your databases had what the downgrade makes here (+) before the first revision, by other means,\
                         write it into the revision that creates the rest, and stamp them with that anew, or take it out of\
                         the downgrade (docs/adopting.md).""");
    }

    @Test
    void what_a_downgrade_forgets_is_only_named(TestDatabase database) {
        assertThat(ofHead("0002", database, counts(), behindCounts(AddsAName.class))
                        .failures())
                .containsExactly("""
                        0002: downgrade does not restore what was there before upgrade:
                            + public.counts: column m bigint""");
    }

    private static RevisionInfo counts() {
        return new RevisionInfo(
                "0001", List.of(), List.of(), List.of(), "Counts", null, Counts.class.getName(), null, "");
    }

    private static RevisionInfo behindCounts(Class<? extends Migration> migration) {
        return new RevisionInfo(
                "0002", List.of("0001"), List.of(), List.of(), "Next", null, migration.getName(), null, "");
    }

    private static Proof ofHead(String id, TestDatabase database, RevisionInfo... revisions) {
        return new RoundTrip(
                        () -> onlyOnce(database.dataSource()),
                        scratch -> Migrate.configure()
                                .dataSource(scratch)
                                .history(RevisionGraph.of(List.of(revisions)))
                                .classLoader(RoundTripTest.class.getClassLoader())
                                .build(),
                        scratch -> List.of())
                .ofHead(id);
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
