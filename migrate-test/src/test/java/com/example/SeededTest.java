package com.example;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.test.MigratedDatabase;
import dev.migrate.test.MigratedDatabase.Per;
import dev.migrate.test.Seed;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.jdbc.core.JdbcTemplate;

@MigratedDatabase(seeds = "people.sql", seededBy = SeededTest.Hopper.class, per = Per.METHOD)
class SeededTest {

    static class Hopper implements Seed {
        @Override
        public void fill(Connection connection) throws SQLException {
            try (Statement statement = connection.createStatement()) {
                statement.execute("INSERT INTO person (id, first_name, last_name) VALUES (2, 'Grace', 'Hopper')");
            }
        }
    }

    @RepeatedTest(3)
    void eachMethodFindsTheSeedsAlone(JdbcTemplate jdbc) {
        jdbc.update("INSERT INTO person (id, first_name, last_name) VALUES (3, 'Mary', 'Somerville')");

        assertThat(jdbc.queryForList("SELECT last_name FROM person ORDER BY id", String.class))
                .containsExactly("Lovelace", "Hopper", "Somerville");
    }
}
