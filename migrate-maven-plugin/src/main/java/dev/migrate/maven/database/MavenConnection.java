package dev.migrate.maven.database;

import dev.migrate.MigrateException;
import dev.migrate.autogen.source.ApplicationDatabase;
import dev.migrate.command.database.ConnectionOrigin;
import dev.migrate.command.database.ConnectionSources.Given;
import dev.migrate.command.database.Credentials;
import dev.migrate.command.database.Secret;
import java.util.Optional;

/** How a goal names the places of its connection. */
public final class MavenConnection {

    private MavenConnection() {}

    /**
     * Describes the database that a goal is about, whose user and password can be given in several places.
     *
     * @param url where the URL comes from
     */
    public static ConnectionOrigin origin(String url) {
        return new ConnectionOrigin(
                url,
                "they may come from -Dmigrate.user and -Dmigrate.password, the URL, the POM, or the <server> of"
                        + " settings.xml that serverId names",
                "the URL, into -Dmigrate.password, or into a <server> of settings.xml that serverId names");
    }

    /** What was given as {@code -Dmigrate.url} and its like. */
    public static Given typed(Optional<String> url, Optional<String> user, Optional<String> password) {
        return new Given(url, credentials(user, password), "-Dmigrate.url");
    }

    /** What the plugin's {@code <configuration>} has. */
    public static Given pom(Optional<String> url, Optional<String> user, Optional<String> password) {
        return new Given(url, credentials(user, password), "<url> in the POM");
    }

    /** The database that the application's own settings name. */
    public static Given application(ApplicationDatabase application) {
        return new Given(
                Optional.of(application.url()),
                credentials(application.user(), application.password()),
                application.source() + " in the application's settings");
    }

    /** The error of a goal that cannot do without a database and was given none: it has every way to give one. */
    public static MigrateException missing() {
        return new MigrateException("""
                        No database URL. Give one as
                          -Dmigrate.url=jdbc:postgresql://localhost:5432/app on the command line,
                          MIGRATE_DATABASE_URL or DATABASE_URL in the environment,
                          <url> in the plugin's <configuration> in the POM, or
                          spring.datasource.url, quarkus.datasource.jdbc.url, jakarta.persistence.jdbc.url or
                          hibernate.connection.url in the application's settings.
                        -Dmigrate.url=embedded uses a development database kept under target/.""");
    }

    private static Credentials credentials(Optional<String> user, Optional<String> password) {
        return new Credentials(user, password.map(Secret::new));
    }
}
