package dev.migrate.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.Migrate;
import dev.migrate.MigrateException;
import dev.migrate.RunListener;
import dev.migrate.revision.Step;
import dev.migrate.testing.PostgresTest;
import dev.migrate.testing.TestDatabase;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What becomes of a run whose listener fails. */
@PostgresTest
class ListenerTest {

    @Test
    void whatWasCommittedBeforeStaysAndTheNextRunGoesOn(TestDatabase database) {
        Migrate failing = TestHistory.configure(database, ResumeTest.Concurrent.class)
                .listener(new RunListener() {
                    @Override
                    public void revisionFinished(Step step, Duration duration) {
                        throw new IllegalStateException(
                                "Nobody listens to " + step.revision().id());
                    }
                })
                .build();

        assertThatThrownBy(() -> failing.upgrade("head"))
                .isInstanceOf(MigrateException.class)
                .hasMessage("The run stopped between two revisions: java.lang.IllegalStateException: Nobody listens to"
                        + " 0001. What was committed is complete. See where the database is with mvn"
                        + " migrate:current.");
        assertThat(failing.current()).containsExactly("0001");
        database.execute("DELETE FROM users WHERE id = 2");
        assertThatThrownBy(() -> failing.upgrade("head")).hasMessageContaining("Nobody listens to 0002");

        Migrate migrate =
                TestHistory.configure(database, ResumeTest.Concurrent.class).build();
        migrate.requireCurrent();
        migrate.downgrade("base");
        assertThat(migrate.current()).isEmpty();
    }

    @Test
    void aStatementThatIsCompleteIsNotRunAgainBecauseItsListenerFailed(TestDatabase database) {
        TestHistory.configure(database, ResumeTest.Concurrent.class).build().upgrade("0001");
        database.execute("DELETE FROM users WHERE id = 2");
        Migrate failing = TestHistory.configure(database, ResumeTest.Concurrent.class)
                .listener(new RunListener() {
                    @Override
                    public void statementFinished(Step step, String sql, Duration duration) {
                        if (sql.contains("CONCURRENTLY")) {
                            throw new IllegalStateException("too much");
                        }
                    }
                })
                .build();
        assertThatThrownBy(() -> failing.upgrade("head"))
                .hasMessageContaining("java.lang.IllegalStateException: too much")
                .hasMessageContaining("Statement 2 is half done.");

        TestHistory.Told told = new TestHistory.Told();
        TestHistory.configure(database, ResumeTest.Concurrent.class)
                .listener(told)
                .build()
                .upgrade("head");

        assertThat(told.text()).isEqualTo("""
                        Resuming upgrade of 0002 behind statement 1, the last one that is committed
                        Statement 2 of 0002 was complete when it was interrupted, and isn't run again""");
    }

    @Test
    void aFailureIsNotHiddenByAListenerThatFailsToo(TestDatabase database) {
        Migrate migrate = TestHistory.configure(database, ResumeTest.Concurrent.class)
                .listener(new RunListener() {
                    @Override
                    public void runFailed(MigrateException failure, Duration duration) {
                        throw new IllegalStateException("deaf");
                    }
                })
                .build();

        assertThatThrownBy(() -> migrate.upgrade("head"))
                .isInstanceOf(RevisionFailedException.class)
                .hasMessageContaining("could not create unique index")
                .hasSuppressedException(new IllegalStateException("deaf"));
    }
}
