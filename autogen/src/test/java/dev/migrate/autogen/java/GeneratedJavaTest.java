package dev.migrate.autogen.java;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.JdbcWork;
import dev.migrate.Migration;
import dev.migrate.Operations;
import dev.migrate.ddl.DdlRenderer;
import dev.migrate.ddl.ServerVersion;
import dev.migrate.dump.SchemaDump;
import dev.migrate.operation.Operation;
import dev.migrate.operation.Reversible;
import dev.migrate.operation.Statement;
import dev.migrate.testing.PostgresServer;
import dev.migrate.testing.TestDatabase;
import dev.migrate.testing.cases.Case;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The Java of every operation and attribute compiles without a warning, and does what the operation does: up, and down
 * where there is a way back.
 */
class GeneratedJavaTest {

    private static final Map<String, String> CLASS_NAMES = new LinkedHashMap<>();
    private static final Map<Integer, TestDatabase> SHARED = new ConcurrentHashMap<>();
    private static URLClassLoader classes;

    @BeforeAll
    static void compile(@TempDir Path directory) throws Exception {
        Map<String, String> sources = new LinkedHashMap<>();
        for (Case each : Case.all().toList()) {
            String className = "Case" + CLASS_NAMES.size();
            CLASS_NAMES.put(each.name(), className);
            sources.put(className, source(className, each.operation()));
        }
        CompiledSource.compile(sources, directory);
        classes = new URLClassLoader(new URL[] {directory.toUri().toURL()}, GeneratedJavaTest.class.getClassLoader());
        for (String each : CLASS_NAMES.values()) {
            classes.loadClass(each);
        }
    }

    private static String source(String className, Operation operation) {
        List<Paragraph> down =
                operation instanceof Reversible reversible ? List.of(Paragraph.of(reversible.inverse())) : List.of();
        return MigrationWriter.write(MigrationFile.of("", className, "1", "Case", "2026-01-01T00:00:00Z")
                .doing(List.of(), List.of(Paragraph.of(operation)), down));
    }

    @AfterAll
    static void close() throws Exception {
        SHARED.values().forEach(TestDatabase::close);
        SHARED.clear();
        classes.close();
    }

    static Stream<Arguments> cases() {
        return PostgresServer.majors()
                .flatMap(major ->
                        Case.all().filter(each -> each.appliesTo(major)).map(each -> Arguments.of(major, each)));
    }

    @ParameterizedTest(name = "{1} on {0}")
    @MethodSource("cases")
    void doesTheSame(int major, Case each) throws Exception {
        DdlRenderer renderer = new DdlRenderer(ServerVersion.ofMajor(major));
        Migration migration = (Migration)
                classes.loadClass(CLASS_NAMES.get(each.name())).getConstructor().newInstance();
        boolean transactional = renderer.render(each.operation()).stream().allMatch(Statement::transactional);
        TestDatabase database = SHARED.computeIfAbsent(
                major, key -> Case.cleared(PostgresServer.get(key).newDatabase()));
        String expected = run(database, transactional, each, renderer, operations -> {
            operations.apply(each.operation());
            return dump(operations.connection());
        });
        run(database, transactional, each, renderer, operations -> {
            String before = SchemaDump.of(operations.connection());
            migration.upgrade(operations);
            assertThat(dump(operations.connection())).isEqualTo(expected);
            if (each.operation() instanceof Reversible) {
                migration.downgrade(operations);
                assertThat(SchemaDump.of(operations.connection())).isEqualTo(before);
            }
            return before;
        });
    }

    private interface Run {
        String with(Renderer operations) throws SQLException;
    }

    /** In a transaction that is never committed, where that is possible. */
    private static String run(TestDatabase database, boolean transactional, Case each, DdlRenderer renderer, Run run)
            throws SQLException {
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(!transactional);
            executeSql(connection, each.before());
            return run.with(new Renderer(connection, renderer));
        } finally {
            if (!transactional) {
                Case.clear(database);
            }
        }
    }

    private static String dump(Connection connection) throws SQLException {
        return SchemaDump.of(connection) + Case.rows(connection);
    }

    private static void executeSql(Connection connection, String sql) throws SQLException {
        try (java.sql.Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Runs each operation's statements as they come. */
    private record Renderer(Connection connection, DdlRenderer renderer) implements Operations {
        @Override
        public void apply(Operation operation) {
            for (Statement statement : renderer.render(operation)) {
                try {
                    executeSql(connection, statement.sql());
                } catch (SQLException e) {
                    throw new AssertionError(statement.sql(), e);
                }
            }
        }

        @Override
        public void outsideTransaction(Runnable block) {
            block.run();
        }

        @Override
        public void withConnection(JdbcWork work) {
            throw new AssertionError("No case works over JDBC.");
        }

        @Override
        public Optional<String> x(String key) {
            return Optional.empty();
        }

        @Override
        public boolean offline() {
            return false;
        }

        @Override
        public String currentSchema() {
            return "public";
        }
    }
}
