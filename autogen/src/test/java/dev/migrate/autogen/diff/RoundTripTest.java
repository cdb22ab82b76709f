package dev.migrate.autogen.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.autogen.catalog.CatalogReader;
import dev.migrate.autogen.catalog.CatalogScope;
import dev.migrate.ddl.DdlRenderer;
import dev.migrate.ddl.ServerVersion;
import dev.migrate.dump.SchemaDump;
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
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The proof of the differ: for pairs of random schemas A and B, the migration from A to B leaves exactly the catalog that
 * B built directly has, a second comparison finds nothing, and the way back leaves exactly A's.
 *
 * <p>The build goes through 1,000 pairs, which takes a minute or two. The long run: {@code mvn -pl autogen -am test
 * -Dtest=RoundTripTest -Dsurefire.failIfNoSpecifiedTests=false -Dmigrate.random.pairs=100000}, and
 * {@code -Dmigrate.random.from} to begin at another pair. A failure names its pair; {@code -Dmigrate.random.failures} is
 * how many are enough to end the run.
 */
class RoundTripTest {

    private static final int PAIRS = Integer.getInteger("migrate.random.pairs", 1_000);
    private static final int FROM = Integer.getInteger("migrate.random.from", 0);

    /** As many as most machines have processors; each has databases to itself. */
    private static final int WORKERS = 2;

    private static final int CHAIN = 50;

    private static final int ENOUGH_FAILURES = Integer.getInteger("migrate.random.failures", 5);

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
                Connection first = one.connect();
                Connection second = other.connect()) {
            ServerVersion server = new ServerVersion(Integer.parseInt(one.query("SHOW server_version_num")));
            Workspace here = new Workspace(first);
            Workspace there = new Workspace(second);
            for (int pair = next.getAndAdd(CHAIN);
                    pair < FROM + PAIRS && failures.size() < ENOUGH_FAILURES;
                    pair = next.getAndAdd(CHAIN)) {
                new Chain(here, there, server).run(pair, Math.min(pair + CHAIN, FROM + PAIRS));
                here.vacuum();
                there.vacuum();
            }
        }
    }

    /** A database in whose open transaction schemas are built and changed; it is empty before and after. */
    private static final class Workspace {
        private final Connection connection;
        private boolean isCommitted;

        Workspace(Connection connection) throws SQLException {
            this.connection = connection;
            execute("CREATE SCHEMA extensions; CREATE EXTENSION btree_gist SCHEMA extensions");
            execute("SET jit = off"); // Compiling the catalog queries takes longer than running them.
            connection.setAutoCommit(false);
            isCommitted = true;
            clear();
        }

        void execute(String sql) throws SQLException {
            try (Statement statement = connection.createStatement()) {
                statement.execute(sql);
            }
        }

        /** What an enum type got by {@code ADD VALUE} can be used from the next transaction on. */
        void commit() throws SQLException {
            connection.commit();
            isCommitted = true;
        }

        void clear() throws SQLException {
            connection.rollback();
            if (isCommitted) {
                execute("DROP SCHEMA IF EXISTS audit CASCADE; DROP SCHEMA public CASCADE; CREATE SCHEMA public");
                connection.commit();
                isCommitted = false;
            }
        }

        /** What was rolled back or dropped is still in the catalog's files. */
        void vacuum() throws SQLException {
            connection.setAutoCommit(true);
            execute("VACUUM");
            connection.setAutoCommit(false);
        }
    }

    /** A schema as it is built directly. */
    private record Built(Workspace workspace, Schema schema, String dump) {}

    /**
     * Pairs in a row: what one leads to, the next one begins with, in the other database; so that each schema is built
     * once.
     */
    private final class Chain {
        private final Workspace first;
        private final Workspace second;
        private final ServerVersion server;
        private final DdlRenderer ddl;
        private final DiffOptions options;

        Chain(Workspace first, Workspace second, ServerVersion server) {
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
                    Built to = build(from.workspace() == first ? second : first, pair + 1);
                    roundTrip(from, to);
                    from.workspace().clear();
                    from = to;
                } catch (SQLException | RuntimeException | AssertionError e) {
                    failures.add("pair " + pair + ": " + e.getMessage() + "\n");
                    first.clear();
                    second.clear();
                    from = null;
                }
            }
            first.clear();
            second.clear();
        }

        private Built build(Workspace workspace, int seed) throws SQLException {
            Schema wanted = RandomSchemas.schema(seed, server);
            apply(workspace, SchemaDiff.diff(Schema.EMPTY, wanted, options).operations());
            return new Built(workspace, read(workspace), SchemaDump.of(workspace.connection));
        }

        private void roundTrip(Built from, Built to) throws SQLException {
            Workspace workspace = from.workspace();
            Difference difference = SchemaDiff.diff(from.schema(), to.schema(), options);
            apply(workspace, difference.operations());
            assertSameDump(to.dump(), workspace, "up", difference.operations());
            assertThat(SchemaDiff.diff(read(workspace), to.schema(), options).operations())
                    .isEmpty();

            // Equal dumps are all there is to know about the way back.
            apply(workspace, difference.inverse());
            assertSameDump(from.dump(), workspace, "down", difference.inverse());
        }

        /** Whole dumps are compared; a failure shows the lines that differ. */
        private void assertSameDump(String expected, Workspace workspace, String direction, List<Reversible> operations)
                throws SQLException {
            String actual = SchemaDump.of(workspace.connection);
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

        private Schema read(Workspace workspace) {
            return reader.read(workspace.connection, CatalogScope.ofSchemas(Arrays.asList(null, "audit")))
                    .withExtensions(List.of());
        }

        /** What may be one transaction at once, as a script is. */
        private void apply(Workspace workspace, List<Reversible> operations) throws SQLException {
            List<String> script = new ArrayList<>();
            for (dev.migrate.ddl.Statement statement : statements(operations)) {
                script.add(statement.sql());
                if (!statement.transactional()) {
                    apply(workspace, script, operations);
                    workspace.commit();
                    script.clear();
                }
            }
            apply(workspace, script, operations);
        }

        /** One by one if it fails, to say which statement it was. */
        private void apply(Workspace workspace, List<String> script, List<Reversible> operations) throws SQLException {
            if (script.isEmpty()) {
                return;
            }
            Savepoint before = workspace.connection.setSavepoint();
            try {
                workspace.execute(String.join(";\n", script));
            } catch (SQLException e) {
                workspace.connection.rollback(before);
                for (String sql : script) {
                    try {
                        workspace.execute(sql);
                    } catch (SQLException cause) {
                        throw new SQLException(cause.getMessage() + "\n" + sql + "\nof:\n" + lines(operations), cause);
                    }
                }
                throw new SQLException("Fails as a script only: " + e.getMessage() + "\n" + lines(operations), e);
            }
        }

        private List<dev.migrate.ddl.Statement> statements(List<Reversible> operations) {
            return operations.stream()
                    .flatMap(operation -> ddl.render(operation).stream())
                    .toList();
        }

        private String lines(List<Reversible> operations) {
            return statements(operations).stream()
                    .map(statement -> "  " + statement.sql() + ";\n")
                    .collect(Collectors.joining());
        }
    }
}
