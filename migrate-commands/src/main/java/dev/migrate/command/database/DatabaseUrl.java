package dev.migrate.command.database;

import dev.migrate.MigrateException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/**
 * Where the database is, in any of the forms that people have at hand: {@code jdbc:postgresql://…}, {@code postgres://…}
 * and {@code postgresql://…} as libpq reads them (PostgreSQL manual, "Connection URIs"), with SQLAlchemy's driver suffix
 * or without, and {@code embedded} or {@code embedded:16}.
 */
public sealed interface DatabaseUrl {

    /** What may be written, for messages. */
    String FORMS = "jdbc:postgresql://host:5432/database, postgresql://user:password@host:5432/database, embedded,"
            + " or embedded:16 for another major than the default";

    /**
     * Reads a URL.
     *
     * @throws MigrateException if it has none of the known forms; the message repeats no part of it that could
     *     be a password
     */
    static DatabaseUrl parse(String text) {
        return new DatabaseUrlParser(text.strip()).parse();
    }

    /**
     * Reads a URL that comes from somewhere.
     *
     * @param source where from, as a message says it: {@code DATABASE_URL in the environment}
     * @throws MigrateException as {@link #parse(String)} does, with the source
     */
    static DatabaseUrl parse(String text, String source) {
        try {
            return parse(text);
        } catch (MigrateException e) {
            throw new MigrateException(e.getMessage() + " It comes from " + source + ".", e);
        }
    }

    /** Calls the function for what this is. */
    <R> R match(Function<Embedded, R> embedded, Function<Server, R> server);

    /**
     * The development server that Migrate itself runs.
     *
     * @param major PostgreSQL's major, or empty for the default
     */
    record Embedded(OptionalInt major) implements DatabaseUrl {

        @Override
        public <R> R match(Function<Embedded, R> embedded, Function<Server, R> server) {
            return embedded.apply(this);
        }

        @Override
        public String toString() {
            return major.isPresent() ? "embedded:" + major.getAsInt() : "embedded";
        }
    }

    /**
     * A server that somebody else runs.
     *
     * @param address its hosts and ports
     * @param credentials the user and the password, as far as the URL names them
     * @param properties the driver's other properties
     */
    record Server(ServerAddress address, Credentials credentials, DriverProperties properties) implements DatabaseUrl {

        @Override
        public <R> R match(Function<Embedded, R> embedded, Function<Server, R> server) {
            return server.apply(this);
        }

        /** The name of the database, if the URL has one: otherwise it is that of the user. */
        public Optional<String> database() {
            return address.database();
        }

        /** Another database of the same server. */
        public Server database(String name) {
            return new Server(new ServerAddress(address.hosts(), Optional.of(name)), credentials, properties);
        }

        /** Without credentials and without properties, which may hold secrets as well. */
        @Override
        public String toString() {
            return "jdbc:postgresql://" + address;
        }
    }
}
