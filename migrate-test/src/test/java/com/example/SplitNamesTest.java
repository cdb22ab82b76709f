package com.example;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.test.MigrationRun;
import dev.migrate.test.MigrationTest;
import org.springframework.jdbc.core.JdbcTemplate;

class SplitNamesTest {

    @MigrationTest(from = "0001", to = "0002")
    void splitsNamesAndJoinsThemAgain(MigrationRun migrate, JdbcTemplate jdbc) {
        jdbc.update("INSERT INTO person (id, name) VALUES (1, 'Ada Lovelace')");

        migrate.upgrade();
        assertThat(jdbc.queryForObject("SELECT last_name FROM person", String.class))
                .isEqualTo("Lovelace");

        migrate.downgrade();
        assertThat(jdbc.queryForObject("SELECT name FROM person", String.class)).isEqualTo("Ada Lovelace");
    }
}
