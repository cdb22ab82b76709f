package dev.migrate.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

/** The properties that docs/spring-boot.md shows exist, and mean what it says. */
class SpringBootPageTest {

    private static final Pattern BLOCK = Pattern.compile("```properties\n(.*?)```", Pattern.DOTALL);

    @Configuration
    @EnableConfigurationProperties(MigrateProperties.class)
    static class OnlyProperties {}

    @Test
    void thePropertiesOfThePageExist() throws IOException {
        List<String> blocks = BLOCK.matcher(Files.readString(Path.of("../docs/spring-boot.md")))
                .results()
                .map(block -> block.group(1))
                .toList();
        assertThat(blocks).hasSize(2);
        application(blocks.get(0)).run(context -> assertThat(context.getBean(MigrateProperties.class))
                .isEqualTo(new MigrateProperties(
                        true,
                        StartMode.UPGRADE,
                        List.of("com.example.store.migrations"),
                        "store_version",
                        "store",
                        Duration.ofMinutes(2),
                        Duration.ofSeconds(3),
                        null,
                        null,
                        "owner",
                        "secret",
                        Map.of())));
        application(blocks.get(1)).run(context -> {
            MigrateProperties properties = context.getBean(MigrateProperties.class);
            assertThat(properties.byName()).containsOnlyKeys("orders", "users");
            assertThat(properties.byName().get("orders").packages()).containsExactly("com.example.orders.migrations");
        });
    }

    private static ApplicationContextRunner application(String block) throws IOException {
        Properties properties = new Properties();
        properties.load(new StringReader(block));
        return new ApplicationContextRunner()
                .withUserConfiguration(OnlyProperties.class)
                .withPropertyValues(properties.entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue())
                        .toArray(String[]::new));
    }
}
