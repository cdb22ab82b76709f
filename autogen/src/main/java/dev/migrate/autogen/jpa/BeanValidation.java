package dev.migrate.autogen.jpa;

import java.lang.reflect.AnnotatedElement;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.hibernate.boot.Metadata;
import org.hibernate.engine.config.spi.ConfigurationService;
import org.hibernate.mapping.PersistentClass;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes columns NOT NULL, gives them lengths and checks, if a provider is on the class path. A project for a Jakarta EE
 * server often has the API alone, and its provider where it runs.
 */
final class BeanValidation {

    private static final Logger log = LoggerFactory.getLogger(BeanValidation.class);

    /** Entities are read once for each major of PostgreSQL that is asked for; this class belongs to one project. */
    private static final Set<String> TOLD = ConcurrentHashMap.newKeySet();

    private BeanValidation() {}

    /** Whether it may; tells of constraints that only an API knows. */
    static boolean mayChange(Metadata metadata, ClassLoader classLoader) {
        if (classLoader.getResource("META-INF/services/jakarta.validation.spi.ValidationProvider") != null) {
            return true;
        }
        if (classLoader.getResource("jakarta/validation/ConstraintViolation.class") != null && isWanted(metadata)) {
            metadata.getEntityBindings().stream()
                    .filter(entity -> entity.getClassName() != null && isConstrained(entity.getMappedClass()))
                    .map(PersistentClass::getEntityName)
                    .sorted()
                    .findFirst()
                    .filter(TOLD::add)
                    .ifPresent(BeanValidation::tell);
        }
        return false;
    }

    private static boolean isWanted(Metadata metadata) {
        Object mode = metadata.getDatabase()
                .getServiceRegistry()
                .requireService(ConfigurationService.class)
                .getSettings()
                .get("jakarta.persistence.validation.mode");
        return !"none".equalsIgnoreCase(String.valueOf(mode));
    }

    /** Whether there is a constraint on one of its fields or getters. */
    private static boolean isConstrained(@Nullable Class<?> entity) {
        return entity != null
                && (Stream.<AnnotatedElement[]>of(entity.getDeclaredFields(), entity.getDeclaredMethods())
                                .flatMap(Arrays::stream)
                                .flatMap(member -> Arrays.stream(member.getAnnotations()))
                                .map(annotation -> annotation.annotationType().getPackageName())
                                .anyMatch("jakarta.validation.constraints"::equals)
                        || isConstrained(entity.getSuperclass()));
    }

    private static void tell(String entity) {
        log.warn(
                "{} has constraints of Bean Validation, and only its API is on the project's class path: they make no"
                        + " column NOT NULL and set no length. If the application has a provider where it runs, add it"
                        + " here, too (org.hibernate.validator:hibernate-validator, in scope provided where a server"
                        + " brings it).",
                entity);
    }
}
