package com.example.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.test.MigrationRun;
import dev.migrate.test.MigrationTest;
import dev.migrate.test.StandardMigrationTests;
import org.springframework.jdbc.core.JdbcTemplate;

class MigrationsTest implements StandardMigrationTests {

    @MigrationTest(from = "0001", to = "0002")
    void productsGetNames(MigrationRun migrate, JdbcTemplate jdbc) {
        jdbc.update("INSERT INTO product (id) VALUES (1)");
        migrate.upgrade();
        assertThat(jdbc.queryForList("SELECT name FROM product WHERE id = 1", String.class)).containsExactly((String) null);
        migrate.downgrade();
        assertThat(jdbc.queryForObject("SELECT count(*) FROM product", Long.class)).isEqualTo(1);
    }
}
