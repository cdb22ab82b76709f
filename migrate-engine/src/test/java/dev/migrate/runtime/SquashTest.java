package dev.migrate.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.Migrate;
import dev.migrate.Migration;
import dev.migrate.Operations;
import dev.migrate.Revision;
import dev.migrate.revision.RevisionInfo;
import dev.migrate.testing.PostgresTest;
import dev.migrate.testing.TestDatabase;
import org.junit.jupiter.api.Test;

/** Old revisions are retired: a baseline takes their place, under the id of the newest of them. */
@PostgresTest
class SquashTest {

    static class Old {
        @Revision(id = "0001")
        static class Table implements OneWay {
            @Override
            public void upgrade(Operations op) {
                op.execute("CREATE TABLE t (a int)");
            }
        }

        @Revision(id = "0002", revises = "0001")
        static class Column implements OneWay {
            @Override
            public void upgrade(Operations op) {
                op.execute("ALTER TABLE t ADD b int");
            }
        }
    }

    static class Squashed {
        @Revision(id = "0002")
        static class Baseline implements Migration {
            @Override
            public void upgrade(Operations op) {
                op.execute("CREATE TABLE t (a int, b int)");
            }

            @Override
            public void downgrade(Operations op) {
                op.dropTable("t");
            }
        }

        @Revision(id = "0003", revises = "0002")
        static class Next implements Migration {
            @Override
            public void upgrade(Operations op) {
                op.execute("ALTER TABLE t ADD c int");
            }

            @Override
            public void downgrade(Operations op) {
                op.dropColumn("t", "c");
            }
        }
    }

    @Test
    void aBaselineThatIsStampedIsNotChangedAnyMore(TestDatabase database) {
        TestHistory.configure(database, Old.class).build().upgrade("head");
        Migrate squashed = TestHistory.configure(database, Squashed.class).build();
        assertThat(squashed.changed()).extracting(RevisionInfo::id).containsExactly("0002");

        squashed.stamp("0002");
        assertThat(squashed.changed()).isEmpty();

        squashed.upgrade("head");
        assertThat(squashed.changed()).isEmpty();
        assertThat(squashed.pending()).isEmpty();
        squashed.downgrade("base");
        assertThat(database.query("SELECT count(*) FROM pg_tables WHERE tablename = 't'"))
                .isEqualTo("0");
    }

    @Test
    void whatRanAfterAStampIsComparedAgain(TestDatabase database) {
        Migrate old = TestHistory.configure(database, Old.class).build();
        old.stamp("head");
        old.downgrade("0001");
        database.execute("CREATE TABLE t (a int)");
        old.upgrade("head");

        assertThat(TestHistory.configure(database, Squashed.class).build().changed())
                .extracting(RevisionInfo::id)
                .containsExactly("0002");
    }
}
