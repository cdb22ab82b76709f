package dev.migrate.autogen.diff;

import dev.migrate.autogen.diff.DeclaredRoundTrip.Failure;
import dev.migrate.testing.PostgresServer;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Random pairs of schemas in the modes that users run: declared against a database with rows, without and with online forms. */
@Tag("random")
class DeclaredRoundTripTest {

    private static final int ATTEMPTS = Integer.getInteger("migrate.random.attempts", 500);

    @Test
    void whatIsDeclaredComesAndGoesWithRowsInTheTables() throws Exception {
        run(false, RandomPairs.count(500));
    }

    @Test
    void theSameWithOnlineForms() throws Exception {
        run(true, RandomPairs.count(200));
    }

    private static void run(boolean isOnline, int pairs) throws Exception {
        RandomPairs.run(
                isOnline ? "online" : "declared",
                pairs,
                () -> new DeclaredRoundTrip(PostgresServer.get(), isOnline),
                DeclaredRoundTripTest::failure);
    }

    private static Optional<String> failure(DeclaredRoundTrip roundTrip, int number) {
        SchemaPair pair = SchemaPair.of(number, PostgresServer.get().version());
        Optional<Failure> failure = roundTrip.run(pair);
        return failure.map(found -> shrunk(roundTrip, found));
    }

    private static String shrunk(DeclaredRoundTrip roundTrip, Failure failure) {
        SchemaPair pair = failure.pair();
        Set<String> needless =
                Shrinking.needless(pair.parts(), parts -> roundTrip.failsAlike(pair.without(parts), failure), ATTEMPTS);
        SchemaPair smallest = pair.without(needless);
        return roundTrip.runAsItIs(smallest).orElse(failure).message() + "\n" + smallest.java();
    }
}
