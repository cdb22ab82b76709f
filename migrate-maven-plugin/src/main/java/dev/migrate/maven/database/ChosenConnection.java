package dev.migrate.maven.database;

/**
 * The URL to use and whose credentials with it.
 *
 * @param source where the URL comes from, as a message says it: {@code DATABASE_URL in the environment}
 */
public record ChosenConnection(DatabaseUrl url, Credentials credentials, String source) {}
