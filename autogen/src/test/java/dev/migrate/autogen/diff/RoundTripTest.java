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

    private static final int PAIRS = Integer.getInteger("migrate.random.pairs", 100);
    private static final int FROM = Integer.getInteger("migrate.random.from", 0);

    /** As many as most machines have processors; each has a database to itself. */
    private static final int WORKERS = 2;

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
        try (TestDatabase database = PostgresServer.get().newDatabase();
                Connection connection = database.connect()) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("CREATE EXTENSION btree_gist");
                statement.execute("SET jit = off"); // Compiling the catalog queries takes longer than running them.
            }
            ServerVersion server = new ServerVersion(Integer.parseInt(database.query("SHOW server_version_num")));
            connection.setAutoCommit(false);
            for (int pair = next.getAndIncrement();
                    pair < FROM + PAIRS && failures.size() < ENOUGH_FAILURES;
                    pair = next.getAndIncrement()) {
                try {
                    new RoundTrip(connection, server, pair).run();
                } catch (SQLException | RuntimeException | AssertionError e) {
                    failures.add("pair " + pair + ": " + e.getMessage() + "\n");
                }
                connection.rollback();
            }
        }
    }

    private final class RoundTrip {
        private final Connection connection;
        private final DdlRenderer ddl;
        private final DiffOptions options;
        private final Schema wantedFrom;
        private final Schema wantedTo;

        RoundTrip(Connection connection, ServerVersion server, int pair) {
            this.connection = connection;
            this.ddl = new DdlRenderer(server);
            this.options = DiffOptions.CATALOGS.server(server);
            this.wantedFrom = RandomSchemas.schema(2L * pair, server);
            this.wantedTo = RandomSchemas.schema(2L * pair + 1, server);
        }

        void run() throws SQLException {
            apply(SchemaDiff.diff(Schema.EMPTY, wantedTo, options).operations());
            Schema to = read();
            String dumpTo = SchemaDump.of(connection);
            connection.rollback();

            apply(SchemaDiff.diff(Schema.EMPTY, wantedFrom, options).operations());
            Schema from = read();
            String dumpFrom = SchemaDump.of(connection);

            Difference difference = SchemaDiff.diff(from, to, options);
            apply(difference.operations());
            assertSameDump(dumpTo, "up", difference.operations());
            assertThat(SchemaDiff.diff(read(), to, options).operations()).isEmpty();

            // Equal dumps are all there is to know about the way back.
            apply(difference.inverse());
            assertSameDump(dumpFrom, "down", difference.inverse());
        }

        /** Whole dumps are compared; a failure shows the lines that differ. */
        private void assertSameDump(String expected, String direction, List<Reversible> operations)
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

        private Schema read() {
            return reader.read(connection, CatalogScope.ofSchemas(Arrays.asList(null, "audit")))
                    .withExtensions(List.of());
        }

        /** At once, as a script is; one by one if that fails, to say which statement it was. */
        private void apply(List<Reversible> operations) throws SQLException {
            String all = lines(operations);
            if (all.isBlank()) {
                return;
            }
            Savepoint before = connection.setSavepoint();
            try (Statement statement = connection.createStatement()) {
                statement.execute(all);
            } catch (SQLException e) {
                connection.rollback(before);
                applyEach(operations);
                throw new SQLException("Fails as a script only: " + e.getMessage() + "\n" + all, e);
            }
        }

        private void applyEach(List<Reversible> operations) throws SQLException {
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
