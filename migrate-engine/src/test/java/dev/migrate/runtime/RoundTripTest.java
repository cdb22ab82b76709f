package dev.migrate.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.Migrate;
import dev.migrate.RunListener;
import dev.migrate.Status;
import dev.migrate.revision.Step;
import dev.migrate.testing.PostgresTest;
import dev.migrate.testing.TestDatabase;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** What an application's start costs when there is nothing to do. */
@PostgresTest
class RoundTripTest {

    @Test
    void aRevisionOfOneStatementCostsTwoRoundTripsWithItsRecordAndItsCommit(TestDatabase database) throws Exception {
        try (RoundTrips proxy = new RoundTrips(database.server().port())) {
            PGSimpleDataSource through = (PGSimpleDataSource) database.dataSource();
            through.setPortNumbers(new int[] {proxy.port()});
            List<Integer> costs = new ArrayList<>();
            try (Connection connection = through.getConnection()) {
                TestHistory.configure(database, Agents.class)
                        .dataSource(new OneConnection(connection))
                        .listener(new RunListener() {
                            private int before;

                            @Override
                            public void revisionStarted(Step step) {
                                before = proxy.count();
                            }

                            @Override
                            public void revisionFinished(Step step, Duration duration) {
                                costs.add(proxy.count() - before);
                            }
                        })
                        .build()
                        .upgrade("head");
            }
            assertThat(costs).containsExactly(2, 2, 2);
        }
    }

    @Test
    void nothingToDoCostsTwoRoundTrips(TestDatabase database) throws Exception {
        overOneConnection(database, (migrate, proxy) -> {
            int before = proxy.count();
            migrate.upgrade("head");
            assertThat(proxy.count() - before).isEqualTo(2);

            migrate.requireCurrent();
            assertThat(proxy.count() - before).isEqualTo(4);
        });
    }

    @Test
    void aStatusAsksOnceWhateverItIsAskedThen(TestDatabase database) throws Exception {
        overOneConnection(database, (migrate, proxy) -> {
            int before = proxy.count();
            Status status = migrate.status();
            assertThat(proxy.count() - before).isEqualTo(5);

            assertThat(status.current()).containsExactly("0003");
            assertThat(status.interrupted()).isEmpty();
            assertThat(status.changed()).isEmpty();
            assertThat(status.neverRun()).isEmpty();
            assertThat(status.pending()).isEmpty();
            assertThat(status.journal()).hasSize(3);
            assertThat(proxy.count() - before).isEqualTo(5);
        });
    }

    /** With all of the history applied. */
    private static void overOneConnection(TestDatabase database, BiConsumer<Migrate, RoundTrips> action)
            throws Exception {
        TestHistory.configure(database, Agents.class).build().upgrade("head");
        try (RoundTrips proxy = new RoundTrips(database.server().port())) {
            PGSimpleDataSource through = (PGSimpleDataSource) database.dataSource();
            through.setPortNumbers(new int[] {proxy.port()});
            try (Connection connection = through.getConnection()) {
                action.accept(
                        TestHistory.configure(database, Agents.class)
                                .dataSource(new OneConnection(connection))
                                .build(),
                        proxy);
            }
        }
    }
}
