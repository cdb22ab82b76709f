package dev.migrate.autogen;

import dev.migrate.testing.WrittenEquality;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class EntitySourceTest {

    @Test
    void a_source_equals_its_copy_and_none_that_differs_in_a_component() throws ReflectiveOperationException {
        WrittenEquality.requireEachComponent(
                EntitySource.of(EntitySourceTest.class.getClassLoader()),
                new EntitySource(
                        ClassLoader.getPlatformClassLoader(),
                        "shop",
                        List.of(Path.of("target/classes")),
                        List.of("shop.model"),
                        List.of("prod"),
                        new TreeMap<>(Map.of("SCHEMA", "shop")),
                        new TreeMap<>(Map.of("hibernate.default_schema", "shop")),
                        17,
                        "app"));
    }
}
