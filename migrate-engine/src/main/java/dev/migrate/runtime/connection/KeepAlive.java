package dev.migrate.runtime.connection;

import java.io.IOException;
import java.lang.reflect.Field;
import java.net.Socket;
import java.net.SocketOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.postgresql.core.PGStream;
import org.postgresql.core.QueryExecutorBase;
import org.postgresql.jdbc.PgConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets the operating system find out that nobody is there any more at the other end of a connection, which waits for the
 * answer to a statement of hours: {@code tcpKeepAlive} of PostgreSQL's driver, for connections that were made without it.
 */
public final class KeepAlive {

    private static final Logger LOG = LoggerFactory.getLogger(KeepAlive.class);

    /**
     * A silence of a minute is looked into, and ends the connection a minute later; by itself Linux waits for two hours. By
     * name, since a Java runtime may lack the module jdk.net.
     */
    private static final Map<String, Integer> SECONDS_AND_COUNT =
            Map.of("TCP_KEEPIDLE", 60, "TCP_KEEPINTERVAL", 10, "TCP_KEEPCOUNT", 6);

    private KeepAlive() {}

    /** Keeps a connection alive if it is one of PostgreSQL's driver, and that lets us. */
    public static void set(Connection connection) {
        try {
            if (connection.isWrapperFor(PgConnection.class)) {
                set(socket(connection.unwrap(PgConnection.class)));
                return;
            }
            LOG.debug("Not a connection of PostgreSQL's driver: whether it is kept alive, its URL says (tcpKeepAlive)");
        } catch (SQLException | IOException | ReflectiveOperationException | RuntimeException | LinkageError e) {
            LOG.debug(
                    "Whether the connection is kept alive, its URL says (tcpKeepAlive): {}",
                    e.getClass().getName());
        }
    }

    /** The driver shows it to nobody. */
    private static Socket socket(PgConnection connection) throws ReflectiveOperationException {
        Field stream = QueryExecutorBase.class.getDeclaredField("pgStream");
        stream.setAccessible(true);
        return ((PGStream) stream.get(connection.getQueryExecutor())).getSocket();
    }

    private static void set(Socket socket) throws IOException {
        socket.setKeepAlive(true);
        for (SocketOption<?> option : socket.supportedOptions()) {
            Integer value = SECONDS_AND_COUNT.get(option.name());
            if (value != null && option.type() == Integer.class) {
                set(socket, option, value);
            }
        }
    }

    @SuppressWarnings("unchecked") // Its type was looked at.
    private static void set(Socket socket, SocketOption<?> option, Integer value) throws IOException {
        socket.setOption((SocketOption<Integer>) option, value);
    }
}
