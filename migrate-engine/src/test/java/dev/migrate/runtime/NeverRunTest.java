package dev.migrate.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.Migrate;
import dev.migrate.Migration;
import dev.migrate.Operations;
import dev.migrate.Revision;
import dev.migrate.revision.RevisionInfo;
import dev.migrate.testing.PostgresTest;
import dev.migrate.testing.TestDatabase;
import java.util.Locale;
import org.junit.jupiter.api.Test;

@PostgresTest
class NeverRunTest {

    /** Makes a table of its own name, so that a run shows. */
    abstract static class Making implements Migration {
        @Override
        public void upgrade(Operations op) {
            op.execute("CREATE TABLE " + getClass().getSimpleName() + " ()");
        }

        @Override
        public void downgrade(Operations op) {
            op.dropTable(getClass().getSimpleName().toLowerCase(Locale.ROOT));
        }
    }

    static class Before {
        @Revision(id = "0001")
        static class First extends Making {}

        @Revision(id = "bob", revises = "0001")
        static class Bob extends Making {}
    }

    /** Bob has put what he had applied behind what Alice has written meanwhile. */
    static class Rebased {
        @Revision(id = "0001")
        static class First extends Making {}

        @Revision(id = "alice", revises = "0001")
        static class Alice extends Making {}

        @Revision(id = "bob", revises = "alice")
        static class Bob extends Making {}
    }

    static class Apart {
        @Revision(id = "0001")
        static class First extends Making {}

        @Revision(id = "bob", revises = "0001")
        static class Bob extends Making {}

        @Revision(id = "alice")
        static class Alice extends Making {}
    }

    /** What Bob had applied came to need a base of Alice's. */
    static class Depending {
        @Revision(id = "0001")
        static class First extends Making {}

        @Revision(id = "bob", revises = "0001", dependsOn = "alice")
        static class Bob extends Making {}

        @Revision(id = "alice")
        static class Alice extends Making {}
    }

    static class BeforeMerged {
        @Revision(id = "0001")
        static class First extends Making {}

        @Revision(id = "bob", revises = "0001")
        static class Bob extends Making {}

        @Revision(id = "carl", revises = "bob")
        static class Carl extends Making {}
    }

    /** What had been applied came to join a branch that the database doesn't have, beside the one that it has. */
    static class Merged {
        @Revision(id = "0001")
        static class First extends Making {}

        @Revision(id = "alice", revises = "0001")
        static class Alice extends Making {}

        @Revision(id = "alice2", revises = "alice")
        static class Alice2 extends Making {}

        @Revision(id = "bob", revises = "0001")
        static class Bob extends Making {}

        @Revision(
                id = "carl",
                revises = {"alice2", "bob"})
        static class Carl extends Making {}
    }

    /** Between what had been applied there came one at two places. */
    static class RebasedTwice {
        @Revision(id = "0001")
        static class First extends Making {}

        @Revision(id = "alice", revises = "0001")
        static class Alice extends Making {}

        @Revision(id = "bob", revises = "alice")
        static class Bob extends Making {}

        @Revision(id = "alice2", revises = "bob")
        static class Alice2 extends Making {}

        @Revision(id = "carl", revises = "alice2")
        static class Carl extends Making {}
    }

    private static String remedy(Migrate migrate) {
        return migrate.status().neverRunRemedy().orElse("");
    }

    @Test
    void itsRemedyLeavesWhatIsAppliedOnAnotherBranch(TestDatabase database) {
        TestHistory.configure(database, BeforeMerged.class).build().upgrade("head");
        Migrate migrate = TestHistory.configure(database, Merged.class).build();

        assertThat(remedy(migrate))
                .isEqualTo("To have them run: mvn migrate:downgrade -Dmigrate.revision=bob, then"
                        + " mvn migrate:stamp -Dmigrate.purge -Dmigrate.revision=bob, then mvn migrate:upgrade."
                        + " A downgrade drops what was written since. If the database has what they make, say so instead:"
                        + " mvn migrate:stamp -Dmigrate.revision=carl");

        migrate.downgrade("bob");
        assertThat(remedy(migrate))
                .isEqualTo("To have them run: mvn migrate:stamp -Dmigrate.purge -Dmigrate.revision=bob, then"
                        + " mvn migrate:upgrade. A downgrade drops what was written since. If the database has what they"
                        + " make, say so instead: mvn migrate:stamp -Dmigrate.revision=alice2,bob");
        migrate.purgeAndStamp("bob");
        migrate.upgrade("head");

        assertThat(remedy(migrate)).isEmpty();
        assertThat(database.query("SELECT relname FROM pg_class WHERE relname IN ('alice', 'alice2') ORDER BY 1"))
                .isEqualTo("alice\nalice2");
    }

    @Test
    void itsRemedySaysNotToStopAtAStampThatDeclaresAnotherOneToBeThere(TestDatabase database) {
        TestHistory.configure(database, BeforeMerged.class).build().upgrade("head");
        Migrate migrate = TestHistory.configure(database, RebasedTwice.class).build();

        assertThat(remedy(migrate))
                .isEqualTo("To have them run: mvn migrate:downgrade -Dmigrate.revision=alice2, then"
                        + " mvn migrate:stamp -Dmigrate.purge -Dmigrate.revision=bob, then"
                        + " mvn migrate:downgrade -Dmigrate.revision=alice, then"
                        + " mvn migrate:stamp -Dmigrate.purge -Dmigrate.revision=0001, then mvn migrate:upgrade. Follow"
                        + " them to the end: from the first stamp on, what is below it counts as there. A downgrade"
                        + " drops what was written since. If the database has what they make, say so instead:"
                        + " mvn migrate:stamp -Dmigrate.revision=carl");
    }

