package dev.migrate.test;

import dev.migrate.MigrateException;
import dev.migrate.autogen.scratch.ScratchServer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A server that test databases are made on. Each process has a session open there as long as it lives, whose
 * {@code application_name} has the name of its run; the run's databases have it, too. What belongs to a run without a session
 * was left by a process that was killed, and is dropped.
 */
final class TestServer implements ScratchServer {

    private static final String DATABASE_PREFIX = "migrate_test_";
    private static final String TEMPLATE_PREFIX = "migrate_template_";
    private static final String APPLICATION_PREFIX = "migrate-test ";
    private static final String TEMPLATE_COMMENT = "A template of migrate-test. Last used ";

    /** SQLSTATE of PostgreSQL (manual, Appendix A). */
    private static final String INVALID_CATALOG_NAME = "3D000";

    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    /** {@code CREATE DATABASE} has strategies since 15 (release notes). */
    private static final int STRATEGIES_SINCE = 150000;

    private static final long POLL_MILLIS = 50;

    /** By what was chosen. A server lives as long as the process, which no extension of JUnit does for Spring's contexts. */
    private static final Map<ServerChoice, TestServer> CONNECTED = new ConcurrentHashMap<>();

    private final ServerChoice choice;
    private final PGSimpleDataSource administrator;
    private final String run =
            HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
    private final Connection session;
    private final String strategy;
    private final Deque<Connection> idle = new ConcurrentLinkedDeque<>();
    private final AtomicInteger databases = new AtomicInteger();
    private final ExecutorService drops = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "migrate-test-drops");
        thread.setDaemon(true);
        return thread;
    });

    private TestServer(ServerChoice choice, PGSimpleDataSource administrator) throws SQLException {
        this.choice = choice;
        this.administrator = administrator;
        administrator.setApplicationName(APPLICATION_PREFIX + run);
        session = administrator.getConnection();
        // Copying files is the quicker way where nobody waits for a disk: docs/testing.md.
        strategy = version() >= STRATEGIES_SINCE && value("SHOW fsync").equals("off") ? " STRATEGY FILE_COPY" : "";
    }

    /**
     * The server that was chosen, started or connected to by the first test of this process that needs it.
     *
     * @throws MigrateException if there is none
     */
    static TestServer of(ServerChoice choice) {
        return CONNECTED.computeIfAbsent(choice, TestServer::connected);
    }

    private static TestServer connected(ServerChoice choice) {
        if (choice.isEmbedded()) {
            EmbeddedServer embedded = EmbeddedServer.start();
            TestServer server = connect(choice, embedded.url());
            atExit(() -> {
                // Its databases go with it.
                server.drops.shutdownNow();
                embedded.close();
            });
            return server;
        }
        TestServer server = connect(choice, choice.url());
        atExit(server::close);
        server.dropAbandoned();
        return server;
    }

    private static void atExit(Runnable action) {
        Runtime.getRuntime().addShutdownHook(new Thread(action, "migrate-test-closer"));
    }

    private static TestServer connect(ServerChoice choice, String url) {
        PGSimpleDataSource administrator = new PGSimpleDataSource();
        try {
            administrator.setUrl(url);
        } catch (IllegalArgumentException e) {
            throw new MigrateException(
                    "The URL from " + choice.origin()
                            + " isn't one of PostgreSQL. Expected jdbc:postgresql://host:port/database.",
                    e);
        }
        if (choice.user() != null) {
            administrator.setUser(choice.user());
        }
        if (choice.password() != null) {
            administrator.setPassword(choice.password());
        }
        try {
            return new TestServer(choice, administrator);
        } catch (SQLException e) {
            throw new MigrateException(
                    "No PostgreSQL server for tests answers at " + String.join(",", administrator.getServerNames())
                            + ", given by " + choice.origin() + ": " + Sentence.of(e)
                            + " Start it, correct the URL, or leave it out for an embedded server.",
                    e);
        }
    }

    /** Connects to a database as the role that was given. */
    PGSimpleDataSource database(String name) {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(administrator.getURL());
        dataSource.setApplicationName(null);
        dataSource.setUser(administrator.getUser());
        dataSource.setPassword(administrator.getPassword());
        dataSource.setDatabaseName(name);
        return dataSource;
    }

    /** A new database without anything in it. */
    @Override
    public TestDatabase create() {
        try {
            return cloneOf("template0");
        } catch (SQLException e) {
            throw failed("create a database", e);
        }
    }

    /**
     * A new database that holds what the template does.
     *
     * @param rebuild makes the template again if somebody has dropped it
     */
    TestDatabase clone(String template, Runnable rebuild) {
        try {
            try {
                return cloneOf(template);
            } catch (SQLException e) {
                if (!INVALID_CATALOG_NAME.equals(e.getSQLState())) {
                    throw e;
                }
                rebuild.run();
                return cloneOf(template);
            }
        } catch (SQLException e) {
            throw failed("clone the template " + template, e);
        }
    }

    private TestDatabase cloneOf(String template) throws SQLException {
        String name = DATABASE_PREFIX + run + "_" + databases.incrementAndGet();
        execute("CREATE DATABASE " + name + " TEMPLATE " + template + strategy);
        return new TestDatabase(this, name);
    }

    /**
     * The name of the template with this digest. One process makes it, others wait for it; it is there when it is whole.
     *
     * @param fill migrates it, unless the template is there already
     */
    String template(String digest, Consumer<DataSource> fill) {
        String name = TEMPLATE_PREFIX + digest;
        try (Connection locked = administrator.getConnection()) {
            lock(locked, name);
            if (!exists(name)) {
                TestDatabase made = create();
                try {
                    fill.accept(made.dataSource());
                } catch (RuntimeException | Error e) {
                    made.close();
                    throw e;
                }
                execute("ALTER DATABASE " + made.name() + " WITH ALLOW_CONNECTIONS false IS_TEMPLATE true");
                execute("ALTER DATABASE " + made.name() + " RENAME TO " + name);
            }
            execute("DO $$ BEGIN EXECUTE format('COMMENT ON DATABASE " + name + " IS %L', '" + TEMPLATE_COMMENT
                    + "' || now()); END $$");
        } catch (SQLException e) {
            throw failed("make the template " + name, e);
        }
        return name;
    }

    /** Polled: a session that waits holds a snapshot (docs/decisions/0007). The lock ends with its session. */
    private static void lock(Connection connection, String name) throws SQLException {
        try (PreparedStatement attempt =
                connection.prepareStatement("SELECT pg_try_advisory_lock(hashtextextended(?, 0))")) {
            attempt.setString(1, name);
            while (true) {
                try (ResultSet row = attempt.executeQuery()) {
                    row.next();
                    if (row.getBoolean(1)) {
                        return;
                    }
                }
                Thread.sleep(POLL_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MigrateException("Interrupted while another process made the template " + name, e);
        }
    }

    private boolean exists(String name) throws SQLException {
        return value("SELECT count(*) FROM pg_catalog.pg_database WHERE datname = '" + name + "'")
                .equals("1");
    }

    /** Drops a database, whoever is connected, while the next test runs. */
    void drop(String name) {
        drops.execute(() -> dropNow(name));
    }

    private void dropNow(String name) {
        try {
            execute("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
        } catch (SQLException e) {
            if (drops.isShutdown() && choice.isEmbedded()) {
                return;
            }
            throw failed("drop the database " + name, e);
        }
    }

    /** Drops what killed processes have left, and templates that nobody has used for a day. */
    private void dropAbandoned() {
        String databasesOfDeadRuns = """
            SELECT datname FROM pg_catalog.pg_database
            WHERE datdba = (SELECT oid FROM pg_catalog.pg_roles WHERE rolname = current_user)
              AND starts_with(datname, '%s')
              AND '%s' || split_part(datname, '_', 3)
                  NOT IN (SELECT application_name FROM pg_catalog.pg_stat_activity WHERE application_name IS NOT NULL)
            ORDER BY 1\
            """.formatted(DATABASE_PREFIX, APPLICATION_PREFIX);
        String unusedTemplates = """
            SELECT datname FROM (
                SELECT datname, pg_catalog.shobj_description(oid, 'pg_database') AS comment
                FROM pg_catalog.pg_database
                WHERE datdba = (SELECT oid FROM pg_catalog.pg_roles WHERE rolname = current_user)
                  AND starts_with(datname, '%1$s')) template
            WHERE starts_with(comment, '%2$s')
              AND substr(comment, length('%2$s') + 1)::timestamptz < now() - interval '1 day'
            ORDER BY 1\
            """.formatted(TEMPLATE_PREFIX, TEMPLATE_COMMENT);
        try {
            for (String name : values(databasesOfDeadRuns)) {
                execute("ALTER DATABASE " + name + " WITH IS_TEMPLATE false");
                dropNow(name);
            }
            for (String name : values(unusedTemplates)) {
                execute("ALTER DATABASE " + name + " WITH IS_TEMPLATE false");
                dropNow(name);
            }
        } catch (SQLException e) {
            throw failed("drop the databases of earlier runs", e);
        }
    }

    private void close() {
        drops.shutdown();
        try {
            drops.awaitTermination(1, TimeUnit.MINUTES);
            if (!session.isValid(0)) {
                // The server has stopped before: what this run has left is dropped by the next one.
                return;
            }
            for (String name : values("SELECT datname FROM pg_catalog.pg_database WHERE starts_with(datname, '"
                    + DATABASE_PREFIX + run + "_') ORDER BY 1")) {
                dropNow(name);
            }
            session.close();
        } catch (SQLException e) {
            throw failed("drop the databases of this run", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private int version() throws SQLException {
        return Integer.parseInt(value("SHOW server_version_num"));
    }

    private String value(String query) throws SQLException {
        return values(query).get(0);
    }

    private List<String> values(String query) throws SQLException {
        return with(statement -> {
            List<String> values = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery(query)) {
                while (rows.next()) {
                    values.add(Objects.requireNonNull(rows.getString(1)));
                }
            }
            return values;
        });
    }

    private void execute(String sql) throws SQLException {
        with(statement -> statement.execute(sql));
    }

    /** Over a connection that is free: databases may be made and dropped at the same time. */
    private <T> T with(Work<T> work) throws SQLException {
        @Nullable Connection free = idle.poll();
        Connection connection = free == null ? administrator.getConnection() : free;
        try (Statement statement = connection.createStatement()) {
            return work.on(statement);
        } finally {
            idle.push(connection);
        }
    }

    @FunctionalInterface
    private interface Work<T> {
        T on(Statement statement) throws SQLException;
    }

    private MigrateException failed(String what, SQLException e) {
        return new MigrateException(
                "migrate-test can't " + what + " on the server given by " + choice.origin() + ": "
                        + Sentence.of(e)
                        + (INSUFFICIENT_PRIVILEGE.equals(e.getSQLState())
                                ? " Its role must be allowed to create databases: ALTER ROLE … CREATEDB."
                                : ""),
                e);
    }
}
