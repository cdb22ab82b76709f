package dev.migrate.command.database;

/**
 * Where a connection's data come from, as messages say it.
 *
 * @param url {@code DATABASE_URL in the environment}
 * @param credentials the clause that says where user and password may come from
 * @param placesForPassword the places that a missing password can be put into
 */
public record ConnectionOrigin(String url, String credentials, String placesForPassword) {

    /** Describes a URL that has to have the credentials, because no other parameter counts for it. */
    public static ConnectionOrigin urlOnly(String url) {
        return new ConnectionOrigin(
                url, "they come from the URL that " + url + " gives", "the URL that " + url + " gives");
    }
}
