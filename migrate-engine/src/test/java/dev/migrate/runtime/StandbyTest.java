package dev.migrate.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.Migrate;
import dev.migrate.MigrateException;
import dev.migrate.testing.PostgresServer;
import dev.migrate.testing.TestDatabase;
import java.io.IOException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A server that only follows another one. */
class StandbyTest {

    private final PostgresServer server = PostgresServer.another();

    @AfterEach
    void stop() throws IOException {
        server.stop();
    }

    @Test
    void aStandbyIsReadAndWhatWouldChangeItIsRefused() throws IOException, InterruptedException {
        TestDatabase database = server.newDatabase();
        Migrate migrate = TestHistory.configure(database, Agents.class).build();
        migrate.upgrade("0001");
        server.restartAsStandby();

        assertThat(migrate.current()).containsExactly("0001");
        assertThat(migrate.pending()).isNotEmpty();
        migrate.upgrade("0001");
        assertRefused(() -> migrate.upgrade("head"));
        assertRefused(() -> migrate.downgrade("base"));
        assertRefused(() -> migrate.stamp("head"));
    }

    private static void assertRefused(ThrowingCallable change) {
        assertThatThrownBy(change)
                .isInstanceOf(MigrateException.class)
                .hasMessage("The server is a standby, which takes no changes. Connect to the primary server, with"
                        + " targetServerType=primary in the URL if it names several hosts, and run the command again.");
    }
}
