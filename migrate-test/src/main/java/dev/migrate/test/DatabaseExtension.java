package dev.migrate.test;

import dev.migrate.Migrate;
import dev.migrate.MigrateException;
import dev.migrate.revision.RevisionGraph;
import dev.migrate.test.MigratedDatabase.Per;
import java.lang.reflect.Constructor;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Gives tests their databases. JUnit closes what a store holds when the class or the method is over, after all callbacks,
 * Spring's included: that is when a database is dropped.
 */
final class DatabaseExtension implements ExecutionCondition, BeforeAllCallback, BeforeEachCallback, ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(DatabaseExtension.class);
    /** The configuration parameter with the URL of the server for all tests. */
    static final String URL = "migrate.test.url";

    private static final String JDBC_TEMPLATE = "org.springframework.jdbc.core.JdbcTemplate";

    /**
     * Doesn't disable anything. Conditions are the first that JUnit asks, before Spring looks for what changes the context of
     * the class: which database that is must be known then.
     */
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (context.getTestMethod().isEmpty() && ownsDatabase(context)) {
            Annotated annotated = Annotated.of(context.getRequiredTestClass()).orElseThrow();
            if (annotated.isSpringTest()) {
                store(context).put(SpringLease.class, SpringLease.take(annotated, settings(context), server(context)));
            }
        }
        return ConditionEvaluationResult.enabled("It has a database of its own");
    }

    /** A template that can't be made fails the class, once, and not each of its methods. */
    @Override
    public void beforeAll(ExtensionContext context) {
        if (ownsDatabase(context) && lease(context) == null) {
            template(context);
        }
    }

    /** With one database for each method, the application's lasts as long as the method. */
    @Override
    public void beforeEach(ExtensionContext context) {
        SpringLease lease = lease(context);
        if (lease != null && lease.isPerMethod()) {
            store(context).put(SpringLease.Turn.class, lease.begin(context.getDisplayName()));
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        if (parameter.getDeclaringExecutable() instanceof Constructor && lease(context) != null) {
            // Spring makes the instance.
            return false;
        }
        if (type == MigrationRun.class) {
            return migrationTest(context).isPresent();
        }
        return type == DataSource.class
                || type == Connection.class
                || type == JdbcUrl.class
                || type == MigrationHistory.class
                || type.getName().equals(JDBC_TEMPLATE);
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        if (type == MigrationHistory.class) {
            return new MigrationHistory(context.getRequiredTestClass(), settings(context), server(context));
        }
        if (type == MigrationRun.class) {
            return run(context).run();
        }
        SpringLease lease = migrationTest(context).isPresent() ? null : lease(context);
        if (type == Connection.class) {
            return connection(lease == null ? database(context).dataSource() : lease.dataSource(context), context);
        }
        if (type == JdbcUrl.class) {
            return lease == null ? database(context).url() : lease.url(context);
        }
        DataSource dataSource = lease == null ? database(context).dataSource() : lease.dataSource(context);
        return type == DataSource.class ? dataSource : SpringTemplates.of(dataSource);
    }

    /** Closed before its database is dropped: stores close the last first. */
    private static Connection connection(DataSource dataSource, ExtensionContext context) {
        try {
            Connection connection = dataSource.getConnection();
            store(context).put(connection, new Closing(connection));
            return connection;
        } catch (SQLException e) {
            throw new MigrateException("The test's database can't be reached: " + e.getMessage(), e);
        }
    }

    @SuppressWarnings("deprecation") // JUnit before 5.13 closes nothing else.
    private record Closing(Connection connection) implements Store.CloseableResource, AutoCloseable {
        @Override
        public void close() throws SQLException {
            connection.close();
        }
    }

    /** The database of the test, made when it is first asked for. */
    private static TestDatabase database(ExtensionContext context) {
        if (migrationTest(context).isPresent()) {
            return run(context).database();
        }
        MigratedDatabase annotation = Annotated.of(context.getRequiredTestClass())
                .map(Annotated::annotation)
                .orElse(null);
        ExtensionContext owner = owner(context);
        if (annotation != null && annotation.per() == Per.METHOD) {
            if (context.getTestMethod().isEmpty()) {
                throw new MigrateException(context.getRequiredTestClass().getSimpleName()
                        + " has a database for each method (per = METHOD): its constructor and its @BeforeAll methods"
                        + " can't have one. Take it in @BeforeEach, or fill it with seeds.");
            }
            owner = context;
        }
        return made(owner, TestDatabase.class, TestDatabase.class, key -> template(context)
                .newDatabase());
    }

    private static Template template(ExtensionContext context) {
        Optional<Annotated> annotated = Annotated.of(context.getRequiredTestClass());
        return Template.of(
                server(context),
                settings(context),
                Template.HEAD,
                annotated
                        .map(one -> Seeds.of(one.annotation(), one.testClass()))
                        .orElse(Seeds.NONE));
    }

    /** A method's database and what takes it from revision to revision. */
    private record Migrated(TestDatabase database, MigrationRun run) {}

    private static Migrated run(ExtensionContext context) {
        MigrationTest test = migrationTest(context).orElseThrow();
        return made(context, Migrated.class, Migrated.class, key -> {
            HistorySettings settings = settings(context);
            RevisionGraph graph = settings.on(new PGSimpleDataSource()).graph();
            String method = context.getRequiredTestClass().getSimpleName() + "."
                    + context.getRequiredTestMethod().getName();
            String from = revision(graph, test.from(), "from", method);
            String to = revision(graph, test.to(), "to", method);
            if (to.equals(from)
                    || !(from.equals(Template.BASE)
                            || graph.required(Set.of(to)).contains(from))) {
                throw new MigrateException("@MigrationTest of " + method + " goes from " + from + " to " + to
                        + ", and " + to + " doesn't come after " + from
                        + ". See the order of revisions with mvn migrate:history.");
            }
            Template template = Template.of(server(context), settings, from, Seeds.NONE);
            TestDatabase database = template.newDatabase();
            store(context).put("database", database);
            Migrate migrate = template.on(database);
            return new Migrated(database, new MigrationRun(migrate, from, to));
        });
    }

    private static String revision(RevisionGraph graph, String text, String attribute, String method) {
        if (text.equals(Template.BASE) && attribute.equals("from")) {
            return text;
        }
        try {
            return graph.find(text).id();
        } catch (MigrateException e) {
            throw new MigrateException(
                    "@MigrationTest(" + attribute + " = \"" + text + "\") of " + method + ": " + e.getMessage(), e);
        }
    }

    private static Optional<MigrationTest> migrationTest(ExtensionContext context) {
        return context.getTestMethod().flatMap(method -> AnnotationSupport.findAnnotation(method, MigrationTest.class));
    }

    /** The context of the class that has the annotation: nested classes share its database. */
    private static ExtensionContext owner(ExtensionContext context) {
        Class<?> testClass = context.getRequiredTestClass();
        Class<?> owner = Annotated.of(testClass).map(Annotated::testClass).orElse(testClass);
        ExtensionContext current = context;
        while (current.getTestMethod().isPresent() || !owner.isAssignableFrom(current.getRequiredTestClass())) {
            current = current.getParent().orElseThrow();
        }
        return current;
    }

    private static boolean ownsDatabase(ExtensionContext context) {
        Class<?> testClass = context.getRequiredTestClass();
        return Annotated.of(testClass)
                .filter(annotated -> annotated.testClass() == testClass)
                .isPresent();
    }

    private static HistorySettings settings(ExtensionContext context) {
        return HistorySettings.of(
                Annotated.of(context.getRequiredTestClass())
                        .map(Annotated::annotation)
                        .orElse(null),
                context::getConfigurationParameter);
    }

    private static ServerChoice server(ExtensionContext context) {
        return Annotated.of(context.getRequiredTestClass())
                .map(Annotated::annotation)
                .map(MigratedDatabase::url)
                .filter(url -> !url.isEmpty())
                .map(url -> ServerChoice.of(url, "@MigratedDatabase(url = …)"))
                .or(() -> context.getConfigurationParameter(URL).map(url -> ServerChoice.of(url, URL)))
                .orElse(ServerChoice.EMBEDDED);
    }

    private static @Nullable SpringLease lease(ExtensionContext context) {
        return store(context).get(SpringLease.class, SpringLease.class);
    }

    private static Store store(ExtensionContext context) {
        return context.getStore(NAMESPACE);
    }

    @SuppressWarnings("deprecation") // JUnit before 6 has no other way.
    private static <K, V> V made(ExtensionContext context, K key, Class<V> type, Function<K, V> make) {
        return store(context).getOrComputeIfAbsent(key, make, type);
    }
}
