package com.example.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestServer.class)
class ProductsTest {

    @Inject
    Products products;

    @Test
    void theDatabaseIsMigratedBeforeTheApplicationUsesIt() {
        assertEquals(0, products.count());
    }
}
