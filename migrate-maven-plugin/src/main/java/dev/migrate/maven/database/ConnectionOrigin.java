package dev.migrate.maven.database;

/**
 * Where a connection's data come from, as messages say it.
 *
 * @param url {@code DATABASE_URL in the environment}
 * @param credentials the clause that says where user and password may come from
 * @param placesForPassword the places that a missing password can be put into
 */
public record ConnectionOrigin(String url, String credentials, String placesForPassword) {

    /** Of the database that a goal is about, whose user and password can be given in several places. */
    public static ConnectionOrigin database(String url) {
        return new ConnectionOrigin(
                url,
                "they may come from -Dmigrate.user and -Dmigrate.password, the URL, the POM, or the <server> of"
                        + " settings.xml that serverId names",
                "the URL, into -Dmigrate.password, or into a <server> of settings.xml that serverId names");
    }

    /** Of a URL that has to have all of it, because no other parameter counts for it. */
    public static ConnectionOrigin urlOnly(String url) {
        return new ConnectionOrigin(
                url, "they come from the URL that " + url + " gives", "the URL that " + url + " gives");
    }
}
