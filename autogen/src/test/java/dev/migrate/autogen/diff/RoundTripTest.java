package dev.migrate.autogen.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.autogen.catalog.CatalogReader;
import dev.migrate.autogen.catalog.CatalogScope;
import dev.migrate.autogen.diff.dependency.Pruned;
import dev.migrate.ddl.DdlRenderer;
import dev.migrate.ddl.ServerVersion;
import dev.migrate.dump.SchemaDump;
import dev.migrate.operation.Reversible;
import dev.migrate.schema.Schema;
import dev.migrate.testing.PostgresServer;
import java.sql.SQLException;
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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The proof of the differ: for pairs of random schemas A and B, the migration from A to B leaves exactly the catalog that
 * B built directly has, a second comparison finds nothing, and the way back leaves exactly A's.
 */
@Tag("random")
class RoundTripTest {

    private static final int PAIRS = RandomPairs.count(500);
    private static final int FROM = RandomPairs.FROM;

    /** So many schemas meet each other, since to build, read and dump one takes almost as long as a pair does. */
    private static final int GROUP = 4;

    private static final int PAIRS_OF_GROUP = GROUP * (GROUP - 1);
    private static final int GROUPS_BETWEEN_RENEWALS = 4;
    private static final int PROGRESS = 500;

    private final PostgresServer postgres = PostgresServer.get();
    private final ServerVersion server = postgres.version();
    private final DdlRenderer ddl = new DdlRenderer(server);
    private final DiffOptions options = DiffOptions.CATALOGS.server(server);
    private final CatalogReader reader = new CatalogReader();

    private final AtomicInteger nextGroup = new AtomicInteger(FROM / PAIRS_OF_GROUP);
    private final AtomicInteger passed = new AtomicInteger();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();

    @Test
    void fromAnySchemaToAnyOtherAndBack() throws Exception {
        System.out.println("catalogs: pairs " + FROM + " to " + (FROM + PAIRS - 1));
        ExecutorService workers = Executors.newFixedThreadPool(RandomPairs.WORKERS);
        List<Future<?>> running = new ArrayList<>();
        for (int i = 0; i < RandomPairs.WORKERS; i++) {
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
        assertThat(passed).hasValue(PAIRS);
    }

    private void work() throws SQLException {
        List<Workspace> workspaces = new ArrayList<>();
        try {
            for (int i = 0; i < GROUP; i++) {
                workspaces.add(new Workspace(postgres));
            }
            int groups = 0;
            for (int group = nextGroup.getAndIncrement();
                    group * PAIRS_OF_GROUP < FROM + PAIRS && failures.size() < RandomPairs.ENOUGH_FAILURES;
                    group = nextGroup.getAndIncrement()) {
                new Group(group, workspaces).run();
                if (++groups % GROUPS_BETWEEN_RENEWALS == 0) {
                    for (Workspace workspace : workspaces) {
                        workspace.renew();
                    }
                }
            }
        } finally {
            for (Workspace workspace : workspaces) {
                workspace.close();
            }
        }
    }

    private void pass() {
        int pairs = passed.incrementAndGet();
        if (pairs % PROGRESS == 0) {
            System.out.println(pairs + " pairs of random schemas passed, of " + PAIRS + " from pair " + FROM + " on");
        }
    }

    private void fail(String what, Throwable e) {
        String failure = what + ": " + e.getMessage() + "\n";
        System.out.println(failure);
        failures.add(failure);
    }

    /** A schema as it is built directly. */
    private record Built(Workspace workspace, Schema schema, String dump) {}

    /** Schemas of which each is changed to each other and back, in the database that it was built in. */
    private final class Group {
        private final int number;
        private final List<Workspace> workspaces;

        Group(int number, List<Workspace> workspaces) {
            this.number = number;
            this.workspaces = workspaces;
        }

        void run() throws SQLException {
            int seed = number * GROUP;
            try {
                List<Built> built = new ArrayList<>();
                for (Workspace workspace : workspaces) {
                    built.add(build(workspace, seed));
                    seed++;
                }
                pairs(built);
            } catch (SQLException | RuntimeException e) {
                fail("schema " + seed, e);
            } finally {
                for (Workspace workspace : workspaces) {
                    workspace.clear();
                }
            }
        }

        private void pairs(List<Built> built) throws SQLException {
            int pair = number * PAIRS_OF_GROUP;
            for (int from = 0; from < GROUP; from++) {
                for (int to = 0; to < GROUP; to++) {
                    if (from != to) {
                        if (pair >= FROM && pair < FROM + PAIRS && failures.size() < RandomPairs.ENOUGH_FAILURES) {
                            run(pair, built, from, to);
                        }
                        pair++;
                    }
                }
            }
        }

        private void run(int pair, List<Built> built, int from, int to) throws SQLException {
            Built start = built.get(from);
            try {
                start.workspace().begin();
                roundTrip(start, built.get(to));
                start.workspace().end();
                pass();
            } catch (SQLException | RuntimeException | AssertionError e) {
                int seed = number * GROUP;
                fail("pair " + pair + ", schema " + (seed + from) + " to " + (seed + to), e);
                start.workspace().clear();
                built.set(from, build(start.workspace(), seed + from));
            }
        }

        private Built build(Workspace workspace, int seed) throws SQLException {
            Schema wanted = RandomSchemas.schema(seed, server);
            apply(workspace, SchemaDiff.diff(Schema.EMPTY, wanted, options).operations());
            return new Built(workspace, read(workspace), SchemaDump.of(workspace.connection()));
        }
    }

    private void roundTrip(Built from, Built to) throws SQLException {
        Workspace workspace = from.workspace();
        Difference difference = SchemaDiff.diff(from.schema(), to.schema(), options);
        List<Reversible> there = Pruned.of(difference.operations(), from.schema());
        apply(workspace, there);
        assertSameDump(to.dump(), workspace, "up", there);
        assertThat(SchemaDiff.diff(read(workspace), to.schema(), options).operations())
                .isEmpty();

        // Equal dumps are all there is to know about the way back.
        List<Reversible> back = Pruned.of(difference.inverse(), to.schema());
        apply(workspace, back);
        assertSameDump(from.dump(), workspace, "down", back);
    }

    /** Whole dumps are compared; a failure shows the lines that differ. */
    private void assertSameDump(String expected, Workspace workspace, String direction, List<Reversible> operations)
            throws SQLException {
        String actual = SchemaDump.of(workspace.connection());
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
        return reader.read(workspace.connection(), CatalogScope.ofSchemas(Arrays.asList(null, "audit")))
                .withExtensions(List.of());
    }

    /** What may be one transaction at once, as a script is. */
    private void apply(Workspace workspace, List<Reversible> operations) throws SQLException {
        List<String> script = new ArrayList<>();
        try {
            for (dev.migrate.operation.Statement statement : statements(operations)) {
                script.add(statement.sql());
                if (!statement.transactional()) {
                    workspace.run(script);
                    workspace.commit();
                    script.clear();
                }
            }
            workspace.run(script);
        } catch (SQLException e) {
            throw new SQLException(e.getMessage() + "\nof:\n" + lines(operations), e);
        }
    }

    private List<dev.migrate.operation.Statement> statements(List<Reversible> operations) {
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
