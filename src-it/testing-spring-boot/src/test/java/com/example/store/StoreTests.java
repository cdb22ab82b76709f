package com.example.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.test.JdbcUrl;
import dev.migrate.test.MigratedDatabase;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;

/** What several classes do in the same application, each on its own database. */
@SpringBootTest
@MigratedDatabase
abstract class StoreTests {

    private static final Map<String, Class<?>> DATABASES = new ConcurrentHashMap<>();
    private static final Set<Integer> CONTEXTS = ConcurrentHashMap.newKeySet();

    @Autowired
    private Products products;

    @Autowired
    private ApplicationContext application;

    @Test
    void hasTheDatabaseForItself(JdbcUrl url) {
        assertThat(DATABASES.putIfAbsent(url.url(), getClass())).isNull();
        assertThat(products.count()).isZero();

        // More than Hibernate takes from its sequence at once: what it kept from another class must not come again.
        products.saveAll(IntStream.range(0, 120).mapToObj(i -> new Product("Product " + i)).toList());

        assertThat(products.count()).isEqualTo(120);
        CONTEXTS.add(System.identityHashCode(application));
        if (!Boolean.getBoolean("junit.jupiter.execution.parallel.enabled")) {
            assertThat(CONTEXTS).as("contexts that were started").hasSize(1);
        }
    }
}
