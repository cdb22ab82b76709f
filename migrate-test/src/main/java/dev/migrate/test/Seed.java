package dev.migrate.test;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Fills the template of test databases. It runs once, after the migrations, and never enters the history.
 *
 * <pre>{@code
 * class Products implements Seed {
 *     public void fill(Connection connection) throws SQLException {
 *         connection.createStatement().execute("INSERT INTO product (id, name) VALUES (1, 'Tea')");
 *     }
 * }
 * }</pre>
 */
@FunctionalInterface
public interface Seed {

    /**
     * Writes the rows.
     *
     * @param connection to the template, in a transaction that is committed afterwards
     * @throws SQLException if the database refuses them; the tests that need the seed fail then
     */
    void fill(Connection connection) throws SQLException;
}
