package dev.migrate.test;

import dev.migrate.MigrateException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.PropertyAccessor;
import org.springframework.beans.PropertyAccessorFactory;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.util.ClassUtils;

/** Replaces the application's DataSource with one that leads to the test's database, before anything uses it. */
record SpringDatabase(
        ConfigurableEnvironment environment,
        SpringSlot slot,
        ServerChoice server,
        HistorySettings settings,
        Seeds seeds)
        implements BeanDefinitionRegistryPostProcessor {

    private static final String URL = "spring.datasource.url";

    /** What Spring's DynamicPropertySource adds to. */
    private static final String DYNAMIC = "Dynamic Test Properties";

    /** Both are in Spring Boot, the first in 3, the second in 4. */
    private static final List<String> CONNECTION_DETAILS = List.of(
            "org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails",
            "org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails");

    /** What a service connection to a container extends, in Spring Boot 3 and 4. */
    private static final String CONTAINER = "ContainerConnectionDetails";

    /**
     * Keeps Spring Boot from replacing the DataSource again, as {@code @DataJpaTest} does unless it is told not to, and
     * Migrate's starter from looking at a database that is at head already. Runs before configuration classes are read.
     */
    @Override
    public void postProcessBeanDefinitionRegistry(BeanDefinitionRegistry registry) {
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "migrate-test", Map.of("spring.test.database.replace", "NONE", "migrate.mode", "off")));
    }

    /** Runs when all beans are known and none of them has been created. */
    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        String[] names = beans.getBeanNamesForType(DataSource.class, true, false);
        if (names.length == 0) {
            return;
        }
        BeanDefinitionRegistry registry = (BeanDefinitionRegistry) beans;
        String name = chosen(names, registry);
        BeanDefinition replaced = registry.getBeanDefinition(name);
        RootBeanDefinition definition = new RootBeanDefinition(DataSource.class, () -> dataSource(beans));
        definition.setPrimary(replaced.isPrimary());
        registry.removeBeanDefinition(name);
        registry.registerBeanDefinition(name, definition);
    }

    private static String chosen(String[] names, BeanDefinitionRegistry registry) {
        if (names.length == 1) {
            return names[0];
        }
        return Arrays.stream(names)
                .filter(name -> registry.getBeanDefinition(name).isPrimary())
                .findFirst()
                .orElseThrow(() -> new MigrateException("The application has " + names.length + " DataSources, "
                        + String.join(", ", new TreeSet<>(List.of(names)))
                        + ", and nothing says which one is for the test's database. Mark one with @Primary."));
    }

    private DataSource dataSource(ConfigurableListableBeanFactory beans) {
        slot.clones(server(beans), settings.orElse(name -> Optional.ofNullable(environment.getProperty(name))), seeds);
        return new SlotDataSource(slot);
    }

    private ServerChoice server(ConfigurableListableBeanFactory beans) {
        if (server.isOfSpring()) {
            return ofProperties()
                    .orElseThrow(
                            () -> new MigrateException("The server of test databases is spring.datasource, given by "
                                    + server.origin() + ", and the application has no " + URL
                                    + ". Set it, or name another"
                                    + " server."));
        }
        if (!server.isEmbedded()) {
            return server;
        }
        @Nullable PropertySource<?> dynamic = environment.getPropertySources().get(DYNAMIC);
        return container(beans)
                .or(() -> dynamic != null && dynamic.containsProperty(URL) ? ofProperties() : Optional.empty())
                .orElse(server);
    }

    private Optional<ServerChoice> ofProperties() {
        return Optional.ofNullable(environment.getProperty(URL))
                .map(url -> new ServerChoice(
                        url,
                        environment.getProperty("spring.datasource.username"),
                        environment.getProperty("spring.datasource.password"),
                        URL));
    }

    private static Optional<ServerChoice> container(ConfigurableListableBeanFactory beans) {
        @Nullable ClassLoader classes = beans.getBeanClassLoader();
        for (String type : CONNECTION_DETAILS) {
            if (!ClassUtils.isPresent(type, classes)) {
                continue;
            }
            for (Object details : beans.getBeansOfType(ClassUtils.resolveClassName(type, classes))
                    .values()) {
                for (@Nullable Class<?> each = details.getClass(); each != null; each = each.getSuperclass()) {
                    if (each.getSimpleName().equals(CONTAINER)) {
                        return Optional.of(of(details));
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static ServerChoice of(Object details) {
        PropertyAccessor properties = PropertyAccessorFactory.forBeanPropertyAccess(details);
        return new ServerChoice(
                String.valueOf(properties.getPropertyValue("jdbcUrl")),
                (String) properties.getPropertyValue("username"),
                (String) properties.getPropertyValue("password"),
                "the container's @ServiceConnection");
    }
}