    @Test
    void aStampOfAllRowsDeclaresItToBeThere(TestDatabase database) {
        TestHistory.configure(database, BeforeMerged.class).build().upgrade("head");
        Migrate migrate = TestHistory.configure(database, Merged.class).build();
        migrate.downgrade("bob");

        migrate.stamp("alice2,bob");

        assertThat(migrate.current()).containsExactly("alice2", "bob");
        assertThat(remedy(migrate)).isEmpty();
    }

    @Test
    void itsRemedyRevertsWhatDependsOnIt(TestDatabase database) {
        TestHistory.configure(database, Before.class).build().upgrade("head");
        Migrate migrate = TestHistory.configure(database, Depending.class).build();

        assertThat(remedy(migrate))
                .isEqualTo("To have it run: mvn migrate:downgrade -Dmigrate.revision=0001, then"
                        + " mvn migrate:stamp -Dmigrate.purge -Dmigrate.revision=0001, then"
                        + " mvn migrate:upgrade -Dmigrate.revision=bob. A downgrade drops what was written since. If the"
                        + " database has what it makes, say so instead: mvn migrate:stamp -Dmigrate.revision=bob");

        migrate.downgrade("0001");
        migrate.purgeAndStamp("0001");
        migrate.upgrade("bob");
        assertThat(remedy(migrate)).isEmpty();
    }

    @Test
    void whatAnAppliedRevisionCameToDependOnIsTold(TestDatabase database) {
        TestHistory.configure(database, Before.class).build().upgrade("head");
        Migrate migrate = TestHistory.configure(database, Depending.class).build();

        assertThat(migrate.pending()).isEmpty();
        assertThat(migrate.neverRun()).extracting(RevisionInfo::id).containsExactly("alice");

        migrate.downgrade("0001");
        migrate.purgeAndStamp("0001");
        migrate.upgrade("heads");
        assertThat(migrate.neverRun()).isEmpty();
        assertThat(database.query("SELECT relname FROM pg_class WHERE relname IN ('alice', 'bob') ORDER BY 1"))
                .isEqualTo("alice\nbob");
    }

    @Test
    void aDependencyThatHasRunIsNotMissedNorOneThatTheJournalNoLongerTellsOf(TestDatabase database) {
        TestHistory.configure(database, Apart.class).build().upgrade("heads");
        Migrate migrate = TestHistory.configure(database, Depending.class).build();
        assertThat(migrate.neverRun()).isEmpty();

        database.execute("DELETE FROM migrate_journal WHERE revision = 'alice'"
                + " OR id = (SELECT min(id) FROM migrate_journal)");
        assertThat(migrate.neverRun()).isEmpty();
    }

    @Test
    void ofADependencyOfWhatWasThereBeforeTheJournalNothingIsKnown(TestDatabase database) {
        TestHistory.configure(database, Before.class).build().upgrade("0001");
        database.execute("TRUNCATE migrate_journal RESTART IDENTITY");
        TestHistory.configure(database, Before.class).build().upgrade("head");

        assertThat(TestHistory.configure(database, Depending.class).build().neverRun())
                .isEmpty();
    }

    private static Migrate rebased(TestDatabase database) {
        TestHistory.configure(database, Before.class).build().upgrade("head");
        return TestHistory.configure(database, Rebased.class).build();
    }

    @Test
    void whatIsPutBelowAnAppliedRevisionIsTold(TestDatabase database) {
        Migrate migrate = rebased(database);

        assertThat(migrate.pending()).isEmpty();
        assertThat(migrate.neverRun()).extracting(RevisionInfo::id).containsExactly("alice");
    }

    @Test
    void itIsStillToldWhenWhatIsAboveItIsReverted(TestDatabase database) {
        Migrate migrate = rebased(database);

        migrate.downgrade("alice");

        assertThat(migrate.neverRun()).extracting(RevisionInfo::id).containsExactly("alice");
    }

    @Test
    void itIsToldAboveAStamp(TestDatabase database) {
        Migrate before = TestHistory.configure(database, Before.class).build();
        before.stamp("0001");
        before.upgrade("head");

        assertThat(TestHistory.configure(database, Rebased.class).build().neverRun())
                .extracting(RevisionInfo::id)
                .containsExactly("alice");
    }

    @Test
    void itRunsBehindADowngradeAndAStamp(TestDatabase database) {
        Migrate migrate = rebased(database);

        migrate.downgrade("alice");
        migrate.stamp("0001");
        migrate.upgrade("head");

        assertThat(migrate.neverRun()).isEmpty();
        assertThat(database.query("SELECT relname FROM pg_class WHERE relname IN ('alice', 'bob') ORDER BY 1"))
                .isEqualTo("alice\nbob");
    }

    @Test
    void aStampDeclaresItToBeThere(TestDatabase database) {
        Migrate migrate = rebased(database);

        migrate.stamp("bob");

        assertThat(migrate.neverRun()).isEmpty();
    }

    @Test
    void whatWasStampedOrIsNoLongerInTheJournalIsNotMissed(TestDatabase database) {
        Migrate migrate = TestHistory.configure(database, Rebased.class).build();
        migrate.upgrade("0001");
        migrate.stamp("alice");
        migrate.upgrade("head");
        assertThat(migrate.neverRun()).isEmpty();

        database.execute("DELETE FROM migrate_journal WHERE revision IN ('0001', 'alice')");
        assertThat(migrate.neverRun()).isEmpty();
    }
}
