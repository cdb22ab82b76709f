package dev.migrate.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.Migrate;
import dev.migrate.Operations;
import dev.migrate.Revision;
import dev.migrate.RunListener;
import dev.migrate.revision.Step;
import dev.migrate.testing.PostgresTest;
import dev.migrate.testing.TestDatabase;
import java.lang.reflect.Field;
import java.net.Socket;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.postgresql.core.PGStream;
import org.postgresql.core.QueryExecutorBase;
import org.postgresql.ds.PGSimpleDataSource;
import org.postgresql.jdbc.PgConnection;

/** What becomes of a run whose network loses what is said. */
@PostgresTest
class SilentNetworkTest {

    static class Sleeping {
        @Revision(id = "0001", message = "sleeps")
        static class First implements OneWay {
            @Override
            public void upgrade(Operations op) {
                op.execute("SELECT pg_sleep(1000)");
            }
        }
    }

    static class Brief {
        @Revision(id = "0001")
        static class First implements OneWay {
            @Override
            public void upgrade(Operations op) {
                op.execute("SELECT 1");
            }
        }
    }

    @Test
    @Timeout(200)
    void aSessionThatTheServerHasEndedIsNotWaitedForForEver(TestDatabase database) throws Exception {
        PGSimpleDataSource dataSource = (PGSimpleDataSource) database.dataSource();
        try (SilentNetwork network = new SilentNetwork(dataSource.getPortNumbers()[0])) {
            dataSource.setServerNames(new String[] {"127.0.0.1"});
            dataSource.setPortNumbers(new int[] {network.port()});
            Migrate migrate = TestHistory.configure(database, Sleeping.class)
                    .dataSource(dataSource)
                    .lockTimeout(Duration.ofMillis(400))
                    .build();
            CompletableFuture<Void> run = CompletableFuture.runAsync(() -> migrate.upgrade("head"));
            String sleeping = "FROM pg_stat_activity WHERE wait_event = 'PgSleep' AND datname = current_database()";
            while (database.query("SELECT pid " + sleeping).isEmpty()) {
                Thread.sleep(20);
            }
            String pid = database.query("SELECT pid " + sleeping);

            network.fallSilent();
            database.query("SELECT pg_terminate_backend(pid) " + sleeping);

            assertThatThrownBy(() -> run.get(150, TimeUnit.SECONDS))
                    .isInstanceOf(ExecutionException.class)
                    .cause()
                    .hasMessageStartingWith("""
                        The upgrade of revision 0001 (sleeps) failed at statement 1:
                          SELECT pg_sleep(1000)
                          The server has no session with the pid %s any more, and nothing came over the network that says \
                        so. The connection was broken off.
                        """.formatted(pid))
                    .hasMessageEndingWith("""
                        The connection was lost, and PostgreSQL rolls back what wasn't committed.
                        See where the database is with mvn migrate:current, then run mvn migrate:upgrade again: it \
                        continues.\
                        """);
        }
    }

    @Test
    void theConnectionOfARunIsKeptAlive(TestDatabase database) {
        List<Connection> connections = new ArrayList<>();
        PGSimpleDataSource dataSource = new PGSimpleDataSource() {
            @Override
            public Connection getConnection() throws SQLException {
                Connection connection = super.getConnection();
                connections.add(connection);
                return connection;
            }
        };
        dataSource.setUrl(database.url());
        List<Boolean> kept = new ArrayList<>();
        TestHistory.configure(database, Brief.class)
                .dataSource(dataSource)
                .listener(new RunListener() {
                    @Override
                    public void statementStarted(Step step, String sql) {
                        kept.add(isKeptAlive(connections.get(0)));
                    }
                })
                .build()
                .upgrade("head");

        assertThat(kept).containsExactly(true);
    }

    private static boolean isKeptAlive(Connection connection) {
        try {
            Field stream = QueryExecutorBase.class.getDeclaredField("pgStream");
            stream.setAccessible(true);
            PGStream found =
                    (PGStream) stream.get(connection.unwrap(PgConnection.class).getQueryExecutor());
            Socket socket = found.getSocket();
            return socket.getKeepAlive();
        } catch (ReflectiveOperationException | SQLException | java.net.SocketException e) {
            throw new IllegalStateException(e);
        }
    }
}
