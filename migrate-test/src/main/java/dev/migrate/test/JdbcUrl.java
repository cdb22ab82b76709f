package dev.migrate.test;

import org.jspecify.annotations.Nullable;

/**
 * How to connect to a test's database.
 *
 * @param url such as {@code jdbc:postgresql://localhost:5432/migrate_test_1f2e3d4c_1}, without user and password
 * @param user the role
 * @param password null where the server asks for none
 */
public record JdbcUrl(String url, String user, @Nullable String password) {

    /** The URL alone: the password is never printed. */
    @Override
    public String toString() {
        return url;
    }
}
