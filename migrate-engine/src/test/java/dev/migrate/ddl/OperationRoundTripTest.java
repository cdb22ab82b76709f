package dev.migrate.ddl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.Migrate;
import dev.migrate.dump.SchemaDump;
import dev.migrate.operation.Operation;
import dev.migrate.operation.Reversible;
import dev.migrate.operation.Statement;
import dev.migrate.revision.RevisionGraph;
import dev.migrate.revision.RevisionInfo;
import dev.migrate.testing.PostgresServer;
import dev.migrate.testing.Psql;
import dev.migrate.testing.TestDatabase;
import dev.migrate.testing.cases.Case;
import dev.migrate.testing.cases.CaseMigration;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
 * text in {@code cases/<name>.txt}; its inverse leaves the catalog as it was; then it runs again; and psql makes the same
 * of its script. Autogen's test of the generated Java goes through the same table.
 */
class OperationRoundTripTest {

    static Stream<Arguments> cases() {
        return PostgresServer.majors()
                .flatMap(major ->
                        Case.all().filter(each -> each.appliesTo(major)).map(each -> Arguments.of(major, each)));
    }

    private static final Map<Integer, TestDatabase> SHARED = new ConcurrentHashMap<>();

    @AfterAll
    static void drop() {
        SHARED.values().forEach(TestDatabase::close);
        SHARED.clear();
    }

    @ParameterizedTest(name = "{1} on {0}")
    @MethodSource("cases")
    void doesWhatItSaysAndItsInverseUndoesIt(int major, Case each) throws SQLException {
        TestDatabase database =
                SHARED.computeIfAbsent(major, key -> PostgresServer.get(key).newDatabase());
        Case.clear(database);
        DdlRenderer renderer = new DdlRenderer(ServerVersion.ofMajor(major));
        boolean transactional = renderer.render(each.operation()).stream().allMatch(Statement::transactional);
        String after;
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(!transactional);
            after = check(connection, renderer, each);
        }
        if (!transactional) {
            Case.clear(database);
        }
        checkScript(major, database, each, after);
    }

    /** Returns the catalog that the operation leads to. */
    private static String check(Connection connection, DdlRenderer renderer, Case each) throws SQLException {
        execute(connection, each.before());
        String before = dump(connection);
        String catalog = catalog(connection);

        run(connection, renderer, each.operation());
        String after = dump(connection);
        String changed = catalog(connection);
        String description = sql(renderer, each.operation()) + "\n" + difference(before, after);
        assertThat(description).as(actual(each, description)).isEqualTo(expected(each.name()));

        if (each.operation() instanceof Reversible reversible) {
            run(connection, renderer, reversible.inverse());
            assertThat(catalog(connection)).isEqualTo(catalog);

            run(connection, renderer, each.operation());
            assertThat(catalog(connection)).isEqualTo(changed);
        }
        return after;
    }

    private static void checkScript(int major, TestDatabase database, Case each, String after) throws SQLException {
        StringBuilder script = new StringBuilder();
        CaseMigration.of(each);
        Migrate.configure()
                .history(RevisionGraph.of(List.of(new RevisionInfo(
                        "1", List.of(), List.of(), List.of(), "", null, CaseMigration.class.getName(), null, ""))))
                .classLoader(CaseMigration.class.getClassLoader())
                .versionSchema("migrate_home")
                .scriptsFor(major)
                .quiet()
                .build()
                .upgradeSql("head", script);
        database.execute(each.before());
        assertThat(Psql.run(database, script)).endsWith("exit 0");
        database.execute("DROP SCHEMA migrate_home CASCADE");
        try (Connection connection = database.connect()) {
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

    /** The catalog, and what an operation on rows changes. A way back needn't lead to the same rows. */
    private static String dump(Connection connection) throws SQLException {
        return catalog(connection) + Case.rows(connection);
    }

    /** From 17 on NOT NULL of a domain is a constraint, and from 18 on that of a column, which older servers don't show. */
    private static String catalog(Connection connection) throws SQLException {
        return SchemaDump.of(connection)
                .replaceAll("  constraint (\\S+|\".*\") NOT NULL [^\n]*(?<!NOT VALID)\n", "")
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
            } else if (line.startsWith("row of ")) {
                facts.add(line);
            } else {
                object = line;
            }
        }
        return facts;
    }

    /** Keeps what came out, for comparing, or for a new case's text. */
    private static String actual(Case each, String description) {
        Path file = Path.of("target", "cases", each.name() + ".txt");
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, description);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return "what is also in " + file;
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
