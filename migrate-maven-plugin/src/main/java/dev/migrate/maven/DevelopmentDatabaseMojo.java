package dev.migrate.maven;

import dev.migrate.MigrateException;
import dev.migrate.command.database.ChosenConnection;
import dev.migrate.maven.embedded.EmbeddedServer;
import dev.migrate.maven.embedded.EmbeddedServers;
import java.io.File;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the embedded development database running until it is interrupted, and prints how to connect to it with psql, an IDE
 * or the application. With -q it prints the URL alone, which contains the password. Other goals share it meanwhile.
 */
@Mojo(name = "database", threadSafe = true)
public final class DevelopmentDatabaseMojo extends DatabaseMojo {

    /** A file, readable for you alone, that the URL with its password is written to as soon as the database accepts connections. */
    @Parameter(property = "migrate.output")
    private @Nullable File output;

    @Override
    protected void run() {
        OptionalInt major =
                connection().choose().map(DevelopmentDatabaseMojo::major).orElse(OptionalInt.empty());
        try (EmbeddedServers servers = embeddedServers()) {
            EmbeddedServer server = servers.get(major);
            server.developmentDatabase();
            EmbeddedServer.Login login = server.login();
            if (output != null || !getLog().isInfoEnabled()) {
                output(output).writePrivately(login.url() + "\n");
            }
            login.howToConnect().forEach(this::progress);
            progress("It runs until you press Ctrl+C; its data stay in "
                    + baseDirectory().relativize(home()) + ".");
            untilInterrupted();
        }
    }

    private static OptionalInt major(ChosenConnection connection) {
        return connection.url().match(embedded -> embedded.major(), server -> {
            throw new MigrateException(
                    "The URL that " + connection.source() + " gives is that of a server, which runs without this goal."
                            + " For an embedded one give -Dmigrate.url=embedded or"
                            + " -Dmigrate.url=embedded:16.");
        });
    }

    /** A signal ends the process: the servers are left by a shutdown hook of theirs. */
    private static void untilInterrupted() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
