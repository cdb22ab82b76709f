package com.example.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.test.MigratedDatabase;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.data.jpa.test.autoconfigure.DataJpaTest;
import org.springframework.jdbc.core.JdbcTemplate;

@DataJpaTest
@MigratedDatabase(seeds = "products.sql")
class ProductsTest {

    @Autowired
    private Products products;

    @RepeatedTest(2)
    void storesAProductBesideTheSeeds(JdbcTemplate jdbc) {
        products.saveAndFlush(new Product("Tea"));

        assertThat(products.findAll()).extracting(Product::getName).containsExactly("Coffee", "Tea");
        assertThat(jdbc.queryForObject("SELECT count(*) FROM product", Long.class)).isEqualTo(2);
        assertThat(jdbc.queryForObject("SELECT revision FROM migrate_version", String.class)).isEqualTo("0002");
    }
}
