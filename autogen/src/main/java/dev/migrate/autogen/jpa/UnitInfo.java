package dev.migrate.autogen.jpa;

import dev.migrate.autogen.source.PersistenceUnit;
import jakarta.persistence.SharedCacheMode;
import jakarta.persistence.ValidationMode;
import jakarta.persistence.spi.PersistenceUnitInfo;
import jakarta.persistence.spi.PersistenceUnitTransactionType;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * A persistence unit as a container hands it to Hibernate.
 *
 * <p>It is a proxy because the interface has grown: Jakarta Persistence 3.2 has methods that 3.1 doesn't know.
 */
final class UnitInfo {

    private UnitInfo() {}

    static PersistenceUnitInfo of(PersistenceUnit unit, ClassLoader classLoader) {
        Map<String, Object> answers = Map.of(
                "getPersistenceUnitName",
                unit.name(),
                "getTransactionType",
                PersistenceUnitTransactionType.RESOURCE_LOCAL,
                "getMappingFileNames",
                unit.mappingFiles(),
                "getManagedClassNames",
                unit.classNames(),
                "getJarFileUrls",
                List.of(),
                "excludeUnlistedClasses",
                true,
                "getSharedCacheMode",
                SharedCacheMode.UNSPECIFIED,
                "getValidationMode",
                ValidationMode.AUTO,
                "getProperties",
                new Properties(),
                "getClassLoader",
                classLoader);
        return (PersistenceUnitInfo) Proxy.newProxyInstance(
                PersistenceUnitInfo.class.getClassLoader(),
                new Class<?>[] {PersistenceUnitInfo.class},
                (proxy, method, arguments) -> answer(answers, method.getName()));
    }

    /** Null says that the unit has no such thing: no data source, no temporary class loader, no root. */
    private static @Nullable Object answer(Map<String, Object> answers, String method) {
        return answers.get(method);
    }
}
