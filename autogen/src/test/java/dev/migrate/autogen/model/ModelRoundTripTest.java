package dev.migrate.autogen.model;

import dev.migrate.autogen.diff.RandomPairs;
import dev.migrate.autogen.diff.Shrinking;
import dev.migrate.autogen.online.OnlineOptions;
import dev.migrate.testing.PostgresServer;
import dev.migrate.testing.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/**
 * An application goes on working: where random entities become what they might be later, Hibernate writes rows before and
 * after, up, down and up again, and reads what it and its predecessor wrote. Every second migration is the one for tables
 * in use.
 */
@Tag("random")
@ResourceLock(Resources.TIME_ZONE)
class ModelRoundTripTest {

    private static final int ATTEMPTS = Integer.getInteger("migrate.random.attempts", 60);

    private static final TimeZone ZONE = TimeZone.getDefault();

    @TempDir
    private Path directory;

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
    void applicationsGoOnWorkingWithWhatTheirEntitiesBecome() throws Exception {
        RandomPairs.run("entities", RandomPairs.count(100), () -> () -> {}, this::shrunkFailure);
    }

    private Optional<String> shrunkFailure(AutoCloseable worker, int number) {
        OnlineOptions options = OnlineOptions.ONLINE.online(number % 2 == 1);
        ModelChange change = new ModelChange(RandomModels.earlier(number), RandomModels.later(number));
        Optional<Failure> failure = failure(change, options);
        if (failure.isEmpty()) {
            return Optional.empty();
        }
        String step = failure.get().step();
        Set<String> needless = Shrinking.needless(
                ModelParts.of(change), parts -> failsAt(step, ModelParts.without(change, parts), options), ATTEMPTS);
        ModelChange smallest = ModelParts.without(change, needless);
        return Optional.of(failure(smallest, options).orElse(failure.get()).message() + "\n"
                + String.join(
                        "\n", ModelSource.of(smallest.earlier(), "earlier").values())
                + String.join("\n", ModelSource.of(smallest.later(), "later").values()));
    }

    private boolean failsAt(String step, ModelChange change, OnlineOptions options) {
        try {
            return failure(change, options)
                    .filter(other -> other.step().equals(step))
                    .isPresent();
        } catch (NoSuchElementException e) {
            return false; // An entity is left of which the superclass isn't.
        }
    }

    /** What went wrong, and when. */
    private record Failure(String step, String message) {}

    private Optional<Failure> failure(ModelChange change, OnlineOptions options) {
        try (TestDatabase database = PostgresServer.get().newDatabase()) {
            ModelPair pair = new ModelPair(change, options, database, Files.createTempDirectory(directory, "pair"));
            try {
                pair.roundTrip();
                return Optional.empty();
            } catch (RuntimeException | AssertionError e) {
                return Optional.of(new Failure(pair.step(), causes(e) + "\n" + pair.describe()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String causes(Throwable failure) {
        StringBuilder causes = new StringBuilder(String.valueOf(failure.getMessage()));
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            causes.append("\n  because of: ").append(cause);
        }
        return causes.toString();
    }
}
