package com.example.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.test.MigratedDatabase;
import dev.migrate.test.MigratedDatabase.Per;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest
@MigratedDatabase(per = Per.METHOD)
class EachMethodTest {

    @Autowired
    private Products products;

    @RepeatedTest(3)
    void findsAnEmptyDatabase() {
        assertThat(products.count()).isZero();
        products.saveAll(java.util.stream.IntStream.range(0, 70)
                .mapToObj(i -> new Product("Product " + i))
                .toList());
        assertThat(products.count()).isEqualTo(70);
    }
}
