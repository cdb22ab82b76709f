package dev.migrate.runtime;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.Migrate;
import dev.migrate.MigrateException;
import dev.migrate.Migration;
import dev.migrate.Operations;
import dev.migrate.Revision;
import dev.migrate.testing.PostgresTest;
import dev.migrate.testing.TestDatabase;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What the journal says of a history where the database is at a revision that the history lacks, behind a stamp. */
@PostgresTest
class AheadTest {

    abstract static class Nothing implements Migration {
        @Override
        public void upgrade(Operations op) {}

        @Override
        public void downgrade(Operations op) {}
    }

    static class Old {
        @Revision(id = "a")
        static class A extends Nothing {}

        @Revision(id = "b", revises = "a")
        static class B extends Nothing {}
    }

    static class Newer {
        @Revision(id = "a")
        static class A extends Nothing {}

        @Revision(id = "b", revises = "a")
        static class B extends Nothing {}

        @Revision(id = "later", revises = "b")
        static class Later extends Nothing {}
    }

    /** Instead of b, which was a mistake. */
    static class Other {
        @Revision(id = "a")
        static class A extends Nothing {}

        @Revision(id = "c", revises = "a")
        static class C extends Nothing {}
    }

    /** All of it made one. */
    static class Squashed {
        @Revision(id = "ab")
        static class Both extends Nothing {}

        @Revision(id = "c", revises = "ab")
        static class C extends Nothing {}
    }

    private static Migrate migrate(TestDatabase database, Class<?> history) {
        return TestHistory.configure(database, history).build();
    }

    @Test
    void aRevisionThatAStampHasTakenBackIsMissing(TestDatabase database) {
        Migrate old = migrate(database, Old.class);
        old.upgrade("head");
        old.stamp("a");
        migrate(database, Other.class).upgrade("head");

        assertThatThrownBy(old::requireCurrent)
                .isInstanceOf(MigrateException.class)
                .hasMessageStartingWith("Can't locate revision identified by 'c'. It is in the version table");
    }

    @Test
    void whatAStampedRevisionNeedsIsThere(TestDatabase database) {
        Migrate old = migrate(database, Old.class);
        old.stamp("b");
        migrate(database, Newer.class).upgrade("head");

        assertThatCode(old::requireCurrent).doesNotThrowAnyException();
    }

    @Test
    void aRowThatNoRunHasWrittenDoesNotMakeADatabaseNewer(TestDatabase database) {
        Migrate old = migrate(database, Old.class);
        old.upgrade("head");
        database.execute("INSERT INTO migrate_version VALUES ('zzz')");

        for (ThrowingCallable use : List.<ThrowingCallable>of(
                old::requireCurrent,
                old::pending,
                () -> old.upgrade("head"),
                () -> old.upgrade("heads"),
                () -> old.downgrade("-1"),
                () -> old.stamp("b"))) {
            assertThatThrownBy(use)
                    .isInstanceOf(MigrateException.class)
                    .hasMessage(
                            "Can't locate revision identified by 'zzz'. It is in the version table, and is none of the 2"
                                    + " revisions. Use the code that has this revision; if it is gone for good, say where the database"
                                    + " really is with mvn migrate:stamp -Dmigrate.purge -Dmigrate.revision=<id>.");
        }

        old.purgeAndStamp("b");
        assertThatCode(old::requireCurrent).doesNotThrowAnyException();
    }

    @Test
    void aNewBeginningThatWasStampedStandsForWhatWasDoneBefore(TestDatabase database) {
        Migrate old = migrate(database, Old.class);
        old.upgrade("head");
        Migrate squashed = migrate(database, Squashed.class);
        squashed.purgeAndStamp("ab");
        squashed.upgrade("head");

        assertThatCode(old::requireCurrent).doesNotThrowAnyException();
    }
}
