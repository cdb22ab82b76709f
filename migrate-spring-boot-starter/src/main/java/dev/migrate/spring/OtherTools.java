package dev.migrate.spring;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.util.ClassUtils;

/** Other tools that change the schema when the application starts. */
final class OtherTools {

    /** The bean's type, and the property that turns it off. */
    private static final Map<String, String> SWITCHES = Map.of(
            "org.flywaydb.core.Flyway", "spring.flyway.enabled",
            "liquibase.integration.spring.SpringLiquibase", "spring.liquibase.enabled");

    private OtherTools() {}

    /** A warning for each tool that the application has a bean of. */
    static List<String> warnings(ListableBeanFactory beans, @Nullable ClassLoader classLoader) {
        List<String> warnings = new ArrayList<>();
        SWITCHES.forEach((type, property) -> {
            if (ClassUtils.isPresent(type, classLoader)) {
                Class<?> tool = ClassUtils.resolveClassName(type, classLoader);
                for (String bean : beans.getBeanNamesForType(tool, true, false)) {
                    warnings.add(name(tool) + " also changes the schema at start-up (bean " + bean
                            + "). Let one tool do it: docs/adopting.md says how a history moves to Migrate; then set "
                            + property + "=false.");
                }
            }
        });
        return warnings;
    }

    private static String name(Class<?> tool) {
        return tool.getSimpleName().replace("Spring", "");
    }
}
