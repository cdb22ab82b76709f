package dev.migrate.autogen.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.autogen.catalog.CatalogReader;
import dev.migrate.autogen.catalog.CatalogScope;
import dev.migrate.ddl.DdlRenderer;
import dev.migrate.ddl.ServerVersion;
import dev.migrate.dump.SchemaDump;
import dev.migrate.operation.Operation;
import dev.migrate.operation.Reversible;
import dev.migrate.schema.Schema;
import dev.migrate.testing.PostgresServer;
import dev.migrate.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/**
 * The proof of the differ: for pairs of random schemas A and B, the migration from A to B leaves exactly the catalog that
 * B built directly has, a second comparison finds nothing, and the way back leaves exactly A's.
 *
 * <p>The long run: {@code mvn -pl autogen -am test -Dtest=RoundTripTest -Dsurefire.failIfNoSpecifiedTests=false
 * -Dmigrate.random.pairs=100000}, and {@code -Dmigrate.random.from} to begin at another pair. A failure names its pair.
 */
class RoundTripTest {

    private static final int PAIRS = Integer.getInteger("migrate.random.pairs", 500);
    private static final int FROM = Integer.getInteger("migrate.random.from", 0);

    /** As many as most machines have processors; each has databases to itself. */
    private static final int WORKERS = 2;

    private static final int CHAIN = 50;

    private static final int ENOUGH_FAILURES = 5;

    private final CatalogReader reader = new CatalogReader();
    private final AtomicInteger next = new AtomicInteger(FROM);
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();

    @Test
    void fromAnySchemaToAnyOtherAndBack() throws Exception {
        ExecutorService workers = Executors.newFixedThreadPool(WORKERS);
        List<Future<?>> running = new ArrayList<>();
        for (int i = 0; i < WORKERS; i++) {
            running.add(workers.submit(() -> {
                work();
                return null;
            }));
        }
        workers.shutdown();
        for (Future<?> worker : running) {
            worker.get();
        }

        assertThat(failures).isEmpty();
    }

    private void work() throws SQLException {
        try (TestDatabase one = PostgresServer.get().newDatabase();
                TestDatabase other = PostgresServer.get().newDatabase();
                Connection first = connect(one);
                Connection second = connect(other)) {
            ServerVersion server = new ServerVersion(Integer.parseInt(one.query("SHOW server_version_num")));
            for (int pair = next.getAndAdd(CHAIN);
                    pair < FROM + PAIRS && failures.size() < ENOUGH_FAILURES;
                    pair = next.getAndAdd(CHAIN)) {
                new Chain(first, second, server).run(pair, Math.min(pair + CHAIN, FROM + PAIRS));
                vacuum(first);
                vacuum(second);
            }
        }
    }

