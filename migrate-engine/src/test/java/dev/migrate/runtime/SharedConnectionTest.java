package dev.migrate.runtime;

import static dev.migrate.operation.DataChanges.backfill;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.Migrate;
import dev.migrate.MigrateBuilder;
import dev.migrate.MigrateException;
import dev.migrate.Operations;
import dev.migrate.Revision;
import dev.migrate.RunListener;
import dev.migrate.runtime.connection.OtherConnections;
import dev.migrate.testing.PostgresTest;
import dev.migrate.testing.TestDatabase;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Data sources that have no connection beside the one that migrates. */
@PostgresTest
class SharedConnectionTest {

    static class Agents {
        @Revision(id = "0001")
        static class Fills implements OneWay {
            @Override
            public void upgrade(Operations op) {
                op.execute("CREATE TABLE agents (id int PRIMARY KEY, name text); INSERT INTO agents VALUES (1)");
                op.execute("CREATE INDEX CONCURRENTLY ix_agents_name ON agents (name)");
                op.apply(backfill("agents").set("name", "Ann"));
            }
        }

        @Revision(id = "0002", revises = "0001")
        static class Fails implements OneWay {
            @Override
            public void upgrade(Operations op) {
                op.execute("CREATE TABLE tenants (id int)");
                op.execute("SELECT pg_sleep(0.3)");
                op.execute("SELECT pg_sleep(0.3)");
                op.execute("SELECT nope");
            }
        }
    }

    @Test
    void oneConnectionForAllIsNoProxyAndNobodyElseCommitsOnIt(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect()) {
            MigrateBuilder migrate = configure(database, lending(() -> unclosable(connection)));

            migrate.build().upgrade("0001");
            assertThatThrownBy(() -> migrate.build().upgrade("0002"))
                    .hasMessageContaining("It was rolled back and left nothing behind; the database is at 0001.");
        }
        assertThat(database.query("SELECT name FROM agents")).isEqualTo("Ann");
        assertThat(database.query("SELECT to_regclass('tenants')")).isEqualTo("null");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aPoolOfOneHasItsConnectionBackAlthoughAnotherOneWasAskedFor(boolean lazily, TestDatabase database)
            throws Exception {
        BlockingQueue<Connection> pool = new ArrayBlockingQueue<>(1, true);
        pool.add(database.connect());

        configure(database, lending(() -> pooled(pool, lazily))).build().upgrade("0001");

        // The run has asked for a second connection, and is served before this.
        try (Connection back = pool.poll(10, TimeUnit.SECONDS)) {
            assertThat(back).isNotNull();
        }
    }

    @Test
    void whatTheApplicationHasNotCommittedIsNotCommittedForIt(TestDatabase database) throws SQLException {
        database.execute("CREATE TABLE orders (id int)");
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            Migrate migrate =
                    configure(database, lending(() -> unclosable(connection))).build();
            String refusal = "The data source lends the connection of a transaction that the application has begun, and"
                    + " to use it would commit what the application has done there. Call Migrate outside of"
                    + " transactions, or give it a data source that doesn't take part in them.";

            statement.execute("INSERT INTO orders VALUES (1)");
            assertThatThrownBy(migrate::pending)
                    .isInstanceOf(MigrateException.class)
                    .hasMessage(refusal);
            assertThatThrownBy(() -> migrate.upgrade("head")).hasMessage(refusal);
            assertThat(connection.getAutoCommit()).isFalse();
            connection.rollback();

            assertThatThrownBy(() -> statement.execute("SELECT nope")).isInstanceOf(SQLException.class);
            assertThatThrownBy(migrate::pending).hasMessage(refusal);
            connection.rollback();

            statement.execute("SELECT FROM orders");
            migrate.upgrade("0001");
            assertThat(connection.getAutoCommit()).isFalse();
        }
        assertThat(database.query("SELECT count(*) FROM orders")).isEqualTo("0");
    }

    @Test
    void aDataSourceThatKnowsTheApplicationsThreadsOnlyHasNoOtherConnection(TestDatabase database) throws SQLException {
        DataSource routing = lending(() -> {
            throw new IllegalStateException("Cannot determine target DataSource for lookup key [null]");
        });
        try (Connection connection = database.connect()) {
            assertThatThrownBy(() -> new OtherConnections(routing, connection).borrow())
                    .isInstanceOf(SQLException.class)
                    .hasRootCauseMessage("Cannot determine target DataSource for lookup key [null]");
        }
    }

    @Test
    void aPoolThatThrowsWhatItLikesHasNoConnectionEither(TestDatabase database) {
        TestHistory.Told told = new TestHistory.Told();
        MigrateBuilder migrate = configure(database, lending(() -> {
                    throw new IllegalStateException("Failed to initialize pool: user=app password=swordfish is wrong");
                }))
                .secret("swordfish")
                .listener(new RunListener() {
                    @Override
                    public void runFailed(MigrateException failure, Duration duration) {
                        told.notice(failure.getMessage());
                    }
                });

        assertThatThrownBy(() -> migrate.build().upgrade("head")).isInstanceOf(MigrateException.class);

        assertThat(told.text())
                .isEqualTo("No connection to the database: Failed to initialize pool: user=app password=*** is wrong."
                        + " Check that the server runs and that the URL, the user and the password are right.");
    }

    private static MigrateBuilder configure(TestDatabase database, DataSource dataSource) {
        return TestHistory.configure(database, Agents.class)
                .dataSource(dataSource)
                .lockTimeout(Duration.ofMillis(100));
    }

    private static Connection unclosable(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) ->
                        method.getName().equals("close") ? null : method.invoke(connection, arguments));
    }

    /**
     * As HikariCP does: what was closed is refused, even to tell what is behind it.
     *
     * @param lazily taken from the pool at its first use, as Spring's LazyConnectionDataSourceProxy does
     */
    private static Connection pooled(BlockingQueue<Connection> pool, boolean lazily) throws InterruptedException {
        List<Connection> taken = new ArrayList<>();
        if (!lazily) {
            taken.add(pool.take());
        }
        AtomicBoolean closed = new AtomicBoolean();
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("close")) {
                        return closed.getAndSet(true) ? null : pool.addAll(taken);
                    }
                    if (closed.get()) {
                        throw new SQLException("Connection is closed");
                    }
                    if (taken.isEmpty()) {
                        taken.add(pool.take());
                    }
                    return method.invoke(taken.get(0), arguments);
                });
    }

    private interface Lender {
        Connection lend() throws SQLException, InterruptedException;
    }

    private static DataSource lending(Lender lender) {
        return (DataSource) Proxy.newProxyInstance(
                DataSource.class.getClassLoader(),
                new Class<?>[] {DataSource.class},
                (proxy, method, arguments) -> lender.lend());
    }
}
