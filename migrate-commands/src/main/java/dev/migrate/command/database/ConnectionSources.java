package dev.migrate.command.database;

import dev.migrate.MigrateException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The places a connection can be given in. The URL: what was typed, then the environment's {@code MIGRATE_DATABASE_URL},
 * then its {@code DATABASE_URL}, then what is configured. The user and the password: what was typed, then the URL itself,
 * then what is configured, then the last resort. That one is asked last, and only where the others leave the user or the
 * password open.
 *
 * @param typed what was given with the command
 * @param environment a variable's value, or null
 * @param configured what is configured for all commands: the POM, or libpq's variables
 * @param lastResort further credentials; throws if it is asked and can't tell
 */
public record ConnectionSources(
        Given typed, UnaryOperator<@Nullable String> environment, Given configured, Supplier<Credentials> lastResort) {

    /** The environment variables that hold a URL, the stronger first. */
    public static final List<String> VARIABLES = List.of("MIGRATE_DATABASE_URL", "DATABASE_URL");

    /**
     * A URL and credentials, each as far as one place has them.
     *
     * @param source the place of the URL, as a message names it: {@code <url> in the POM}
     */
    public record Given(Optional<String> url, Credentials credentials, String source) {

        /** A place that has nothing. */
        public static final Given NOTHING = new Given(Optional.empty(), Credentials.NONE, "nowhere");

        private Stream<Found> found() {
            return url.map(text -> new Found(text, source)).stream();
        }
    }

    private record Found(String url, String source) {}

    /**
     * The connection that the sources together give.
     *
     * @return empty if none of them has a URL
     * @throws MigrateException if the URL is not understood, or the last resort lacks what it is asked for
     */
    public Optional<ChosenConnection> choose() {
        return choose(() -> Optional.empty());
    }

    /**
     * As {@link #choose()}, with the application's own database last.
     *
     * @param application the database that the application's settings name; asked only if no other place has a URL
     */
    public Optional<ChosenConnection> choose(Supplier<Optional<Given>> application) {
        return Stream.concat(
                        typed.found(), Stream.concat(VARIABLES.stream().flatMap(this::variable), configured.found()))
                .filter(found -> !found.url().isBlank())
                .findFirst()
                .map(found -> connection(found, Credentials.NONE))
                .or(() -> application.get().flatMap(this::ofApplication));
    }

    private Stream<Found> variable(String name) {
        String value = environment.apply(name);
        return value == null ? Stream.empty() : Stream.of(new Found(value, name + " in the environment"));
    }

    private Optional<ChosenConnection> ofApplication(Given application) {
        return application.found().findFirst().map(found -> connection(found, application.credentials()));
    }

    /** @param besideUrl the credentials that the place of the URL has for it */
    private ChosenConnection connection(Found found, Credentials besideUrl) {
        DatabaseUrl url = DatabaseUrl.parse(found.url(), found.source());
        return new ChosenConnection(
                url,
                url.match(
                        embedded -> typed.credentials().orElse(configured.credentials()),
                        server -> credentials(server.credentials().orElse(besideUrl))),
                found.source());
    }

    private Credentials credentials(Credentials ofUrl) {
        Credentials given = typed.credentials().orElse(ofUrl).orElse(configured.credentials());
        return given.complete() ? given : given.orElse(lastResort.get());
    }
}
