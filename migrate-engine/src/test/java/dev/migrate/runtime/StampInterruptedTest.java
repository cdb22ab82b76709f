package dev.migrate.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.Migrate;
import dev.migrate.Migration;
import dev.migrate.Operations;
import dev.migrate.Revision;
import dev.migrate.testing.PostgresTest;
import dev.migrate.testing.Psql;
import dev.migrate.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A stamp settles an interrupted revision if it says whether that one is there, and else leaves it as it is. */
@PostgresTest
class StampInterruptedTest {

    abstract static class Forward implements Migration {
        @Override
        public void downgrade(Operations op) {}
    }

    static class Branches {
        @Revision(id = "trunk")
        static class Trunk extends Forward {
            @Override
            public void upgrade(Operations op) {
                op.execute("CREATE TABLE prices (cents int); INSERT INTO prices VALUES (1)");
            }
        }

        @Revision(id = "left", revises = "trunk", message = "raise")
        static class Left extends Forward {
            @Override
            public void upgrade(Operations op) {
                op.execute("UPDATE prices SET cents = cents + 100");
                op.execute("CREATE INDEX CONCURRENTLY ON prices (cents)");
                op.execute("SELECT FROM cause");
            }
        }

        @Revision(id = "lefter", revises = "left")
        static class Lefter extends Forward {
            @Override
            public void upgrade(Operations op) {}
        }

        @Revision(id = "right", revises = "trunk")
        static class Right extends Forward {
            @Override
            public void upgrade(Operations op) {
                op.execute("CREATE INDEX ON prices ((cents + 1))");
            }
        }
    }

    private static Migrate interruptedAtLeft(TestDatabase database) {
        Migrate migrate = TestHistory.configure(database, Branches.class).build();
        assertThatThrownBy(() -> migrate.upgrade("left")).hasMessageContaining("relation \"cause\" does not exist");
        return migrate;
    }

    @Test
    void aStampOfAnotherBranchDoesNotForgetWhatIsHalfApplied(TestDatabase database) {
        Migrate migrate = interruptedAtLeft(database);

        assertThatThrownBy(() -> migrate.stamp("right")).hasMessage("""
                        The database is half way through the upgrade of revision left: 2 of its 3 statements are committed.
                        It failed with
                          ERROR: relation "cause" does not exist
                            Position: 14
                        Correct the cause: the rows, or the migration after statement 2. Then complete it: mvn \
                        migrate:upgrade -Dmigrate.revision=left
                        Or undo by hand what is committed, and record where the database is then: mvn migrate:stamp \
                        -Dmigrate.revision=left@-1
                        This stamp says nothing of it: it is on another branch. Stamp all that is \
                        applied, on all branches, with -Dmigrate.purge.""");
        database.execute("CREATE TABLE cause ()");
        migrate.upgrade("heads");

        assertThat(database.query("SELECT cents FROM prices")).isEqualTo("101");
        assertThat(database.query("SELECT revision FROM migrate_version ORDER BY 1"))
                .isEqualTo("lefter\nright");
    }

    @Test
    void aStampThatPurgesSaysWhereAllBranchesAre(TestDatabase database) {
        Migrate migrate = interruptedAtLeft(database);

        migrate.purgeAndStamp("right");

        assertThat(migrate.interrupted()).isEmpty();
        assertThat(migrate.current()).containsExactly("right");
    }

    @Test
    void aScriptThatStampsAnotherBranchDoesNothingEither(TestDatabase database) {
        Migrate migrate = interruptedAtLeft(database);
        StringBuilder script = new StringBuilder();
        migrate.stampSql("trunk:right", script);

        assertThat(Psql.run(database, script))
                .contains("ERROR:  Half applied: left. This script says nothing of it: it is on another branch")
                .endsWith("exit 3");
        assertThat(migrate.current()).containsExactly("trunk");
        assertThat(migrate.interrupted()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"trunk", "left", "lefter", "heads", "base", "-1", "left,right"})
    void aStampOnItsLineSettlesIt(String target, TestDatabase byRun, TestDatabase byScript) {
        Migrate migrate = interruptedAtLeft(byRun);
        migrate.stamp(target);
        assertThat(migrate.interrupted()).isEmpty();

        if (!target.equals("-1")) {
            Migrate scripted = interruptedAtLeft(byScript);
            StringBuilder script = new StringBuilder();
            scripted.stampSql("trunk:" + target, script);
            assertThat(Psql.run(byScript, script)).isEqualTo("exit 0");
            assertThat(scripted.interrupted()).isEmpty();
        }
    }

    @Test
    void aPurgeSettlesEverything(TestDatabase database) {
        Migrate migrate = interruptedAtLeft(database);

        migrate.purgeAndStamp("right");

        assertThat(migrate.interrupted()).isEmpty();
    }
}
