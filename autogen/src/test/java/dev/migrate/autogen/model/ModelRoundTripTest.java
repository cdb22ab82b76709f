package dev.migrate.autogen.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.autogen.online.OnlineOptions;
import dev.migrate.testing.PostgresServer;
import dev.migrate.testing.PostgresTest;
import dev.migrate.testing.TestDatabase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/**
 * An application goes on working: where random entities become what they might be later, Hibernate writes rows before and
 * after, up, down and up again, and reads what it and its predecessor wrote. Every second migration is the one for tables
 * in use.
 *
 * <p>The long run: {@code -Dmigrate.modelPairs=1000}, and {@code -Dmigrate.modelPairs.from} to begin at another pair.
 */
@PostgresTest
@ResourceLock(Resources.TIME_ZONE)
class ModelRoundTripTest {

    private static final int PAIRS = Integer.getInteger("migrate.modelPairs", 10);
    private static final int FROM = Integer.getInteger("migrate.modelPairs.from", 0);

    private static final TimeZone ZONE = TimeZone.getDefault();

    /** A local time means the same in every type then. */
    @BeforeAll
    static void useUniversalTime() {
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
    }

    @AfterAll
    static void useLocalTime() {
        TimeZone.setDefault(ZONE);
    }

    @Test
    void applicationsGoOnWorkingWithWhatTheirEntitiesBecome(@TempDir Path directory) {
        List<String> failures = new ArrayList<>();
        for (int number = FROM; number < FROM + PAIRS; number++) {
            try (TestDatabase database = PostgresServer.get().newDatabase()) {
                ModelChange change = new ModelChange(RandomModels.earlier(number), RandomModels.later(number));
                OnlineOptions options = OnlineOptions.ONLINE.online(number % 2 == 1);
                ModelPair pair = new ModelPair(change, options, database, directory.resolve("" + number));
                try {
                    pair.roundTrip();
                } catch (RuntimeException | AssertionError e) {
                    failures.add("pair " + number + ": " + causes(e) + "\n" + pair.describe());
                }
            }
        }
        assertThat(String.join("\n", failures)).isEmpty();
    }

    private static String causes(Throwable failure) {
        StringBuilder causes = new StringBuilder(String.valueOf(failure.getMessage()));
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            causes.append("\n  because of: ").append(cause);
        }
        return causes.toString();
    }
}
