package dev.migrate.spring;

import java.util.Set;
import org.springframework.boot.sql.init.dependency.AbstractBeansOfTypeDatabaseInitializerDetector;

/** Has JPA and everything else that depends on an initialized database wait for {@link MigrateInitializer}. */
class MigrateInitializerDetector extends AbstractBeansOfTypeDatabaseInitializerDetector {

    @Override
    protected Set<Class<?>> getDatabaseInitializerBeanTypes() {
        return Set.of(MigrateInitializer.class);
    }

    /** Before Spring's own scripts, such as {@code data.sql}, which fill what migrations create. */
    @Override
    public int getOrder() {
        return 0;
    }
}
