package dev.migrate.test;

import org.jspecify.annotations.Nullable;

/**
 * Which server test databases are made on.
 *
 * @param url a JDBC URL, or {@code embedded}
 * @param user null if the URL has it
 * @param password null if the URL has it, or there is none
 * @param origin where the choice comes from, for messages: {@code migrate.test.url}
 */
record ServerChoice(
        String url, @Nullable String user, @Nullable String password, String origin) {

    private static final String EMBEDDED_URL = "embedded";
    private static final String SPRING_URL = "spring.datasource";

    static final ServerChoice EMBEDDED = new ServerChoice(EMBEDDED_URL, null, null, "the default");

    static ServerChoice of(String url, String origin) {
        return url.equals(EMBEDDED_URL) ? EMBEDDED : new ServerChoice(url, null, null, origin);
    }

    boolean isEmbedded() {
        return url.equals(EMBEDDED_URL);
    }

    /** Whether it is the server of the Spring application. */
    boolean isOfSpring() {
        return url.equals(SPRING_URL);
    }

    /** Without the password, which the URL may contain. */
    @Override
    public String toString() {
        return origin;
    }
}
