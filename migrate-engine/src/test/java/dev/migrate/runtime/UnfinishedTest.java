package dev.migrate.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.Migrate;
import dev.migrate.MigrateException;
import dev.migrate.Migration;
import dev.migrate.Operations;
import dev.migrate.Revision;
import dev.migrate.RunListener;
import dev.migrate.lint.Hazard;
import dev.migrate.testing.PostgresTest;
import dev.migrate.testing.TestDatabase;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A migration that throws an Error, as Kotlin's {@code TODO()} does. */
@PostgresTest
class UnfinishedTest {

    private static final class NotImplementedError extends Error {

        private static final long serialVersionUID = 1L;

        NotImplementedError(String reason) {
            super("An operation is not implemented: " + reason);
        }
    }

    static class Unfinished {
        @Revision(id = "0001", message = "users")
        static class Users implements Migration {
            @Override
            public void upgrade(Operations op) {
                op.execute("CREATE TABLE users (id int)");
                if (op.x("finished").isEmpty()) {
                    throw new NotImplementedError("the rest");
                }
            }

            @Override
            public void downgrade(Operations op) {
                throw new NotImplementedError("is there a way back?");
            }
        }
    }

    @Test
    void anErrorFailsTheRevisionLikeAnyException(TestDatabase database) {
        TestHistory.Told told = new TestHistory.Told();
        Migrate migrate = TestHistory.configure(database, Unfinished.class)
                .listener(new RunListener() {
                    @Override
                    public void runFailed(MigrateException failure, Duration duration) {
                        told.notice(failure.getMessage());
                        throw new NotImplementedError("alert");
                    }
                })
                .build();

        assertThatThrownBy(() -> migrate.upgrade("head"))
                .isInstanceOf(RevisionFailedException.class)
                .hasCauseInstanceOf(NotImplementedError.class)
                .hasSuppressedException(new NotImplementedError("alert"));

        assertThat(told.text()).isEqualTo("""
                        The upgrade of revision 0001 (users) failed:
                          dev.migrate.runtime.UnfinishedTest$NotImplementedError: An operation is not implemented: the rest
                        Migration: dev.migrate.runtime.UnfinishedTest$Unfinished$Users (UnfinishedTest.java:38)
                        It was rolled back and left nothing behind; the database is at base.
                        Correct the cause and run mvn migrate:upgrade again.""");
        assertThat(database.query("SELECT revision, outcome FROM migrate_journal"))
                .isEqualTo("0001|failed");
    }

    @Test
    void lintTellsThatADowngradeIsNotImplemented(TestDatabase database) {
        assertThat(TestHistory.configure(database, Unfinished.class)
                        .x("finished", "yes")
                        .build()
                        .lint()
                        .hazards())
                .extracting(Hazard::text)
                .containsExactly("There is no way back: downgrade throws.");
    }
}
