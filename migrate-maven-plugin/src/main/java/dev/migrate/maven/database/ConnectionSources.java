package dev.migrate.maven.database;

import dev.migrate.MigrateException;
import dev.migrate.autogen.source.ApplicationDatabase;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The places a connection can be given in. The URL: {@code -Dmigrate.url}, then the environment's
 * {@code MIGRATE_DATABASE_URL}, then its {@code DATABASE_URL}, then the POM. The user and the password: the command line,
 * then the URL itself, then the POM, then the {@code <server>} of settings.xml. That one is asked last, and only where the
 * others leave the user or the password open: a machine may do without it.
 *
 * @param commandLine what was given as {@code -Dmigrate.url}, {@code -Dmigrate.user} and {@code -Dmigrate.password}
 * @param environment a variable's value, or null
 * @param pom what the plugin's {@code <configuration>} has
 * @param settings the credentials that {@code serverId} stands for; throws if there are none
 */
public record ConnectionSources(
        Given commandLine, UnaryOperator<@Nullable String> environment, Given pom, Supplier<Credentials> settings) {

    /** The environment variables that hold a URL, the stronger first. */
    public static final List<String> VARIABLES = List.of("MIGRATE_DATABASE_URL", "DATABASE_URL");

    /** A URL and credentials, each as far as one place has them. */
    public record Given(Optional<String> url, Credentials credentials) {

        public static final Given NOTHING = new Given(Optional.empty(), Credentials.NONE);
    }

    private record Found(String url, String source) {}

    /**
     * The connection that the sources together give.
     *
     * @return empty if none of them has a URL
     * @throws MigrateException if the URL is not understood, or settings.xml lacks what it is asked for
     */
    public Optional<ChosenConnection> choose() {
        return Stream.concat(
                        Stream.concat(
                                commandLine.url().map(url -> new Found(url, "-Dmigrate.url")).stream(),
                                VARIABLES.stream().flatMap(this::variable)),
                        pom.url().map(url -> new Found(url, "<url> in the POM")).stream())
                .filter(found -> !found.url().isBlank())
                .findFirst()
                .map(this::connection);
    }

    /**
     * As {@link #choose()}, with the application's own database last.
     *
     * @param application the database that the application's settings name; asked only if no other place has a URL
     */
    public Optional<ChosenConnection> choose(Supplier<Optional<ApplicationDatabase>> application) {
        return choose().or(() -> application.get().map(this::connection));
    }

    /**
     * As {@link #choose()}, for a command that cannot do without: it takes the application's own database last.
     *
     * @param application the database that the application's settings name; asked only if no other place has a URL
     * @throws MigrateException if there is no URL: the message has every way to give one
     */
    public ChosenConnection require(Supplier<Optional<ApplicationDatabase>> application) {
        return choose(application).orElseThrow(() -> new MigrateException("""
                        No database URL. Give one as
                          -Dmigrate.url=jdbc:postgresql://localhost:5432/app on the command line,
                          MIGRATE_DATABASE_URL or DATABASE_URL in the environment,
                          <url> in the plugin's <configuration> in the POM, or
                          spring.datasource.url, quarkus.datasource.jdbc.url, jakarta.persistence.jdbc.url or
                          hibernate.connection.url in the application's settings.
                        -Dmigrate.url=embedded uses a development database kept under target/."""));
    }

    private Stream<Found> variable(String name) {
        String value = environment.apply(name);
        return value == null ? Stream.empty() : Stream.of(new Found(value, name + " in the environment"));
    }

    private ChosenConnection connection(Found found) {
        DatabaseUrl url = DatabaseUrl.parse(found.url(), found.source());
        return new ChosenConnection(
                url,
                url.match(
                        embedded -> commandLine.credentials().orElse(pom.credentials()),
                        server -> credentials(server.credentials())),
                found.source());
    }

    private ChosenConnection connection(ApplicationDatabase application) {
        String source = application.source() + " in the application's settings";
        DatabaseUrl url = DatabaseUrl.parse(application.url(), source);
        Credentials configured =
                new Credentials(application.user(), application.password().map(Secret::new));
        return new ChosenConnection(
                url,
                url.match(
                        embedded -> commandLine.credentials().orElse(pom.credentials()),
                        server -> credentials(server.credentials().orElse(configured))),
                source);
    }

    private Credentials credentials(Credentials inUrl) {
        Credentials given = commandLine.credentials().orElse(inUrl).orElse(pom.credentials());
        return given.complete() ? given : given.orElse(settings.get());
    }
}
