package dev.migrate.ddl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.dump.SchemaDump;
import dev.migrate.operation.Operation;
import dev.migrate.operation.Reversible;
import dev.migrate.testing.PostgresServer;
import dev.migrate.testing.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every operation and attribute on the oldest and the newest server: its SQL and what the catalog shows of it are the
 * text in {@code cases/<name>.txt}; its inverse leaves the catalog as it was; and then it runs again.
 */
class OperationRoundTripTest {

    private static final String BASE = """
            CREATE TABLE tenants (id bigint PRIMARY KEY, code text, UNIQUE (id, code));
            CREATE TABLE agents (
                id bigint NOT NULL,
                name text,
                tenant_id bigint,
                age integer,
                slug varchar(20) DEFAULT 'x',
                created_at timestamptz
            );
            """;

    static Stream<Arguments> cases() {
        return Stream.of(13, 18).flatMap(major -> Stream.concat(TableCases.all(), ObjectCases.all())
                .filter(each -> each.appliesTo(major))
                .map(each -> Arguments.of(major, each)));
    }

    private static final Map<Integer, TestDatabase> SHARED = new ConcurrentHashMap<>();

    @AfterAll
    static void drop() {
        SHARED.values().forEach(TestDatabase::close);
        SHARED.clear();
    }

    /** What may run in a transaction is rolled back, and needs no database of its own. */
    @ParameterizedTest(name = "{1} on {0}")
    @MethodSource("cases")
    void doesWhatItSaysAndItsInverseUndoesIt(int major, Case each) throws SQLException {
        DdlRenderer renderer = new DdlRenderer(ServerVersion.ofMajor(major));
        boolean transactional = renderer.render(each.operation()).stream().allMatch(Statement::transactional);
        if (transactional) {
            TestDatabase shared =
                    SHARED.computeIfAbsent(major, key -> PostgresServer.get(key).newDatabase());
            try (Connection connection = shared.connect()) {
                connection.setAutoCommit(false);
                check(connection, renderer, each);
                connection.rollback();
            }
        } else {
            try (TestDatabase own = PostgresServer.get(major).newDatabase();
                    Connection connection = own.connect()) {
                check(connection, renderer, each);
            }
        }
    }

    private static void check(Connection connection, DdlRenderer renderer, Case each) throws SQLException {
        execute(connection, BASE + each.setup());
        String before = dump(connection);

        run(connection, renderer, each.operation());
        String after = dump(connection);
        String description = sql(renderer, each.operation()) + "\n" + difference(before, after);
        assertThat(description).isEqualTo(expected(each.name()));

        if (each.operation() instanceof Reversible reversible) {
            run(connection, renderer, reversible.inverse());
            assertThat(dump(connection)).isEqualTo(before);

            run(connection, renderer, each.operation());
            assertThat(dump(connection)).isEqualTo(after);
        }
    }

    private static void run(Connection connection, DdlRenderer renderer, Operation operation) throws SQLException {
        for (Statement each : renderer.render(operation)) {
            execute(connection, each.sql());
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (java.sql.Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String sql(DdlRenderer renderer, Operation operation) {
        return renderer.render(operation).stream()
                .map(each -> each.sql() + ";" + (each.transactional() ? "" : " -- outside the transaction") + "\n")
                .collect(Collectors.joining());
    }

    /** From 17 on NOT NULL of a domain is a constraint, and from 18 on that of a column, which older servers don't show. */
    private static String dump(Connection connection) throws SQLException {
        return SchemaDump.of(connection)
                .replaceAll("  constraint \\S+ NOT NULL [^\n]*(?<!NOT VALID)\n", "")
                .replaceAll("  constraint \\S+ NOT NULL\n", "");
    }

    private static String difference(String before, String after) {
        Set<String> old = facts(before);
        Set<String> now = facts(after);
        List<String> lines = new ArrayList<>();
        old.stream()
                .filter(fact -> !now.contains(fact))
                .map(fact -> "- " + fact)
                .forEach(lines::add);
        now.stream()
                .filter(fact -> !old.contains(fact))
                .map(fact -> "+ " + fact)
                .forEach(lines::add);
        return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
    }

    /** Each line with the object it belongs to. */
    private static Set<String> facts(String dump) {
        Set<String> facts = new LinkedHashSet<>();
        String object = "";
        for (String line : dump.lines().toList()) {
            if (line.startsWith(" ")) {
                facts.add(object + ": " + line.strip());
            } else {
                object = line;
            }
        }
        return facts;
    }

    private static String expected(String name) {
        String resource = "cases/" + name + ".txt";
        try (InputStream stream = OperationRoundTripTest.class.getResourceAsStream(resource)) {
            return stream == null
                    ? "expected text in " + resource
                    : new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
