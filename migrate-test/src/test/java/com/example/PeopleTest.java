package com.example;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.test.MigratedDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

@MigratedDatabase
class PeopleTest {

    @Test
    void storesPeople(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO person (id, first_name, last_name) VALUES (7, 'Grace', 'Hopper')");
            try (ResultSet row = statement.executeQuery("SELECT last_name FROM person WHERE id = 7")) {
                row.next();
                assertThat(row.getString(1)).isEqualTo("Hopper");
            }
        }
    }
}
