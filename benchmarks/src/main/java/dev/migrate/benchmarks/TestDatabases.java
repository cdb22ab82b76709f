package dev.migrate.benchmarks;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.migrate.test.MigratedDatabase;
import dev.migrate.test.MigratedDatabase.Per;
import dev.migrate.test.MigrationRun;
import dev.migrate.test.MigrationTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.LauncherConstants;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** What a database of its own costs a test method, beside the same method on a database that its class shares. */
final class TestDatabases {

    private static final int METHODS = 200;

    private static final String LAST = "000300";

    private TestDatabases() {}

    /** What each method does. */
    private static void use(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SELECT * FROM migrate_version");
        }
    }

    @MigratedDatabase
    static class Shared {
        @RepeatedTest(METHODS)
        void method(Connection connection) throws SQLException {
            use(connection);
        }
    }

    @MigratedDatabase(per = Per.METHOD)
    static class Cloned {
        @RepeatedTest(METHODS)
        void method(Connection connection) throws SQLException {
            use(connection);
        }
    }

    /** As without a template: the history is applied to an empty database. */
    static class Migrated {
        @MigrationTest(from = "base", to = LAST)
        void first(MigrationRun migrate, Connection connection) throws SQLException {
            migrate.upgrade();
            use(connection);
        }

        @MigrationTest(from = "base", to = LAST)
        void second(MigrationRun migrate, Connection connection) throws SQLException {
            migrate.upgrade();
            use(connection);
        }

        @MigrationTest(from = "base", to = LAST)
        void third(MigrationRun migrate, Connection connection) throws SQLException {
            migrate.upgrade();
            use(connection);
        }
    }

    /** Prints, for each class, the time to its first method's end, and the mean and the median of the other methods. */
    public static void main(String... args) {
        for (Class<?> type : List.of(Shared.class, Cloned.class, Migrated.class)) {
            Times times = new Times();
            LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                    .selectors(selectClass(type))
                    .configurationParameter(LauncherConstants.STACKTRACE_PRUNING_ENABLED_PROPERTY_NAME, "false")
                    .build();
            long start = System.nanoTime();
            LauncherFactory.create().execute(request, times);
            times.print(type.getSimpleName(), start);
        }
        // The embedded server is stopped by a hook.
        System.exit(0);
    }

    private static final class Times implements TestExecutionListener {

        private final Map<String, Long> started = new ConcurrentHashMap<>();
        private final List<Long> nanos = new ArrayList<>();
        private long firstEnd;

        @Override
        public void executionStarted(TestIdentifier test) {
            started.put(test.getUniqueId(), System.nanoTime());
        }

        @Override
        public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            result.getThrowable().ifPresent(failure -> {
                throw new IllegalStateException(test.getDisplayName(), failure);
            });
            if (test.isTest()) {
                long now = System.nanoTime();
                firstEnd = nanos.isEmpty() ? now : firstEnd;
                nanos.add(now - Objects.requireNonNull(started.get(test.getUniqueId())));
            }
        }

        void print(String name, long start) {
            List<Long> others = nanos.stream().skip(1).sorted().toList();
            System.out.printf(
                    Locale.ROOT,
                    "%-8s %d methods: the first ends after %.0f ms, the others take %.1f ms (mean), %.1f ms (median)%n",
                    name,
                    nanos.size(),
                    (firstEnd - start) / 1e6,
                    others.stream().mapToLong(Long::longValue).average().orElseThrow() / 1e6,
                    others.get(others.size() / 2) / 1e6);
        }
    }
}