    private static Connection connect(TestDatabase database) throws SQLException {
        Connection connection = database.connect();
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE EXTENSION btree_gist");
            statement.execute("SET jit = off"); // Compiling the catalog queries takes longer than running them.
        }
        connection.setAutoCommit(false);
        return connection;
    }

    /** What was rolled back is still in the catalog's files. */
    private static void vacuum(Connection connection) throws SQLException {
        connection.setAutoCommit(true);
        try (Statement statement = connection.createStatement()) {
            statement.execute("VACUUM");
        }
        connection.setAutoCommit(false);
    }

    /** A schema as it is built directly, in the open transaction of a database. */
    private record Built(Connection connection, Schema schema, String dump) {}

    /**
     * Pairs in a row: what one leads to, the next one begins with, in the other database; so that each schema is built
     * once.
     */
    private final class Chain {
        private final Connection first;
        private final Connection second;
        private final ServerVersion server;
        private final DdlRenderer ddl;
        private final DiffOptions options;

        Chain(Connection first, Connection second, ServerVersion server) {
            this.first = first;
            this.second = second;
            this.server = server;
            this.ddl = new DdlRenderer(server);
            this.options = DiffOptions.CATALOGS.server(server);
        }

        void run(int firstPair, int end) throws SQLException {
            Built from = null;
            for (int pair = firstPair; pair < end && failures.size() < ENOUGH_FAILURES; pair++) {
                try {
                    from = from == null ? build(first, pair) : from;
                    Built to = build(from.connection() == first ? second : first, pair + 1);
                    roundTrip(from, to);
                    from.connection().rollback();
                    from = to;
                } catch (SQLException | RuntimeException | AssertionError e) {
                    failures.add("pair " + pair + ": " + e.getMessage() + "\n");
                    first.rollback();
                    second.rollback();
                    from = null;
                }
            }
            first.rollback();
            second.rollback();
        }

        private Built build(Connection connection, int seed) throws SQLException {
            Schema wanted = RandomSchemas.schema(seed, server);
            apply(connection, SchemaDiff.diff(Schema.EMPTY, wanted, options).operations());
            return new Built(connection, read(connection), SchemaDump.of(connection));
        }

        private void roundTrip(Built from, Built to) throws SQLException {
            Connection connection = from.connection();
            Difference difference = SchemaDiff.diff(from.schema(), to.schema(), options);
            apply(connection, difference.operations());
            assertSameDump(to.dump(), connection, "up", difference.operations());
            assertThat(SchemaDiff.diff(read(connection), to.schema(), options).operations())
                    .isEmpty();

            // Equal dumps are all there is to know about the way back.
            apply(connection, difference.inverse());
            assertSameDump(from.dump(), connection, "down", difference.inverse());
        }

        /** Whole dumps are compared; a failure shows the lines that differ. */
        private void assertSameDump(
                String expected, Connection connection, String direction, List<Reversible> operations)
                throws SQLException {
            String actual = SchemaDump.of(connection);
            if (!actual.equals(expected)) {
                throw new AssertionError(direction + "\nmissing:\n" + minus(expected, actual) + "\nunexpected:\n"
                        + minus(actual, expected) + "\nafter:\n" + lines(operations));
            }
        }

        /** The lines of one dump that the other lacks, with the object that each belongs to. */
        private static String minus(String dump, String other) {
            List<String> lines = new ArrayList<>(qualified(dump));
            lines.removeAll(qualified(other));
            return String.join("\n", lines);
        }

        private static List<String> qualified(String dump) {
            List<String> lines = new ArrayList<>();
            String object = "";
            for (String line : dump.lines().toList()) {
                object = line.startsWith(" ") ? object : line;
                lines.add(object + ":" + line);
            }
            return lines;
        }

        private Schema read(Connection connection) {
            return reader.read(connection, CatalogScope.ofSchemas(Arrays.asList(null, "audit")))
                    .withExtensions(List.of());
        }

        /** At once, as a script is; one by one if that fails, to say which statement it was. */
        private void apply(Connection connection, List<Reversible> operations) throws SQLException {
            String all = lines(operations);
            if (all.isBlank()) {
                return;
            }
            Savepoint before = connection.setSavepoint();
            try (Statement statement = connection.createStatement()) {
                statement.execute(all);
            } catch (SQLException e) {
                connection.rollback(before);
                applyEach(connection, operations);
                throw new SQLException("Fails as a script only: " + e.getMessage() + "\n" + all, e);
            }
        }

        private void applyEach(Connection connection, List<Reversible> operations) throws SQLException {
            for (Operation operation : operations) {
                for (dev.migrate.ddl.Statement sql : ddl.render(operation)) {
                    try (Statement statement = connection.createStatement()) {
                        statement.execute(sql.sql());
                    } catch (SQLException e) {
                        throw new SQLException(e.getMessage() + "\n" + sql.sql() + "\nof:\n" + lines(operations), e);
                    }
                }
            }
        }

        private String lines(List<Reversible> operations) {
            StringBuilder lines = new StringBuilder();
            operations.forEach(operation -> ddl.render(operation)
                    .forEach(sql -> lines.append("  ").append(sql.sql()).append(";\n")));
            return lines.toString();
        }
    }
}
