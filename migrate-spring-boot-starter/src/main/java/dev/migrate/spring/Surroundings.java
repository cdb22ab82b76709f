package dev.migrate.spring;

import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.util.ClassUtils;

/** Decides what happens to a database at start-up where the application doesn't say it. */
record Surroundings(ListableBeanFactory beans, @Nullable ClassLoader classLoader) {

    private static final String DEVTOOLS = "org.springframework.boot.devtools.restart.Restarter";
    private static final String CONTAINER = "ContainerConnectionDetails";

    /** Zonky's server, whose DataSource is the driver's; its library for Spring has DataSources of its own. */
    private static final String EMBEDDED = "io.zonky.test.";

    private static final String EMBEDDED_SERVER = EMBEDDED + "db.postgres.embedded.EmbeddedPostgres";

    /** Both are in Spring Boot, the first in 3, the second in 4. */
    private static final String[] CONNECTION_DETAILS = {
        "org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails",
        "org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails"
    };

    /** A mode, and the reason that the log gives for it. */
    record Decision(StartMode mode, String reason) {}

    Decision decide(MigrateProperties.History history, Supplier<DataSource> dataSource) {
        if (history.mode() != null) {
            return new Decision(history.mode(), "migrate.mode is " + name(history.mode()));
        }
        if (isContainer()) {
            return new Decision(StartMode.UPGRADE, "the database is a Testcontainers container");
        }
        if (isEmbedded(dataSource.get())) {
            return new Decision(StartMode.UPGRADE, "the database is embedded");
        }
        if (ClassUtils.isPresent(DEVTOOLS, classLoader)) {
            return new Decision(StartMode.UPGRADE, "spring-boot-devtools is on the class path");
        }
        return new Decision(
                StartMode.REQUIRE_CURRENT,
                "migrate.mode isn't set, and nothing shows that this is a development database");
    }

    static String name(StartMode mode) {
        return mode.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private boolean isEmbedded(DataSource dataSource) {
        return Stream.concat(Stream.of(dataSource.getClass()), Stream.of(ClassUtils.getAllInterfaces(dataSource)))
                        .anyMatch(type -> type.getName().startsWith(EMBEDDED))
                || (ClassUtils.isPresent(EMBEDDED_SERVER, classLoader)
                        && beans.getBeanNamesForType(
                                                ClassUtils.resolveClassName(EMBEDDED_SERVER, classLoader), true, false)
                                        .length
                                > 0);
    }

    /** What {@code @ServiceConnection} registers for a container extends a class of this name, in Spring Boot 3 and 4. */
    private boolean isContainer() {
        for (String type : CONNECTION_DETAILS) {
            if (!ClassUtils.isPresent(type, classLoader)) {
                continue;
            }
            Class<?> details = ClassUtils.resolveClassName(type, classLoader);
            for (String bean : beans.getBeanNamesForType(details, true, false)) {
                for (Class<?> each = beans.getType(bean); each != null; each = each.getSuperclass()) {
                    if (each.getSimpleName().equals(CONTAINER)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }
}
