package dev.migrate.command.database;

import dev.migrate.MigrateException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** Connections to a {@link DatabaseUrl.Server}, each a new one. */
public final class ServerDataSource {

    /** What {@code pg_stat_activity} shows unless the URL has another name. */
    private static final String APPLICATION_NAME = "migrate";

    private final DatabaseUrl.Server server;
    private final Credentials credentials;
    private final ConnectionOrigin origin;

    /** @param credentials whose, completely: what the URL itself has is not looked at */
    public ServerDataSource(DatabaseUrl.Server server, Credentials credentials, ConnectionOrigin origin) {
        this.server = server;
        this.credentials = credentials;
        this.origin = origin;
    }

    /**
     * The data source, after one connection has been made.
     *
     * @throws MigrateException if that fails: the message says what to do about it
     */
    public DataSource connected() {
        DataSource dataSource = unconnected();
        try (Connection connection = dataSource.getConnection()) {
            connection.isValid(0);
            return dataSource;
        } catch (SQLException e) {
            throw new MigrateException(explain(e), e);
        }
    }

    private DataSource unconnected() {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        ServerAddress address = server.address();
        dataSource.setServerNames(
                address.hosts().stream().map(ServerAddress.Host::name).toArray(String[]::new));
        dataSource.setPortNumbers(
                address.hosts().stream().mapToInt(ServerAddress.Host::port).toArray());
        address.database().ifPresent(dataSource::setDatabaseName);
        credentials.user().ifPresent(dataSource::setUser);
        credentials.password().ifPresent(password -> dataSource.setPassword(password.reveal()));
        dataSource.setApplicationName(APPLICATION_NAME);
        // A statement may take hours, and what is between here and the server forget a connection without traffic.
        dataSource.setTcpKeepAlive(true);
        for (Map.Entry<String, String> property : server.properties().known().entrySet()) {
            try {
                dataSource.setProperty(property.getKey(), property.getValue());
            } catch (SQLException e) {
                throw new MigrateException(
                        "The database URL's parameter " + property.getKey() + " has a value that the driver refuses. It"
                                + " comes from " + origin.url() + ".",
                        e);
            }
        }
        return dataSource;
    }

    /** SQL states: PostgreSQL manual, "PostgreSQL Error Codes"; 08004 is the driver's where it doesn't go on by itself. */
    private String explain(SQLException e) {
        String at = server.address().server();
        String state = Optional.ofNullable(e.getSQLState()).orElse("");
        return switch (state) {
            case "28P01", "28000" ->
                "PostgreSQL at " + at + " refused " + user() + ": " + reason(e) + ". Check user and password: "
                        + origin.credentials() + ".";
            case "08004" ->
                credentials.password().isEmpty() && PasswordRequest.is(e)
                        ? "PostgreSQL at " + at + " wants a password for " + user()
                                + " and none was given. Put it into " + origin.placesForPassword() + "."
                        : "The driver gave up the connection to PostgreSQL at " + at + ": " + reason(e)
                                + ". Check what the URL asks for, such as sslmode or channel_binding: it comes from "
                                + origin.url() + ".";
            case "3D000" ->
                "PostgreSQL at " + at + " has no database " + server.database().orElse("of that name")
                        + ". Create it with CREATE DATABASE, or correct the URL: it comes from " + origin.url() + ".";
            case "08001", "08006" ->
                "Can't reach PostgreSQL at " + at + ": " + reason(e)
                        + ". Is the server running, and is the URL right? It comes from " + origin.url() + ".";
            default ->
                "Can't connect to PostgreSQL at " + at + ": " + reason(e) + " (SQL state " + state
                        + "). The URL comes from " + origin.url() + ".";
        };
    }

    private String user() {
        return credentials.user().map(name -> "user " + name).orElse("the operating system's user");
    }

    /** The innermost cause says it shortest: {@code Connection refused}. */
    private static String reason(SQLException e) {
        Throwable innermost = Stream.<Throwable>iterate(e, cause -> cause != null, Throwable::getCause)
                .reduce((outer, inner) -> inner)
                .orElse(e);
        String message = Optional.ofNullable(innermost.getMessage()).orElse(innermost.toString());
        return innermost instanceof java.net.UnknownHostException
                ? "unknown host " + message
                : message.replaceFirst("\\.$", "");
    }
}
