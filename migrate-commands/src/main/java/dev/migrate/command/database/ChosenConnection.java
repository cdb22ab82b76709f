package dev.migrate.command.database;

import java.util.function.Consumer;
import javax.sql.DataSource;

/**
 * The URL to use and whose credentials with it.
 *
 * @param source where the URL comes from, as a message says it: {@code DATABASE_URL in the environment}
 */
public record ChosenConnection(DatabaseUrl url, Credentials credentials, String source) {

    /**
     * Connects to a server with these credentials, once to see whether it works.
     *
     * @param server the one that the URL names
     * @param origin what messages say of this connection
     * @param warning is told of parameters that the driver doesn't know
     * @throws dev.migrate.MigrateException if the server can't be reached, or refuses
     */
    public DataSource connect(DatabaseUrl.Server server, ConnectionOrigin origin, Consumer<String> warning) {
        for (String name : server.properties().unknown()) {
            warning.accept(
                    "The database URL's parameter " + name + " is not one that PostgreSQL's driver knows: ignored.");
        }
        return new ServerDataSource(server, credentials, origin).connected();
    }
}
